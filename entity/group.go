package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/lemma"
)

// gather puts the mentions of one thing together: first those of one base form,
// then shorter forms with the full name.
func (a *article) gather() {
	byName := map[string]*group{}
	for _, m := range a.mentions {
		key := strings.ToLower(strings.Join(m.base, " "))
		g := byName[key]
		if g == nil {
			g = &group{base: m.base}
			byName[key] = g
			a.groups = append(a.groups, g)
		}
		g.mentions = append(g.mentions, m)
	}
	for _, g := range a.groups {
		g.kind = g.vote()
	}
	a.resolvePeople()
	a.resolveFirstWords()
	a.resolveAcronyms()
	a.sortGroups()
}

// vote returns the kind that most mentions have, weighted by how sure they are.
func (g *group) vote() Kind {
	var sums [Event + 1]float64
	for _, m := range g.mentions {
		sums[m.kind] += m.score
	}
	best := g.mentions[0].kind
	for k, s := range sums {
		if s > sums[best] {
			best = Kind(k)
		}
	}
	return best
}

// join moves the mentions of h to g.
func (g *group) join(h *group) {
	g.mentions = append(g.mentions, h.mentions...)
	h.mentions = nil
}

// sortGroups drops empty groups and puts the mentions of each in order.
func (a *article) sortGroups() {
	out := a.groups[:0]
	for _, g := range a.groups {
		if len(g.mentions) == 0 {
			continue
		}
		sortMentions(g.mentions)
		out = append(out, g)
	}
	a.groups = out
}

// resolvePeople joins short names of people with the full ones.
func (a *article) resolvePeople() {
	byWord := map[string][]*group{} // full names by each of their words
	var full []*group
	for _, g := range a.groups {
		if g.kind == Person && len(g.base) > 1 {
			full = append(full, g)
		}
	}
	for _, g := range full {
		for i := len(g.base) - 1; i >= 0; i-- {
			if w := strings.ToLower(g.base[i]); len(byWord[w]) < maxAlike {
				byWord[w] = append(byWord[w], g)
			}
		}
	}
	for _, g := range a.groups {
		if len(g.base) != 1 {
			continue
		}
		if f, base := a.fullName(g, byWord); f != nil && a.mayBePerson(g, base) {
			for _, m := range g.mentions {
				m.base = []string{base}
			}
			f.join(g)
		}
	}
	a.joinVariants(byWord)
}

// mayBePerson reports whether g may be somebody whose name has the word base:
// also a group of another kind, if nothing is known by that very word.
func (a *article) mayBePerson(g *group, base string) bool {
	if g.kind == Person || g.kind == Other || a.doubtful(g) {
		return true
	}
	return strings.EqualFold(base, g.base[0]) && !a.isKnown(base)
}

// doubtful reports whether the kind of g is not sure.
func (a *article) doubtful(g *group) bool {
	for _, m := range g.mentions {
		if m.score > 0.8 {
			return false
		}
	}
	return true
}

// fullName returns the full name that the only word of g is part of, and that
// word in its base form, or nil. The last word of a name counts before the first, and a name that came before
// counts before a later one.
func (a *article) fullName(g *group, byWord map[string][]*group) (best *group, base string) {
	rank, first := 0, g.mentions[0]
	forms := append([]string{g.base[0]}, lemma.Changes(first.words[0], string(a.tag))...)
	forms = append(forms, a.possessors(first.words[0])...)
	for _, w := range forms {
		for _, f := range byWord[strings.ToLower(w)] {
			if len(f.mentions) == 0 || f == g {
				continue
			}
			r := 1
			if strings.EqualFold(f.base[len(f.base)-1], w) {
				r = 3
			}
			if f.mentions[0].start < first.start {
				r++
			}
			if r > rank {
				best, base, rank = f, w, r
			}
		}
	}
	return best, base
}

// joinVariants joins fuller and shorter full names: with a middle name or
// patronymic, or with an initial.
func (a *article) joinVariants(byWord map[string][]*group) {
	for _, g := range a.groups {
		if g.kind != Person || len(g.base) < 2 || len(g.mentions) == 0 {
			continue
		}
		last := strings.ToLower(g.base[len(g.base)-1])
		for _, f := range byWord[last] {
			if f != g && len(f.mentions) > 0 && len(g.mentions) > 0 && shortens(g.base, f.base) {
				f.join(g)
			}
		}
	}
}

// shortens reports whether short is long with words left out or cut to their
// initials, or the same length with an initial.
func shortens(short, long []string) bool {
	if len(short) > len(long) || !strings.EqualFold(short[len(short)-1], long[len(long)-1]) {
		return false
	}
	k, cut := 0, len(short) < len(long)
	for _, w := range short[:len(short)-1] {
		for k < len(long)-1 && !sameOrInitial(w, long[k]) {
			k++
		}
		if k == len(long)-1 {
			return false
		}
		cut = cut || len(w) < len(long[k])
		k++
	}
	return cut
}

// sameOrInitial reports whether a is b or its initial.
func sameOrInitial(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	initial := strings.TrimRight(a, ".")
	return utf8.RuneCountInString(initial) == 1 && strings.HasPrefix(strings.ToLower(b), strings.ToLower(initial))
}

// resolveAcronyms joins acronyms with the names that they stand for: those
// that stand in brackets after the name or have its initials.
func (a *article) resolveAcronyms() {
	byInitials := map[string]*group{}
	byEnd := map[int]*group{} // names of several words by the end of each mention
	for _, g := range a.groups {
		if g.kind != Person && len(g.base) > 1 {
			for _, m := range g.mentions {
				byEnd[m.end] = g
			}
		}
		if s := initials(g.base); len(s) > 1 && g.kind != Person && len(g.mentions) > 0 && byInitials[s] == nil {
			byInitials[s] = g
		}
	}
	for _, g := range a.groups {
		if len(g.base) != 1 || g.kind == Person || !acronym(g.base[0]) || len(g.mentions) == 0 {
			continue
		}
		f := byInitials[g.base[0]]
		if f == nil {
			f = a.bracketed(g, byEnd)
		}
		if f != nil && f != g && len(f.mentions) > 0 {
			f.join(g)
		}
	}
}

// bracketed returns the group of the name before the bracket that the first
// mention of g stands in, or nil.
func (a *article) bracketed(g *group, byEnd map[int]*group) *group {
	m := g.mentions[0]
	if !strings.HasSuffix(a.text[:m.start], " (") || !strings.HasPrefix(a.text[m.end:], ")") {
		return nil
	}
	return byEnd[m.start-len(" (")]
}

// acronym reports whether w is two to six capitals.
func acronym(w string) bool {
	n := 0
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 6
}

// initials returns the first letters of the words that have a capital.
func initials(ws []string) string {
	var b strings.Builder
	for _, w := range ws {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
