// Package trees evaluates ensembles of gradient-boosted decision trees
// (Friedman 2001) whose nodes are read in place from a flat file.
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
	cuts  [][]float32 // of each feature, ascending
	nodes string
	roots []int // the byte at which each tree begins
	bias  float32
}

// Read returns the forest whose sections in f begin with prefix, one letter.
func Read(f flat.File, prefix string) *Forest {
	t := &Forest{nodes: f.Section(prefix + "nodes")}
	cuts, offsets, roots := f.Section(prefix+"cuts"), f.Section(prefix+"offs"), f.Section(prefix+"roots")
	for i := range max(len(offsets)/2-1, 0) {
		var list []float32
		for at := int(flat.Uint16(offsets, i)); at < int(flat.Uint16(offsets, i+1)); at++ {
			list = append(list, math.Float32frombits(flat.Uint32(cuts, at)))
		}
		t.cuts = append(t.cuts, list)
	}
	for i := range len(roots) / 4 {
		t.roots = append(t.roots, int(flat.Uint32(roots, i))*4)
	}
	t.bias = math.Float32frombits(flat.Uint32(f.Section(prefix+"bias"), 0))
	return t
}

// Inputs returns the number of features.
func (t *Forest) Inputs() int { return len(t.cuts) }

// Bin writes the bin of every feature of x to bins, which has the same length.
func (t *Forest) Bin(bins []uint8, x []float32) {
	n := min(len(t.cuts), len(x), len(bins))
	for i, cuts := range t.cuts[:n] {
		v, lo, hi := x[i], 0, len(cuts)
		for lo < hi { // the number of cuts below v
			m := int(uint(lo+hi) / 2)
			if cuts[m] < v {
				lo = m + 1
			} else {
				hi = m
			}
		}
		bins[i] = uint8(lo)
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
	for i, root := range t.roots {
		if i == len(t.roots)/part && t.bias+float32(sum)/Scale < hopeless {
			break
		}
		sum += t.walk(root, bins)
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
