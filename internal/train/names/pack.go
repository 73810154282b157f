package main

import (
	"math"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/names"
	"github.com/tidings-go/tidings/internal/train/gbdt"
)

// knowledge is all that a model is made of.
type knowledge struct {
	edits  *edits
	common map[uint64]int8
	terms  map[uint64]int8
	forest *gbdt.Forest
}

// bytes writes the model file.
func (k *knowledge) bytes() ([]byte, error) {
	single := make([]byte, names.Tables*names.Letters*names.Letters)
	self := make([]byte, 2*names.Tables*names.Letters)
	alias := make([]byte, names.Tables)
	begin := make([]byte, 2*names.Tables*names.BeginLen)
	ops := map[uint64]int8{}
	for t := range names.Tables {
		if k.edits.prob[t] == nil {
			continue
		}
		alias[t] = byte(t)
		w := newWeights(k.edits.prob[t])
		w.fill(single[t*names.Letters*names.Letters:][:names.Letters*names.Letters])
		w.fillSelf(self[2*t*names.Letters:][:2*names.Letters])
		w.addRuns(t, ops, begin[2*t*names.BeginLen:][:2*names.BeginLen])
	}
	b := flat.NewBuilder(names.FileKind, names.FileVersion)
	b.Add("alias", alias)
	b.Add("single", single)
	b.Add("self", self)
	b.Add("begin", begin)
	b.Add("ops", names.AppendHashed(nil, ops))
	b.Add("common", names.AppendHashed(nil, k.common))
	b.Add("terms", names.AppendHashed(nil, k.terms))
	if k.forest != nil {
		k.forest.Add(b, "t")
	}
	return b.Bytes()
}

func (k *knowledge) model() *names.Model {
	data, err := k.bytes()
	if err == nil {
		var m *names.Model
		if m, err = names.Open(string(data)); err == nil {
			return m
		}
	}
	panic(err)
}

// weights turns the probabilities of a table into likelihood ratios.
type weights struct {
	prob   counts
	ua, ub [256]float64 // probability of each sound
	end    float64      // of all endings
}

func newWeights(p counts) *weights {
	w := &weights{prob: p}
	sa, sb := 0.0, 0.0
	for _, op := range sortedKeys(p) {
		v := p[op]
		a, b, end := unpack(op)
		for _, c := range a {
			w.ua[c] += v
			sa += v
		}
		for _, c := range b {
			w.ub[c] += v
			sb += v
		}
		if end {
			w.end += v
		}
	}
	for c := range w.ua {
		w.ua[c] = w.ua[c]/sa*0.999 + 1e-5
		w.ub[c] = w.ub[c]/sb*0.999 + 1e-5
	}
	return w
}

// unpack returns the sounds of an operation, and whether it ends the words.
func unpack(op uint64) (a, b []byte, end bool) {
	cut := func(p uint32) (s []byte) {
		for shift := 24; shift >= 0; shift -= 8 {
			if c := byte(p >> shift); c != 0 {
				s = append(s, c)
			}
		}
		if len(s) > 0 && s[len(s)-1] == names.End {
			s, end = s[:len(s)-1], true
		}
		return s
	}
	a = cut(uint32(op >> 32))
	b = cut(uint32(op))
	return a, b, end
}

// ratio returns how much likelier an operation is than chance.
func (w *weights) ratio(v float64, a, b []byte, end bool) float64 {
	for _, c := range a {
		v /= w.ua[c]
	}
	for _, c := range b {
		v /= w.ub[c]
	}
	if end {
		v /= w.end
	}
	return v
}

func quantised(ratio float64) int8 {
	return int8(max(-127, min(127, math.Round(math.Log(ratio)*names.WeightScale))))
}

// fill writes the weights of operations of at most one sound a side.
func (w *weights) fill(out []byte) {
	sounds := []byte{0}
	for c := 1; c < 256; c++ {
		if i := names.Letter(byte(c)); i != 63 || c == 255 {
			sounds = append(sounds, byte(c))
		}
	}
	for _, x := range sounds {
		for _, y := range sounds {
			var a, b []byte
			if x != 0 {
				a = []byte{x}
			}
			if y != 0 {
				b = []byte{y}
			}
			out[index(x)*names.Letters+index(y)] = byte(quantised(w.single(a, b)))
		}
	}
}

func index(c byte) int {
	if c == 0 {
		return 0
	}
	return int(names.Letter(c))
}

// single returns the weight of one sound for one or none, also of those that
// never met.
func (w *weights) single(a, b []byte) float64 {
	v, ok := w.prob[names.Op(pack(a, false), pack(b, false))]
	r := w.ratio(v, a, b, false)
	switch {
	case len(a)+len(b) == 0:
		return 1e-7
	case ok:
		return r
	case len(a) == 1 && len(b) == 1 && a[0] == b[0]:
		return 1
	case len(a) == 1 && len(b) == 1:
		return min(0.01, w.ratio(1e-6, a, b, false))
	}
	return min(0.05, w.ratio(1e-5, a, b, false))
}

func (w *weights) fillSelf(out []byte) {
	for c := 1; c < 256; c++ {
		i := names.Letter(byte(c))
		out[i] = byte(min(255, math.Round(-math.Log(w.ua[c])*names.SelfScale)))
		out[names.Letters+int(i)] = byte(min(255, math.Round(-math.Log(w.ub[c])*names.SelfScale)))
	}
}

// slight is the probability of operations that are left out of a table.
const slight = 4e-6

// addRuns adds the weights of longer operations and of endings, and marks in
// begin how the runs of either side begin.
func (w *weights) addRuns(t int, ops map[uint64]int8, begin []byte) {
	for op, v := range w.prob {
		a, b, end := unpack(op)
		if !end && len(a) <= 1 && len(b) <= 1 || v < slight {
			continue
		}
		ops[names.OpKey(t, op)] = quantised(w.ratio(v, a, b, end))
		if end {
			continue
		}
		mark(begin[:names.BeginLen], a)
		mark(begin[names.BeginLen:], b)
	}
}

// mark sets the bit for how a run of two or three sounds begins.
func mark(begin, run []byte) {
	if len(run) > 1 {
		bit := names.BeginBit(names.Letter(run[0]), names.Letter(run[1]), len(run))
		begin[bit/8] |= 1 << (bit % 8)
	}
}
