package evidence

import (
	"strings"
	"unicode"

	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/translit"
)

// unspaced reports whether r is of a script written without spaces.
func unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// run reads the run of unspaced tokens that starts at token i; the later
// tokens of the run find it read.
func (r *reader) run(i int) {
	t := &r.tokens[i]
	if i > 0 && t.next && unspaced(r.tokens[i-1].first) && r.tokens[i-1].title == t.title {
		return
	}
	var text []rune
	for j := i; j < len(r.tokens) && (j == i || r.tokens[j].next && r.tokens[j].title == t.title) && unspaced(r.tokens[j].first); j++ {
		text = append(text, []rune(r.tokens[j].text)...)
	}
	written := text
	text = r.simplify(text)
	for a := 0; a+1 < len(text); a++ {
		r.words.add(MakeKey(Word, r.tag, string(text[a:a+2])), 0, t.weight, t.title, string(text[a:a+2]))
	}
	r.longest(text, t)
	r.katakana(written, t)
	r.knownRun(written, t)
	if n := len(written); n >= 4 && n <= 12 && !unicode.In(written[0], unicode.Han, unicode.Hiragana, unicode.Katakana) {
		// short runs of Thai, Lao, Khmer and Burmese are often names
		r.foreignName(string(written), t, 0.5*nameWeight*t.weight)
	}
}

// simplify replaces Chinese characters, but those of Japanese, by one
// character for each reading, so that simplified and traditional script meet.
func (r *reader) simplify(text []rune) []rune {
	if r.tag == "ja" {
		return text
	}
	return concepts.Simplify(text)
}

// longest adds the concepts of the longest words of the lexicon in a run.
func (r *reader) longest(text []rune, t *token) {
	for a := 0; a < len(text); a++ {
		for n := min(r.table.MaxRun(), len(text)-a); n >= 2; n-- {
			s := string(text[a : a+n])
			if list := r.table.Word(r.tag, s, s); list.Len() > 0 {
				for i := range list.Len() {
					r.addConcept(list.At(i), list.Len(), t)
				}
				a += n - 1
				break
			}
		}
	}
}

// katakana adds the foreign names in a run of Japanese.
func (r *reader) katakana(text []rune, t *token) {
	from := -1
	for i := 0; i <= len(text); i++ {
		if i < len(text) && (unicode.Is(unicode.Katakana, text[i]) || text[i] == 'ー') {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 && i-from >= 3 {
			name := strings.ReplaceAll(string(text[from:i]), "ー", "")
			r.foreignName(name, t, nameWeight*t.weight)
		}
		from = -1
	}
}

// foreignName adds the keys of a name that is part of a run.
func (r *reader) foreignName(name string, t *token, w float64) {
	rom := translit.Latin(name, r.tag)
	for _, k := range spellings(skeleton(rom), rom, name, true) {
		r.neutral.add(k.key, k.of, k.share*w, t.title, name)
	}
}
