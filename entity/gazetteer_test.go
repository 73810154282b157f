package entity

import (
	"iter"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tidings-go/tidings/internal/gazetteer"
	"github.com/tidings-go/tidings/lang"
)

// first returns the likeliest meaning of a name.
func first(g Gazetteer, name string, tag lang.Tag) Candidate {
	for c := range g.Lookup(name, tag) {
		return c
	}
	return Candidate{}
}

type called struct {
	name string
	tag  lang.Tag
}

func TestBuiltinKnowsPlacesInEveryLanguage(t *testing.T) {
	for id, names := range map[ID][]called{
		"iso3166:EE":       {{"Estonia", "ro"}, {"Εσθονία", "el"}, {"Естонія", "uk"}, {"Eistland", "is"}, {"Эстония", "ru"}, {"Viro", "fi"}, {"爱沙尼亚", "zh"}, {"エストニア", "ja"}, {"إستونيا", "ar"}, {"אסטוניה", "he"}},
		"iso3166:DE":       {{"Germania", "it"}, {"Γερμανία", "el"}, {"Німеччина", "uk"}, {"Þýskaland", "is"}, {"Németország", "hu"}, {"Saksa", "fi"}, {"Almanya", "tr"}, {"德國", "zh-Hant"}, {"독일", "ko"}},
		"iso3166:KR":       {{"South Korea", "en"}, {"Coreea de Sud", "ro"}, {"Южная Корея", "ru"}, {"한국", "ko"}, {"대한민국", "ko"}},
		"iso3166:US":       {{"United States", "en"}, {"ΗΠΑ", "el"}, {"США", "uk"}, {"SUA", "ro"}, {"アメリカ", "ja"}},
		"geonames:2673730": {{"Stockholm", "sv"}, {"Στοκχόλμη", "el"}, {"Стокгольм", "uk"}, {"Stokkhólmur", "is"}, {"Stoccolma", "it"}, {"Tukholma", "fi"}, {"斯德哥尔摩", "zh"}, {"ストックホルム", "ja"}, {"스톡홀름", "ko"}, {"ستوكهولم", "ar"}},
		"geonames:2800866": {{"Bruxelles", "fr"}, {"Брюссель", "ru"}, {"Брюссель", "uk"}, {"Βρυξέλλες", "el"}, {"Brussel", "nl"}},
		"geonames:264371":  {{"Athens", "en"}, {"Αθήνα", "el"}, {"Афіни", "uk"}, {"Aþena", "is"}, {"Atena", "ro"}, {"Atene", "it"}},
		"iso3166:DE-BY":    {{"Bavaria", "en"}, {"Bayern", "de"}, {"Βαυαρία", "el"}, {"Баварія", "uk"}, {"Bavière", "fr"}},
		"m49:150":          {{"Europe", "fr"}, {"Ευρώπη", "el"}, {"Європа", "uk"}, {"Evrópa", "is"}},
	} {
		for _, n := range names {
			got := first(Builtin(), n.name, n.tag)
			assert.Equal(t, id, got.ID, "%s in %s", n.name, n.tag)
			assert.Equal(t, Place, got.Kind, n.name)
		}
	}
}

func TestBuiltinKnowsThePeopleAndBodiesOfTheNews(t *testing.T) {
	for english, names := range map[string][]called{
		"Angela Merkel":             {{"Άνγκελα Μέρκελ", "el"}, {"Ангела Меркель", "uk"}, {"默克尔", "zh"}, {"アンゲラ・メルケル", "ja"}, {"أنغيلا ميركل", "ar"}},
		"Kyriakos Mitsotakis":       {{"Κυριάκος Μητσοτάκης", "el"}, {"Кириакос Мицотакис", "ru"}, {"Кіріакос Міцотакіс", "uk"}, {"米佐塔基斯", "zh"}},
		"World Health Organization": {{"OMS", "ro"}, {"ΠΟΥ", "el"}, {"ВООЗ", "uk"}, {"ВОЗ", "ru"}, {"Weltgesundheitsorganisation", "de"}, {"世卫组织", "zh"}, {"منظمة الصحة العالمية", "ar"}},
		"United Nations":            {{"ONU", "it"}, {"ΟΗΕ", "el"}, {"ООН", "uk"}, {"SÞ", "is"}, {"FN", "sv"}, {"유엔", "ko"}},
		"White House":               {{"Casa Albă", "ro"}, {"Λευκός Οίκος", "el"}, {"Білий дім", "uk"}, {"Hvíta húsið", "is"}, {"白宫", "zh"}},
	} {
		id := first(Builtin(), english, "en").ID
		assert.False(t, id.Known(), english)
		for _, n := range names {
			assert.Equal(t, id, first(Builtin(), n.name, n.tag).ID, "%s in %s", n.name, n.tag)
		}
	}
}

