package main

import (
	"log"

	"github.com/tidings-go/tidings/internal/lid"
)

const (
	judged         = 40_000
	strangersShare = 0.04 // of the texts that the world writes in languages that are not learned
)

// An answer is what a model says of a text, before the softmax.
type answer struct {
	scores []float32
	right  bool // the highest score is the truth
}

// calibrate returns the temperature that scores are to be divided by (Guo et
// al., "On Calibration of Modern Neural Networks", 2017). It is the one that
// brings the confidence in the first guess nearest to the truth, by the square
// of the difference, on texts that were not learned from, some of them in
// languages that were not learned.
func calibrate(data []byte, c *corpus, how recipe) (float64, error) {
	m, err := lid.Open(string(data))
	if err != nil {
		return 0, err
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
	var answers []answer
	for range judged {
		if s.rand.Float64() < strangersShare {
			text := s.crop(c.strangers[s.rand.IntN(len(c.strangers))])
			answers = append(answers, ask(m, text, -1)...)
			continue
		}
		i, text := s.next()
		answers = append(answers, ask(m, text, labels[known[i]])...)
	}
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
	return best, nil
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
	a := answer{scores: make([]float32, end-first)}
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
