package names

import (
	"bytes"
	"math"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/translit"
)

// Features is how many numbers describe two names.
const Features = 60

// vector collects numbers in order.
type vector struct {
	x [Features]float32
	n int
}

func (v *vector) add(values ...float64) {
	for _, x := range values {
		v.x[v.n] = float32(x)
		v.n++
	}
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func clip(x, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, x)) }

// side is how the words of one name fare.
type side struct {
	like     [MaxWords]float64 // of the match of each word
	worst    float64
	second   float64 // the second worst
	best     float64
	left     float64 // information of words without a match
	leftRare float64 // the same, less for common words
	missing  float64 // how many have none
	initials float64
}

// unmatched is the likeness below which a word counts as having no match.
const unmatched = 0.35

func (c *comparison) side(words []Word, info *[MaxWords]float64, index func(match) int) side {
	s := side{worst: 9, second: 9}
	for _, m := range c.matches {
		s.like[index(m)] = math.Max(m.like, 0.02)
	}
	for k := range words {
		v := s.like[k]
		if words[k].sounds.len() == 1 {
			s.initials++
		}
		if words[k].Weak && v < unmatched {
			continue
		}
		s.second = math.Min(s.second, math.Max(s.worst, v))
		s.worst = math.Min(s.worst, v)
		s.best = math.Max(s.best, v)
		if v < unmatched {
			s.left += info[k]
			s.leftRare += info[k] * (1 - math.Min(c.m.commonness(&words[k].sounds), 1))
			s.missing++
		}
	}
	if s.second == 9 {
		s.second = s.worst
	}
	return s
}

// features describes two names in numbers.
func (c *comparison) features() *vector {
	v := &c.vector
	v.n = 0
	n, q := len(c.a.Words), len(c.b.Words)
	a := c.side(c.a.Words, &c.infoA, func(m match) int { return m.i })
	b := c.side(c.b.Words, &c.infoB, func(m match) int { return m.j })
	covered := c.sum / math.Max(1, math.Min(c.allA, c.allB))
	joined, likeness := c.joined(covered)
	v.add(covered, c.sum/math.Max(1, math.Max(c.allA, c.allB)), clip(likeness, -1, 1.2), clip(joined/25, -1, 2), clip(c.sum/25, 0, 2))
	v.add(a.worst, a.second, a.best, b.worst, b.second)
	v.add(clip(a.left/15, 0, 3), clip(b.left/15, 0, 3), clip(a.leftRare/15, 0, 3), clip(b.leftRare/15, 0, 3), a.missing, b.missing)
	v.add(clip(math.Min(a.left, b.left)/10, 0, 3), float64(n), float64(q), float64(q-n))
	c.positions(v, n, q)
	c.commonMatches(v)
	v.add(a.initials+b.initials, math.Min(c.allA, c.allB)/20, math.Max(c.allA, c.allB)/30)
	c.kinds(v)
	c.forms(v)
	c.stems(v)
	return v
}

// stems describes how far matching words agree from their beginning on, for
// cases change endings.
func (c *comparison) stems(v *vector) {
	least, most, mean, tail := 1.0, 0.0, 0.0, 0.0
	n := 0.0
	for _, m := range c.matches {
		if m.how != bySound || m.like <= 0 {
			continue
		}
		share, rest := stem(&c.a.Words[m.i].sounds, &c.b.Words[m.j].sounds)
		least, most = math.Min(least, share), math.Max(most, share)
		tail = math.Max(tail, rest)
		mean += share
		n++
	}
	v.add(least, most, mean/math.Max(n, 1), tail, flag(c.a.cases)+flag(c.b.cases))
}

// stem returns the share of the shorter word that both begin with, and how
// many sounds the other has behind it.
func stem(a, b *grams) (share, rest float64) {
	n := 0
	for n < a.len() && n < b.len() && a.sounds[n] == b.sounds[n] {
		n++
	}
	return float64(n) / float64(max(1, min(a.len(), b.len()))), float64(max(a.len(), b.len()) - n)
}

// joined returns the score of the names as one word each, which matters where
// words may be cut in other places, and its share of the information.
func (c *comparison) joined(covered float64) (score, likeness float64) {
	score = c.sum
	half := math.Max(1, (c.allA+c.allB)/2)
	uncut := unspaced(c.a.script) || unspaced(c.b.script)
	if covered < 0.6 && (uncut || len(c.a.Words) != len(c.b.Words)) {
		s := c.join()
		return math.Max(s, c.sum), s / half
	}
	return score, score / half
}

// unspaced tells the scripts that write names without spaces.
func unspaced(s translit.Script) bool { return s >= translit.Thai }