func TestBuiltinPrefersWhatTheNewsMean(t *testing.T) {
	for _, c := range []struct {
		name    string
		tag     lang.Tag
		meaning []ID // the first of them first
	}{
		{"Georgia", "en", []ID{"iso3166:GE", "iso3166:US-GA"}},
		{"Γεωργία", "el", []ID{"iso3166:GE"}},
		{"Paris", "en", []ID{"geonames:2988507", "geonames:4717560"}},
		{"Washington", "en", []ID{"geonames:4140963", "iso3166:US-WA"}},
		{"Вашингтон", "ru", []ID{"geonames:4140963", "iso3166:US-WA"}},
		{"Valencia", "es", []ID{"geonames:2509954", "geonames:3625549"}},
		{"Mexico", "en", []ID{"iso3166:MX"}},
		{"London", "en", []ID{"geonames:2643743", "geonames:6058560"}},
		{"Luxembourg", "fr", []ID{"iso3166:LU", "geonames:2960316"}},
	} {
		var ids []ID
		var sum float64
		for m := range Builtin().Lookup(c.name, c.tag) {
			ids = append(ids, m.ID)
			sum += m.Prior
		}
		require.NotEmpty(t, ids, c.name)
		assert.Equal(t, c.meaning[0], ids[0], c.name)
		assert.Subset(t, ids, c.meaning, c.name)
		assert.InDelta(t, 1, sum, 1e-6)
	}
}

func TestBuiltinLeavesOutWhatIsNoName(t *testing.T) {
	for _, n := range []called{{"", ""}, {"  —  ", ""}, {"\xff\xfe", "en"}, {"Romanian", "en"}, {"російський", "uk"}, {"ελληνικός", "el"}} {
		assert.Zero(t, first(Builtin(), n.name, n.tag), "%q", n.name)
	}
}

func TestBuiltinTableIsUpToDate(t *testing.T) {
	table, err := gazetteer.Open(builtinData)
	require.NoError(t, err)
	assert.Equal(t, gazetteer.Digest(), table.Digest(),
		"names are romanised or folded differently since gazetteer.bin was made: go run -C internal/gen ./gazetteer")
	assert.Less(t, len(builtinData), 6<<20)
}

func TestNewGazetteer(t *testing.T) {
	g, err := NewGazetteer(slices.Values([]Entry{
		{Name: "Radio Aurora", Kind: Org},
		{Name: "Ράδιο Αυγή", Lang: "el", Kind: Org, ID: "desk:1"},
		{Name: "Dawn Radio", Lang: "en", Kind: Org, ID: "desk:1"},
		{Name: "Aurora", ID: "desk:2", Kind: Place, Weight: 1000},
		{Name: "Aurora", ID: "desk:3", Kind: Product, Weight: 10},
		{Name: "!?"},
	}))
	require.NoError(t, err)
	assert.Equal(t, Candidate{ID("name:" + Fold("Radio Aurora", "")), Org, 1}, first(g, "RADIO AURORA", "ro"))
	assert.Equal(t, ID("desk:1"), first(g, "Ράδιο Αυγή", "el").ID)
	assert.Equal(t, ID("desk:1"), first(g, "Dawn Radio", "").ID)
	all := slices.Collect(g.Lookup("Aurora", ""))
	require.Len(t, all, 2)
	assert.Equal(t, ID("desk:2"), all[0].ID)
	assert.Greater(t, all[0].Prior, 0.9)
	assert.Zero(t, first(g, "!?", ""))

	none, err := NewGazetteer(slices.Values[[]Entry](nil))
	require.NoError(t, err)
	assert.Zero(t, first(none, "Aurora", ""))
}

