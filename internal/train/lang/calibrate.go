package main

import (
	"log"
	"maps"
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/lid"
)

const (
	judged         = 60_000
	strangersShare = 0.04 // of the texts that the world writes in languages that are not learned
)

// An answer is what a model says of a text, before the softmax.
type answer struct {
	scores []float32
	rows   int
	right  bool // the highest score is the truth
}

// askAll asks a model about texts that it was not learned from, some of them
// in languages that were not learned.
func askAll(data []byte, c *corpus, how recipe) ([]answer, error) {
	m, err := lid.Open(string(data))
	if err != nil {
		return nil, err
	}
	var known []*language
	labels := map[*language]int{}
	for i, l := range c.kept {
		if len(l.sources) > 0 {
			known = append(known, l)
			labels[l] = i
		}
	}
	s := newSampler(known, how, 4)
	strangers := slices.Sorted(maps.Keys(c.strangers))
	var answers []answer
	for range judged {
		if s.rand.Float64() < strangersShare {
			texts := c.strangers[strangers[s.rand.IntN(len(strangers))]]
			text := s.crop(texts[s.rand.IntN(len(texts))])
			answers = append(answers, ask(m, text, -1)...)
			continue
		}
		i, text := s.next()
		answers = append(answers, ask(m, text, labels[known[i]])...)
	}
	return answers, nil
}

// temperature returns what scores are to be divided by (Guo et al., "On
// Calibration of Modern Neural Networks", 2017). It is the number that brings
// the confidence in the first guess nearest to the truth, by the square of the
// difference.
func temperature(answers []answer) float64 {
	best, least := 1.0, 0.0
	for t := 0.7; t < 3; t += 0.02 {
		if e := brier(answers, t); least == 0 || e < least {
			best, least = t, e
		}
	}
	right := 0
	for _, a := range answers {
		if a.right {
			right++
		}
	}
	log.Printf("%d of %d texts right that were not learned, temperature %.2f", right, len(answers), best)
	return best
}

// trust fits a logistic regression (Platt, "Probabilistic outputs for support
// vector machines", 1999) from what there is to doubt in an answer to whether
// it is right. The ceiling is the share that is right of those that it is
// surest of: some languages are taken for a neighbour without any doubt.
func trust(answers []answer) lid.Trust {
	const sure = 0.98
	seen := make([]lid.Doubt, len(answers))
	for i, a := range answers {
		_, seen[i] = lid.Probabilities(slices.Clone(a.scores), a.rows)
	}
	t := lid.Trust{Weights: regress(seen, answers), Ceiling: 1}
	said, right := 0.0, 0.0
	for i, a := range answers {
		if p := t.In(seen[i]); p > sure {
			said += float64(p)
			if a.right {
				right++
			}
		}
	}
	t.Ceiling = float32(min(1, right/said))
	log.Printf("trust %.4f", t)
	return t
}

// regress fits by Newton's method.
func regress(seen []lid.Doubt, answers []answer) lid.Doubt {
	const steps, ridge = 20, 1e-3
	w := lid.Doubt{0, 1}
	for range steps {
		var slope vector
		var bend matrix
		for i := range bend {
			bend[i][i] = ridge
		}
		for n, d := range seen {
			p := 1 / (1 + math.Exp(-float64(d.Odds(w))))
			miss := -p
			if answers[n].right {
				miss++
			}
			for i, x := range d {
				slope[i] += miss * float64(x)
				for j, y := range d {
					bend[i][j] += p * (1 - p) * float64(x) * float64(y)
				}
			}
		}
		for i, d := range solve(bend, slope) {
			w[i] += float32(d)
		}
	}
	return w
}

type (
	vector [len(lid.Doubt{})]float64
	matrix [len(lid.Doubt{})]vector
)

// solve solves a system of linear equations whose matrix is positive definite,
// by elimination.
func solve(a matrix, b vector) vector {
	for i := range a {
		for k := i + 1; k < len(a); k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < len(a); j++ {
				a[k][j] -= f * a[i][j]
			}
			b[k] -= f * b[i]
		}
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := i + 1; j < len(a); j++ {
			b[i] -= a[i][j] * b[j]
		}
		b[i] /= a[i][i]
	}
	return b
}

// ask scores a text in its main script, if several languages share that.
func ask(m *lid.Model, text string, truth int) []answer {
	var counts [lid.Scripts]int
	fold.Count(text, &counts)
	script := lid.Latin
	for s := range lid.Scripts {
		if s != lid.Common && counts[s] > counts[script] {
			script = s
		}
	}
	first, end := m.Range(script)
	var sum lid.Sum
	m.Sum(&sum, script, text)
	if end-first < 2 || sum.Rows == 0 {
		return nil
	}
	a := answer{scores: make([]float32, end-first), rows: sum.Rows}
	m.Logits(&sum, first, a.scores)
	best := 0
	for i, v := range a.scores {
		if v > a.scores[best] {
			best = i
		}
	}
	a.right = first+best == truth
	return []answer{a}
}

// brier is the mean square error of the confidence in the first guess.
func brier(answers []answer, temperature float64) float64 {
	sum := 0.0
	var scores []float32
	for _, a := range answers {
		scores = scores[:0]
		for _, v := range a.scores {
			scores = append(scores, v/float32(temperature))
		}
		lid.Softmax(scores)
		top := 0.0
		for _, p := range scores {
			top = max(top, float64(p))
		}
		if a.right {
			top--
		}
		sum += top * top
	}
	return sum / float64(len(answers))
}
