package evidence

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/lang"
)

// keys returns the language-neutral keys of one kind.
func keys(t *testing.T, kind Kind, text string, tag lang.Tag) map[Key]bool {
	t.Helper()
	out := map[Key]bool{}
	for _, it := range (Extractor{Concepts: concepts.Builtin()}).Article("", text, tag, nil).Neutral {
		if it.Key.Kind() == kind {
			out[it.Key] = true
		}
	}
	return out
}

func TestKeysMeetAcrossLanguages(t *testing.T) {
	type side struct {
		tag  lang.Tag
		text string
	}
	for _, c := range []struct {
		kind Kind
		a, b side
	}{
		{Name, side{"en", "the city of Samarinda"}, side{"uk", "місто Самарінда"}},
		{Name, side{"it", "la visita di Zelensky"}, side{"el", "η επίσκεψη του Ζελένσκι"}},
		{Name, side{"en", "the voice of Bolsonaro"}, side{"uk", "голос Болсонару"}},
		{Name, side{"en", "in Washington"}, side{"ru", "в Вашингтоне"}},
		{Name, side{"en", "to Ukraine"}, side{"hi", "यूक्रेन में"}},
		{Concept, side{"en", "after the earthquakes"}, side{"uk", "після землетрусу"}},
		{Concept, side{"el", "οι εκλογές"}, side{"is", "kosningar"}},
		{Concept, side{"zh", "地震"}, side{"en", "earthquake"}},
		{Concept, side{"zh", "總統選舉"}, side{"zh", "总统选举"}},
		{Concept, side{"fa", "زمین\u200cلرزه"}, side{"th", "แผ่นดินไหว"}},
		{Concept, side{"da", "valget"}, side{"sr", "избори"}},
		{Concept, side{"en", "the prime minister"}, side{"de", "Ministerpräsident"}},
		{Number, side{"en", "1,250 people"}, side{"it", "1.250 persone"}},
		{Number, side{"en", "12.5 degrees"}, side{"de", "12,5 Grad"}},
		{Number, side{"hi", "१२३४५"}, side{"en", "12345"}},
		{Number, side{"en", "on February 14, 2031 then"}, side{"uk", "14 лютого 2031 року"}},
		{Latin, side{"el", "στο Clubhouse"}, side{"uk", "у Clubhouse"}},
	} {
		a, b := keys(t, c.kind, c.a.text, c.a.tag), keys(t, c.kind, c.b.text, c.b.tag)
		shared := 0
		for k := range a {
			if b[k] {
				shared++
			}
		}
		assert.Positive(t, shared, "%q and %q share no key", c.a.text, c.b.text)
	}
}

func TestWordsStayInTheirLanguage(t *testing.T) {
	x := Extractor{}
	a, b := x.Article("", "die Rose", "de", nil), x.Article("", "die rose", "en", nil)
	for _, i := range a.Words {
		for _, j := range b.Words {
			assert.NotEqual(t, i.Key, j.Key)
		}
	}
}

func TestTitleCountsMore(t *testing.T) {
	a := Extractor{}.Article("Kobrasta", "they said in Menlapo", "en", nil)
	weight := map[string]float32{}
	for _, it := range a.Neutral {
		if it.Key.Kind() == Name && it.Of == 0 {
			weight[it.Label] = it.Weight
			assert.Equal(t, it.Label == "Kobrasta", it.Title)
		}
	}
	assert.Greater(t, weight["Kobrasta"], weight["Menlapo"])
}

func TestEntities(t *testing.T) {
	e := entity.Entity{ID: "iso3166:GR", Name: "Greece", Mentions: []entity.Mention{{}}}
	a := Extractor{}.Article("", "Ελλάδα", "el", []entity.Entity{e})
	found := false
	for _, it := range a.Neutral {
		found = found || it.Key == EntityKey("iso3166:GR") && it.Label == "Greece"
	}
	assert.True(t, found)
}

func TestNamesAreNotWordsBesides(t *testing.T) {
	for _, c := range []struct {
		tag              lang.Tag
		text, name, word string
		named            string
	}{
		{"en", "Later Odessa Brightwater spoke of harvests", "Odessa Brightwater", "harvests", "brightwater"},
		{"uk", "Учора Соломія Ткачик говорила про врожай", "Соломія Ткачик", "врожай", "ткачик"},
		{"el", "Χθες η Ευανθία Ρούσσου μίλησε για σοδειές", "Ευανθία Ρούσσου", "σοδειές", "ρούσσου"},
	} {
		words := map[string]bool{}
		for _, it := range (Extractor{}).Article("", c.text, c.tag, []entity.Entity{{ID: "name:x", Name: c.name}}).Words {
			words[strings.ToLower(it.Label)] = true
		}
		assert.True(t, words[c.word], c.text)
		assert.False(t, words[c.named], c.text)
	}
}

