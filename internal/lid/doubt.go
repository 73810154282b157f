package lid

import "math"

// A Doubt is what speaks for and against the first guess being right, or the
// weights of each: one, the log-odds that the softmax gives it, the logarithm
// of the number of features, and how far its score stands out from the mean of
// all, for the length of the text. A language that the model does not know
// stands out less from the others, whichever it is taken for.
type Doubt [4]float32

// clip bounds the log-odds of the softmax, which are infinite for one.
const clip = 12

// Odds returns the log-odds of the first guess being right.
func (d Doubt) Odds(weights Doubt) float32 {
	sum := float32(0)
	for i, x := range d {
		sum += x * weights[i]
	}
	return sum
}

// Probabilities turns the scores of a text of so many features into
// probabilities, as [Softmax] does, and returns the highest and what there is
// to doubt in it.
func Probabilities(scores []float32, rows int) (float32, Doubt) {
	top, sum, n := float32(math.Inf(-1)), float32(0), float32(0)
	for _, s := range scores {
		if s > ruledOut {
			sum, n = sum+s, n+1
		}
		if s > top {
			top = s
		}
	}
	best := softmax(scores, top)
	odds := float32(clip)
	if best < 1 {
		odds = min(odds, float32(math.Log(float64(best/(1-best)))))
	}
	length := float64(min(rows, mostRows))
	return best, Doubt{1, odds, float32(math.Log(length)), (top - sum/n) / float32(math.Sqrt(length))}
}

// ruledOut is lower than the score of any label that is not ruled out.
const ruledOut = -1e30

// A Trust brings probabilities to the truth: the weights of what there is to
// doubt, and the highest confidence that was found to hold.
type Trust struct {
	Weights Doubt
	Ceiling float32
}

// In returns the probability that the first guess is right.
func (t Trust) In(d Doubt) float32 {
	return t.Ceiling / (1 + float32(math.Exp(-float64(d.Odds(t.Weights)))))
}

// Judge turns the scores of a text of so many features into probabilities. They
// sum to less than one by what the softmax trusts the first too much: the text
// may be in none of the languages.
func (m *Model) Judge(scores []float32, rows int) {
	best, doubt := Probabilities(scores, rows)
	if scale := m.trust.In(doubt) / best; scale < 1 {
		for i := range scores {
			scores[i] *= scale
		}
	}
}
