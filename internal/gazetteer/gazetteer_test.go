package gazetteer

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tidings-go/tidings/internal/flat"
)

func build(t testing.TB, add func(b *Builder)) *Table {
	t.Helper()
	b := NewBuilder()
	add(b)
	data, err := b.Bytes()
	require.NoError(t, err)
	table, err := Open(string(data))
	require.NoError(t, err)
	return table
}

func ids(t *Table, name string) (out []string) {
	m := t.Lookup(name, "")
	for i := range m.Len() {
		out = append(out, m.At(i).ID)
	}
	return out
}

func TestHeaviestFirst(t *testing.T) {
	table := build(t, func(b *Builder) {
		b.Add("paris", "", Thing{"texas", 3, 2e4})
		b.Add("paris", "", Thing{"france", 3, 2e6})
		b.Add("paris", "", Thing{"hilton", 1, 50})
		b.Add("parigi", "", Thing{"france", 3, 2e6})
		b.Add("paris", "", Thing{"france", 3, 2e6})
		b.Add("", "", Thing{"nothing", 1, 1})
	})
	assert.Equal(t, []string{"france", "texas", "hilton"}, ids(table, "paris"))
	assert.Equal(t, []string{"france"}, ids(table, "parigi"))
	assert.Empty(t, ids(table, "pari"))
	assert.Empty(t, ids(table, ""))
	assert.Equal(t, Digest(), table.Digest())
	heaviest := table.Lookup("Paris", "fr").At(0)
	assert.InEpsilon(t, 2e6, heaviest.Weight, 0.1)
	assert.Equal(t, uint8(3), heaviest.Kind)
}

func TestOrderOfAdditionsDoesNotMatter(t *testing.T) {
	things := []Thing{{"a", 1, 5}, {"b", 1, 5}, {"c", 2, 900}}
	forward := build(t, func(b *Builder) {
		for _, x := range things {
			b.Add("k", "", x)
		}
	})
	slices.Reverse(things)
	backward := build(t, func(b *Builder) {
		for _, x := range things {
			b.Add("k", "", x)
		}
	})
	assert.Equal(t, []string{"c", "a", "b"}, ids(forward, "k"))
	assert.Equal(t, ids(forward, "k"), ids(backward, "k"))
}

func TestManyKeysAreAllFound(t *testing.T) {
	const n = 50_000
	table := build(t, func(b *Builder) {
		for i := range n {
			b.Add(fmt.Sprint("name ", i), "", Thing{fmt.Sprint("id:", i), 1, 1})
		}
	})
	require.Equal(t, 2*n, table.Len())
	for i := range n {
		require.Equal(t, []string{fmt.Sprint("id:", i)}, ids(table, fmt.Sprint("name ", i)))
		require.Empty(t, ids(table, fmt.Sprint("other ", i)))
	}
}

func TestLooseKeys(t *testing.T) {
	table := build(t, func(b *Builder) {
		b.Add("Elon Musk", "en", Thing{"musk", 1, 1})
		b.Add("Brazil", "en", Thing{"brazil", 3, 1})
	})
	assert.Equal(t, []string{"musk"}, ids(table, "Elona Muska"), "the folded key finds it")
	assert.Empty(t, ids(table, "Brussel"), "one word has no loose key")
}

func TestShortNamesBelongToTheirLanguage(t *testing.T) {
	table := build(t, func(b *Builder) {
		b.Add("FN", "sv", Thing{"nations", 2, 1})
		b.Add("FN", "fr", Thing{"party", 2, 1})
		b.Add("EU", "en", Thing{"union", 2, 1})
	})
	assert.Equal(t, "nations", table.Lookup("FN", "sv").At(0).ID)
	assert.Equal(t, "party", table.Lookup("FN", "fr-BE").At(0).ID)
	assert.Zero(t, table.Lookup("FN", "de").Len())
	assert.Equal(t, "union", table.Lookup("EU", "de").At(0).ID)
}

func TestExactKeys(t *testing.T) {
	for _, c := range []struct{ name, tag, exact string }{
		{"Władysław Kosiniak-Kamysz", "pl", "wladyslaw kosiniak kamysz"},
		{"U.N.", "en", "un"},
		{"Організація Об’єднаних Націй", "uk", "orhanizatsiya obyednanykh natsiy"},
		{"ΟΗΕ", "el", "oie"},
		{"巴黎", "zh", "巴黎"},
		{" Coca-Cola  Co ", "", "coca cola co"},
		{"", "", ""},
		{"—!", "", ""},
	} {
		assert.Equal(t, c.exact, ExactKey(c.name, c.tag))
	}
}

func FuzzOpen(f *testing.F) {
	b := NewBuilder()
	b.Add("paris", "", Thing{"france", 3, 2e6})
	b.Add("paris", "", Thing{"texas", 3, 2e4})
	data, err := b.Bytes()
	require.NoError(f, err)
	f.Add(data, "paris")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		table, err := Open(string(data))
		if err != nil {
			require.ErrorIs(t, err, flat.ErrFormat)
			return
		}
		m := table.Lookup(name, "")
		for i := range m.Len() {
			m.At(i)
		}
	})
}
