package cluster

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRestoreAndGoOn(t *testing.T) {
	docs := madeUp(500)
	whole := open(t, Options{})
	var at [][]byte
	for i, d := range docs {
		if i%100 == 0 {
			data, err := whole.MarshalBinary()
			require.NoError(t, err)
			at = append(at, data)
		}
		add(t, whole, d)
	}
	want, err := whole.MarshalBinary()
	require.NoError(t, err)
	for i, data := range at {
		c := open(t, Options{})
		require.NoError(t, c.UnmarshalBinary(data))
		again, err := c.MarshalBinary()
		require.NoError(t, err)
		require.Equal(t, data, again, "what is restored is what was written")
		add(t, c, docs[i*100:]...)
		got, err := c.MarshalBinary()
		require.NoError(t, err)
		assert.Equal(t, want, got, "restored at %d", i*100)
	}
}

func TestRestoreAfterRemoval(t *testing.T) {
	docs := madeUp(120)
	a := open(t, Options{})
	add(t, a, docs[:100]...)
	for i := 0; i < 100; i += 3 {
		a.Remove(docs[i].ID)
	}
	data, err := a.MarshalBinary()
	require.NoError(t, err)
	b := open(t, Options{})
	require.NoError(t, b.UnmarshalBinary(data))
	add(t, a, docs[100:]...)
	add(t, b, docs[100:]...)
	assert.Equal(t, slices.Collect(a.Stories()), slices.Collect(b.Stories()))
}

func TestDamagedSnapshots(t *testing.T) {
	c := open(t, Options{})
	add(t, c, madeUp(5)...)
	data, err := c.MarshalBinary()
	require.NoError(t, err)
	other := open(t, Options{})
	add(t, other, madeUp(2)...)
	before, _ := other.MarshalBinary()
	for i := range data {
		require.ErrorIs(t, other.UnmarshalBinary(data[:i]), ErrSnapshot, "cut at %d", i)
		damaged := slices.Clone(data)
		damaged[i] ^= 1 << (i % 8)
		require.ErrorIs(t, other.UnmarshalBinary(damaged), ErrSnapshot, "byte %d damaged", i)
	}
	require.ErrorIs(t, other.UnmarshalBinary(append(slices.Clone(data), 0)), ErrSnapshot)
	after, _ := other.MarshalBinary()
	assert.Equal(t, before, after)
}

var update = flag.Bool("update", false, "write the snapshot of this release")

// TestOldSnapshots reads the snapshots of every release so far.
func TestOldSnapshots(t *testing.T) {
	const current = "testdata/snapshots/v2.bin"
	if *update {
		c := open(t, Options{})
		add(t, c, madeUp(12)...)
		data, err := c.MarshalBinary()
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(current), 0o755))
		require.NoError(t, os.WriteFile(current, data, 0o644))
	}
	paths, err := filepath.Glob("testdata/snapshots/*.bin")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		c := open(t, Options{})
		require.NoError(t, c.UnmarshalBinary(data), path)
		n := 0
		for s := range c.Stories() {
			n += len(s.Docs)
		}
		assert.Equal(t, 12, n, path)
		add(t, c, Doc{ID: "next", Text: "One more."})
	}
}
