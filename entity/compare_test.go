package entity_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

func person(text string, tag lang.Tag) entity.Name {
	return entity.Name{Text: text, Lang: tag, Kind: entity.Person}
}

func body(text string, tag lang.Tag) entity.Name {
	return entity.Name{Text: text, Lang: tag, Kind: entity.Org}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b entity.Name
		same bool
		why  entity.Reason
	}{
		{person("Βλαντίμιρ Πούτιν", "el"), person("Володимиру Путіну", "uk"), true, entity.Translit},
		{person("Vladimirs Putins", "lv"), person("Путин, Владимир Владимирович", "ru"), true, entity.Translit},
		{person("Angela Merkelová", "cs"), person("Angela Merkel", "de"), true, entity.Inflection},
		{person("Angelą Merkel", "pl"), person("Angela Merkel", "pl"), true, entity.Inflection},
		{person("Bill Clinton", "en"), person("William Clinton", "en"), true, entity.Nickname},
		{person("V. Putin", "en"), person("Vladimir Putin", "en"), true, entity.Initials},
		{person("Рutin Vladimir", "en"), person("Vladimir Putin", "en"), true, entity.Spelling},
		{person("Ian Campbell", "en"), person("Menzies Campbell", "en"), false, entity.Different},
		{person("Hillary Clinton", "en"), person("Билл Клинтон", "ru"), false, entity.Different},
		{person("Emmanuel Macron", "fr"), person("Angela Merkel", "de"), false, entity.Different},
		{person("Lech Kaczyński", "pl"), person("Ярослав Качиньский", "ru"), false, entity.Different},
		{person("Serena Williams", "en"), person("Винус Уильямс", "ru"), false, entity.Different},
		{person("Mette Frederiksen", "da"), person("Claus Frederiksen", "da"), false, entity.Different},
		{person("Kim Jong-un", "en"), person("Kim Jong-nam", "en"), false, entity.Different},
		{person("Саша Петров", "ru"), person("Александр Петров", "ru"), true, entity.Nickname},
		{person("Ursula von der Leyen", "de"), person("Урсула фон дер Ляйен", "ru"), true, entity.Translit},
		{person("Dr. Angela Merkel", "de"), person("Angela Merkel", "de"), true, entity.Equal},
		{person("Xi Jinping", "en"), person("习近平", "zh"), true, entity.Translit},
		{body("Ferrari", "it"), body("Ferrari S.p.A.", "it"), true, entity.Equal},
		{body("Лукойл", "ru"), body("ПАО «Лукойл»", "ru"), true, entity.Equal},
		{body("ООН", "ru"), body("Организация Объединённых Наций", "ru"), true, entity.Acronym},
		{body("ΟΗΕ", "el"), body("Οργανισμός Ηνωμένων Εθνών", "el"), true, entity.Acronym},
		{body("IMF", "en"), body("International Monetary Fund", "en"), true, entity.Acronym},
		{body("NATO", "en"), body("Northern Alliance for Trade", "en"), false, entity.Different},
	} {
		score, why := entity.Compare(c.a, c.b)
		assert.Equal(t, c.same, score >= 0.5, "%s, %s: %.3f", c.a.Text, c.b.Text, score)
		assert.Equal(t, c.why, why, "%s, %s", c.a.Text, c.b.Text)
		back, whyBack := entity.Compare(c.b, c.a)
		assert.Equal(t, score, back)
		assert.Equal(t, why, whyBack)
	}
}

func TestLoneSurnameIsWeakEvidence(t *testing.T) {
	for _, c := range [][2]entity.Name{
		{person("Putin", "en"), person("Vladimir Putin", "en")},
		{person("Путин", "ru"), person("Lyudmila Putina", "en")},
		{person("Musk", "en"), person("Микола Маск", "uk")},
		{person("Πούτιν", "el"), person("Vladímír Pútín", "is")},
		{{Text: "Clinton"}, {Text: "Hillary Clinton"}},
	} {
		score, why := entity.Compare(c[0], c[1])
		assert.LessOrEqual(t, score, 0.6, "%s, %s", c[0].Text, c[1].Text)
		assert.Equal(t, entity.Lone, why, "%s, %s", c[0].Text, c[1].Text)
	}
}

func TestCompareBadInput(t *testing.T) {
	long := strings.Repeat("Щукин ", 2000)
	for _, text := range []string{"", " ", "\x00\x01", "\xff\xfe", "\u200f\u202e", long, strings.Repeat("漢", 10000), "...", "'"} {
		score, _ := entity.Compare(entity.Name{Text: text}, person("Vladimir Putin", "en"))
		assert.Less(t, score, 0.5, "%.20q", text)
	}
	score, _ := entity.Compare(entity.Name{Text: long}, entity.Name{Text: long})
	assert.Greater(t, score, 0.5)
}

func TestCompareIsSafeForConcurrentUse(t *testing.T) {
	a, b, c := person("Βλαντίμιρ Πούτιν", "el"), person("Володимиру Путіну", "uk"), person("Angela Merkel", "de")
	same, _ := entity.Compare(a, b)
	other, _ := entity.Compare(a, c)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 200 {
				x, _ := entity.Compare(a, b)
				y, _ := entity.Compare(c, a)
				assert.Equal(t, [2]float64{same, other}, [2]float64{x, y})
			}
		})
	}
	wg.Wait()
}

