package join

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
)

// ModelKind and ModelVersion name the flat file of a model.
const (
	ModelKind    = "join"
	ModelVersion = 1
)

// A Model gives the probability that an article belongs to a story: the mean,
// in log odds, of a logistic regression and of gradient-boosted trees
// (Friedman, Greedy function approximation, 2001). It is immutable, and safe
// for concurrent use by multiple goroutines.
type Model struct {
	Bias   float64
	Linear Features // weights of the features as they are, scale included
	Base   float64
	Trees  [][]Node
}

// A Node is an inner node of a tree if Left is not 0, else a leaf.
type Node struct {
	Feature     uint8
	Left, Right uint8
	Value       float32 // threshold: at most this goes left; of a leaf: what it adds
}

// P returns the probability.
func (m *Model) P(f *Features) float64 {
	z := m.Bias
	for i, w := range m.Linear {
		z += w * f[i]
	}
	return 1 / (1 + math.Exp(-(z+m.boosted(f))/2))
}

func (m *Model) boosted(f *Features) float64 {
	var x [numFeatures]float32
	for i := range f {
		x[i] = float32(f[i])
	}
	z := m.Base
	for _, t := range m.Trees {
		n := &t[0]
		for n.Left > 0 {
			if x[n.Feature] <= n.Value {
				n = &t[n.Left]
			} else {
				n = &t[n.Right]
			}
		}
		z += float64(n.Value)
	}
	return z
}

const nodeSize = 8

// Bytes returns the model as a flat file.
func (m *Model) Bytes() ([]byte, error) {
	linear := appendFloat(appendFloat(nil, m.Bias), m.Base)
	for _, w := range m.Linear {
		linear = appendFloat(linear, w)
	}
	var sizes, nodes []byte
	for _, t := range m.Trees {
		sizes = append(sizes, byte(len(t)))
		for _, n := range t {
			nodes = append(nodes, n.Feature, n.Left, n.Right, 0)
			nodes = binary.LittleEndian.AppendUint32(nodes, math.Float32bits(n.Value))
		}
	}
	b := flat.NewBuilder(ModelKind, ModelVersion)
	b.Add("linear", linear)
	b.Add("sizes", sizes)
	b.Add("nodes", nodes)
	return b.Bytes()
}

func appendFloat(b []byte, x float64) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(x)))
}

// OpenModel reads a model.
func OpenModel(data string) (*Model, error) {
	f, err := flat.Open(data, ModelKind, ModelVersion)
	if err != nil {
		return nil, err
	}
	linear, sizes, nodes := f.Section("linear"), f.Section("sizes"), f.Section("nodes")
	if len(linear) != 4*(2+numFeatures) {
		return nil, fmt.Errorf("%w: a model of other features", flat.ErrFormat)
	}
	m := &Model{Bias: float64(flat.Float32(linear, 0)), Base: float64(flat.Float32(linear, 1))}
	for i := range m.Linear {
		m.Linear[i] = float64(flat.Float32(linear, 2+i))
	}
	for i := range len(sizes) {
		n := int(sizes[i])
		if n == 0 || len(nodes) < n*nodeSize {
			return nil, fmt.Errorf("%w: trees cut short", flat.ErrFormat)
		}
		tree, err := readTree(nodes[:n*nodeSize])
		if err != nil {
			return nil, err
		}
		m.Trees = append(m.Trees, tree)
		nodes = nodes[n*nodeSize:]
	}
	return m, nil
}

// readTree checks that children come after their parents, so that every walk
// ends.
func readTree(s string) ([]Node, error) {
	tree := make([]Node, len(s)/nodeSize)
	for i := range tree {
		n := Node{s[i*nodeSize], s[i*nodeSize+1], s[i*nodeSize+2], flat.Float32(s, 2*i+1)}
		inner := n.Left > 0
		if inner && (int(n.Left) <= i || int(n.Right) <= i || int(n.Left) >= len(tree) || int(n.Right) >= len(tree) || n.Feature >= numFeatures) {
			return nil, fmt.Errorf("%w: broken tree", flat.ErrFormat)
		}
		tree[i] = n
	}
	return tree, nil
}
