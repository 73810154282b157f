// Package gbdt grows the forests that internal/trees evaluates.
package gbdt

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

// Config holds the settings of a forest.
type Config struct {
	Trees, Leaves int
	Rate          float64
	Lambda, MinH  float64 // of the sums of second derivatives in leaves
	Features      float64 // share of the features that each tree sees
}

// A Forest is a trained ensemble.
type Forest struct {
	cuts  [][]float32
	trees [][]node
	bias  float64
}

// node is a node of a tree; a leaf has feature -1.
type node struct {
	feature     int
	bin         uint8
	left, right int
	value       float64
}

// Rows are the examples: features in rows, labels in [0, 1], weights.
type Rows struct {
	X     [][]float32
	Y, W  []float32
	Group []int // rows of a group are drawn together
}

// rng is SplitMix64: the same numbers in every run.
type rng uint64

func (r *rng) next() uint64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

func (r *rng) float() float64 { return float64(r.next()>>11) / (1 << 53) }

// cutsOf returns the borders between bins of equal weight.
func cutsOf(v []float32) []float32 {
	slices.Sort(v)
	u := slices.Compact(slices.Clone(v))
	var cuts []float32
	if len(u) <= trees.MaxBins {
		for i := 1; i < len(u); i++ {
			cuts = append(cuts, (u[i-1]+u[i])/2)
		}
		return cuts
	}
	for b := 1; b < trees.MaxBins; b++ {
		c := v[b*len(v)/trees.MaxBins]
		if len(cuts) == 0 || c > cuts[len(cuts)-1] {
			cuts = append(cuts, c)
		}
	}
	return cuts
}

// train fits a Forest by gradient boosting on the logistic loss.
func Train(r Rows, c Config) *Forest {
	n, d := len(r.X), len(r.X[0])
	f := &Forest{cuts: make([][]float32, d)}
	bins := binned{make([]uint8, n*d), d}
	for j := range d {
		v := make([]float32, 0, n)
		for i := range n {
			v = append(v, r.X[i][j])
		}
		f.cuts[j] = cutsOf(v)
		for i := range n {
			k, _ := slices.BinarySearch(f.cuts[j], r.X[i][j])
			bins.all[i*d+j] = uint8(k)
		}
	}
	var sy, sw float64
	for i := range n {
		sy += float64(r.Y[i] * r.W[i])
		sw += float64(r.W[i])
	}
	f.bias = math.Log(sy / (sw - sy))
	z, g, h := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range z {
		z[i] = f.bias
	}
	random := rng(1)
	for range c.Trees {
		for i := range n {
			p := 1 / (1 + math.Exp(-z[i]))
			g[i] = (float64(r.Y[i]) - p) * float64(r.W[i])
			h[i] = p * (1 - p) * float64(r.W[i])
		}
		seed := random.next()
		var in []int32
		for i := range n {
			s := rng(seed + uint64(r.Group[i])*0x9E37)
			if s.float() < 0.75 {
				in = append(in, int32(i))
			}
		}
		var cols []int
		for j := range d {
			if random.float() < c.Features {
				cols = append(cols, j)
			}
		}
		t := grow(bins, f.cuts, g, h, in, cols, c)
		for i := range n {
			k, row := 0, bins.row(int32(i))
			for t[k].feature >= 0 {
				if row[t[k].feature] > t[k].bin {
					k = t[k].right
				} else {
					k = t[k].left
				}
			}
			z[i] += t[k].value
		}
		f.trees = append(f.trees, t)
	}
	return f
}

// binned is the features of all rows as numbers of bins, row by row.
type binned struct {
	all []uint8
	d   int
}

func (b binned) row(i int32) []uint8 { return b.all[int(i)*b.d:][:b.d] }

// bin sums up the derivatives of the rows of a leaf in a bin of a feature.
type bin struct{ g, h float64 }

// leaf is a leaf that may still be split.
type leaf struct {
	node, depth  int
	in           []int32
	g, h         float64
	gain         float64
	feature, bin int
}

