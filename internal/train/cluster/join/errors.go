package main

import (
	"fmt"
	"sort"
	"strings"
)

// printErrors prints the stories that mix most events, and the languages
// whose articles are most often left out of their story.
func printErrors(all []article, got []int32) {
	type mix struct {
		wrong int
		docs  []int
	}
	by := map[int32]*mix{}
	for i := range all {
		m := by[got[i]]
		if m == nil {
			m = &mix{}
			by[got[i]] = m
		}
		for _, j := range m.docs {
			if all[j].story != all[i].story {
				m.wrong++
			}
		}
		m.docs = append(m.docs, i)
	}
	var list []*mix
	for _, m := range by {
		if m.wrong > 0 {
			list = append(list, m)
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].wrong != list[j].wrong {
			return list[i].wrong > list[j].wrong
		}
		return list[i].docs[0] < list[j].docs[0]
	})
	for _, m := range list[:min(len(list), 40)] {
		fmt.Printf("-- %d wrong pairs among %d\n", m.wrong, len(m.docs))
		sort.Slice(m.docs, func(i, j int) bool { return all[m.docs[i]].story < all[m.docs[j]].story })
		for k, i := range m.docs {
			if k < 14 {
				fmt.Printf("   %s %s %s\n", all[i].Story, all[i].Lang, brief(&all[i]))
			}
		}
	}
	printBroken(all, got)
	missed := map[string]int{}
	pairs := map[string]int{}
	for i := range all {
		for j := range i {
			if all[i].story == all[j].story {
				for _, l := range []string{all[i].Lang, all[j].Lang} {
					k := all[i].set + " " + l
					pairs[k]++
					if got[i] != got[j] {
						missed[k]++
					}
				}
			}
		}
	}
	var langs []string
	for l := range missed {
		langs = append(langs, l)
	}
	sort.Slice(langs, func(i, j int) bool { return missed[langs[i]] > missed[langs[j]] })
	for _, l := range langs[:min(len(langs), 90)] {
		fmt.Printf("%s %d/%d  ", l, missed[l], pairs[l])
	}
	fmt.Println()
}

func brief(a *article) string {
	s := strings.Join(strings.Fields(a.Title+" | "+a.Text), " ")
	if r := []rune(s); len(r) > 110 {
		s = string(r[:110])
	}
	return s
}

// printBroken prints the events in most pieces, with the languages of each.
func printBroken(all []article, got []int32) {
	type event struct {
		name   string
		pieces map[int32][]string
		docs   int
	}
	by := map[int]*event{}
	for i := range all {
		a := &all[i]
		e := by[a.story]
		if e == nil {
			e = &event{name: a.set + " " + a.Story, pieces: map[int32][]string{}}
			by[a.story] = e
		}
		e.pieces[got[i]] = append(e.pieces[got[i]], a.Lang)
		e.docs++
	}
	lost := func(e *event) int {
		n := e.docs * e.docs
		for _, p := range e.pieces {
			n -= len(p) * len(p)
		}
		return n / 2
	}
	var list []*event
	for _, e := range by {
		list = append(list, e)
	}
	sort.Slice(list, func(i, j int) bool {
		if x, y := lost(list[i]), lost(list[j]); x != y {
			return x > y
		}
		return list[i].name < list[j].name
	})
	for _, e := range list[:min(len(list), 40)] {
		fmt.Printf("++ %s: %d pairs missed:", e.name, lost(e))
		var pieces [][]string
		for _, p := range e.pieces {
			pieces = append(pieces, p)
		}
		sort.Slice(pieces, func(i, j int) bool {
			if len(pieces[i]) != len(pieces[j]) {
				return len(pieces[i]) > len(pieces[j])
			}
			return pieces[i][0] < pieces[j][0]
		})
		for _, p := range pieces {
			fmt.Print("  ", strings.Join(p, " "), ";")
		}
		fmt.Println()
	}
}
