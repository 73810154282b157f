package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTurned(t *testing.T) {
	for _, c := range []struct {
		text string
		kind Kind
		want []string
	}{
		{"Putin, Vladimir", Person, []string{"vladimir", "putin"}},
		{"Paris, Texas", Place, []string{"paris", "texas"}},
		{"Ludwig van Beethoven", Person, []string{"ludwig", "beethoven"}},
		{"Siemens AG", Thing, []string{"siemens"}},
		{"Dr. Angela Merkel", Person, []string{"angela", "merkel"}},
		{"Gen. Charles Brown", Person, []string{"charles", "brown"}},
		{"Hun Sen", Person, []string{"hun", "sen"}},
		{"Pan Gongsheng", Person, []string{"pan", "gongsheng"}},
		{"Ferrari S.p.A.", Thing, []string{"ferrari"}},
		{"von", Person, []string{"von"}},
		{"", Person, nil},
	} {
		var got []string
		for _, w := range Parse(c.text, "", c.kind).Words {
			got = append(got, w.Text)
		}
		assert.Equal(t, c.want, got, c.text)
	}
}

func TestHashed(t *testing.T) {
	weights := map[uint64]int8{}
	for i := range uint64(1000) {
		weights[i*i] = int8(i%255) - 127
	}
	table := openHashed(string(AppendHashed(nil, weights)))
	for key, want := range weights {
		got, ok := table.get(key)
		assert.True(t, ok)
		assert.Equal(t, want, got)
	}
	_, ok := table.get(3)
	assert.False(t, ok)
	_, ok = hashed{}.get(3)
	assert.False(t, ok)
}

func TestOpenDamaged(t *testing.T) {
	for _, n := range []int{0, 10, len(model) / 2} {
		_, err := Open(model[:n])
		assert.Error(t, err)
	}
}

func BenchmarkCompare(b *testing.B) {
	m := Default()
	pairs := [][2]*Name{
		{Parse("Владимир Путин", "ru", Person), Parse("Βλαντίμιρ Πούτιν", "el", Person)},
		{Parse("Ian Campbell", "en", Person), Parse("Кэмпбелл, Мензис", "ru", Person)},
		{Parse("Jean-Luc Mélenchon", "fr", Person), Parse("Жан-Клод Юнкер", "ru", Person)},
		{Parse("Boris Johnson", "en", Person), Parse("Angela Merkel", "de", Person)},
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p := pairs[i%len(pairs)]
		m.Compare(p[0], p[1])
	}
}
