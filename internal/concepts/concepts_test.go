package concepts

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func names(l List) []string {
	var out []string
	for i := range l.Len() {
		out = append(out, Builtin().Name(l.At(i)))
	}
	return out
}

func TestWord(t *testing.T) {
	require.NotNil(t, Builtin())
	for _, c := range []struct{ tag, word, stem, concept string }{
		{"en", "earthquake", "earthquak", "earthquake"},
		{"uk", "землетрусу", "землетрус", "earthquake"},
		{"el", "σεισμού", "σεισμ", "earthquake"},
		{"de", "erdbebenopfer", "erdbebenopf", "earthquake"}, // by its beginning
		{"ms", "gempa", "gempa", "earthquake"},               // by Indonesian
		{"sr", "пожара", "požar", "fire"},
		{"en", "climate", "climat", "climate"},
		{"en", "xyzzy", "xyzzy", ""},
		{"tlh", "earthquake", "earthquake", ""},
	} {
		got := names(Builtin().Word(c.tag, c.word, c.stem))
		if c.concept == "" {
			assert.NotContains(t, got, "earthquake", "%s %s", c.tag, c.word)
		} else {
			assert.Contains(t, got, c.concept, "%s %s", c.tag, c.word)
		}
	}
}

func TestNoTable(t *testing.T) {
	var none *Table
	assert.Zero(t, none.Word("en", "war", "war").Len())
	assert.Zero(t, none.MaxRun())
	assert.Empty(t, none.Name(3))
	_, err := Open("nonsense")
	require.Error(t, err)
}

func TestSimplify(t *testing.T) {
	assert.Equal(t, Simplify([]rune("总统选举")), Simplify([]rune("總統選舉")))
	assert.Equal(t, []rune("abc"), Simplify([]rune("abc")))
}
