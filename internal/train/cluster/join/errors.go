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
