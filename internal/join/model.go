package join

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

// ModelKind and ModelVersion name the flat file of a model: a section
// "linear" with the bias and the weights of the features, and a forest whose
// sections begin with "f".
const (
	ModelKind    = "join"
	ModelVersion = 2
)

// A Model gives the probability that an article belongs to a story: the mean,
// in log odds, of a logistic regression and of gradient-boosted trees
// (Friedman, Greedy function approximation, 2001). It is immutable, and safe
// for concurrent use by multiple goroutines.
type Model struct {
	bias   float64
	linear Features // weights of the features as they are, scale included
	forest *trees.Forest
}

// OpenModel reads a model.
func OpenModel(data string) (*Model, error) {
	f, err := flat.Open(data, ModelKind, ModelVersion)
	if err != nil {
		return nil, err
	}
	linear := f.Section("linear")
	m := &Model{forest: trees.Read(f, "f")}
	if len(linear) != 4*(1+numFeatures) || m.forest.Inputs() != numFeatures {
		return nil, fmt.Errorf("%w: a model of other features", flat.ErrFormat)
	}
	m.bias = float64(flat.Float32(linear, 0))
	for i := range m.linear {
		m.linear[i] = float64(flat.Float32(linear, 1+i))
	}
	return m, nil
}

// AppendLinear appends what section "linear" of a model holds.
func AppendLinear(b []byte, bias float64, weights *Features) []byte {
	b = appendFloat(b, bias)
	for _, w := range weights {
		b = appendFloat(b, w)
	}
	return b
}

func appendFloat(b []byte, x float64) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(x)))
}

// P returns the probability.
func (m *Model) P(f *Features) float64 {
	z := m.bias
	var x [numFeatures]float32
	var bins [numFeatures]uint8
	for i, w := range m.linear {
		z += w * f[i]
		x[i] = float32(f[i])
	}
	m.forest.Bin(bins[:], x[:])
	p := float64(m.forest.Score(bins[:]))
	z += math.Log(p / (1 - p))
	return 1 / (1 + math.Exp(-z/2))
}

// Raise adds to the log odds of a probability.
func Raise(p, by float64) float64 { return 1 / (1 + (1-p)/p*math.Exp(-by)) }
