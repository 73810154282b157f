package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/ner"
)

// resolveFirstWords joins the first word of a name that is no person's,
// standing alone, with that name, if no other begins so and the word is the
// name of nothing else: Meridia with Meridia Lines.
func (a *article) resolveFirstWords() {
	longer := map[string]*group{} // by first word; nil if there are several
	for _, g := range a.groups {
		if g.kind == Person || len(g.base) < 2 || len(g.mentions) == 0 {
			continue
		}
		w := strings.ToLower(g.base[0])
		f, more := longer[w]
		switch {
		case !more:
			longer[w] = g
		case f != nil && !strings.EqualFold(withoutForm(f), withoutForm(g)):
			longer[w] = nil
		}
	}
	for _, g := range a.groups {
		if len(g.base) != 1 || len(g.mentions) == 0 || g.kind == Person && !a.doubtful(g) {
			continue
		}
		first := g.mentions[0].words[0]
		f := longer[strings.ToLower(g.base[0])]
		if f == nil {
			f = longer[strings.ToLower(first)]
		}
		if f != nil && utf8.RuneCountInString(first) > 3 && !a.isKnown(first) && !a.isKnown(g.base[0]) {
			f.join(g)
		}
	}
}

// isKnown reports whether w is by itself the name of something, or a common
// word.
func (a *article) isKnown(w string) bool {
	for range a.r.opts.Gazetteer.Lookup(w, a.tag) {
		return true
	}
	if a.lists == nil {
		return false
	}
	all, own := a.lists.Lists(w, string(a.tag.Base()))
	return all&(ner.Country|ner.Body|ner.Firm) != 0 || own&ner.Common != 0
}
