package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

var sentences = map[string]string{
	"ru": "Министр транспорта Алексей Громов заявил в четверг, что новая железнодорожная линия откроется весной. По его словам, строительство идёт по плану.",
	"uk": "Міністр транспорту Олексій Громенко заявив у четвер, що нова залізнична лінія відкриється навесні. За його словами, будівництво йде за планом, є її щаблі.",
	"el": "Ο υπουργός Μεταφορών δήλωσε την Πέμπτη ότι η νέα σιδηροδρομική γραμμή θα ανοίξει την άνοιξη. Σύμφωνα με τον ίδιο, τα έργα προχωρούν κανονικά.",
	"pl": "Minister transportu oświadczył w czwartek, że nowa linia kolejowa zostanie otwarta wiosną. Według niego budowa przebiega zgodnie z planem, są też środki.",
	"cs": "Ministr dopravy ve čtvrtek řekl, že nová železniční trať bude otevřena na jaře. Podle něj stavba pokračuje podle plánu a náklady nevzrostly.",
	"de": "Der Verkehrsminister erklärte am Donnerstag, dass die neue Bahnstrecke im Frühjahr eröffnet werde. Größere Verzögerungen gebe es nicht.",
	"fr": "Le ministre des Transports a déclaré jeudi que la nouvelle ligne ferroviaire ouvrirait au printemps. Les travaux avancent comme prévu, à l’été près.",
	"tr": "Ulaştırma Bakanı perşembe günü yeni demir yolu hattının ilkbaharda açılacağını söyledi. Çalışmaların planlandığı gibi sürdüğünü belirtti.",
	"he": "שר התחבורה אמר ביום חמישי כי קו הרכבת החדש ייפתח באביב. לדבריו העבודות מתקדמות לפי התוכנית.",
	"ar": "قال وزير النقل يوم الخميس إن خط السكة الحديد الجديد سيفتح في الربيع. وأضاف أن الأعمال تسير وفق الخطة الموضوعة.",
	"lv": "Satiksmes ministrs ceturtdien paziņoja, ka jaunā dzelzceļa līnija tiks atklāta pavasarī. Pēc viņa teiktā, būvdarbi norit kā plānots.",
	"zh": "交通部长星期四说，新的铁路线将在春天开通。他说，工程正在按计划进行，没有出现大的问题，人们对此很有信心。",
	"tw": "交通部長星期四說，新的鐵路線將在春天開通。他說，工程正在按計畫進行，沒有出現大的問題，人們對此很有信心。",
	"ja": "交通大臣は木曜日、新しい鉄道路線が春に開通すると述べた。工事は計画通りに進んでいるという。",
	"ko": "교통부 장관은 목요일에 새로운 철도 노선이 봄에 개통될 것이라고 말했다. 공사는 계획대로 진행되고 있다고 덧붙였다.",
	"ro": "Ministrul transporturilor a declarat joi că noua linie ferată va fi deschisă în primăvară. Lucrările înaintează conform planului.",
}

func encode(t *testing.T, name, s string) []byte {
	t.Helper()
	e, _ := charset.Lookup(name)
	require.NotNil(t, e, name)
	b, err := e.NewEncoder().Bytes([]byte(s))
	require.NoError(t, err, name)
	return b
}

func TestDecodeWithoutDeclaration(t *testing.T) {
	for name, langs := range map[string][]string{
		"windows-1251": {"ru", "uk"}, "koi8-u": {"ru", "uk"}, "iso-8859-5": {"ru"}, "ibm866": {"ru"},
		"windows-1253": {"el"}, "iso-8859-7": {"el"}, "windows-1250": {"pl", "cs"}, "iso-8859-2": {"pl", "cs", "de"},
		"windows-1252": {"de", "fr"}, "windows-1254": {"tr"}, "windows-1255": {"he"}, "windows-1256": {"ar"}, "iso-8859-6": {"ar"},
		"windows-1257": {"lv"}, "iso-8859-16": {"ro"}, "gb18030": {"zh"}, "big5": {"tw"}, "shift_jis": {"ja"}, "euc-jp": {"ja"}, "euc-kr": {"ko"},
	} {
		for _, l := range langs {
			s := "<html><body><p>" + sentences[l] + "</p></body></html>"
			assert.Equal(t, s, Decode(encode(t, name, s), ""), "%s in %s", l, name)
		}
	}
}

func TestDecodeWrongDeclaration(t *testing.T) {
	s := `<html><meta charset="iso-8859-1"><p>` + sentences["ru"] + "</p></html>"
	assert.Equal(t, s, Decode(encode(t, "windows-1251", s), ""))
	assert.Equal(t, s, Decode(encode(t, "koi8-r", s), "iso-8859-1"))
	s = "<html><p>" + sentences["el"] + "</p></html>"
	assert.Equal(t, s, Decode([]byte(s), "iso-8859-7"), "UTF-8 is told by its form")
}

func TestDecodeUTF16(t *testing.T) {
	s := "<html><p>" + sentences["uk"] + "</p></html>"
	for _, e := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
			b, err := unicode.UTF16(e, mark).NewEncoder().Bytes([]byte(s))
			require.NoError(t, err)
			if mark == unicode.UseBOM {
				assert.Equal(t, s, Decode(b, ""))
			}
		}
	}
}

func TestDecodeKeepsDamagedUTF8(t *testing.T) {
	got := Decode([]byte(sentences["ru"]+"\xd0 "+sentences["ru"]), "")
	assert.Contains(t, got, sentences["ru"])
	assert.Contains(t, got, "\uFFFD")
}

// What was encoded twice is decoded twice.
func TestEncodedTwice(t *testing.T) {
	twice := func(s string) string {
		var b strings.Builder
		for i := range len(s) {
			b.WriteRune(rune(s[i]))
		}
		return b.String()
	}
	const text = "It’s the town’s harbour – “our harbour” – café. "
	assert.Equal(t, text, Decode([]byte(twice(text)), ""))
	assert.Equal(t, "née "+text, Decode([]byte("née "+twice(text)), ""), "in part")
	assert.Equal(t, text, Decode([]byte(text), ""))
	const once = "Ça a été décidé à l’été « là-bas »"
	assert.Equal(t, once, Decode([]byte(once), ""))
}
