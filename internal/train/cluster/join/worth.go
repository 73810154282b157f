package main

import (
	"fmt"
	"sort"

	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/evidence"
)

// A worth tells how well concepts tell events apart: how much oftener than by
// chance two articles that share them are of one event. Pairs in one language
// do not count; words would do for them.
type worth struct{ same, chance float64 }

func (w worth) lift() float64 { return w.same / (w.chance + 1e-9) }

// leastMates is how many pairs a concept or a language must have by chance to
// be judged.
const leastMates = 0.5

// printWorth prints the concepts that mislead, or tell least, and what the
// concepts of each language are worth.
func printWorth(all []article) {
	all = pick(all, labelled)
	with := map[uint32][]int{} // articles by concept
	for i := range all {
		for _, it := range all[i].evidence.Neutral {
			if it.Key.Kind() == evidence.Concept {
				with[it.Key.Concept()] = append(with[it.Key.Concept()], i)
			}
		}
	}
	matesOf := map[int]float64{}
	mates := 0.0
	for i := range all {
		mates += matesOf[all[i].story]
		matesOf[all[i].story]++
	}
	share := mates / (float64(len(all)) * float64(len(all)-1) / 2)
	byConcept, byLang := map[string]*worth{}, map[string]*worth{}
	add := func(m map[string]*worth, key string, same, chance float64) {
		if m[key] == nil {
			m[key] = &worth{}
		}
		m[key].same += same
		m[key].chance += chance
	}
	table := concepts.Builtin()
	for c, docs := range with {
		for n, i := range docs {
			for _, j := range docs[:n] {
				a, b := &all[i], &all[j]
				if a.tag == b.tag {
					continue
				}
				same := 0.0
				if a.story == b.story {
					same = 1
				}
				add(byConcept, table.Name(c), same, share)
				add(byLang, a.Lang, same, share)
				add(byLang, b.Lang, same, share)
			}
		}
	}
	printLifts("concept", byConcept, 40)
	printLifts("language", byLang, 80)
}

// printLifts prints the least worth first.
func printLifts(what string, m map[string]*worth, most int) {
	var names []string
	for name, w := range m {
		if w.chance >= leastMates {
			names = append(names, name)
		}
	}
	sort.Slice(names, func(i, j int) bool {
		if x, y := m[names[i]].lift(), m[names[j]].lift(); x != y {
			return x < y
		}
		return names[i] < names[j]
	})
	fmt.Printf("%d of %d to judge by %s, least worth first:", len(names), len(m), what)
	for _, name := range names[:min(len(names), most)] {
		fmt.Printf(" %s %.1f (%.0f)", name, m[name].lift(), m[name].same)
	}
	fmt.Println()
}
