package trees_test

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

// bytesOf is numbers in the form that files have them in.
func bytesOf[T uint8 | uint16 | uint32 | float32](t *testing.T, v ...T) []byte {
	t.Helper()
	b, err := binary.Append(nil, binary.LittleEndian, v)
	require.NoError(t, err)
	return b
}

// node is four bytes: a feature, the last bin that goes left, and 16 bits.
func node(feature, bin uint8, v int16) []byte {
	return binary.LittleEndian.AppendUint16([]byte{feature, bin}, uint16(v))
}

func leaf(v float64) []byte { return node(trees.Leaf, 0, int16(v*trees.Scale)) }

func forest(t *testing.T, nodes []byte, bias float32, roots ...uint32) *trees.Forest {
	t.Helper()
	b := flat.NewBuilder("test", 1)
	b.Add("xcuts", bytesOf[float32](t, 1, 2, 3, 0.5))
	b.Add("xoffs", bytesOf[uint16](t, 0, 3, 4))
	b.Add("xnodes", nodes)
	b.Add("xroots", bytesOf(t, roots...))
	b.Add("xbias", bytesOf(t, bias))
	data, err := b.Bytes()
	require.NoError(t, err)
	f, err := flat.Open(string(data), "test", 1)
	require.NoError(t, err)
	return trees.Read(f, "x")
}

// two is a tree on feature 0 with a tree on feature 1 at its right.
func two() []byte {
	return slices.Concat(node(0, 1, 1), leaf(-1), node(1, 0, 1), leaf(2), leaf(0.5))
}

func TestBin(t *testing.T) {
	f := forest(t, leaf(0), 0, 0)
	require.Equal(t, 2, f.Inputs())
	for _, c := range []struct {
		x    []float32
		want []uint8
	}{
		{[]float32{0, 0}, []uint8{0, 0}},
		{[]float32{1, 0.5}, []uint8{0, 0}}, // a cut belongs to the bin below it
		{[]float32{1.5, 0.6}, []uint8{1, 1}},
		{[]float32{3.5, 9}, []uint8{3, 1}},
		{[]float32{float32(math.Inf(1)), float32(math.Inf(-1))}, []uint8{3, 0}},
		{[]float32{float32(math.NaN()), 1}, []uint8{0, 1}},
	} {
		got := make([]uint8, 2)
		f.Bin(got, c.x)
		assert.Equal(t, c.want, got, "%v", c.x)
	}
	got := []uint8{7, 7, 7}
	f.Bin(got, []float32{2.5})
	assert.Equal(t, []uint8{2, 7, 7}, got, "what is not given is left alone")
}

func TestScoreWalksTheTree(t *testing.T) {
	f := forest(t, two(), 0.25, 0)
	for _, c := range []struct {
		bins []uint8
		want float32
	}{
		{[]uint8{0, 0}, -1}, {[]uint8{1, 1}, -1}, {[]uint8{2, 0}, 2}, {[]uint8{2, 1}, 0.5},
	} {
		assert.InDelta(t, trees.Sigmoid(c.want+0.25), f.Score(c.bins), 1e-6, "%v", c.bins)
	}
}

func TestScoreAddsTrees(t *testing.T) {
	nodes := slices.Concat(two(), leaf(1.5))
	assert.InDelta(t, trees.Sigmoid(3.5), forest(t, nodes, 0, 0, 5).Score([]uint8{2, 0}), 1e-6)
}

// After a third of the trees a hopeless case is given up.
func TestScoreGivesUp(t *testing.T) {
	nodes := slices.Concat(leaf(-5), leaf(4))
	f := forest(t, nodes, 0, 0, 1, 1)
	assert.InDelta(t, trees.Sigmoid(-5), f.Score(nil), 1e-6)
	f = forest(t, nodes, 2, 0, 1, 1)
	assert.InDelta(t, trees.Sigmoid(5), f.Score(nil), 1e-6)
}

// Damaged nodes give some probability, and end.
func TestScoreOfDamagedTrees(t *testing.T) {
	for name, nodes := range map[string][]byte{
		"no nodes":       nil,
		"half a node":    {0, 0},
		"no leaf":        node(0, 0, 1),
		"far to right":   node(0, 0, 32767),
		"unknown number": node(9, 0, 1),
	} {
		s := forest(t, nodes, 0, 0, 77).Score([]uint8{3, 1})
		assert.InDelta(t, 0.5, s, 1e-6, name)
	}
}

func TestSigmoid(t *testing.T) {
	assert.InDelta(t, 0.5, trees.Sigmoid(0), 1e-9)
	assert.InDelta(t, 1, trees.Sigmoid(1)+trees.Sigmoid(-1), 1e-6)
	assert.Zero(t, trees.Sigmoid(float32(math.Inf(-1))))
}