// grow grows one tree, the most useful split first.
func grow(bins binned, cuts [][]float32, g, h []float64, in []int32, cols []int, c Config) []node {
	t := []node{{feature: -1}}
	sums := make([][trees.MaxBins + 1]bin, len(cols))
	find := func(l *leaf) {
		l.gain = 0
		base := l.g * l.g / (l.h + c.Lambda)
		clear(sums)
		for _, i := range l.in {
			row, gi, hi := bins.row(i), g[i], h[i]
			for k, j := range cols {
				s := &sums[k][row[j]]
				s.g += gi
				s.h += hi
			}
		}
		for k, j := range cols {
			var lg, lh float64
			for b := range cuts[j] {
				lg += sums[k][b].g
				lh += sums[k][b].h
				if lh < c.MinH || l.h-lh < c.MinH {
					continue
				}
				gain := lg*lg/(lh+c.Lambda) + (l.g-lg)*(l.g-lg)/(l.h-lh+c.Lambda) - base
				if gain > l.gain+1e-9 {
					l.gain, l.feature, l.bin = gain, j, b
				}
			}
		}
	}
	open := []*leaf{{in: in}}
	for _, i := range in {
		open[0].g += g[i]
		open[0].h += h[i]
	}
	t[0].value = c.Rate * open[0].g / (open[0].h + c.Lambda)
	find(open[0])
	for n := 1; n < c.Leaves; n++ {
		top := -1
		for i, l := range open {
			if l.gain > 1e-6 && (top < 0 || l.gain > open[top].gain) {
				top = i
			}
		}
		if top < 0 {
			break
		}
		l := open[top]
		lo, hi := &leaf{node: len(t), depth: l.depth + 1}, &leaf{node: len(t) + 1, depth: l.depth + 1}
		for _, i := range l.in {
			side := lo
			if int(bins.row(i)[l.feature]) > l.bin {
				side = hi
			}
			side.in = append(side.in, i)
			side.g += g[i]
			side.h += h[i]
		}
		t = append(t, node{feature: -1, value: c.Rate * lo.g / (lo.h + c.Lambda)}, node{feature: -1, value: c.Rate * hi.g / (hi.h + c.Lambda)})
		t[l.node] = node{feature: l.feature, bin: uint8(l.bin), left: lo.node, right: hi.node}
		find(lo)
		find(hi)
		open[top] = lo
		open = append(open, hi)
	}
	return t
}

// Add writes the forest to b, its sections beginning with prefix.
func (f *Forest) Add(b *flat.Builder, prefix string) {
	var cuts, offs, nodes, roots []byte
	n := 0
	for _, c := range f.cuts {
		offs = binary.LittleEndian.AppendUint16(offs, uint16(n))
		for _, x := range c {
			cuts = binary.LittleEndian.AppendUint32(cuts, math.Float32bits(x))
		}
		n += len(c)
	}
	offs = binary.LittleEndian.AppendUint16(offs, uint16(n))
	for _, t := range f.trees {
		roots = binary.LittleEndian.AppendUint32(roots, uint32(len(nodes)/4))
		nodes = appendTree(nodes, t, 0)
	}
	b.Add(prefix+"cuts", cuts)
	b.Add(prefix+"offs", offs)
	b.Add(prefix+"nodes", nodes)
	b.Add(prefix+"roots", roots)
	b.Add(prefix+"bias", binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(f.bias))))
}

// appendTree writes the tree below node k, the left child behind its parent.
func appendTree(out []byte, t []node, k int) []byte {
	n := t[k]
	if n.feature < 0 {
		v := int16(max(-32767, min(math.Round(n.value*trees.Scale), 32767)))
		return binary.LittleEndian.AppendUint16(append(out, trees.Leaf, 0), uint16(v))
	}
	at := len(out)
	out = append(out, byte(n.feature), n.bin, 0, 0)
	out = appendTree(out, t, n.left)
	binary.LittleEndian.PutUint16(out[at+2:], uint16((len(out)-at)/4-1))
	return appendTree(out, t, n.right)
}
