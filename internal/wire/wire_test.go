package wire

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRoundTrip(t *testing.T) {
	w := &Writer{}
	w.Uint(math.MaxUint64)
	w.Int(math.MinInt64)
	w.Float(-0.5)
	w.Float32(1.25)
	w.String("Αθήνα")
	w.Uint(2)
	for cut := range w.Data {
		r := NewReader(w.Data[:cut])
		r.Uint()
		r.Int()
		r.Float()
		r.Float32()
		_ = r.String()
		r.Index(3)
		require.ErrorIs(t, r.Err(), ErrShort, "cut at %d", cut)
		assert.Zero(t, r.Uint(), "after an error everything is zero")
	}
	r := NewReader(w.Data)
	assert.Equal(t, uint64(math.MaxUint64), r.Uint())
	assert.Equal(t, int64(math.MinInt64), r.Int())
	assert.InDelta(t, -0.5, r.Float(), 0)
	assert.InDelta(t, 1.25, r.Float32(), 0)
	assert.Equal(t, "Αθήνα", r.String())
	assert.Equal(t, 2, r.Index(3))
	require.NoError(t, r.Err())
	assert.Zero(t, r.Len())
}

func TestImpossibleValues(t *testing.T) {
	for name, read := range map[string]func(*Reader){
		"index": func(r *Reader) { r.Index(5) },
		"count": func(r *Reader) { r.Count(1) },
		"text":  func(r *Reader) { _ = r.String() },
	} {
		w := &Writer{}
		w.Uint(1 << 40)
		r := NewReader(w.Data)
		read(r)
		assert.ErrorIs(t, r.Err(), ErrShort, name)
	}
	w := &Writer{}
	w.Float(math.NaN())
	r := NewReader(w.Data)
	r.Float()
	assert.Error(t, r.Err())
}
