package lang

import (
	"iter"
	"math"

	"github.com/tidings-go/tidings/internal/lid"
)

// A Span is a run of text in one language: text[Start:End], in bytes. It is a
// plain value.
type Span struct {
	Start, End int
	Guess      Guess
}

// Spans yields the single-language runs of a mixed text, in order. The runs
// cover the whole text and do not overlap. Their edges are those of lines,
// sentences and runs of one script; what holds no evidence, such as a number,
// goes with its neighbours.
//
// The runs are the most probable path through a chain whose states are the
// languages and whose steps are the sentences (Viterbi, 1967).
func (d *Detector) Spans(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		j := joiner{yield: yield}
		w := newWeaver(d)
		for start := 0; start < len(text); {
			end := segmentEnd(text, start, &d.model.Fold)
			w.add(start, end, text[start:end])
			if len(w.steps) == window && !w.flush(&j) {
				return
			}
			start = end
		}
		if w.flush(&j) && j.span.End > 0 {
			yield(j.span)
		}
	}
}

// A joiner joins neighbours in one language, and yields each span when the
// next has begun. The confidence is the mean by bytes that are evidence.
type joiner struct {
	yield  func(Span) bool
	span   Span
	weight int
}

// add takes the next segment and reports whether more are wanted.
func (j *joiner) add(s Span, weight int) bool {
	if j.span.End > 0 && j.span.Guess.Tag == s.Guess.Tag {
		if total := j.weight + weight; total > 0 {
			share := float64(weight) / float64(total)
			j.span.Guess.Confidence += share * (s.Guess.Confidence - j.span.Guess.Confidence)
			j.weight = total
		}
		j.span.End = s.End
		return true
	}
	more := j.span.End == 0 || j.yield(j.span)
	j.span, j.weight = s, weight
	return more
}

const (
	// window is the number of segments that are judged together.
	window = 256

	// switchCost is the log-odds that speak against a change of language
	// between two segments.
	switchCost = 3.0

	// doubt is the probability that a segment says nothing about its language:
	// a name, a quotation, an error of the model.
	doubt = 1e-4
)

// A weaver finds the best path through the segments of a window.
type weaver struct {
	d     *Detector
	steps []step
	score []float64 // of the best path to each state; the last is "not known"
	next  []float64
}

// A step is one segment, with the state it is best entered from.
type step struct {
	start, end int
	evidence   bool
	best       int       // state of the best path so far, before this step
	stay       []bool    // by state: entered from itself, not from best
	prob       []float32 // by label of the script, from first on
	first      int
}

func newWeaver(d *Detector) *weaver {
	n := d.model.Labels.Len() + 1
	return &weaver{d: d, score: make([]float64, n), next: make([]float64, n)}
}

// add appends a segment and extends the paths.
func (w *weaver) add(start, end int, segment string) {
	s := step{start: start, end: end}
	var v verdict
	known := w.d.judge(&v, segment)
	s.evidence = known != silent
	s.first = v.first
	s.prob = append(s.prob, v.scores[:v.n]...)
	for i, p := range w.score {
		if p > w.score[s.best] {
			s.best = i
		}
	}
	s.stay = make([]bool, len(w.score))
	unknown := len(w.score) - 1
	for i := range w.score {
		from := w.score[s.best] - switchCost
		if w.score[i] >= from {
			from, s.stay[i] = w.score[i], true
		}
		p := s.at(i)
		if i == unknown && known == foreign {
			p = 1
		}
		if s.evidence {
			from += math.Log(p + doubt)
		}
		w.next[i] = from
	}
	w.score, w.next = w.next, w.score
	w.steps = append(w.steps, s)
}

// at returns the probability of a state.
func (s *step) at(state int) float64 {
	if i := state - s.first; 0 <= i && i < len(s.prob) {
		return float64(s.prob[i])
	}
	return 0
}

// flush hands on the segments of the best path and starts a new window in the state
// where it ends.
func (w *weaver) flush(j *joiner) bool {
	state, evidence := 0, false
	for i, p := range w.score {
		if p > w.score[state] {
			state = i
		}
	}
	last := state
	path := make([]int, len(w.steps))
	for i := len(w.steps) - 1; i >= 0; i-- {
		path[i] = state
		evidence = evidence || w.steps[i].evidence
		if !w.steps[i].stay[state] {
			state = w.steps[i].best
		}
	}
	unknown := len(w.score) - 1
	for i, s := range w.steps {
		span := Span{Start: s.start, End: s.end}
		if label := w.d.model.Labels.At(path[i]); evidence && path[i] != unknown && label != lid.NoLanguage {
			span.Guess = Guess{Tag(label), s.at(path[i])}
		}
		weight := 0
		if s.evidence {
			weight = s.end - s.start
		}
		if !j.add(span, weight) {
			return false
		}
	}
	for i := range w.score {
		if w.score[i] = 0; i != last && evidence {
			w.score[i] = -switchCost
		}
	}
	w.steps = w.steps[:0]
	return true
}
