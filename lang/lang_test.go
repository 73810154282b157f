package lang_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/tidings-go/tidings/lang"
)

// news says that the government lowered taxes or the like, in each language.
var news = []struct {
	tag  lang.Tag
	text string
}{
	{"ar", "قالت الحكومة يوم الثلاثاء إنها ستخفض الضرائب على الكهرباء العام المقبل"},
	{"be", "Урад у аўторак абвясціў, што знізіць падаткі на электраэнергію ў наступным годзе"},
	{"bg", "Правителството обяви във вторник, че ще намали данъците върху тока догодина"},
	{"bn", "সরকার মঙ্গলবার জানিয়েছে যে আগামী বছর বিদ্যুতের উপর কর কমানো হবে"},
	{"ca", "El govern va anunciar dimarts que abaixarà els impostos de l'electricitat l'any vinent"},
	{"cs", "Vláda v úterý oznámila, že příští rok sníží daně z elektřiny"},
	{"cy", "Cyhoeddodd y llywodraeth ddydd Mawrth y bydd yn gostwng trethi ar drydan y flwyddyn nesaf"},
	{"da", "Regeringen meddelte tirsdag, at den vil sænke afgifterne på el næste år, siger ministeren"},
	{"de", "Die Regierung kündigte am Dienstag an, die Steuern auf Strom im nächsten Jahr zu senken"},
	{"el", "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι θα μειώσει τους φόρους στο ρεύμα"},
	{"en", "The government announced on Tuesday that it would cut taxes on electricity next year"},
	{"es", "El gobierno anunció el martes que bajará los impuestos sobre la electricidad el próximo año"},
	{"et", "Valitsus teatas teisipäeval, et alandab järgmisel aastal elektri makse"},
	{"eu", "Gobernuak asteartean iragarri zuen datorren urtean elektrizitatearen gaineko zergak jaitsiko dituela"},
	{"fa", "دولت روز سه\u200cشنبه اعلام کرد که سال آینده مالیات برق را کاهش می\u200cدهد"},
	{"fi", "Hallitus ilmoitti tiistaina, että se alentaa sähkön veroja ensi vuonna"},
	{"fr", "Le gouvernement a annoncé mardi qu'il baisserait les taxes sur l'électricité l'année prochaine"},
	{"ga", "D'fhógair an rialtas Dé Máirt go laghdódh sé na cánacha ar leictreachas an bhliain seo chugainn"},
	{"he", "הממשלה הודיעה ביום שלישי כי תוריד את המסים על החשמל בשנה הבאה"},
	{"hi", "सरकार ने मंगलवार को घोषणा की कि वह अगले साल बिजली पर कर कम करेगी"},
	{"hu", "A kormány kedden bejelentette, hogy jövőre csökkenti az áram adóját"},
	{"hy", "Կառավարությունը երեքշաբթի հայտարարեց, որ հաջորդ տարի կնվազեցնի էլեկտրաէներգիայի հարկերը"},
	{"is", "Ríkisstjórnin tilkynnti á þriðjudag að hún myndi lækka skatta á rafmagn á næsta ári"},
	{"it", "Il governo ha annunciato martedì che ridurrà le tasse sull'elettricità l'anno prossimo"},
	{"ja", "政府は火曜日、来年から電気にかかる税金を引き下げると発表した"},
	{"ka", "მთავრობამ სამშაბათს განაცხადა, რომ მომავალ წელს ელექტროენერგიის გადასახადს შეამცირებს"},
	{"ko", "정부는 내년에 전기 요금에 대한 세금을 인하하겠다고 화요일 발표했다"},
	{"lt", "Vyriausybė antradienį paskelbė, kad kitais metais sumažins elektros mokesčius"},
	{"lv", "Valdība otrdien paziņoja, ka nākamgad samazinās nodokļus par elektrību"},
	{"mk", "Владата во вторникот објави дека следната година ќе ги намали даноците за струја"},
	{"mt", "Il-gvern ħabbar nhar it-Tlieta li s-sena d-dieħla se jnaqqas it-taxxi fuq l-elettriku"},
	{"nl", "De regering kondigde dinsdag aan dat zij de belasting op stroom volgend jaar verlaagt"},
	{"nn", "Regjeringa kunngjorde tysdag at ho vil senke avgiftene på straum neste år, seier ho ikkje før"},
	{"pl", "Rząd ogłosił we wtorek, że w przyszłym roku obniży podatki od prądu"},
	{"pt", "O governo anunciou na terça-feira que vai baixar os impostos sobre a eletricidade no próximo ano"},
	{"ro", "Guvernul a anunțat marți că va reduce taxele pe electricitate anul viitor"},
	{"ru", "Правительство объявило во вторник, что в следующем году снизит налоги на электричество"},
	{"sk", "Vláda v utorok oznámila, že budúci rok zníži dane z elektriny"},
	{"sl", "Vlada je v torek sporočila, da bo prihodnje leto znižala davke na elektriko"},
	{"sq", "Qeveria njoftoi të martën se do të ulë taksat për energjinë elektrike vitin e ardhshëm"},
	{"sr", "Влада је у уторак саопштила да ће следеће године смањити порезе на струју"},
	{"sr-Latn", "Vlada je u utorak saopštila da će sledeće godine smanjiti poreze na struju"},
	{"sv", "Regeringen meddelade på tisdagen att den sänker skatten på el nästa år"},
	{"th", "รัฐบาลประกาศเมื่อวันอังคารว่าจะลดภาษีไฟฟ้าในปีหน้า"},
	{"tr", "Hükümet salı günü gelecek yıl elektrik vergilerini düşüreceğini açıkladı"},
	{"uk", "Уряд оголосив у вівторок, що наступного року знизить податки на електроенергію"},
	{"ur", "حکومت نے منگل کو اعلان کیا کہ وہ اگلے سال بجلی پر ٹیکس کم کرے گی"},
	{"vi", "Chính phủ hôm thứ Ba thông báo sẽ giảm thuế điện vào năm tới"},
	{"zh-Hans", "政府周二宣布，明年将降低电力税，这将使数百万家庭受益"},
	{"zh-Hant", "政府週二宣布，明年將降低電力稅，這將使數百萬家庭受益"},
}

