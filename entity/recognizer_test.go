package entity

import (
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/lang"
)

// find returns the entity that names text somewhere as surface.
func find(t *testing.T, text string, es []Entity, surface string) Entity {
	t.Helper()
	for _, e := range es {
		for _, m := range e.Mentions {
			if text[m.Start:m.End] == surface {
				return e
			}
		}
	}
	require.Failf(t, "not found", "%q in %q: %v", surface, text, es)
	return Entity{}
}

func TestShortNamesJoinTheFullOne(t *testing.T) {
	for tag, c := range map[lang.Tag]struct{ text, short, full string }{
		"uk": {"Президент Володимир Зеленський прибув до Києва. Раніше речник Зеленського говорив про це.", "Зеленського", "Володимир Зеленський"},
		"ru": {"Министр Ирина Соколова прилетела в Казань. В среду Соколову ждут в Москве.", "Соколову", "Ирина Соколова"},
		"el": {"Ο υπουργός Κώστας Παπαδόπουλος μίλησε στη Βουλή. Η αντιπολίτευση επέκρινε τον Παπαδόπουλο.", "Παπαδόπουλο", "Κώστας Παπαδόπουλος"},
		"is": {"Halla Tómasdóttir forseti er á leið til Danmerkur. Með Höllu í för er eiginmaður hennar.", "Höllu", "Halla Tómasdóttir"},
		"en": {"Senator Maria Alvarez spoke in Boston. Reporters asked Alvarez about the vote.", "Alvarez", "Maria Alvarez"},
		"ro": {"Ministrul Andrei Ionescu a ajuns la Cluj. Potrivit lui Ionescu, spitalul se va redeschide.", "Ionescu", "Andrei Ionescu"},
		"it": {"Il sindaco Marco Bianchi ha parlato a Torino. Bianchi ha poi incontrato i tifosi.", "Bianchi", "Marco Bianchi"},
	} {
		e := find(t, c.text, Entities(c.text, tag), c.short)
		assert.Equal(t, c.full, e.Name, tag)
		assert.Equal(t, Person, e.Kind, tag)
		assert.Len(t, e.Mentions, 2, tag)
	}
}

func TestShorterNames(t *testing.T) {
	text := "Kopernika Lines wins\nKopernika Lines AG bought two ferries, said Nora Vestergaard. Kopernika will sail in May. Vestergaard smiled."
	r := New(Options{Tagger: naming{"Kopernika Lines AG": Org, "Kopernika Lines": Org, "Kopernika": Place, "Nora Vestergaard": Person, "Vestergaard": Org}})
	es := r.Entities(text, "en")
	require.Len(t, es, 2)
	assert.Equal(t, es[0].ID, find(t, text, es, "Kopernika").ID)
	assert.Equal(t, ID("name:"+Fold("Kopernika Lines", "en")), es[0].ID, "the legal form is no part of it")
	assert.Equal(t, Person, find(t, text, es, "Vestergaard").Kind)
}

// naming tags every word of a text that begins one of its names.
type naming map[string]Kind

func (f naming) Tag(dst []Proposal, text string, _ lang.Tag) []Proposal {
	for i := 0; i < len(text); i++ {
		best := ""
		for name := range f {
			if strings.HasPrefix(text[i:], name) && len(name) > len(best) {
				best = name
			}
		}
		if best != "" {
			dst = append(dst, Proposal{i, i + len(best), f[best], 0.9})
			i += len(best)
		}
	}
	return dst
}

func TestDemonymBeforeAName(t *testing.T) {
	text := "Ο Ιταλός Τζόρτζιο Μπαλαρίν μίλησε στην Αθήνα."
	r := New(Options{Gazetteer: Builtin(), Tagger: naming{"Ιταλός Τζόρτζιο Μπαλαρίν": Person}})
	assert.Equal(t, "Τζόρτζιο Μπαλαρίν", r.Entities(text, "el")[0].Name)
}

func TestOneIDAcrossLanguages(t *testing.T) {
	ids := map[ID]bool{}
	for tag, c := range map[lang.Tag][2]string{
		"en": {"The minister flew to Athens on Monday.", "Athens"},
		"el": {"Ο υπουργός έφτασε στην Αθήνα τη Δευτέρα.", "Αθήνα"},
		"uk": {"У понеділок міністр прибув до Афін.", "Афін"},
		"it": {"Il ministro è arrivato ad Atene lunedì.", "Atene"},
		"ro": {"Ministrul a ajuns luni la Atena.", "Atena"},
		"de": {"Der Minister flog am Montag nach Athen.", "Athen"},
	} {
		ids[find(t, c[0], Entities(c[0], tag), c[1]).ID] = true
	}
	assert.Len(t, ids, 1)
}

func TestMentionsHaveTheirOwnBaseForm(t *testing.T) {
	text := "Президент Володимир Зеленський прибув до Варшави. Промову Зеленського чекали."
	e := find(t, text, Entities(text, "uk"), "Зеленського")
	require.Len(t, e.Mentions, 2)
	assert.Equal(t, "Володимир Зеленський", e.Mentions[0].Base)
	assert.Equal(t, "Зеленський", e.Mentions[1].Base)
}

