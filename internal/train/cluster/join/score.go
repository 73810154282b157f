package main

import "fmt"

// scores compares stories with the truth: F1 of pairs, of pairs in two
// languages, and BCubed (Bagga and Baldwin, 1998).
type scores struct{ std, cross, bcubed, p, r, cp, cr float64 }

func (s scores) String() string {
	return fmt.Sprintf("std %.3f (P %.2f R %.2f) cross %.3f (P %.2f R %.2f) bcubed %.3f sum %.3f", s.std, s.p, s.r, s.cross, s.cp, s.cr, s.bcubed, s.std+s.cross+s.bcubed)
}

func score(all []article, got []int32, keep func(*article) bool) scores {
	type key struct {
		got  int32
		gold int
		lang string
	}
	pairs := func(lang bool) (tp, pp, gp float64) {
		both, g, w := map[key]float64{}, map[key]float64{}, map[key]float64{}
		for i := range all {
			if !keep(&all[i]) {
				continue
			}
			l := ""
			if lang {
				l = all[i].Lang
			}
			tp += both[key{got[i], all[i].story, l}]
			pp += g[key{got[i], 0, l}]
			gp += w[key{0, all[i].story, l}]
			both[key{got[i], all[i].story, l}]++
			g[key{got[i], 0, l}]++
			w[key{0, all[i].story, l}]++
		}
		return tp, pp, gp
	}
	tp, pp, gp := pairs(false)
	mt, mp, mg := pairs(true)
	s := scores{p: tp / (pp + 1e-9), r: tp / (gp + 1e-9), cp: (tp - mt) / (pp - mp + 1e-9), cr: (tp - mt) / (gp - mg + 1e-9)}
	s.std, s.cross = f1(s.p, s.r), f1(s.cp, s.cr)
	both, g, w := map[key]float64{}, map[int32]float64{}, map[int]float64{}
	n := 0.0
	for i := range all {
		if keep(&all[i]) {
			both[key{got[i], all[i].story, ""}]++
			g[got[i]]++
			w[all[i].story]++
			n++
		}
	}
	var bp, br float64
	for k, c := range both {
		bp += c * c / g[k.got] / n
		br += c * c / w[k.gold] / n
	}
	s.bcubed = f1(bp, br)
	return s
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
