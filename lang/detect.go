package lang

import (
	"iter"
	"slices"

	"github.com/tidings-go/tidings/internal/lid"
)

// A Detector identifies languages. It is immutable, and safe for concurrent
// use by multiple goroutines.
type Detector struct {
	model    *lid.Model
	allowed  []bool // by label; nil for all
	maxBytes int
}

// Detect returns the most probable language of text, [Und] with confidence 0
// if there is no evidence. It does not allocate.
func (d *Detector) Detect(text string) Guess {
	var v verdict
	d.judge(&v, text)
	best := -1
	for i, p := range v.scores[:v.n] {
		if best < 0 || p > v.scores[best] {
			best = i
		}
	}
	if best < 0 || v.scores[best] == 0 {
		return Guess{}
	}
	if g := d.guess(&v, best); g.Tag != lid.NoLanguage {
		return g
	}
	return Guess{}
}

// Rank yields every candidate, best first. Confidences sum to at most 1.
func (d *Detector) Rank(text string) iter.Seq[Guess] {
	return func(yield func(Guess) bool) {
		var v verdict
		d.judge(&v, text)
		order := make([]int, 0, v.n)
		for i, p := range v.scores[:v.n] {
			if p > 0 {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order, func(a, b int) int {
			switch {
			case v.scores[a] > v.scores[b]:
				return -1
			case v.scores[a] < v.scores[b]:
				return 1
			}
			return 0
		})
		for _, i := range order {
			if g := d.guess(&v, i); g.Tag != lid.NoLanguage && !yield(g) {
				return
			}
		}
	}
}

// A verdict is the probability of each label of one script.
type verdict struct {
	scores [lid.MaxLabels]float32
	first  int // label of scores[0]
	n      int
}

func (d *Detector) guess(v *verdict, i int) Guess {
	return Guess{Tag(d.model.Labels.At(v.first + i)), float64(v.scores[i])}
}

// What judge found in a text.
type evidence int

const (
	silent  evidence = iota // no letters
	foreign                 // letters, but of no language that is known or allowed
	speaking
)

// judge fills a zero verdict.
func (d *Detector) judge(v *verdict, text string) evidence {
	parts := sample(text, d.maxBytes)
	var counts [lid.Scripts]int
	for _, p := range parts {
		d.model.Fold.Count(p, &counts)
	}
	script := mainScript(&counts)
	if script == lid.Common {
		return silent
	}
	first, end := d.model.Range(script)
	v.first, v.n = first, end-first
	if d.decided(v) {
		if v.n == 0 {
			return foreign
		}
		return speaking
	}
	var sum lid.Sum
	for _, p := range parts {
		d.model.Sum(&sum, script, p)
	}
	if sum.Rows <= counts[script] { // a letter repeated gives few features
		v.n = 0
		return silent
	}
	d.model.Logits(&sum, first, v.scores[:v.n])
	d.restrict(v)
	d.model.Judge(v.scores[:v.n], sum.Rows)
	return speaking
}

// mainScript returns the script that most of a text is in. Latin letters count
// half: names and brands are in Latin letters in texts of every script.
func mainScript(counts *[lid.Scripts]int) lid.Script {
	main, most := lid.Common, 0
	for s := lid.Latin; s < lid.Scripts; s++ {
		n := 2 * counts[s]
		if s == lid.Latin {
			n = counts[s]
		}
		if n > most {
			main, most = s, n
		}
	}
	return main
}
