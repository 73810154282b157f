package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/lemma"
	"github.com/tidings-go/tidings/internal/names"
	"github.com/tidings-go/tidings/internal/ner"
)

func sortMentions(ms []*mention) {
	slices.SortFunc(ms, func(a, b *mention) int { return a.start - b.start })
}

// identify gives each group its ID, and makes one of those with the same.
func (a *article) identify() {
	byID := map[ID]*group{}
	out := a.groups[:0]
	for _, g := range a.groups {
		g.base = g.fullest()
		a.correct(g)
		g.id = a.idOf(g)
		if g.kind == Org && isCountryID(g.id) {
			g.kind = Place
		}
		if f := byID[g.id]; f != nil {
			f.join(g)
			sortMentions(f.mentions)
			continue
		}
		byID[g.id] = g
		out = append(out, g)
	}
	a.groups = out
}

// The scores from which on the tagger is believed against the gazetteer: that
// a place is meant as an organisation, as a club that is named like its city,
// the gazetteer cannot know.
const (
	sure     = 0.9
	sureClub = 0.6
)

// correct gives g the kind that the gazetteer knows its name by, unless the
// tagger is sure or the gazetteer knows one of that kind too.
func (a *article) correct(g *group) {
	name := strings.Join(g.base, " ")
	if utf8.RuneCountInString(name) < 4 {
		return
	}
	first := Candidate{}
	for c := range a.r.opts.Gazetteer.Lookup(name, a.tag) {
		if c.Kind == g.kind {
			return
		}
		if first.ID == "" {
			first = c
		}
	}
	switch {
	case first.ID == "":
	case first.Kind == Person && len(g.base) < 2:
	case g.kind == Person && len(g.base) == 1 && !strings.HasPrefix(string(first.ID), "iso3166:") && !(first.Kind == Org && a.isNoOnesName(name)):
	case g.kind == Org && first.Kind == Place && g.score() >= sureClub:
	case g.score() < sure:
		g.kind = first.Kind
	}
}

// isNoOnesName reports whether the lists, if there are any, know no person of
// the name.
func (a *article) isNoOnesName(name string) bool {
	if a.lists == nil {
		return false
	}
	all, own := a.lists.Lists(name, string(a.tag.Base()))
	return all&(ner.Given|ner.Surname) == 0 && own&ner.Common == 0
}

// score returns the mean score of the mentions of g.
func (g *group) score() float64 {
	sum := 0.0
	for _, m := range g.mentions {
		sum += m.score
	}
	return sum / float64(len(g.mentions))
}

// fullest returns the base form with most words; the commonest of those.
func (g *group) fullest() []string {
	count := map[string]int{}
	for _, m := range g.mentions {
		count[strings.Join(m.base, " ")]++
	}
	best := g.mentions[0].base
	for _, m := range g.mentions {
		n, top := len(m.base), len(best)
		if n > top || n == top && count[strings.Join(m.base, " ")] > count[strings.Join(best, " ")] {
			best = m.base
		}
	}
	return best
}

// idOf returns the ID of g: that of the gazetteer for its name, else for
// another of its forms, else one by the name.
func (a *article) idOf(g *group) ID {
	name := strings.Join(g.base, " ")
	if id := a.lookup(name, g.kind); id != "" {
		return id
	}
	seen := map[string]bool{name: true}
	for _, m := range g.mentions {
		if len(seen) > 20 || len(m.base) < len(g.base) && g.kind == Person {
			continue
		}
		for _, form := range []string{strings.Join(m.base, " "), strings.Join(m.words, " ")} {
			if seen[form] {
				continue
			}
			seen[form] = true
			if id := a.lookup(form, g.kind); id != "" {
				return id
			}
		}
	}
	if len(g.base) == 1 && g.kind != Person {
		for _, form := range lemma.Changes(g.mentions[0].words[0], string(a.tag)) {
			if id := a.lookup(form, g.kind); id != "" {
				return id
			}
		}
	}
	return "name:" + ID(Fold(withoutForm(g), a.tag))
}

// withoutForm returns the name of g without the legal form of a firm at either
// end, which one text gives and another does not.
func withoutForm(g *group) string {
	ws := g.base
	if g.kind != Person && len(ws) > 1 && isLegalForm(ws[len(ws)-1]) {
		ws = ws[:len(ws)-1]
	}
	if g.kind != Person && len(ws) > 1 && isLegalForm(ws[0]) {
		ws = ws[1:]
	}
	return strings.Join(ws, " ")
}

// isLegalForm reports whether w is a legal form: AG, S.p.A., ТОВ.
func isLegalForm(w string) bool {
	return names.IsLegalForm(strings.ToLower(strings.ReplaceAll(w, ".", "")))
}

// lookup returns the ID of the likeliest thing of a kind like k that name may
// mean, or "".
func (a *article) lookup(name string, k Kind) ID {
	var best ID
	for c := range a.r.opts.Gazetteer.Lookup(name, a.tag) {
		if c.Kind == k {
			return c.ID
		}
		if best == "" && alike(c.Kind, k) {
			best = c.ID
		}
	}
	return best
}

// alike reports whether a name may be taken for either kind: a government for
// its seat, a firm for what it makes.
func alike(a, b Kind) bool {
	switch {
	case a == b:
		return true
	case a == Org:
		return b == Place || b == Product
	case b == Org:
		return a == Place || a == Product
	}
	return a == Other && b != Person
}

// isCountryID reports whether id is of a country, as in iso3166:RO.
func isCountryID(id ID) bool {
	return strings.HasPrefix(string(id), "iso3166:") && len(id) == len("iso3166:RO")
}