func TestDateline(t *testing.T) {
	for text, want := range map[string]int64{
		"27 aprile 2031\nIl testo comincia qui.":      1935014400,
		"Il testo comincia qui, il 27 aprile 2031, e": 0,
		"": 0,
	} {
		assert.Equal(t, want, Extractor{}.Article("", text, "it", nil).Dated, text)
	}
}

func TestSketch(t *testing.T) {
	text := strings.Repeat("The bakers of the old town have baked the longest loaf of the valley. ", 1) +
		"It measured ninety metres and was eaten within the hour by the guests of the fair, who had come from far."
	sketch := func(s string) *Sketch {
		a := Extractor{}.Article("", s, "en", nil)
		return &a.Sketch
	}
	assert.InDelta(t, 1, sketch(text).Like(sketch(text)), 0)
	assert.Greater(t, sketch(text).Like(sketch(text+" Read more.")), 0.7)
	assert.Less(t, sketch(text).Like(sketch("Nothing of this is about bakers or bread; it tells of a storm in the mountains that blew for nine days and nights without end.")), 0.2)
	assert.Zero(t, sketch("Too short.").Like(sketch("Too short.")))
}

func TestBackground(t *testing.T) {
	b := BuiltinBackground()
	common := keys(t, Concept, "president", "en")
	for k := range common {
		assert.Greater(t, b.Share(k), 0.02)
	}
	assert.Zero(t, b.Share(MakeKey(Name, "", "no name at all")))
	assert.Zero(t, (*Background)(nil).Share(1))
	_, err := OpenBackground("nonsense")
	require.Error(t, err)
}

func FuzzArticle(f *testing.F) {
	f.Add("Σεισμός 5,9", "Σεισμός μεγέθους 5,9 στη Σάμο.", "el")
	f.Add("", "東京タワーで\xff地震、M6.1 แผ่นดินไหวในตุรกี", "ja")
	f.Fuzz(func(t *testing.T, title, text, tag string) {
		a := Extractor{Concepts: concepts.Builtin()}.Article(title, text, lang.Tag(tag), nil)
		for i, it := range a.Neutral {
			require.Positive(t, it.Weight)
			require.True(t, i == 0 || a.Neutral[i-1].Key < it.Key)
			require.NotEqual(t, Word, it.Key.Kind())
		}
		for i, it := range a.Words {
			require.True(t, i == 0 || a.Words[i-1].Key < it.Key)
		}
	})
}

// What is kept of words changes nothing but the time that it takes.
func TestMemoryChangesNothing(t *testing.T) {
	memory := &Memory{}
	texts := map[lang.Tag]string{
		"en": "The prime minister of Kobrasta met Anna Torvik, 45, on 3 May 2031. The foreign minister of Kobrasta did not.",
		"el": "Ο πρωθυπουργός της Κομπράστα συνάντησε την Άννα Τόρβικ. Ο υπουργός Εξωτερικών όχι.",
		"th": "นายกรัฐมนตรีพบกับ Anna Torvik ที่กรุงเทพ",
		"zh": "总理在北京会见了安娜。地震造成十人死亡。",
		"ar": "التقى رئيس الوزراء الرئيس في القاهرة يوم الاثنين",
		"ko": "대통령이 서울에서 총리를 만났다",
	}
	for range 2 {
		for tag, text := range texts {
			plain := Extractor{Concepts: concepts.Builtin(), Gazetteer: entity.Builtin()}
			keeps := plain
			keeps.Memory = memory
			assert.Equal(t, plain.Article("Title", text, tag, nil), keeps.Article("Title", text, tag, nil), tag)
		}
	}
}

func TestSketchTellsTemplatesApart(t *testing.T) {
	bulletin := func(a, b, c string) *Sketch {
		x := Extractor{}.Article("", "The talks between "+a+" and "+b+" began in "+c+" on Monday. Many people waited outside the building. "+a+" said that the treaty would be signed.", "en", nil)
		return &x.Sketch
	}
	assert.Less(t, bulletin("Barota", "Miluka", "Dunavir").Like(bulletin("Kasane", "Porevi", "Lonata")), 0.6)
}
