package main

import (
	"math"

	"github.com/tidings-go/tidings/internal/names"
)

// A sample is two words that stand for each other.
type sample struct {
	a, b   []byte
	table  int
	weight float64
}

// counts holds how often operations are expected to be used.
type counts map[uint64]float64

// edits are the probabilities of operations, by table; table 0 is general.
type edits struct {
	prob  [names.Tables]counts
	total [names.Tables]float64
}

// steps are the numbers of sounds that an operation takes from either side.
var steps = [...][2]int{{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}}

const (
	maxEnd = 3
	// alpha is the weight of the general table in the others.
	alpha = 3000
	// rare is the least count of an operation that is kept.
	rareGeneral, rareOwn = 1.5, 0.7
)

// pack packs up to four sounds as the model does.
func pack(s []byte, end bool) uint32 {
	p := uint32(0)
	for _, c := range s {
		p = p<<8 | uint32(c)
	}
	if end {
		p = p<<8 | names.End
	}
	return p
}

// prior is the probability that operations begin with: like sounds stand for
// each other, vowels come and go.
func prior(a, b []byte, end bool) float64 {
	la, lb := len(a), len(b)
	switch {
	case end:
		return 0.2 * math.Pow(0.01, float64(la+lb))
	case la == 1 && lb == 1 && a[0] == b[0]:
		return 0.04
	case la == 1 && lb == 1 && vowel(a[0]) && vowel(b[0]):
		return 0.001
	case la == 1 && lb == 1:
		return 0.0001
	case la+lb == 1 && vowel(append(a[:la:la], b...)[0]):
		return 0.001
	case la+lb == 1:
		return 0.0002
	case la+lb == 3:
		return 1e-6
	}
	return 1e-8
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'E', 'O', 'U', 'A', 'j', 'w', 'h', 'F', 'B':
		return true
	}
	return false
}

// step runs one round of expectation maximisation.
func (e *edits) step(data []sample) *edits {
	var expected [names.Tables]counts
	for i := range expected {
		expected[i] = counts{}
	}
	var l lattice
	for _, s := range data {
		l.add(s, e, expected[s.table])
	}
	return maximised(expected)
}

func maximised(expected [names.Tables]counts) *edits {
	out := &edits{}
	general := counts{}
	for _, c := range expected {
		for _, op := range sortedKeys(c) {
			general[op] += c[op]
			general[op>>32|op<<32] += c[op]
		}
	}
	total := 0.0
	for _, op := range sortedKeys(general) {
		if general[op] < rareGeneral {
			delete(general, op)
			continue
		}
		total += general[op]
	}
	for op := range general {
		general[op] /= total
	}
	out.prob[0], out.total[0] = general, total
	for t := 1; t < names.Tables; t++ {
		out.mix(t, expected[t])
	}
	return out
}

// mix makes table t of its own counts and the general table.
func (e *edits) mix(t int, own counts) {
	n := 0.0
	for _, op := range sortedKeys(own) {
		n += own[op]
	}
	e.total[t] = n
	if n == 0 {
		return
	}
	p := counts{}
	for op, g := range e.prob[0] {
		p[op] = alpha * g / (n + alpha)
	}
	for op, c := range own {
		if c >= rareOwn {
			p[op] += c / (n + alpha)
		}
	}
	e.prob[t] = p
}

// lattice holds the alignments of one sample.
type lattice struct {
	forward, backward []float64
	arcs              []arc
}

type arc struct {
	from, to int
	op       uint64
	p        float64
}

func (l *lattice) add(s sample, e *edits, into counts) {
	n, m := len(s.a), len(s.b)
	if n == 0 || m == 0 {
		return
	}
	w := m + 1
	size := (n+1)*w + 1
	l.forward, l.backward = make([]float64, size), make([]float64, size)
	l.arcs = l.arcs[:0]
	prob := e.lookup(s.table)
	l.forward[0] = 1
	for i := range n + 1 {
		for j := range w {
			for _, st := range steps {
				pi, pj := i-st[0], j-st[1]
				if pi < 0 || pj < 0 || l.forward[pi*w+pj] == 0 {
					continue
				}
				l.arc(pi*w+pj, i*w+j, s.a[pi:i:i], s.b[pj:j:j], false, prob)
			}
		}
	}
	for x := 0; x <= maxEnd && x <= n; x++ {
		for y := 0; y <= maxEnd && y <= m; y++ {
			l.arc((n-x)*w+m-y, size-1, s.a[n-x:n:n], s.b[m-y:m:m], true, prob)
		}
	}
	total := l.forward[size-1]
	if total <= 0 || math.IsNaN(total) {
		return
	}
	l.backward[size-1] = 1
	for k := len(l.arcs) - 1; k >= 0; k-- {
		a := l.arcs[k]
		l.backward[a.from] += l.backward[a.to] * a.p
	}
	for _, a := range l.arcs {
		if v := s.weight * l.forward[a.from] * a.p * l.backward[a.to] / total; v > 1e-4 {
			into[a.op] += v
		}
	}
}

func (l *lattice) arc(from, to int, a, b []byte, end bool, prob func(op uint64, a, b []byte, end bool) float64) {
	op := names.Op(pack(a, end), pack(b, end))
	p := prob(op, a, b, end)
	l.forward[to] += l.forward[from] * p
	l.arcs = append(l.arcs, arc{from, to, op, p})
}

// lookup returns the probabilities of a table, which are the prior in the first
// round.
func (e *edits) lookup(table int) func(op uint64, a, b []byte, end bool) float64 {
	if e == nil {
		return func(_ uint64, a, b []byte, end bool) float64 { return prior(a, b, end) }
	}
	p := e.prob[table]
	if p == nil {
		p = e.prob[0]
	}
	return func(op uint64, a, b []byte, end bool) float64 {
		if v, ok := p[op]; ok {
			return v
		}
		if len(a) <= 1 && len(b) <= 1 && !end {
			return 1e-7
		}
		return 1e-12
	}
}
