// Package trees evaluates ensembles of gradient-boosted decision trees
// (Friedman 2001) that are read in place from a flat file.
//
// Every feature is first replaced by the number of the bin that it falls into,
// so that a node is four bytes: the feature, the last bin that goes left, and
// the distance to the right child; the left child follows its parent. A node of
// feature [Leaf] holds the value of the leaf instead.
package trees

import (
	"math"

	"github.com/tidings-go/tidings/internal/flat"
)

const (
	// Leaf marks a leaf in place of a feature.
	Leaf = 255
	// Scale is what the values of leaves are multiplied with to become integers.
	Scale = 4096
	// MaxBins is the largest number of bins of a feature.
	MaxBins = 64
)

// Forest is an ensemble of trees. It is immutable, and safe for concurrent use.
type Forest struct {
	cuts    string // float32, ascending, of all features
	offsets string // uint16: where the cuts of each feature begin, and one more
	nodes   string
	roots   string // uint32: the first node of each tree
	bias    float32
	inputs  int
	trees   int
}

// Read returns the forest whose sections in f begin with prefix, one letter.
func Read(f flat.File, prefix string) *Forest {
	t := &Forest{
		cuts: f.Section(prefix + "cuts"), offsets: f.Section(prefix + "offs"),
		nodes: f.Section(prefix + "nodes"), roots: f.Section(prefix + "roots"),
	}
	t.inputs = max(len(t.offsets)/2-1, 0)
	t.trees = len(t.roots) / 4
	t.bias = math.Float32frombits(flat.Uint32(f.Section(prefix+"bias"), 0))
	return t
}

// Inputs returns the number of features.
func (t *Forest) Inputs() int { return t.inputs }

// Bin writes the bin of every feature of x to bins, which has the same length.
func (t *Forest) Bin(bins []uint8, x []float32) {
	from := int(flat.Uint16(t.offsets, 0))
	for i := range min(t.inputs, len(x), len(bins)) {
		to := int(flat.Uint16(t.offsets, i+1))
		lo, hi := from, to
		for lo < hi { // the number of cuts below x[i]
			m := int(uint(lo+hi) / 2)
			if math.Float32frombits(flat.Uint32(t.cuts, m)) < x[i] {
				lo = m + 1
			} else {
				hi = m
			}
		}
		bins[i] = uint8(lo - from)
		from = to
	}
}

// Score returns the sum of the trees for binned features, as a probability.
// Once a part of the trees leaves hardly any, the others are not asked: later
// trees add less and less.
func (t *Forest) Score(bins []uint8) float32 {
	const (
		part     = 3
		hopeless = -4.6 // a probability of 0.01
	)
	sum := int32(0)
	for i := range t.trees {
		if i == t.trees/part && t.bias+float32(sum)/Scale < hopeless {
			break
		}
		sum += t.walk(int(flat.Uint32(t.roots, i))*4, bins)
	}
	return Sigmoid(t.bias + float32(sum)/Scale)
}

// walk returns the value of the leaf that the tree at byte n leads to.
func (t *Forest) walk(n int, bins []uint8) int32 {
	nodes := t.nodes
	for n >= 0 && n+4 <= len(nodes) {
		k := nodes[n : n+4]
		v := uint32(k[0]) | uint32(k[1])<<8 | uint32(k[2])<<16 | uint32(k[3])<<24
		f := v & 0xff
		if f == Leaf {
			return int32(v) >> 16
		}
		n += 4
		if int(f) < len(bins) && bins[f] > uint8(v>>8) {
			n += int(v>>16) * 4
		}
	}
	return 0
}

// Sigmoid is the logistic function.
func Sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }
