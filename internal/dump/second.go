package dump

import (
	"math"

	"github.com/tidings-go/tidings/internal/trees"
)

// Model judges units in two rounds: the first looks at each unit and its
// surroundings, the second also knows what the first said of the others
// (stacking, Wolpert 1992). It is immutable, and safe for concurrent use.
type Model struct{ First, Second *trees.Forest }

// Additional is how many features the second round has besides those of the
// first.
const Additional = 24

// Weigh sets the probability of every unit from its features.
func (p *Page) Weigh(m Model, rows []float32) {
	if m.First == nil || m.First.Inputs() != Features || m.Second.Inputs() != Features+Additional {
		return
	}
	var bins [Features + Additional]uint8
	first := make([]float64, len(p.Units))
	for i := range p.Units {
		m.First.Bin(bins[:], rows[i*Features:(i+1)*Features])
		first[i] = float64(m.First.Score(bins[:Features]))
	}
	more := p.DescribeAgain(first)
	row := make([]float32, Features+Additional)
	for i := range p.Units {
		copy(row, rows[i*Features:(i+1)*Features])
		copy(row[Features:], more[i*Additional:(i+1)*Additional])
		m.Second.Bin(bins[:], row)
		p.Units[i].Prob = float64(m.Second.Score(bins[:]))
	}
}

// DescribeAgain returns the features that the second round adds, Additional
// numbers a unit: what the first said of the unit, of those around it, of its
// line and sentence, and of its copies.
func (p *Page) DescribeAgain(first []float64) []float32 {
	n := len(p.Units)
	s := &said{p: p, prob: first, words: make([]float64, n+1), likely: make([]float64, n+1)}
	for i := range p.Units {
		w := math.Max(p.Units[i].words, 0.5)
		s.words[i+1] = s.words[i] + w
		s.likely[i+1] = s.likely[i] + w*first[i]
	}
	lines := s.mean(func(i int) bool { return p.Units[i].LineNo == p.Units[i-1].LineNo })
	runs := s.mean(func(i int) bool { return p.Units[i].Break == Join })
	before, after := s.gaps()
	copies := s.copies()
	out := make([]float32, n*Additional)
	for i := range p.Units {
		row := writer{to: out[i*Additional : (i+1)*Additional : (i+1)*Additional]}
		for d := -4; d <= 4; d++ {
			row.put(s.at(i + d))
		}
		for _, k := range [...]int{8, 24} {
			row.put(s.share(i-k, i), s.share(i+1, i+1+k))
		}
		row.put(lines[i], runs[i], copies[i], ln(before[i]), ln(after[i]))
		row.put(s.likely[i]/math.Max(s.likely[n], 1), ln(s.likely[n]), s.likely[n]/math.Max(s.words[n], 1))
		row.put(s.beside(i, -1), s.beside(i, 1), first[i]-s.share(i-2, i+3))
	}
	return out
}

// said is what the first round said of a page.
type said struct {
	p             *Page
	prob          []float64
	words, likely []float64 // running sums: of words, and of words times probability
}

func (s *said) at(i int) float64 {
	if i < 0 || i >= len(s.prob) {
		return -1
	}
	return s.prob[i]
}

// share returns the mean probability of the words of units i to j.
func (s *said) share(i, j int) float64 {
	i, j = max(i, 0), min(j, len(s.prob))
	if i >= j {
		return -1
	}
	return (s.likely[j] - s.likely[i]) / (s.words[j] - s.words[i])
}

// mean returns for each unit the mean of the stretch that it is in, where goes
// tells whether a unit goes on with the stretch of the one before it.
func (s *said) mean(goes func(i int) bool) []float64 {
	out := make([]float64, len(s.prob))
	for i := 0; i < len(out); {
		j := i + 1
		for j < len(out) && goes(j) {
			j++
		}
		m := s.share(i, j)
		for ; i < j; i++ {
			out[i] = m
		}
	}
	return out
}

// gaps returns how many words lie between each unit and the likely ones before
// and behind it.
func (s *said) gaps() (before, after []float64) {
	const far, likely = 1000, 0.5
	before, after = make([]float64, len(s.prob)), make([]float64, len(s.prob))
	gap := float64(far)
	for i, q := range s.prob {
		before[i] = gap
		if gap += s.words[i+1] - s.words[i]; q > likely {
			gap = 0
		}
	}
	gap = far
	for i := len(s.prob) - 1; i >= 0; i-- {
		after[i] = gap
		if gap += s.words[i+1] - s.words[i]; s.prob[i] > likely {
			gap = 0
		}
	}
	return before, after
}

// copies returns the best that was said of an equal unit elsewhere, -1 if there
// is none.
func (s *said) copies() []float64 {
	type two struct {
		best, next float64
		at         int
	}
	tops := make(map[string]two, len(s.prob))
	text := func(i int) string { return s.p.Text[s.p.Units[i].Start:s.p.Units[i].End] }
	for i, q := range s.prob {
		t, ok := tops[text(i)]
		switch {
		case !ok:
			t = two{q, -1, i}
		case q > t.best:
			t = two{q, t.best, i}
		case q > t.next:
			t.next = q
		}
		tops[text(i)] = t
	}
	out := make([]float64, len(s.prob))
	for i := range out {
		if t := tops[text(i)]; t.at == i {
			out[i] = t.next
		} else {
			out[i] = t.best
		}
	}
	return out
}

// beside returns what was said of the next whole sentence in a direction, -1 if
// there is none nearby.
func (s *said) beside(i, step int) float64 {
	const far, whole = 40, 5
	for range far {
		if i += step; i < 0 || i >= len(s.prob) {
			return -1
		}
		if s.p.Units[i].trait.good > whole {
			return s.prob[i]
		}
	}
	return -1
}
