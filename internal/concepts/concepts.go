// Package concepts reads the lexicon of news concepts: words of many
// languages, each with the concepts it stands for, such as "σεισμός" and
// "earthquake" for one. A word is looked up as it is written, then by its
// stem, then by its beginning, so that light inflection is no obstacle.
package concepts

import (
	"strings"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/translit"
)

// Kind and Version name the flat file of a lexicon.
const (
	Kind    = "concepts"
	Version = 2
)

// Prefix is the number of runes of a word's beginning that is tried when
// neither the word nor its stem is known. Shorter words have no such key.
const Prefix = 7

// A Table is a lexicon read in place. It is immutable, and safe for
// concurrent use by multiple goroutines. A nil Table is empty.
type Table struct {
	words  flat.Hashes
	begins flat.Hashes // words that phrases begin with
	names  flat.Strings
	byKey  map[uint32]int // numbers of concepts
	maxRun int
}

// Open returns the lexicon in data.
func Open(data string) (*Table, error) {
	f, err := flat.Open(data, Kind, Version)
	if err != nil {
		return nil, err
	}
	t := &Table{maxRun: int(flat.Uint32(f.Section("maxrun"), 0))}
	if t.words, err = flat.OpenHashes(f.Section("words")); err != nil {
		return nil, err
	}
	if t.begins, err = flat.OpenHashes(f.Section("begins")); err != nil {
		return nil, err
	}
	t.names, err = flat.OpenStrings(f.Section("names"))
	t.byKey = make(map[uint32]int, t.names.Len())
	for i := range t.names.Len() {
		t.byKey[Key(t.names.At(i))] = i
	}
	return t, err
}

// KeyBits is the number of bits of the key of a concept.
const KeyBits = 29

// Key returns the key of a concept by its name. Numbers move when the lexicon
// grows; keys do not.
func Key(name string) uint32 { return Hash("concept", name) >> (32 - KeyBits) }

// A List is the concepts of a word.
type List struct {
	words flat.Hashes
	names flat.Strings
	from  int
	n     int
}

// Len returns the number of concepts.
func (l List) Len() int { return l.n }

// At returns the key of the i-th concept.
func (l List) At(i int) uint32 {
	_, c := l.words.At(l.from + i)
	return Key(l.names.At(int(c)))
}

// Word returns the concepts of a word in small letters, or of its stem, or of
// its beginning: the first of them that is known.
func (t *Table) Word(tag, word, stem string) List {
	if t == nil {
		return List{}
	}
	if tag == "sr" {
		word = Gaj(word)
	}
	if l := t.in(tag, word, stem); l.n > 0 {
		return l
	}
	if near := neighbour(tag); near != "" {
		return t.in(near, word, stem)
	}
	return List{}
}

// in looks a word up in the column of one language.
func (t *Table) in(tag, word, stem string) List {
	if l := t.find(tag, word); l.n > 0 {
		return l
	}
	if stem != word {
		if l := t.find(tag, "."+stem); l.n > 0 {
			return l
		}
	}
	if p := prefix(word); p != "" {
		return t.find(tag, p)
	}
	if tag == "ko" {
		return t.korean(word)
	}
	return List{}
}

// Begins reports whether a phrase of the lexicon may begin with a word, or
// with a word of that stem.
func (t *Table) Begins(tag, word, stem string) bool {
	if t == nil {
		return false
	}
	if tag == "sr" {
		word = Gaj(word)
	}
	near := neighbour(tag)
	for _, k := range Keys(word, stem) {
		if t.begins.Find(Hash(tag, k)) >= 0 || near != "" && t.begins.Find(Hash(near, k)) >= 0 {
			return true
		}
	}
	return false
}

// korean looks a word up without the particles at its end, which are one or
// two syllables.
func (t *Table) korean(word string) List {
	const syllable = 3 // bytes
	for n := len(word) - syllable; n >= 2*syllable && n >= len(word)-2*syllable; n -= syllable {
		if l := t.find("ko", word[:n]); l.n > 0 {
			return l
		}
	}
	return List{}
}

