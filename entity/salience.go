package entity

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// entities returns the groups of the wanted kinds, most salient first.
func (a *article) entities() []Entity {
	var out []Entity
	title, _, _ := strings.Cut(a.text, "\n")
	for _, g := range a.groups {
		if !a.r.kinds[g.kind] {
			continue
		}
		e := Entity{ID: g.id, Kind: g.kind, Name: strings.Join(g.base, " "), Salience: a.salience(g, len(title))}
		for _, m := range g.mentions {
			e.Mentions = append(e.Mentions, Mention{m.start, m.end, strings.Join(m.base, " "), m.score})
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(x, y Entity) int {
		return cmp.Or(cmp.Compare(y.Salience, x.Salience), x.Mentions[0].Start-y.Mentions[0].Start)
	})
	return out
}

// salience grows with the number of mentions and how early the first is, as
// position and frequency are the best single signs of what a text is about
// (Dunietz and Gillick 2014). The first line, up to byte title, counts more.
func (a *article) salience(g *group, title int) float64 {
	early := 1 - float64(g.mentions[0].start)/float64(len(a.text))
	often := 1 - math.Exp2(-float64(len(g.mentions))/3)
	s := 0.5*often + 0.35*early*early
	if g.mentions[0].start <= title {
		s += 0.15
	}
	return s
}