func FuzzCompare(f *testing.F) {
	f.Add("Elon Musk", "Ілон Маск", "en", "uk", uint8(1))
	f.Add("", "\xff", "", "x-", uint8(0))
	f.Add("Рutin", "U.N.", "zh", "lv", uint8(9))
	f.Add("安倍晋三", "อักษร", "ja", "th", uint8(2))
	f.Fuzz(func(t *testing.T, a, b, tagA, tagB string, kind uint8) {
		x := entity.Name{Text: a, Lang: lang.Tag(tagA), Kind: entity.Kind(kind)}
		y := entity.Name{Text: b, Lang: lang.Tag(tagB), Kind: entity.Kind(kind / 7)}
		score, why := entity.Compare(x, y)
		assert.True(t, score >= 0 && score <= 1)
		back, whyBack := entity.Compare(y, x)
		assert.Equal(t, score, back)
		assert.Equal(t, why, whyBack)
	})
}

func FuzzFold(f *testing.F) {
	f.Add("Elon Musk", "en")
	f.Add("O'Neill, Tip", "ga")
	f.Fuzz(func(t *testing.T, name, tag string) {
		key := entity.Fold(name, lang.Tag(tag))
		assert.True(t, utf8.ValidString(key))
		assert.Equal(t, key, entity.Fold(key, lang.Und))
	})
}

func TestLinker(t *testing.T) {
	l := entity.NewLinker(entity.LinkerOptions{})
	putin := l.Link(person("Vladimir Putin", "en"))
	for _, n := range []entity.Name{
		person("Владимир Путин", "ru"), person("Володимиру Путіну", "uk"), person("Βλαντίμιρ Πούτιν", "el"), person("Wladimir Putin", "de"),
		person("فلاديمير بوتين", "ar"),
	} {
		assert.Equal(t, putin, l.Resolve(l.Link(n)), n.Text)
	}
	for _, n := range []entity.Name{person("Lyudmila Putina", "en"), person("Путин", "ru"), person("Ian Campbell", "en"), person("Menzies Campbell", "en")} {
		assert.NotEqual(t, putin, l.Link(n), n.Text)
	}
	assert.NotEqual(t, l.Link(person("Ian Campbell", "en")), l.Link(person("Menzies Campbell", "en")))
}

func TestLinkerKnowsWhatTheGazetteerKnows(t *testing.T) {
	g, err := entity.NewGazetteer(slices.Values([]entity.Entry{
		{Name: "Firenze", Lang: "it", Kind: entity.Place, ID: "x:1"}, {Name: "Florence", Lang: "en", Kind: entity.Place, ID: "x:1"},
	}))
	require.NoError(t, err)
	l := entity.NewLinker(entity.LinkerOptions{Gazetteer: g})
	for _, n := range []entity.Name{
		{Text: "Florence", Lang: "en", Kind: entity.Place}, {Text: "Firenze", Lang: "it", Kind: entity.Place}, {Text: "Флоренсь", Lang: "uk", Kind: entity.Place},
	} {
		assert.Equal(t, entity.ID("x:1"), l.Link(n), n.Text)
	}
	assert.NotEqual(t, entity.ID("x:1"), l.Link(entity.Name{Text: "Florence Hartmann", Kind: entity.Person}))
}

func TestLinkerForgets(t *testing.T) {
	l := entity.NewLinker(entity.LinkerOptions{MaxNames: 40})
	for i := range 500 {
		l.Link(person(strings.Repeat("b", i%90)+"o "+strings.Repeat("ka", i%70), ""))
		assert.LessOrEqual(t, l.Len(), 40)
	}
}

func TestLinkerSnapshot(t *testing.T) {
	names := []entity.Name{
		person("Vladimir Putin", "en"), person("Владимир Путин", "ru"), person("Ian Campbell", "en"), person("Βλαντίμιρ Πούτιν", "el"),
		{Text: "Paris", Lang: "fr", Kind: entity.Place},
		person("Menzies Campbell", "en"), person("Кэмпбелл, Мензис", "ru"),
		{Text: "Париж"},
	}
	for cut := range names {
		whole, first := entity.NewLinker(entity.LinkerOptions{}), entity.NewLinker(entity.LinkerOptions{})
		for _, n := range names[:cut] {
			whole.Link(n)
			first.Link(n)
		}
		data, err := first.MarshalBinary()
		require.NoError(t, err)
		second := entity.NewLinker(entity.LinkerOptions{})
		require.NoError(t, second.UnmarshalBinary(data))
		for _, n := range names[cut:] {
			assert.Equal(t, whole.Link(n), second.Link(n))
		}
		a, _ := whole.MarshalBinary()
		b, _ := second.MarshalBinary()
		assert.Equal(t, a, b)
		assert.ErrorIs(t, second.UnmarshalBinary(data[:len(data)-1]), entity.ErrSnapshot)
		assert.ErrorIs(t, second.UnmarshalBinary(nil), entity.ErrSnapshot)
	}
}
