package main

import (
	"fmt"
	"math/rand"
	"strings"
	"unicode/utf8"
)

// A cast has the names of all texts by what they can stand in for: those of the same
// language, type, number of words and ending.
type cast map[string][]string

// minStandIns is how many names of a role make it worth changing them.
const minStandIns = 4

func newCast(texts []text) cast {
	c := cast{}
	seen := map[string]bool{}
	for _, t := range texts {
		for _, g := range t.gold {
			name := t.text[g.start:g.end]
			r := role(t.tag, g, name)
			if !seen[r+"\t"+name] {
				seen[r+"\t"+name] = true
				c[r] = append(c[r], name)
			}
		}
	}
	return c
}

// role says what a name can stand in for.
func role(tag string, g gold, name string) string {
	end, n := len(name), 0
	for end > 0 && n < 2 {
		_, k := utf8.DecodeLastRuneInString(name[:end])
		end -= k
		n++
	}
	return fmt.Sprint(tag, g.typ, strings.Count(name, " "), name[end:])
}

// swap returns the texts again with other names in the place of most, the same
// for each in all of a text: what is said of a name then counts for more than
// the name.
func (c cast) swap(texts []text, rng *rand.Rand) []text {
	var out []text
	for _, t := range texts {
		if len(t.gold) > 0 {
			out = append(out, c.recast(t, rng))
		}
	}
	return out
}

func (c cast) recast(t text, rng *rand.Rand) text {
	chosen := map[string]string{}
	var b strings.Builder
	at := 0
	golds := make([]gold, len(t.gold))
	for i, g := range t.gold {
		name := t.text[g.start:g.end]
		if _, ok := chosen[name]; !ok {
			chosen[name] = name
			if list := c[role(t.tag, g, name)]; len(list) >= minStandIns {
				chosen[name] = list[rng.Intn(len(list))]
			}
		}
		b.WriteString(t.text[at:g.start])
		golds[i] = gold{start: b.Len(), typ: g.typ}
		b.WriteString(chosen[name])
		golds[i].end = b.Len()
		at = g.end
	}
	b.WriteString(t.text[at:])
	t.text, t.gold = b.String(), golds
	return t
}
