package main

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/names"
	"github.com/tidings-go/tidings/internal/translit"
)

// example is a pair of names to learn from.
type example struct {
	a, b         string
	langA, langB string
	kind         names.Kind
	same, short  bool // of one thing; one is a part of the other
	group        int
	weight       float32
}

// written is a name in a language.
type written struct{ name, lang string }

// all returns the names of a group in order.
func (g *group) all() (out []written) {
	for _, lang := range g.languages() {
		for _, n := range g.Names[lang] {
			out = append(out, written{n, lang})
		}
	}
	return out
}

// drawer makes examples of groups.
type drawer struct {
	r      rng
	groups []group
	owners map[string]map[int]bool // plain name to groups
	out    []example
}

// draw makes examples of groups: n positive ones a person, half as many a
// place, and as many negative ones in all, mostly of names that share
// something.
func draw(groups []group, n int, seed rng) []example {
	d := &drawer{r: seed, groups: groups, owners: map[string]map[int]bool{}}
	for i := range groups {
		for _, w := range groups[i].all() {
			k := plain(w.name)
			if d.owners[k] == nil {
				d.owners[k] = map[int]bool{}
			}
			d.owners[k][i] = true
		}
	}
	for i := range groups {
		k := n
		if groups[i].Type != "PER" {
			k = 1 + d.r.pick(2)
		}
		for range k {
			d.positive(i)
		}
	}
	d.negatives(len(d.out))
	return d.out
}

func plain(name string) string { return strings.Join(translit.Words(name), "") }

// positive draws two names of group i, two scripts rather than one.
func (d *drawer) positive(i int) {
	all := d.groups[i].all()
	for range 6 {
		a, b := all[d.r.pick(len(all))], all[d.r.pick(len(all))]
		if plain(a.name) == plain(b.name) || scriptOf(a.name) == scriptOf(b.name) && d.r.pick(3) > 0 {
			continue
		}
		d.add(a, b, i, i)
		return
	}
	if a := all[d.r.pick(len(all))]; endings[a.lang] != "" { // only its cases differ
		d.add(a, a, i, i)
	}
}

func scriptOf(name string) translit.Script {
	for _, r := range name {
		if s := translit.ScriptOf(unicode.ToLower(r)); s != translit.Other {
			return s
		}
	}
	return translit.Other
}

// negatives draws n pairs of different things.
func (d *drawer) negatives(n int) {
	index := map[string][]int{}
	for i := range d.groups {
		for k := range d.shared(i) {
			index[k] = append(index[k], i)
		}
	}
	byKind := map[string][]string{}
	for _, k := range slices.Sorted(maps.Keys(index)) {
		if len(index[k]) > 1 {
			byKind[k[:3]] = append(byKind[k[:3]], k)
		}
	}
	kinds := []string{"Psu", "Psu", "Psu", "Ps4", "Ps4", "Pgi", "Pgi", "Ppr", "Lto", "Lto", "Lpr", "Lsf", "ran"}
	for made, tries := 0, 0; made < n && tries < 20*n; tries++ {
		kind := kinds[d.r.pick(len(kinds))]
		i, j := d.r.pick(len(d.groups)), d.r.pick(len(d.groups))
		if keys := byKind[kind]; len(keys) > 0 {
			of := index[keys[d.r.pick(len(keys))]]
			i, j = of[d.r.pick(len(of))], of[d.r.pick(len(of))]
		}
		if i != j && d.groups[i].Type == d.groups[j].Type && d.negative(i, j) {
			made++
		}
	}
}

