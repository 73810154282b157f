package main

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/tidings-go/tidings/internal/lid"
)

// A sampler draws texts.
type sampler struct {
	languages []*language
	how       recipe
	upTo      []float64 // of the languages
	sources   [][]*source
	within    [][]float64 // of the sources of each language
	rand      *rand.Rand
}

func newSampler(languages []*language, how recipe, stream uint64) *sampler {
	s := &sampler{languages: languages, how: how, rand: rand.New(rand.NewPCG(how.seed, stream))}
	total := 0.0
	for _, l := range languages {
		share := math.Pow(float64(l.bytes()), how.temper)
		if len(l.pseudo) > 0 {
			share *= how.news
		}
		if more := closeTo[l.label]; more > 0 {
			share *= more
		}
		total += share
		s.upTo = append(s.upTo, total)
		var sources []*source
		var upTo []float64
		sum := 0.0
		for _, name := range slices.Sorted(maps.Keys(l.sources)) {
			w := setWeight[name]
			if l.sources[name].words {
				w *= how.wordWeight
			}
			sum += w * math.Sqrt(float64(l.sources[name].bytes))
			sources = append(sources, l.sources[name])
			upTo = append(upTo, sum)
		}
		s.sources = append(s.sources, sources)
		s.within = append(s.within, upTo)
	}
	return s
}

// closeTo says how much more often a language is drawn that is hard to tell from
// a neighbour.
var closeTo = map[string]float64{
	"bs": 1.4, "hr": 2, "sr-Latn": 2, "id": 2, "ms": 2, "nb": 2, "nn": 2, "da": 2, "gl": 2, "zu": 2, "xh": 2,
	"zh-Hans": 2, "zh-Hant": 2, "yue": 2, "ne": 2, "mr": 2,
}

// next draws a text and the number of its language.
func (s *sampler) next() (label int, text string) {
	label = s.pick(s.upTo)
	l := s.languages[label]
	switch src := s.sources[label][s.pick(s.within[label])]; {
	case len(l.pseudo) > 0 && s.rand.Float64() < s.how.pseudo:
		text = s.pseudo(l.pseudo)
	case src.words:
		text = s.wordList(src)
	default:
		text = s.crop(src.texts[s.pick(src.upTo)])
	}
	if s.rand.Float64() < s.how.plain {
		text = stripMarks(text)
	}
	return label, text
}

func (s *sampler) pick(upTo []float64) int {
	i := sort.SearchFloat64s(upTo, s.rand.Float64()*upTo[len(upTo)-1])
	return min(i, len(upTo)-1)
}

// pseudo draws a run of pseudo-text: one or two words, or a sentence.
func (s *sampler) pseudo(words []string) string {
	n := 1 + s.rand.IntN(2)
	if s.rand.Float64() < 0.4 {
		n = 4 + int(s.rand.ExpFloat64()*6)
	}
	n = min(n, len(words))
	at := s.rand.IntN(len(words) - n + 1)
	return strings.Join(words[at:at+n], " ")
}

func (s *sampler) wordList(src *source) string {
	words := make([]string, 1+s.rand.IntN(4))
	for i := range words {
		words[i] = src.texts[s.pick(src.upTo)]
	}
	return strings.Join(words, " ")
}

// crop cuts a run of whole words out of three texts in four.
func (s *sampler) crop(text string) string {
	if s.rand.Float64() > 0.75 {
		return text
	}
	runes := utf8.RuneCountInString(text)
	n := (12 + int(s.rand.ExpFloat64()*50)) * len(text) / max(1, runes)
	if n >= len(text) {
		return text
	}
	from := s.rand.IntN(len(text) - n)
	to := from + n
	from, to = wordEdge(text, from, -1), wordEdge(text, to, 1)
	return text[from:to]
}

// wordEdge moves a cut to the nearest space in a direction, or to the nearest
// rune if there is no space near.
func wordEdge(text string, at, step int) int {
	const far = 30
	i := at
	for n := 0; n < far && i > 0 && i < len(text); n++ {
		if text[i] == ' ' || text[i] == '\n' {
			return i
		}
		i += step
	}
	if i <= 0 || i >= len(text) {
		return min(max(i, 0), len(text))
	}
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at += step
	}
	return at
}

// plainLetters are the letters that lose their marks, but have no
// decomposition.
var plainLetters = strings.NewReplacer("đ", "d", "Đ", "D", "ł", "l", "Ł", "L", "ı", "i", "ø", "o", "Ø", "O", "ß", "ss",
	"æ", "ae", "Æ", "Ae", "ð", "d", "Ð", "D", "þ", "th", "Þ", "Th", "ə", "e", "Ə", "E",
	"ɓ", "b", "Ɓ", "B", "ɗ", "d", "Ɗ", "D", "ƙ", "k", "Ƙ", "K", "ƴ", "y", "Ƴ", "Y", "ŋ", "n", "Ŋ", "N", "ɛ", "e", "Ɛ", "E", "ɔ", "o", "Ɔ", "O")

// stripMarks takes the diacritics off Latin letters.
func stripMarks(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(plainLetters.Replace(text)) {
		if r < 0x300 || r > 0x36f {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// features scans a text in the script of its language, keeping at most limit
// features, each with a certain probability if there are many.
func (s *sampler) features(buf []uint32, bits uint, script lid.Script, text string) []uint32 {
	const limit, few = 700, 30
	scan := lid.Scan(fold, script, bits, text)
	var part [256]uint32
	for n := scan.Next(part[:]); n > 0 && len(buf) < limit; n = scan.Next(part[:]) {
		buf = append(buf, part[:n]...)
	}
	if len(buf) > limit {
		buf = buf[:limit]
	}
	if len(buf) <= few || s.how.drop == 0 {
		return buf
	}
	threshold := uint64(s.how.drop * 65536)
	kept := buf[:0]
	var bitsLeft uint64
	for i, f := range buf {
		if i%4 == 0 {
			bitsLeft = s.rand.Uint64()
		}
		if bitsLeft&0xffff >= threshold {
			kept = append(kept, f)
		}
		bitsLeft >>= 16
	}
	return kept
}
