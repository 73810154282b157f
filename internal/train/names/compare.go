package main

import (
	"cmp"
	"log"
	"slices"
	"strings"

	"github.com/tidings-go/tidings/internal/names"
	"github.com/tidings-go/tidings/internal/train/gbdt"
)

// secondFold tells which groups the tables of the first fold are applied to.
func secondFold(id string) bool { return hash(id)/2%2 == 0 }

// learn fits tables and terms to groups, which are share of all.
func learn(groups []group, tokens []sample, share float64) *knowledge {
	return &knowledge{
		edits:  learnEdits(tokens, append(namePairs(groups), inflectedPairs(groups)...)),
		common: learnCommon(groups, share),
		terms:  learnTerms(groups),
	}
}

// learnModel fits everything. The examples of one half of the groups are
// described by tables that were learned from the other, as new names will be.
func learnModel(groups []group, tokens []token, pairs []pair) *knowledge {
	samples := tokenSamples(tokens)
	var fold [2][]group
	for _, g := range groups {
		k := 0
		if secondFold(g.ID) {
			k = 1
		}
		fold[k] = append(fold[k], g)
	}
	var rows gbdt.Rows
	for k := range fold {
		m := learn(fold[1-k], samples, 0.5).model()
		log.Printf("tables of fold %d", k)
		describe(&rows, m, draw(fold[k], 7, rng(k+1)))
		describe(&rows, m, examples(pairs, k == 1))
	}
	log.Printf("%d examples", len(rows.X))
	out := learn(groups, samples, 1)
	out.forest = gbdt.Train(rows, gbdt.Config{Trees: 200, Leaves: 16, Rate: 0.14, Lambda: 2, MinH: 4, Features: 0.6})
	return out
}

// examples returns the pairs whose first id is in a fold.
func examples(pairs []pair, second bool) (out []example) {
	for i, p := range pairs {
		first, _, _ := strings.Cut(p.Ref, "|")
		if secondFold(first) == second {
			out = append(out, example{a: p.A, b: p.B, langA: p.LangA, langB: p.LangB, kind: kindOf(p.Type), same: p.Same, group: i, weight: 1.5})
		}
	}
	return out
}

func describe(rows *gbdt.Rows, m *names.Model, examples []example) {
	for _, e := range examples {
		x := m.Describe(names.Parse(e.a, e.langA, e.kind), names.Parse(e.b, e.langB, e.kind))
		y := float32(0)
		if e.same {
			y = 1
		}
		rows.X = append(rows.X, x[:])
		rows.Y = append(rows.Y, y)
		rows.W = append(rows.W, e.weight)
		rows.Group = append(rows.Group, e.group)
	}
}

// scored is a pair with the model's answer.
type scored struct {
	pair
	score float64
}

// report prints how a model does on the pairs of the second half.
func report(m *names.Model, title string, pairs []pair) {
	var out []scored
	for _, p := range pairs {
		if p.side() != 'B' || p.Same && hash("x"+p.A+p.B)%2 == 0 { // positives are halved to keep the balance
			continue
		}
		k := kindOf(p.Type)
		out = append(out, scored{p, m.Compare(names.Parse(p.A, p.LangA, k), names.Parse(p.B, p.LangB, k)).Probability})
	}
	log.Printf("%-24s n=%d F1 %.2f AUC %.4f", title, len(out), 100*f1(out), auc(out))
	kinds := map[string][2]int{}
	for _, s := range out {
		key := s.Type + " " + s.Kind
		c := kinds[key]
		c[1]++
		if (s.score >= 0.5) == s.Same {
			c[0]++
		}
		kinds[key] = c
	}
	for _, key := range sortedKeys(kinds) {
		log.Printf("   %-22s right %d/%d %.1f", key, kinds[key][0], kinds[key][1], 100*float64(kinds[key][0])/float64(kinds[key][1]))
	}
}

func f1(s []scored) float64 {
	var tp, wrong float64
	for _, x := range s {
		switch {
		case x.score >= 0.5 && x.Same:
			tp++
		case x.score >= 0.5 != x.Same:
			wrong++
		}
	}
	return 2 * tp / max(1, 2*tp+wrong)
}

func auc(s []scored) float64 {
	slices.SortFunc(s, func(a, b scored) int { return cmp.Compare(a.score, b.score) })
	sum, pos, neg := 0.0, 0.0, 0.0
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j].score == s[i].score {
			j++
		}
		for _, x := range s[i:j] {
			if x.Same {
				sum += float64(i+j+1) / 2
				pos++
			} else {
				neg++
			}
		}
		i = j
	}
	return (sum - pos*(pos+1)/2) / max(1, pos*neg)
}