func TestDetectNews(t *testing.T) {
	for _, c := range news {
		g := lang.Detect(c.text)
		assert.Equal(t, c.tag, g.Tag, c.text)
		assert.Greater(t, g.Confidence, 0.3, "%s %s", c.tag, c.text)
	}
}

func TestDetectIsTheHeadOfRank(t *testing.T) {
	for _, c := range news {
		ranked := slices.Collect(lang.Default().Rank(c.text))
		require.NotEmpty(t, ranked)
		assert.Equal(t, lang.Detect(c.text), ranked[0])
		sum := 0.0
		for i, g := range ranked {
			sum += g.Confidence
			assert.False(t, i > 0 && g.Confidence > ranked[i-1].Confidence, "%s is out of order", g.Tag)
		}
		assert.LessOrEqual(t, sum, 1.0001)
	}
}

func TestDetectKnowsWhenThereIsNoEvidence(t *testing.T) {
	for _, text := range []string{
		"", " \n\t", "12:30", "1 234 567,89 €", "2024-05-17T12:00:00Z"[:10], "…—!?", "\x00\x00", "\xff\xfe\xfd",
		"https://example.com/a/b?c=d", "www.example.com/index.html", "@someone", "👍🎉", "\u200f\u200e\u202b", "\xed\xa0\x80",
		"ᚠᚢᚦᚨᚱᚲ",
		"func (s *Scanner) rune() uint64 { return s.text[i] && 0xff }",
		"Hans Müller, María García, Yuki Tanaka, Oluwaseun Adeyemi, Jean Dupont",
		"dGhlIHF1aWNrIGJyb3duIGZveA== x4Jk9fQz7LmPvTqWr",
	} {
		assert.Equal(t, lang.Guess{}, lang.Detect(text), "%q", text)
	}
}

func TestDetectIgnoresForm(t *testing.T) {
	for name, change := range map[string]func(string) string{
		"upper case":    strings.ToUpper,
		"decomposed":    norm.NFD.String,
		"address":       func(s string) string { return s + " https://example.com/en/the-story-of-the-day" },
		"bytes":         func(s string) string { return "\xff" + s + "\x00\xc3" },
		"right to left": func(s string) string { return "\u202b" + s + "\u202c" },
	} {
		for _, c := range news {
			if c.tag == "ka" && name == "upper case" {
				continue // Mtavruli is not used so
			}
			assert.Equal(t, c.tag, lang.Detect(change(c.text)).Tag, "%s of %s", name, c.text)
		}
	}
}

