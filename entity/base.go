package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/lemma"
	"github.com/tidings-go/tidings/internal/ner"
)

// Evidence for a word being a base form.
const (
	knownHere = 4.0 // a given name of the language
	knownName = 3.0
	knownLess = 2.0
	namedElse = 2.5 // the article has it, in another name or form
	readElse  = 1.5 // another form in the article was read so
)

// lemmatise sets the base forms of the mentions: once by each for itself, and
// again with what that showed of the others.
func (a *article) lemmatise() {
	a.settleCountries()
	e := clues{forms: map[string]map[string]bool{}, read: map[string]map[string]bool{}}
	for _, m := range a.mentions {
		for _, w := range m.words {
			note(e.forms, w, w)
		}
	}
	a.readBases(e)
	for _, m := range a.mentions {
		for i, b := range m.base {
			if i < len(m.words) && b != m.words[i] {
				note(e.read, b, m.words[i])
			}
		}
	}
	a.readBases(e)
}

// clues are what an article shows of its names: the words that they have, and
// for each base form the words that were read so.
type clues struct{ forms, read map[string]map[string]bool }

func (a *article) readBases(e clues) {
	done := map[string][]string{}
	for _, m := range a.mentions {
		m.base = a.baseOf(m, done, e)
	}
}

func note(forms map[string]map[string]bool, base, form string) {
	if forms[base] == nil {
		forms[base] = map[string]bool{}
	}
	forms[base][form] = true
}

// baseOf returns the words of m in their base form. done keeps what was found
// for the same name in the same surroundings.
func (a *article) baseOf(m *mention, done map[string][]string, e clues) []string {
	before := a.before(m.start)
	key := m.kind.String() + before + "\x00" + strings.Join(m.words, " ")
	if b, ok := done[key]; ok {
		return b
	}
	ws := a.quiet(m)
	n := lemma.Name{Words: ws, Person: m.kind == Person, Before: before, Known: func(w string) float64 {
		return a.known(w, m.kind) + e.of(w, m.words)
	}}
	b := lemma.Base(n, string(a.tag))
	done[key] = b
	return b
}

// of says how much speaks for w being a base form in a name of words ws.
func (e clues) of(w string, ws []string) float64 {
	switch own := slices.Contains(ws, w); {
	case own && len(e.read[w]) > 0:
		return readElse
	case own:
		return 0
	case len(e.forms[w]) > 0:
		return namedElse
	case len(e.read[w]) > 1:
		return readElse
	}
	return 0
}

// known says how well w is known as a name of the kind.
func (a *article) known(w string, k Kind) float64 {
	if a.lists == nil {
		return 0
	}
	l, own := a.lists.Lists(w, string(a.tag.Base()))
	switch {
	case k == Person && own&ner.Given != 0:
		return knownHere
	case k == Person && l&ner.Given != 0 && own&ner.Common == 0:
		return knownLess
	case k == Person && l&ner.Surname != 0:
		return knownLess
	case k != Person && l&(ner.Single|ner.Country|ner.Body) != 0:
		return knownName
	}
	return 0
}

// quiet returns the words of m, those of names in capitals written as usual:
// ПУТІНУ as Путіну, while NATO stays.
func (a *article) quiet(m *mention) []string {
	out := m.words
	for i, w := range m.words {
		n := utf8.RuneCountInString(w)
		if n < 4 || w != strings.ToUpper(w) || w == strings.ToLower(w) {
			continue
		}
		t := titled(w)
		if m.kind != Person && (m.kind != Place || n < 5) && a.known(t, m.kind) == 0 {
			continue
		}
		if &out[0] == &m.words[0] {
			out = append([]string(nil), m.words...)
		}
		out[i] = t
	}
	return out
}

// titled returns w in lower case but for the first letter of each part.
func titled(w string) string {
	start := true
	return strings.Map(func(r rune) rune {
		up := start
		start = !unicode.IsLetter(r) && !unicode.IsDigit(r)
		if up {
			return unicode.ToTitle(r)
		}
		return unicode.ToLower(r)
	}, w)
}

// settleCountries makes places of single words that the tagger is not sure of
// and the gazetteer knows as countries.
func (a *article) settleCountries() {
	country := map[string]bool{}
	for _, m := range a.mentions {
		if len(m.words) != 1 || m.kind == Place || m.score > sure || utf8.RuneCountInString(m.words[0]) < 4 {
			continue
		}
		w := m.words[0]
		is, done := country[w]
		if !done {
			is = a.isCountry(w)
			country[w] = is
		}
		if is {
			m.kind = Place
		}
	}
}

// isCountry reports whether w is a form of the name of a country.
func (a *article) isCountry(w string) bool {
	for _, form := range lemma.Changes(w, string(a.tag)) {
		if a.lists != nil {
			if l, _ := a.lists.Lists(form, ""); l&ner.Country == 0 {
				continue
			}
		}
		for c := range a.r.opts.Gazetteer.Lookup(form, a.tag) {
			if isCountryID(c.ID) {
				return true
			}
		}
	}
	return false
}
