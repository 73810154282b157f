package ner

import "math"

// A lattice holds the scores of a sentence's labels. Its buffers are reused.
type lattice struct {
	feats  []uint64
	local  [][Labels]float32 // score of each label by the token's features
	back   [][Labels]Label
	labels []Label
	probs  []float64 // of each token's label
	pots   [][Labels]float64
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

// marginals sets the probability of each token's best label. Where no name can
// be, labels are certain, so that it is enough to look at the runs of active
// tokens with a name among them.
func (l *lattice) marginals(m *Model, s *sentence) {
	n := len(l.labels)
	l.fwd, l.pots, l.probs = grow(l.fwd, n), grow(l.pots, n), grow(l.probs, n)
	for from := 0; from < n; {
		end, named := from, false
		for end < n && s.active[end] {
			named = named || l.labels[end] != Outside
			end++
		}
		if named {
			l.sums(m, from, end)
		}
		from = end + 1
	}
}

// sums sets the probabilities of the labels of tokens from to end by the forward
// and backward sums (Rabiner 1989), scaled to 1 at each token.
func (l *lattice) sums(m *Model, from, end int) {
	in := m.step[Outside]
	for i := from; i < end; i++ {
		if i > from {
			in = m.forward(&l.fwd[i-1])
		}
		potentials(&l.pots[i], &l.local[i])
		l.fwd[i] = in
		multiply(&l.fwd[i], &l.pots[i])
	}
	var beta [Labels]float64
	for b := range beta {
		beta[b] = 1
		if end < len(l.labels) {
			beta[b] = m.step[b][Outside]
		}
	}
	for i := end - 1; i >= from; i-- {
		sum := 0.0
		for b := range beta {
			sum += l.fwd[i][b] * beta[b]
		}
		if l.probs[i] = 0; sum > 0 {
			l.probs[i] = l.fwd[i][l.labels[i]] * beta[l.labels[i]] / sum
		}
		multiply(&beta, &l.pots[i])
		beta = m.backward(&beta)
	}
}

// forward returns the sums over the labels before.
func (m *Model) forward(v *[Labels]float64) (out [Labels]float64) {
	for a, x := range v {
		step := &m.step[a]
		out[Outside] += x * step[Outside]
		for b := 1; b < Labels; b += 2 {
			out[b] += x * step[b]
		}
	}
	for b := 2; b < Labels; b += 2 {
		out[b] = v[b-1]*m.step[b-1][b] + v[b]*m.step[b][b]
	}
	return out
}

// backward returns the sums over the labels after.
func (m *Model) backward(v *[Labels]float64) (out [Labels]float64) {
	for a := range out {
		step := &m.step[a]
		sum := step[Outside] * v[Outside]
		for b := 1; b < Labels; b += 2 {
			sum += step[b] * v[b]
		}
		if in := Label(a+1) &^ 1; in != Outside { // the only label inside a name that follows a
			sum += step[in] * v[in]
		}
		out[a] = sum
	}
	return out
}

// potentials sets pots to the exponentials of scores, less the largest of them.
func potentials(pots *[Labels]float64, scores *[Labels]float32) {
	top := scores[0]
	for _, x := range scores {
		top = max(top, x)
	}
	for b, x := range scores {
		pots[b] = math.Exp(float64(x - top))
	}
}

// multiply multiplies v by w and scales it to the sum 1.
func multiply(v, w *[Labels]float64) {
	sum := 0.0
	for b := range v {
		v[b] *= w[b]
		sum += v[b]
	}
	if sum == 0 {
		return
	}
	scale := 1 / sum
	for b := range v {
		v[b] *= scale
	}
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
