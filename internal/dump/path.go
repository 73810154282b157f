package dump

import "math"

// Costs are the prices of the best path for entering or leaving the article
// at each kind of break, and how much words add to the weight of a unit.
type Costs struct {
	Break [5]float64
	Power float64 // of the words of a unit, in its weight
	Bias  float64 // added to the log odds of every unit
	Bound float64 // of the log odds
}

// DefaultCosts returns costs that were chosen on development pages.
func DefaultCosts() Costs {
	return Costs{Break: [5]float64{0.7, 1, 0.25, 2.5, 3.5}, Power: 0.25, Bias: 0.2, Bound: 3}
}

// Decide marks the units to keep: the best path through the page in and out
// of the article (Viterbi, "Error bounds for convolutional codes", 1967), less
// furniture, loose ends and repeats.
func (p *Page) Decide(c Costs) {
	n := len(p.Units)
	toOut, toIn := make([]bool, n), make([]bool, n) // whether the best path comes from inside
	out, in := 0.0, 0.0
	for i, u := range p.Units {
		cost := c.Break[min(int(u.Break), len(c.Break)-1)]
		z := math.Log((u.Prob+1e-6)/(1-u.Prob+1e-6)) + c.Bias
		z = math.Max(-c.Bound, math.Min(c.Bound, z)) * math.Pow(math.Max(u.words, 1), c.Power)
		toOut[i], toIn[i] = in-cost > out, in >= out-cost
		out, in = math.Max(out, in-cost), math.Max(in, out-cost)+z
	}
	inside := in > out
	for i := n - 1; i >= 0; i-- {
		p.Units[i].Keep = inside && !p.furniture(i)
		if inside {
			inside = toIn[i]
		} else {
			inside = toOut[i]
		}
	}
	p.trim()
	p.dedupe()
}
