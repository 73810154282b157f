package flat

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func sampleHashes() []HashEntry {
	return []HashEntry{{math.MaxUint32, 4}, {7, 2}, {0, 1}, {7, 1}, {1 << 20, 9}, {1<<20 - 1, 8}, {7, 300}}
}

func TestHashesRoundTrip(t *testing.T) {
	h, err := OpenHashes(string(AppendHashes(nil, sampleHashes())))
	require.NoError(t, err)
	require.Equal(t, 7, h.Len())
	for _, want := range []struct {
		key  uint32
		vals []uint16
	}{
		{0, []uint16{1}},
		{7, []uint16{1, 2, 300}},
		{1<<20 - 1, []uint16{8}}, // the last of its bucket
		{1 << 20, []uint16{9}},   // the first of the next
		{math.MaxUint32, []uint16{4}},
	} {
		at := h.Find(want.key)
		require.GreaterOrEqual(t, at, 0, "%#x", want.key)
		for i, val := range want.vals {
			k, v := h.At(at + i)
			assert.Equal(t, want.key, k)
			assert.Equal(t, val, v, "%#x, entry %d", want.key, i)
		}
	}
	for _, absent := range []uint32{1, 6, 8, 1<<20 + 1, math.MaxUint32 - 1} {
		assert.Equal(t, -1, h.Find(absent), "%#x", absent)
	}
}

func TestEmptyHashes(t *testing.T) {
	h, err := OpenHashes(string(AppendHashes(nil, nil)))
	require.NoError(t, err)
	assert.Zero(t, h.Len())
	assert.Equal(t, -1, h.Find(0))
	assert.Equal(t, -1, Hashes{}.Find(7))
}

func TestDamagedHashes(t *testing.T) {
	data := string(AppendHashes(nil, sampleHashes()))
	for _, n := range []int{0, 3, 4, 1000, len(data) - 1} {
		_, err := OpenHashes(data[:n])
		require.ErrorIs(t, err, ErrFormat, "cut at %d", n)
	}
	_, err := OpenHashes("\xff\xff\xff\xff" + data[4:])
	require.ErrorIs(t, err, ErrFormat)
	// starts that lead outside must not panic
	for i := 4; i < 4+4*8; i++ {
		h, err := OpenHashes(data[:i] + "\xff" + data[i+1:])
		require.NoError(t, err)
		for _, key := range []uint32{0, 7, 1 << 20, math.MaxUint32} {
			at := h.Find(key)
			if k, _ := h.At(at); at >= 0 {
				assert.Equal(t, key, k)
			}
		}
	}
}
