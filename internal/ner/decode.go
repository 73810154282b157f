package ner

import "math"

// A lattice holds the scores of a sentence's labels. Its buffers are reused.
type lattice struct {
	feats  []uint64
	local  [][Labels]float32 // score of each label by the token's features
	back   [][Labels]Label
	labels []Label
	probs  []float64 // of each token's label
	fwd    [][Labels]float64
}

// never is the score of what cannot be.
const never = -1e9

// weigh sets the local scores of s. Where a name seems to go on, it makes
// the next token active.
func (l *lattice) weigh(m *Model, s *sentence) {
	n := len(s.toks)
	l.local = grow(l.local, n)
	for i := range n {
		row := &l.local[i]
		if !s.active[i] {
			for k := range row {
				row[k] = never
			}
			row[Outside] = 0
			continue
		}
		l.feats = s.appendFeatures(l.feats[:0], i)
		var sum [Labels]int32
		for _, h := range l.feats {
			if r := m.rows.find(h); r != nil {
				exp := uint(r[2]) & 7
				for k := range sum {
					sum[k] += int32(r[3+k]) << exp
				}
			}
		}
		top := Outside
		for k := range row {
			row[k] = float32(sum[k]) * unit
			if row[k] > row[top] {
				top = Label(k)
			}
		}
		if top != Outside && i+1 < n {
			s.active[i+1] = true
		}
	}
}

// best sets the most probable labels (Viterbi 1967) and reports whether there
// is any name among them.
func (l *lattice) best(m *Model, s *sentence) bool {
	n := len(s.toks)
	l.back, l.labels = grow(l.back, n), grow(l.labels, n)
	var prev, cur [Labels]float32
	for i := range n {
		for b := range Label(Labels) {
			top, from := float32(4*never), Outside
			if i == 0 {
				if b.Follows(Outside) {
					top = m.trans[Outside][b]
				}
			} else if b.inside() { // only two labels come before it
				top, from = prev[b-1]+m.trans[b-1][b], b-1
				if v := prev[b] + m.trans[b][b]; v > top {
					top, from = v, b
				}
			} else {
				for a := range Label(Labels) {
					if v := prev[a] + m.trans[a][b]; v > top {
						top, from = v, a
					}
				}
			}
			cur[b], l.back[i][b] = max(top+l.local[i][b], 4*never), from
		}
		prev = cur
	}
	last := Outside
	for b := range Label(Labels) {
		if prev[b] > prev[last] {
			last = b
		}
	}
	found := false
	for i := n - 1; i >= 0; i-- {
		l.labels[i] = last
		found = found || last != Outside
		last = l.back[i][last]
	}
	return found
}

// marginals sets the probability of each token's best label by the forward
// and backward sums (Rabiner 1989), scaled to 1 at each token.
func (l *lattice) marginals(m *Model) {
	n := len(l.labels)
	l.fwd, l.probs = grow(l.fwd, n), grow(l.probs, n)
	var step [Labels][Labels]float64
	for a := range Label(Labels) {
		for b := range Label(Labels) {
			if b.Follows(a) {
				step[a][b] = math.Exp(float64(m.trans[a][b]))
			}
		}
	}
	for i := range n {
		in := step[Outside]
		if i > 0 {
			in = forward(&step, &l.fwd[i-1])
		}
		l.fwd[i] = normal(times(in, l.local[i]))
	}
	beta := [Labels]float64{}
	for b := range beta {
		beta[b] = 1
	}
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for b := range beta {
			sum += l.fwd[i][b] * beta[b]
		}
		if l.probs[i] = 0; sum > 0 {
			l.probs[i] = l.fwd[i][l.labels[i]] * beta[l.labels[i]] / sum
		}
		beta = normal(backward(&step, times(beta, l.local[i])))
	}
}

// forward returns the sums over the labels before.
func forward(step *[Labels][Labels]float64, v *[Labels]float64) (out [Labels]float64) {
	for a, x := range v {
		if x == 0 {
			continue
		}
		for b := range out {
			out[b] += x * step[a][b]
		}
	}
	return out
}

// backward returns the sums over the labels after.
func backward(step *[Labels][Labels]float64, v [Labels]float64) (out [Labels]float64) {
	for a := range out {
		for b, x := range v {
			out[a] += step[a][b] * x
		}
	}
	return out
}

// times multiplies v by the exponentials of scores, less the largest of them.
func times(v [Labels]float64, scores [Labels]float32) [Labels]float64 {
	if scores[First(Person)] == never { // nothing but Outside can be
		return [Labels]float64{v[Outside]}
	}
	top := scores[0]
	for _, x := range scores {
		top = max(top, x)
	}
	for b := range v {
		v[b] *= math.Exp(float64(scores[b] - top))
	}
	return v
}

func normal(v [Labels]float64) [Labels]float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	if sum == 0 {
		return v
	}
	for i := range v {
		v[i] /= sum
	}
	return v
}

// stopped reports whether token j is the stop of an abbreviation before it, as
// in U.S., which belongs to its name.
func (s *sentence) stopped(j int) bool {
	return j < len(s.toks) && s.toks[j].punct == '.' && s.toks[j].glued && s.toks[j-1].dotted
}

// appendSpans appends the names of s to dst.
func (l *lattice) appendSpans(dst []Span, s *sentence) []Span {
	for i := 0; i < len(s.toks); {
		if l.labels[i] == Outside {
			i++
			continue
		}
		j, score := i+1, l.probs[i]
		for j < len(s.toks) && l.labels[j].inside() {
			score = min(score, l.probs[j])
			j++
		}
		if s.stopped(j) {
			j++
		}
		dst = append(dst, Span{s.toks[i].start, s.toks[j-1].end, l.labels[i].Type(), score})
		i = j
	}
	return dst
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
