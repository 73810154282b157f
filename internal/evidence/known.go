package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/entity"
)

// Where a script has no capitals, names are not told from other words by
// their form, and few recognisers find them. What a gazetteer knows is looked
// up word by word instead.

const (
	maxKnownHan  = 8   // runes of a name in Chinese or Japanese
	maxKnownThai = 18  // runes of a name in another script without spaces
	knownTokens  = 100 // words, or characters of scripts without spaces, of an article that are looked up
)

// knownWord adds the known thing that a word means, with the word before it
// or alone.
func (r *reader) knownWord(i int, l *lexeme) {
	t := &r.tokens[i]
	if r.gazetteer == nil || i >= knownTokens {
		return
	}
	k := l.known
	if i > 0 && t.next && caseless(r.tokens[i-1].first) {
		if pair := r.knownPair(r.tokens[i-1].text, t.text); pair.id != "" {
			k = pair
		}
	}
	if k.id != "" {
		r.neutral.addEntity(k.id, entityWeight*t.weight, t.title, k.form)
	}
}

// knownPair is knownForm for two words, from memory if it can.
func (r *reader) knownPair(before, word string) known {
	key := lexemeKey{string(r.full), before + " " + word}
	l := r.memory.get(key)
	if l == nil {
		l = &lexeme{known: r.knownForm(word, before+" ")}
		r.memory.put(key, l)
	}
	return l.known
}

// knownForm looks up a word behind what comes before it.
func (r *reader) knownForm(word, before string) known {
	for i, form := range plainForms(word) {
		if k := r.lookup(before+form, i == 0); k.id != "" {
			return k
		}
	}
	return known{}
}

// plainForms returns a word, and what is left of it without what many
// languages write on to names: the article and prepositions of Arabic and
// Hebrew before them, particles and case endings after them.
func plainForms(word string) []string {
	forms := []string{word}
	first, _ := utf8.DecodeRuneInString(word)
	if unicode.In(first, unicode.Arabic, unicode.Hebrew) {
		for _, p := range []string{"ال", "و", "ب", "ل", "وال", "بال", "ו", "ב", "ל", "ה", "מ", "ש", "כ"} {
			if rest, ok := strings.CutPrefix(word, p); ok && utf8.RuneCountInString(rest) >= 3 {
				forms = append(forms, rest)
			}
		}
		return forms
	}
	least := 3
	if unicode.Is(unicode.Hangul, first) {
		least = 2
	}
	runes := []rune(word)
	for cut := 1; cut <= 3 && len(runes)-cut >= least; cut++ {
		stem := string(runes[:len(runes)-cut])
		forms = append(forms, stem)
		if unicode.Is(unicode.Georgian, first) {
			forms = append(forms, stem+"ა", stem+"ი")
		}
	}
	return forms
}

// knownRun adds the known things in a run without spaces, the longest first.
func (r *reader) knownRun(text []rune, t *token) {
	if r.gazetteer == nil {
		return
	}
	least, most, sure := 5, maxKnownThai, false
	if unicode.In(text[0], unicode.Han, unicode.Hiragana, unicode.Katakana) {
		least, most, sure = 2, maxKnownHan, true
	}
	text = text[:min(len(text), knownTokens-r.lookedUp)]
	r.lookedUp += len(text)
	for a := 0; a < len(text); a++ {
		if unicode.Is(unicode.Hiragana, text[a]) || unicode.Is(unicode.Mn, text[a]) {
			continue // no name begins so
		}
		for n := min(most, len(text)-a); n >= least; n-- {
			if k := r.lookup(string(text[a:a+n]), sure); k.id != "" {
				r.neutral.addEntity(k.id, entityWeight*t.weight, t.title, k.form)
				a += n - 1
				break
			}
		}
	}
}

// lookup returns what a name means. Of a name that is not surely a whole one,
// only countries and people are believed: there are too many small towns.
func (r *reader) lookup(name string, sure bool) known {
	for c := range r.gazetteer.Lookup(name, r.full) {
		if c.Kind == entity.Other || !sure && local(string(c.ID)) {
			break
		}
		return known{entity.ID(strings.Clone(string(c.ID))), strings.Clone(name)}
	}
	return known{}
}

// local reports whether an ID is of a town or of a part of a country.
func local(id string) bool {
	return strings.HasPrefix(id, "geonames:") || strings.HasPrefix(id, "iso3166:") && strings.Contains(id, "-")
}
