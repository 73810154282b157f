package extract_test

import (
	"bytes"
	"compress/zlib"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

// What is no text, under the name of a page, is no article, and nobody waits
// for it.
func TestBinaryIsNoArticle(t *testing.T) {
	noise := make([]byte, 2<<20)
	_, err := rand.NewChaCha8([32]byte{1}).Read(noise)
	require.NoError(t, err)
	highNoise := bytes.Clone(noise) // without controls
	for i, c := range noise {
		highNoise[i] = ' ' + c%0x5f
		if c&1 == 0 {
			highNoise[i] = 0x80 | c>>1
		}
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	for i := range 100_000 {
		_, err = z.Write([]byte{byte(i), byte(i * i >> 8), noise[i]})
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	for name, data := range map[string][]byte{
		"noise":             noise,
		"noise of letters":  highNoise,
		"packed":            packed.Bytes(),
		"picture":           append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), noise[:100_000]...),
		"behind a mark":     append([]byte("\xff\xfe"), noise[:100_000]...),
		"nothing but zeros": make([]byte, 100_000),
	} {
		for _, format := range []extract.Format{extract.Auto, extract.HTML, extract.Text} {
			a, err := extract.Extract(bytes.NewReader(data), &extract.Options{Format: format})
			require.ErrorIs(t, err, extract.ErrNoArticle, "%s as %v", name, format)
			assert.Empty(t, a.Text, name)
		}
	}
}

// A few stray controls, and signs of fonts of icons, do not make a page binary.
func TestStrayControlsAreNoBinary(t *testing.T) {
	page := "<!DOCTYPE html><h1>Ferry runs again</h1>\x00\x02\ufffd\ue001" + body
	a, err := extract.FromString(page, nil)
	require.NoError(t, err)
	assert.Contains(t, a.Text, "Passengers had to travel")
}

// Text that is nothing but marks takes memory in proportion to its length.
func TestMarksTakeBoundedMemory(t *testing.T) {
	for _, unit := range []string{"&amp;", "&#65;&lt;", ". ", "a "} {
		text := strings.Repeat(unit, (3<<20)/len(unit))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _ = extract.FromString(text, nil)
		runtime.ReadMemStats(&after)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(50*len(text)), "%q", unit)
	}
}