func TestLanguagesRestrict(t *testing.T) {
	d, err := lang.New(lang.Options{Languages: []lang.Tag{"bg", "zh", "sr-Latn"}})
	require.NoError(t, err)
	for _, c := range news {
		got := d.Detect(c.text).Tag
		assert.Contains(t, []lang.Tag{lang.Und, "bg", "zh-Hans", "zh-Hant", "sr-Latn"}, got, c.text)
		for g := range d.Rank(c.text) {
			assert.Contains(t, []lang.Tag{"bg", "zh-Hans", "zh-Hant", "sr-Latn"}, g.Tag)
		}
	}
	assert.Equal(t, lang.Und, d.Detect("Η κυβέρνηση").Tag)
	for tag, latin := range map[lang.Tag]lang.Tag{"sr": "sr-Latn", "sr-Cyrl": lang.Und, "sr-Latn": "sr-Latn", "en-Latn": "en"} {
		d, err := lang.New(lang.Options{Languages: []lang.Tag{tag}})
		require.NoError(t, err)
		assert.Equal(t, latin, d.Detect("Vlada je u utorak saopštila").Tag, tag)
	}
	_, err = lang.New(lang.Options{Languages: []lang.Tag{"en", lang.Und}})
	assert.ErrorIs(t, err, lang.ErrUnsupported)
}

func TestLongTextIsReadInParts(t *testing.T) {
	greek, english := news[9].text+". ", news[10].text+". "
	text := strings.Repeat(english, 10) + strings.Repeat(greek, 3000) + strings.Repeat(english, 10)
	assert.Equal(t, lang.Tag("el"), lang.Detect(text).Tag)
	assert.Equal(t, lang.Und, lang.Detect(strings.Repeat("a", 100<<20)).Tag)
}

func TestSpans(t *testing.T) {
	type span struct {
		tag  lang.Tag
		text string
	}
	uk := "Уряд оголосив у вівторок, що знизить податки.\nМіністр сказав це в Києві.\n"
	en := "Share this article with your friends and follow us.\nRead more about the weather.\n"
	is := "Ríkisstjórnin tilkynnti á þriðjudag að hún myndi lækka skatta á rafmagn.\n"
	for _, c := range [][]span{
		{{lang.Und, "12:30\n2024"}},
		{{"uk", uk}},
		{{"uk", "12:30\n" + uk + "1.\n"}},
		{{"en", en}, {"uk", uk}, {"en", en}},
		{{"is", is}, {"en", en}, {"is", is}},
		{{"uk", "Міністр Angela Merkel сказала, що Microsoft знизить ціни для всіх.\n"}},
		{{"en", "Minister says no to the new taxes "}, {"uk", "Міністр каже ні новим податкам"}},
	} {
		text := ""
		for _, s := range c {
			text += s.text
		}
		var got []span
		for s := range lang.Default().Spans(text) {
			got = append(got, span{s.Guess.Tag, text[s.Start:s.End]})
			assert.Equal(t, s.Guess.Tag == lang.Und, s.Guess.Confidence == 0)
			if s.Guess.Tag != lang.Und {
				assert.Greater(t, s.Guess.Confidence, 0.5)
			}
		}
		assert.Equal(t, c, got)
	}
}

func TestSpansCanStopEarly(t *testing.T) {
	n := 0
	for range lang.Default().Spans(strings.Repeat(news[9].text+"\n"+news[10].text+"\n", 1000)) {
		if n++; n == 2 {
			break
		}
	}
	assert.Equal(t, 2, n)
}

func TestSupportedIsSortedAndKnown(t *testing.T) {
	tags := slices.Collect(lang.Supported())
	assert.True(t, slices.IsSorted(tags))
	for _, tag := range tags {
		_, err := lang.New(lang.Options{Languages: []lang.Tag{tag}})
		assert.NoError(t, err)
	}
	for _, c := range news {
		assert.Contains(t, tags, c.tag)
	}
}

func TestRepeatedLettersAreNoLanguage(t *testing.T) {
	for _, letter := range []string{"a", "é", "ж", "ن", "文", "x "} {
		g := lang.Detect(strings.Repeat(letter, 1<<16))
		assert.Equal(t, lang.Und, g.Tag, letter)
		assert.Zero(t, g.Confidence, letter)
	}
}

func TestRankNeverSumsToMoreThanOne(t *testing.T) {
	for name, text := range sentences {
		sum, last := 0.0, 1.0
		for g := range lang.Default().Rank(text) {
			assert.LessOrEqual(t, g.Confidence, last, name)
			last = g.Confidence
			sum += g.Confidence
		}
		assert.LessOrEqual(t, sum, 1.0001, name)
		assert.Positive(t, sum, name)
	}
}