// shared returns what a group may share with others: a surname, its beginning,
// a given name, words, a beginning, an end.
func (d *drawer) shared(i int) map[string]bool {
	g := &d.groups[i]
	out := map[string]bool{}
	kind := g.Type[:1]
	for _, w := range g.all() {
		if scriptOf(w.name) != translit.LatinScript {
			continue
		}
		words := translit.Words(w.name)
		if len(words) > 1 {
			first, last := words[0], words[len(words)-1]
			if kind == "P" {
				out["Psu"+last] = true
				out["Pgi"+first] = true
				if len(last) > 4 {
					out["Ps4"+last[:4]] = true
				}
			} else {
				out["Lto"+first] = true
				out["Lto"+last] = true
			}
		}
		if p := strings.Join(words, ""); len(p) > 5 {
			out[kind+"pr"+p[:5]] = true
			out[kind+"sf"+p[len(p)-5:]] = true
		}
	}
	return out
}

func (d *drawer) negative(i, j int) bool {
	x, y := d.groups[i].all(), d.groups[j].all()
	a, b := x[d.r.pick(len(x))], y[d.r.pick(len(y))]
	if d.owners[plain(a.name)][j] || d.owners[plain(b.name)][i] {
		return false
	}
	if d.groups[i].Type != "PER" {
		for _, w := range x {
			if d.owners[plain(w.name)][j] {
				return false // a city and its province
			}
		}
	}
	d.add(a, b, i, j)
	return true
}

// add adds an example, changed in the ways in which texts change names.
func (d *drawer) add(a, b written, i, j int) {
	person := d.groups[i].Type == "PER"
	e := example{langA: a.lang, langB: b.lang, kind: kindOf(d.groups[i].Type), same: i == j, group: i, weight: 1}
	if d.r.pick(2) == 0 {
		a, b, e.langA, e.langB = b, a, b.lang, a.lang
	}
	if person {
		a, b = d.personal(a, b, &e)
	} else if d.r.pick(14) == 0 {
		b.name = d.acronym(b.name)
	}
	chance := 3
	if e.short {
		chance = 2
	}
	if !person {
		chance = 5
	}
	if d.r.pick(chance) == 0 {
		a.name, _ = inflected(a.name, a.lang, person, d.r.pick)
		if d.r.pick(3) == 0 {
			b.name, _ = inflected(b.name, b.lang, person, d.r.pick)
		}
	}
	if e.same && plain(a.name) == plain(b.name) {
		return
	}
	switch d.r.pick(10) {
	case 0, 1:
		e.kind = names.Unknown
	case 2, 3, 4:
		if !person {
			e.kind = names.Thing
		}
	}
	e.a, e.b = a.name, b.name
	d.out = append(d.out, e)
}

// personal shortens one of two names of people: to the surname, the given name
// or its initial.
func (d *drawer) personal(a, b written, e *example) (written, written) {
	given, surname, ok := parts(a.name)
	if !ok {
		return a, b
	}
	switch d.r.pick(24) {
	case 0, 1, 5:
		a.name, e.short = surname, true
	case 2:
		a.name = given
		if e.same && d.r.pick(3) > 0 { // many share a given name
			e.weight = 0.3
		}
	case 3:
		r, _ := utf8.DecodeRuneInString(given)
		a.name = string(r) + ". " + surname
	case 4:
		if _, other, ok := parts(b.name); ok {
			a.name, b.name = surname, other
			e.kind = names.Unknown
		}
	}
	return a, b
}

// parts splits a name into given name and surname.
func parts(name string) (given, surname string, ok bool) {
	if s, g, found := strings.Cut(name, ","); found {
		f := strings.Fields(g)
		if len(f) == 0 {
			return "", "", false
		}
		return f[0], strings.TrimSpace(s), true
	}
	f := strings.Fields(name)
	if len(f) < 2 {
		return "", "", false
	}
	return f[0], f[len(f)-1], true
}

// acronym returns the first letters of a name of three words or more.
func (d *drawer) acronym(name string) string {
	f := strings.Fields(name)
	if len(f) < 3 {
		return name
	}
	var b strings.Builder
	for _, w := range f {
		r, _ := utf8.DecodeRuneInString(w)
		if !translit.IsParticle(strings.ToLower(w)) && unicode.IsLetter(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