// positions describes which of the first and last words match. The surname is
// mostly last, or first.
func (c *comparison) positions(v *vector, n, q int) {
	lastA, firstB, lastB := n-1, 0, q-1
	cross := math.Max(c.pairs[0][lastB].like, c.pairs[lastA][firstB].like)
	crossLess := math.Min(c.pairs[0][lastB].like, c.pairs[lastA][firstB].like)
	v.add(clip(c.pairs[lastA][lastB].like, -1, 1.2), clip(c.pairs[0][0].like, -1, 1.2), clip(cross, -1, 1.2), clip(crossLess, -1, 1.2))
	last, first, order := 0.0, 0.0, 0.0
	for k, m := range c.matches {
		if m.j == lastB {
			last = math.Max(last, m.like)
		}
		if m.j == 0 {
			first = math.Max(first, m.like)
		}
		for _, o := range c.matches[:k] {
			if (o.i < m.i) == (o.j < m.j) {
				order++
			}
		}
	}
	v.add(last, first, order, flag(n == 1 && q > 1)*last, flag(n == 1 && q > 1)*first)
}

// commonMatches describes how common the matching words are.
func (c *comparison) commonMatches(v *vector) {
	mean, like, rarest := 0.0, 0.0, 2.0
	for _, m := range c.matches {
		common := c.m.commonness(&c.a.Words[m.i].sounds) + c.m.commonness(&c.b.Words[m.j].sounds)
		mean += common * m.score
		like += m.like * m.score
		if m.like > unmatched {
			rarest = math.Min(rarest, common)
		}
	}
	if c.sum > 0 {
		mean /= c.sum
		like /= c.sum
	}
	nick, meaning := 0.0, 0.0
	for _, m := range c.matches {
		switch m.how {
		case byNickname:
			nick++
		case byMeaning:
			meaning++
		}
	}
	v.add(mean, like, rarest, nick, meaning)
}

// kinds describes what the names are of, and how they are written.
func (c *comparison) kinds(v *vector) {
	v.add(kind(c.a.Kind, c.b.Kind), flag(c.a.class == c.b.class), flag(c.a.Comma || c.b.Comma))
	for _, s := range []translit.Script{translit.LatinScript, translit.Cyrillic, translit.Greek, translit.Arabic, translit.Hebrew, translit.Kana, translit.Hangul, translit.Han, translit.Thai} {
		v.add(flag(c.a.script == s) + flag(c.b.script == s))
	}
	v.add(flag(c.a.class == japanese) + flag(c.b.class == japanese))
}

// kind tells names of people from others as far as it is known.
func kind(a, b Kind) float64 {
	switch k := max(a, b); {
	case a != b && min(a, b) != Unknown:
		return 4
	default:
		return float64(k)
	}
}

// forms describes what the letters themselves show.
func (c *comparison) forms(v *vector) {
	a, b := c.a.text, c.b.text
	v.add(flag(!sameDigits(a, b)), flag(bytes.Contains(a, b) || bytes.Contains(b, a)), flag(c.acronym()))
	prefix := 0
	for prefix < len(a) && prefix < len(b) && a[prefix] == b[prefix] {
		prefix++
	}
	v.add(float64(prefix)/float64(max(1, min(len(a), len(b)))), flag(bytes.Equal(a, b)))
}

// sameDigits reports whether a and b have the same digits in the same order.
func sameDigits(a, b []byte) bool {
	for {
		var x, y byte
		x, a = nextDigit(a)
		y, b = nextDigit(b)
		if x != y || x == 0 {
			return x == y
		}
	}
}

// nextDigit returns the first digit of s, 0 for none, and what is behind it.
func nextDigit(s []byte) (byte, []byte) {
	for i, c := range s {
		if c >= '0' && c <= '9' {
			return c, s[i+1:]
		}
	}
	return 0, nil
}

// acronym reports whether one name is a single word in capitals, of the first
// letters of the words of the other. Words as short as "and" may be passed over.
func (c *comparison) acronym() bool {
	if len(c.a.Words) != 1 || len(c.b.Words) < 2 || !c.a.capitals || c.a.script != c.b.script || max(c.a.Kind, c.b.Kind) == Person {
		return false
	}
	rest := c.a.Words[0].Text
	for j := range c.b.Words {
		w := &c.b.Words[j]
		r, n := utf8.DecodeRuneInString(rest)
		if n > 0 && begins(w, r) {
			rest = rest[n:]
		} else if utf8.RuneCountInString(w.Text) > 3 {
			return false
		}
	}
	return rest == ""
}

// begins reports whether a word begins with a letter, or one that sounds like it.
func begins(w *Word, letter rune) bool {
	if r, _ := utf8.DecodeRuneInString(w.Text); r == letter {
		return true
	}
	var text [utf8.UTFMax]byte
	var buf [8]byte
	sounds, _ := translit.AppendSounds(buf[:0], string(utf8.AppendRune(text[:0], letter)), "")
	return len(sounds) > 0 && sounds[0] == w.sounds.sounds[0]
}