func TestChainAsksInTurn(t *testing.T) {
	mine, err := NewGazetteer(slices.Values([]Entry{{Name: "Paris", ID: "desk:paris", Kind: Person}}))
	require.NoError(t, err)
	all := slices.Collect(Chain(mine, nil, Builtin()).Lookup("Paris", "fr"))
	require.Greater(t, len(all), 1)
	assert.Equal(t, ID("desk:paris"), all[0].ID)
	assert.Equal(t, ID("geonames:2988507"), all[1].ID)
	for range Chain(mine, Builtin()).Lookup("Paris", "fr") {
		break // a caller may stop early
	}
	assert.Empty(t, slices.Collect(Chain().Lookup("Paris", "fr")))
}

func TestDamagedTableIsEmpty(t *testing.T) {
	g := openTable(builtinData[:len(builtinData)-1])
	assert.Empty(t, slices.Collect(g.Lookup("Paris", "fr")))
}

func TestBuiltinIsSafeForConcurrentUse(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			assert.Equal(t, ID("iso3166:FR"), first(Builtin(), "Франція", "uk").ID)
		})
	}
	wg.Wait()
}

// repeated yields n entries with names of two words, all different.
func repeated(n int) iter.Seq[Entry] {
	const letters = "bdfgklmnprstvz"
	syllables := func(i int) string {
		b := []byte{letters[i%14] - 32, 'a', letters[i/14%14], 'o', letters[i/196%14]}
		return string(b)
	}
	return func(yield func(Entry) bool) {
		for i := range n {
			if !yield(Entry{Name: syllables(i) + " " + syllables(i/2744), Kind: Person}) {
				return
			}
		}
	}
}

func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Paris", "Βλαντίμιρ Πούτιν", "Pутin", "普京", "O\u200b'Neill", "\xff\x00", "𝐔𝐍", "ﷺ"} {
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, name, tag string) {
		var sum float64
		last := 2.0
		for c := range Builtin().Lookup(name, lang.Tag(tag)) {
			require.NotEmpty(t, c.ID)
			require.LessOrEqual(t, c.Prior, last, "the likeliest first")
			last = c.Prior
			sum += c.Prior
		}
		require.True(t, sum == 0 || sum > 0.999 && sum < 1.001)
	})
}

func BenchmarkBuiltinLookup(b *testing.B) {
	names := []called{{"Stokkhólmur", "is"}, {"Βλαντίμιρ Πούτιν", "el"}, {"Україна", "uk"}, {"Nobody Inparticular", "en"}, {"東京", "ja"}}
	Builtin()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		n := names[i%len(names)]
		first(Builtin(), n.name, n.tag)
	}
}

// TestGazetteersStaySmall builds one of 100,000 names, asks it for each, and
// shows that a look-up does no more work than in one of a thousand.
func TestGazetteersStaySmall(t *testing.T) {
	const n = 100_000
	large, err := NewGazetteer(repeated(n))
	require.NoError(t, err)
	assert.Less(t, large.(table).Size()/n, 100, "bytes a name")
	small, err := NewGazetteer(repeated(1000))
	require.NoError(t, err)
	work := func(g Gazetteer) float64 {
		return testing.AllocsPerRun(100, func() { first(g, "Bakof Bagob", "en") })
	}
	assert.LessOrEqual(t, work(large), work(small))
	for e := range repeated(n) {
		if first(large, e.Name, e.Lang).Kind != Person {
			assert.Fail(t, "lost", e.Name)
		}
	}
}

// BenchmarkNewGazetteer loads a million names.
func BenchmarkNewGazetteer(b *testing.B) {
	const n = 1_000_000
	for b.Loop() {
		g, err := NewGazetteer(repeated(n))
		require.NoError(b, err)
		b.ReportMetric(float64(g.(table).Size())/n, "B/name")
	}
}

// BenchmarkLookup looks names up in gazetteers of growing size: as they are
// in it, respelled in another script, and not in it.
func BenchmarkLookup(b *testing.B) {
	asked := []called{{"Bakof Bagob", "en"}, {"Бакоф Багоб", "ru"}, {"Nobody Inparticular", "en"}, {"Μπάκοφ Μπάγκομπ", "el"}}
	for _, n := range []int{1000, 1_000_000} {
		g, err := NewGazetteer(repeated(n))
		require.NoError(b, err)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				c := asked[i%len(asked)]
				first(g, c.name, c.tag)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "lookups/s")
		})
	}
}
