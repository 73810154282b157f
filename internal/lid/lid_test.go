package lid

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// testFold folds Latin, Greek and Cyrillic.
func testFold() Fold {
	index, entries := BuildFold(func(r rune) (uint32, Script) {
		switch {
		case r == '\'' || r == '’':
			return '\'', Common
		case unicode.Is(unicode.Latin, r):
			return uint32(unicode.ToLower(r)), Latin
		case unicode.Is(unicode.Greek, r):
			return uint32(unicode.ToLower(r)), Greek
		case unicode.Is(unicode.Cyrillic, r):
			return uint32(unicode.ToLower(r)), Cyrillic
		}
		return 0, Common
	})
	return OpenFold(string(index), string(entries))
}

func TestFold(t *testing.T) {
	f := testFold()
	for _, c := range []struct {
		r      rune
		code   uint32
		script Script
	}{
		{'A', 'a', Latin},
		{'Ż', 'ż', Latin},
		{'Σ', 'σ', Greek},
		{'Ї', 'ї', Cyrillic},
		{'’', '\'', Common},
		{'7', 0, Common},
		{'⁂', 0, Common},
		{0x1f600, 0, Common},
		{0x20001, 0x20001, Han},
	} {
		code, script := f.Rune(c.r)
		assert.Equal(t, c.code, code, "%c", c.r)
		assert.Equal(t, c.script, script, "%c", c.r)
	}
	assert.Equal(t, Fold{}, OpenFold("short", ""))
}

func TestCount(t *testing.T) {
	f := testFold()
	for text, want := range map[string][2]int{ // Latin, Cyrillic
		"":                               {0, 0},
		"12:30 \xff":                     {0, 0},
		"the where Київ":                 {8, 4},
		"https://example.com/x Львів":    {0, 5},
		"www.example.com, write a@b.com": {6, 0},
		"http and hw":                    {9, 0},
	} {
		var counts [Scripts]int
		f.Count(text, &counts)
		assert.Equal(t, want, [2]int{counts[Latin], counts[Cyrillic]}, text)
	}
}

func features(script Script, text string, buffer int) []uint32 {
	scan := Scan(testFold(), script, 17, text)
	buf := make([]uint32, buffer)
	var all []uint32
	for n := scan.Next(buf); n > 0; n = scan.Next(buf) {
		all = append(all, buf[:n]...)
	}
	return all
}

func TestScanner(t *testing.T) {
	word := features(Latin, "Athens", 64)
	// per letter one n-gram of each length up to what there is, with both
	// edges, and the word: 1+1, 1+2, 1+3, 1+4, 1+4, 1+4, 4, 1.
	assert.Len(t, word, 2+3+4+5+5+5+4+1)
	for _, same := range []string{"ATHENS", " athens.", "athens 12", "\xffathens\x00", "athens Київ", "athens https://a.b/athens"} {
		assert.Equal(t, word, features(Latin, same, 64), same)
	}
	assert.Equal(t, features(Latin, "l'eau", 64), features(Latin, "l’eau", 64))
	assert.NotEqual(t, word, features(Latin, "athena", 64))
	assert.Empty(t, features(Greek, "Athens", 64))
	long := "The quick brown fox jumps over the lazy dog and runs away"
	assert.Equal(t, features(Latin, long, 512), features(Latin, long, 2*perRune))
	longer := strings.Repeat(long+" wwwhy, éteé Hhhhhh http://a.b/c @x www.d ", 3)
	assert.Equal(t, features(Latin, longer, 512), features(Latin, longer, 2*perRune))
	assert.Equal(t, features(Latin, longer, 512), features(Latin, strings.ToUpper(long)+longer[len(long):], 512))
}

func TestSumIsTheMeanOfRows(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const rows = 64
	plain := make([][]uint8, rows)
	var table []byte
	for i := range plain {
		plain[i] = make([]uint8, Dim)
		for j := range plain[i] {
			plain[i][j] = uint8(r.IntN(16))
		}
		table = PackRow(table, plain[i])
	}
	for _, n := range []int{1, 17, 18, 1000, maxRows*maxBytes + 3} {
		var want [Dim]float64
		picks := make([]uint32, n)
		for i := range picks {
			picks[i] = uint32(r.IntN(rows))
			for j, v := range plain[picks[i]] {
				want[j] += float64(v) / float64(n)
			}
		}
		var s Sum
		s.Add(string(table), picks[:n/2])
		s.Add(string(table), picks[n/2:])
		var mean [Dim]uint64
		unit := float64(s.Mean(&mean))
		for j := range mean {
			assert.InDelta(t, want[j]-Mid, (float64(mean[j])-meanMid)*unit, 0.51*unit, "column %d of %d rows", j, n)
		}
	}
}

func TestLayerIsAnInnerProduct(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const labels = 31
	weights, bias := make([][]float32, labels), make([]float32, labels)
	for l := range weights {
		bias[l] = r.Float32()
		for range Dim {
			weights[l] = append(weights[l], r.Float32()-0.5)
		}
	}
	packed, scales, zeros, biases := PackLayer(weights, bias)
	layer := layer{string(packed), string(scales), string(zeros), string(biases)}
	require.True(t, layer.fits(labels))
	var mean [Dim]uint64
	for j := range mean {
		mean[j] = uint64(r.IntN(2*meanTop+1) + meanMid - meanTop)
	}
	for first := range labels {
		scores := make([]float32, labels-first)
		layer.logits(&mean, 2, first, scores)
		for i, got := range scores {
			want := 0.0
			for j, m := range mean {
				want += 2 * float64(weights[first+i][j]) * (float64(m) - meanMid)
			}
			assert.InDelta(t, want+float64(bias[first+i]), float64(got), 3)
		}
	}
}

func TestSoftmax(t *testing.T) {
	scores := []float32{1, 3, -50, 2}
	Softmax(scores)
	assert.InDelta(t, 0.0900, scores[0], 1e-3)
	assert.InDelta(t, 0.6652, scores[1], 1e-3)
	assert.Zero(t, scores[2])
	assert.InDelta(t, 0.2447, scores[3], 1e-3)
}

func TestOpenReportsDamage(t *testing.T) {
	_, err := Open("no model")
	assert.Error(t, err)
}

func TestScannerComposes(t *testing.T) {
	for composed, parts := range map[string]string{
		"été": "e\u0301te\u0301", "việt": "vie\u0323\u0302t", "ǖ": "u\u0308\u0304", "ọ\u0301": "o\u0323\u0301",
	} {
		assert.Equal(t, features(Latin, composed, 64), features(Latin, parts, 64), composed)
		assert.Equal(t, features(Latin, composed, 64), features(Latin, strings.ToUpper(parts), 64), composed)
	}
	assert.Equal(t, features(Greek, "ΰ", 64), features(Greek, "υ\u0308\u0301", 64))
	assert.Equal(t, features(Cyrillic, "йї", 64), features(Cyrillic, "и\u0306і\u0308", 64))
}