// neighbour returns the language whose column is read for words that a
// language's own column has not: the nearest that writes most news words
// alike. It is empty for languages that have none.
func neighbour(tag string) string {
	switch tag {
	case "ms":
		return "id"
	case "da", "nb", "nn":
		return "no"
	case "yue":
		return "zh"
	case "mk":
		return "bg"
	case "sk":
		return "cs"
	case "bs", "sr", "sh":
		return "hr"
	case "gl":
		return "pt"
	case "ca":
		return "es"
	case "af":
		return "nl"
	case "az":
		return "tr"
	}
	return ""
}

func (t *Table) find(tag, key string) List {
	h := Hash(tag, key)
	from := t.words.Find(h)
	if from < 0 {
		return List{}
	}
	n := 1
	for {
		if k, _ := t.words.At(from + n); k != h || from+n >= t.words.Len() {
			return List{t.words, t.names, from, n}
		}
		n++
	}
}

// Keys returns every key under which a lexicon word is to be found.
func Keys(word, stem string) []string {
	keys := []string{word, "." + stem}
	if p := prefix(word); p != "" {
		keys = append(keys, p)
	}
	return keys
}

// prefix returns the beginning of a long word, marked as such, or the
// beginnings of the words of a phrase of which one is long. It is empty for
// what has no long word.
func prefix(word string) string {
	first, rest, phrase := strings.Cut(word, " ")
	start, long := beginning(first)
	if phrase {
		for w := range strings.FieldsSeq(rest) {
			b, l := beginning(w)
			start, long = start+" "+b, long || l
		}
	}
	if !long {
		return ""
	}
	return start + "*"
}

// beginning returns the first [Prefix] runes of a word, and whether it has as
// many.
func beginning(word string) (start string, long bool) {
	n := 0
	for i := range word {
		if n == Prefix {
			return word[:i], true
		}
		n++
	}
	return word, n == Prefix
}

// MaxRun returns the number of runes of the longest word in a script without
// spaces.
func (t *Table) MaxRun() int {
	if t == nil {
		return 0
	}
	return t.maxRun
}

// Name returns the English name of the concept with a key, or "".
func (t *Table) Name(key uint32) string {
	if t == nil {
		return ""
	}
	n, ok := t.byKey[key]
	if !ok {
		return ""
	}
	return t.names.At(n)
}

// Hash returns the FNV-1a hash of a key within a scope such as a language,
// mixed so that its upper bits are as good as its lower ones.
func Hash(scope, key string) uint32 {
	h := uint64(14695981039346656037)
	for i := range len(scope) {
		h = (h ^ uint64(scope[i])) * 1099511628211
	}
	h = (h ^ 0xff) * 1099511628211
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return uint32(h >> 32)
}

// Gaj returns Serbian text in small letters in the Latin alphabet of Ljudevit
// Gaj.
func Gaj(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r >= 'а' && r <= 'џ' && gaj[r-'а'] != "" {
			b.WriteString(gaj[r-'а'])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// gaj has the letter for each of Cyrillic from а to џ.
var gaj = [...]string{
	0: "a", 'б' - 'а': "b", 'в' - 'а': "v", 'г' - 'а': "g", 'д' - 'а': "d", 'ђ' - 'а': "đ", 'е' - 'а': "e", 'ж' - 'а': "ž",
	'з' - 'а': "z", 'и' - 'а': "i", 'ј' - 'а': "j", 'к' - 'а': "k", 'л' - 'а': "l", 'љ' - 'а': "lj", 'м' - 'а': "m", 'н' - 'а': "n",
	'њ' - 'а': "nj", 'о' - 'а': "o", 'п' - 'а': "p", 'р' - 'а': "r", 'с' - 'а': "s", 'т' - 'а': "t", 'ћ' - 'а': "ć", 'у' - 'а': "u",
	'ф' - 'а': "f", 'х' - 'а': "h", 'ц' - 'а': "c", 'ч' - 'а': "č", 'џ' - 'а': "dž", 'ш' - 'а': "š",
}

// Simplify returns text with each Chinese character replaced by one that
// stands for its commonest reading, so that simplified and traditional script,
// which share readings, meet.
func Simplify(text []rune) []rune {
	out := make([]rune, len(text))
	for i, r := range text {
		out[i] = r
		if s := translit.Reading(r); s != "" {
			out[i] = privateUse + rune(Hash("", s)%readings)
		}
	}
	return out
}

// Readings are hashed into the private use planes of Unicode.
const (
	privateUse = 0xf0000
	readings   = 0xfff0
)
