package main

import (
	_ "embed"
	"maps"
	"slices"
	"strings"

	"github.com/tidings-go/tidings/internal/names"
)

// shortNames lists given names with their short forms, one name a line.
//
//go:embed shortnames.txt
var shortNames string

// learnTerms finds words that translate each other: they come together in the
// names of several places, one in some languages and one in others. Short
// forms of given names are added.
func learnTerms(groups []group) map[uint64]int8 {
	together, alone := map[[2]string]int{}, map[string]int{}
	for _, g := range groups {
		if g.Type == "PER" {
			continue
		}
		pairs, all := wordPairs(g)
		for p := range pairs {
			together[p]++
		}
		for w := range all {
			alone[w]++
		}
	}
	out := map[uint64]int8{}
	for p, n := range together {
		if dice := 2 * float64(n) / float64(alone[p[0]]+alone[p[1]]); n > 1 && dice > 0.25 {
			out[names.TermKey(names.WordHash(p[0]), names.WordHash(p[1]))] = int8(127 * min(1, dice*1.3))
		}
	}
	for line := range strings.Lines(shortNames) {
		addShort(out, strings.Fields(line))
	}
	return out
}

// addShort makes every form short for the first, and the others less.
func addShort(out map[uint64]int8, forms []string) {
	for i, a := range forms {
		for _, b := range forms[:i] {
			key := names.TermKey(names.WordHash(a), names.WordHash(b))
			if _, ok := out[key]; !ok {
				out[key] = -57 // 0.45
			}
		}
	}
}

// wordPairs returns the pairs of words of a group that do not stand together
// in one name.
func wordPairs(g group) (pairs map[[2]string]bool, all map[string]bool) {
	pairs, all = map[[2]string]bool{}, map[string]bool{}
	var sets []map[string]bool
	seen := map[string]bool{}
	for _, lang := range g.languages() {
		for _, n := range g.Names[lang][:min(2, len(g.Names[lang]))] {
			if seen[n] {
				continue
			}
			seen[n] = true
			set := map[string]bool{}
			p := names.Parse(n, lang, kindOf(g.Type))
			for i := range p.Words {
				if len(p.Words[i].Text) > 1 {
					set[p.Words[i].Text] = true
					all[p.Words[i].Text] = true
				}
			}
			sets = append(sets, set)
		}
	}
	for i, a := range sets {
		for _, b := range sets[:i] {
			for _, x := range slices.Sorted(maps.Keys(a)) {
				for y := range b {
					if !a[y] && !b[x] {
						pairs[[2]string{min(x, y), max(x, y)}] = true
					}
				}
			}
		}
	}
	return pairs, all
}