func TestQuotationMarksStayWhole(t *testing.T) {
	text := "Тендер виграло ТОВ «Будсервіс Захід», повідомила прокуратура."
	r := New(Options{Tagger: fixed{{Start: strings.Index(text, "ТОВ"), End: strings.Index(text, "»"), Kind: Org, Score: 1}}})
	es := r.Entities(text, "uk")
	require.Len(t, es, 1)
	assert.Equal(t, "ТОВ «Будсервіс Захід»", text[es[0].Mentions[0].Start:es[0].Mentions[0].End])
}

// fixed is a tagger that always proposes the same.
type fixed []Proposal

func (f fixed) Tag(dst []Proposal, _ string, _ lang.Tag) []Proposal { return append(dst, f...) }

func TestCallersTaggerIsNotTrusted(t *testing.T) {
	text := "Київ і Λονδίνο"
	r := New(Options{Tagger: fixed{
		{Start: -5, End: 3, Kind: Place},
		{Start: 1, End: 4, Kind: Place},
		{Start: 0, End: len("Київ"), Kind: Place, Score: 1},
		{Start: 2, End: 6, Kind: Place},
		{Start: 9, End: 1000, Kind: Place, Score: 1},
		{Start: 12, End: 11},
	}})
	checkMentions(t, text, r.Entities(text, "uk"))
}

func TestOptions(t *testing.T) {
	text := "Tim Cook spoke about Apple in London."
	count := func(o Options) int { return len(New(o).Entities(text, "en")) }
	assert.Equal(t, 1, count(Options{Tagger: Model(), Kinds: []Kind{Place}}))
	assert.Zero(t, count(Options{Tagger: Model(), MinScore: 1.1}))
	zero := New(Options{}).Entities(text, "en")
	require.Len(t, zero, 3, "the zero Options finds names inside the sentence by their capitals")
	assert.Equal(t, Other, zero[0].Kind)
}

func TestGazetteerOfTheCallerDecides(t *testing.T) {
	g, err := NewGazetteer(func(yield func(Entry) bool) {
		yield(Entry{Name: "Zorblax", Kind: Org, ID: "mine:1"})
	})
	require.NoError(t, err)
	text := "Shares of Zorblax fell in London."
	es := New(Options{Gazetteer: Chain(g, Builtin()), Tagger: Model()}).Entities(text, "en")
	assert.Equal(t, ID("mine:1"), find(t, text, es, "Zorblax").ID)
}

func TestOddInput(t *testing.T) {
	for _, text := range []string{
		"", " ", "\n\n", ".", "\xff\xfe", "Pu\xfftin met Мac\xc3", strings.Repeat("А", 10000), strings.Repeat("Київ ", 5000),
		"👩‍👩‍👧 met 🇺🇦 in \u200bKyiv\u200d", "РutinА and Тesla", strings.Repeat("(\"«", 1000), "\u0301\u0301Anna",
	} {
		for _, tag := range []lang.Tag{"", "uk", "el", "xx"} {
			checkMentions(t, text, Entities(text, tag))
		}
	}
}

func TestSalience(t *testing.T) {
	text := "Apple fell again\nApple shares lost value. Apple said so. Analysts in London disagreed."
	es := Entities(text, "en")
	require.NotEmpty(t, es)
	assert.Equal(t, "Apple", es[0].Name)
	for i, e := range es {
		assert.True(t, e.Salience > 0 && e.Salience <= 1)
		assert.True(t, i == 0 || e.Salience <= es[i-1].Salience)
	}
}

// Four times the text must not take much more than four times as long, however
// many names there are, alike or not.
func TestTimeIsLinear(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	letters := []rune("abcdABCDабвАБВαβΑΒאב中字.  ")
	noise := make([]rune, 1<<16)
	for i := range noise {
		noise[i] = letters[rng.Intn(len(letters))]
	}
	Entities("", lang.Und) // opens the data
	for name, text := range map[string]string{
		"one name":     strings.Repeat("Barack Obama ", 1<<12),
		"and again":    strings.Repeat("Barack Obama met Barack, and Obama. ", 1<<11),
		"mixed script": string(noise),
	} {
		long, short := least(text), least(text[:len(text)/4])
		assert.Less(t, long, 10*short+time.Second, "%s: %v, and for a quarter of it %v", name, long, short)
	}
}

// least returns the least time that reading text takes, of a few.
func least(text string) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		Entities(text, "uk")
		best = min(best, time.Since(start))
	}
	return best
}

func TestNamesInsideOtherWords(t *testing.T) {
	for _, c := range []struct {
		text string
		tag  lang.Tag
		want string
	}{
		{"Hann sendi spurningu til Twitterreiknings forsetans í gær.", "is", "Twitter"},
		{"Sie hat ihr Facebookkonto am Montag gelöscht.", "de", "Facebook"},
		{"У лютому засновник Tesla Inc. провів трансляцію.", "uk", "Tesla"},
	} {
		var found []string
		for _, e := range Entities(c.text, c.tag) {
			for _, m := range e.Mentions {
				found = append(found, c.text[m.Start:m.End])
			}
		}
		assert.Contains(t, found, c.want, c.text)
	}
	for _, text := range []string{"Der Bundesverband lud zum Leopardenanzug.", "Frau Applebaum reist an den Amazonas."} {
		for _, e := range Entities(text, "de") {
			for _, m := range e.Mentions {
				assert.NotContains(t, []string{"Bundesver", "Leopard", "Apple", "Amazon"}, text[m.Start:m.End])
			}
		}
	}
}
