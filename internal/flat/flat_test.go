package flat

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func sample(t testing.TB) string {
	t.Helper()
	b := NewBuilder("sample", 3)
	b.Add("words", AppendStrings(nil, []string{"", "athens", "Βλαντίμιρ", "Київ"}))
	b.Add("numbers", []byte{1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0x80, 0x3f})
	out, err := b.Bytes()
	require.NoError(t, err)
	return string(out)
}

func TestRoundTrip(t *testing.T) {
	f, err := Open(sample(t), "sample", 3)
	require.NoError(t, err)
	words, err := OpenStrings(f.Section("words"))
	require.NoError(t, err)
	require.Equal(t, 4, words.Len())
	for i, w := range []string{"", "athens", "Βλαντίμιρ", "Київ"} {
		assert.Equal(t, w, words.At(i))
		at, ok := words.Search(w)
		assert.True(t, ok)
		assert.Equal(t, i, at)
	}
	at, ok := words.Search("berlin")
	assert.False(t, ok)
	assert.Equal(t, 2, at)
	n := f.Section("numbers")
	assert.Equal(t, uint32(1), Uint32(n, 0))
	assert.Equal(t, uint16(0xffff), Uint16(n, 2))
	assert.Equal(t, int8(-1), Int8s(n)[4])
	assert.InDelta(t, 1.0, Float32(n, 2), 0)
	assert.Empty(t, f.Section("absent"))
}

func TestDamageIsReported(t *testing.T) {
	data := sample(t)
	for i := range data {
		flipped := data[:i] + string(data[i]^1) + data[i+1:]
		_, err := Open(flipped, "sample", 3)
		require.ErrorIs(t, err, ErrFormat, "byte %d flipped", i)
		_, err = Open(data[:i], "sample", 3)
		require.ErrorIs(t, err, ErrFormat, "cut at %d", i)
	}
	_, err := Open(data, "other", 3)
	require.ErrorIs(t, err, ErrFormat)
	_, err = Open(data, "sample", 4)
	require.ErrorIs(t, err, ErrFormat)
}

func TestOutOfBoundsIsZero(t *testing.T) {
	assert.Zero(t, Uint32("abc", 0))
	assert.Zero(t, Uint16("abc", -1))
	assert.Zero(t, Float32("", 7))
	assert.Empty(t, Strings{}.At(0))
}

func FuzzOpen(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, data string) {
		file, err := Open(data, "sample", 3)
		if err != nil {
			return
		}
		list, err := OpenStrings(file.Section("words"))
		if err != nil {
			return
		}
		at, ok := list.Search("x")
		assert.Equal(t, ok, list.At(at) == "x")
		for i := range min(list.Len(), 1000) {
			assert.LessOrEqual(t, len(list.At(i)), len(data))
		}
	})
}
