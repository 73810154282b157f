package translit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"
)

func TestLatin(t *testing.T) {
	for _, c := range []struct{ text, tag, want string }{
		{"Володимир Зеленський", "uk", "volodymyr zelenskyy"},
		{"Сергей Шойгу", "ru", "sergey shoygu"},
		{"Гомель", "be", "homel"},
		{"Пловдив, България", "bg", "plovdiv, balgariya"},
		{"Βλαντίμιρ Πούτιν", "el", "vladimir putin"},
		{"Łódź, Þórður, İzmir", "", "lodz, thordur, izmir"},
		{"თბილისი", "ka", "tbilisi"},
		{"Երևան", "hy", "erevan"},
		{"नरेन्द्र मोदी", "hi", "narendra modi"},
		{"トヨタ", "ja", "toyota"},
		{"부산", "ko", "busan"},
		{"北京", "zh", "beijing"},
		{"٢٠٢٤", "ar", "2024"},
	} {
		assert.Equal(t, c.want, Latin(c.text, c.tag), c.text)
	}
}

func TestFoldAgrees(t *testing.T) {
	type name struct{ text, tag string }
	for _, same := range [][]name{
		{{"Elon Musk", "en"}, {"Ілон Маск", "uk"}, {"Έλον Μασκ", "el"}, {"Илон Маск", "ru"}, {"Маск, Илон", "ru"}},
		{
			{"Vladimir Putin", "en"},
			{"Володимир Путін", "uk"},
			{"Vladímír Pútín", "is"},
			{"Βλαντίμιρ Πούτιν", "el"},
			{"Wladimir Putin", "de"},
			{"Владимир Владимирович Путин", "ru"},
		},
		{{"Dmitri Peskov", "ro"}, {"Dmitry Peskov", "en"}, {"Дмитрий Песков", "ru"}, {"Ντμίτρι Πεσκόφ", "el"}, {"Dimitrí Peskov", "is"}},
		{{"John Kerry", "en"}, {"Джон Керрі", "uk"}, {"Τζον Κέρι", "el"}},
		{{"Bashar al-Assad", "en"}, {"Башар Асад", "ru"}, {"Μπασάρ αλ Άσαντ", "el"}},
		{{"Carlo d’Inzeo", "it"}, {"Carlo d'Inzeo", "en"}},
		{{"U.N.", "en"}, {"UN", "en"}},
		{{"Рutin", "en"}, {"Putin", "en"}, {"\u200fPutin\u200f", "ar"}},
	} {
		want := Fold(same[0].text, same[0].tag)
		for _, n := range same[1:] {
			assert.Equal(t, want, Fold(n.text, n.tag), "%s (%s) is %s", n.text, n.tag, same[0].text)
		}
	}
}

func TestFoldParts(t *testing.T) {
	for _, c := range [][2]string{
		{"Don Edwards", "Dan Roberts"},
		{"Paris", "Peru"},
		{"Mali", "Malta"},
		{"Ian Campbell", "Menzies Campbell"},
		{"Nokia", "Nike"},
	} {
		assert.NotEqual(t, Fold(c[0], ""), Fold(c[1], ""))
	}
}

func TestSkeleton(t *testing.T) {
	for _, c := range [][2]string{
		{"вулкан", "vulcano"}, {"πρόεδρος", "proedros"}, {"Κρεμλίνο", "Cremlino"}, {"Зеленський", "Selenskyj"},
	} {
		assert.Equal(t, Skeleton(c[0]), Skeleton(c[1]), c[0])
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Elon Musk", "Рutin", "Ali Ammar", "O'Connor", "安倍晋三", "بشار الأسد", "\xff", "a\u0301", "ߊ"} {
		f.Add(s, "uk")
	}
	f.Fuzz(func(t *testing.T, name, tag string) {
		key := Fold(name, tag)
		assert.True(t, utf8.ValidString(key))
		assert.Equal(t, key, Fold(key, ""), "idempotent")
		if utf8.ValidString(name) {
			assert.Equal(t, key, Fold(norm.NFC.String(name), tag), "NFC-stable")
			assert.Equal(t, key, Fold(norm.NFD.String(name), tag), "NFD-stable")
		}
		Latin(name, tag)
		Skeleton(name)
	})
}

func BenchmarkFold(b *testing.B) {
	names := []string{"Владимир Путин", "Βλαντίμιρ Πούτιν", "Vladimír Pútín", "فلاديمير بوتين"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Fold(names[i%len(names)], "")
	}
}

func TestFoldOfLongNames(t *testing.T) {
	for _, part := range []string{"щ", "a ", "Р", "漢", "'", "\u200f"} {
		long := strings.Repeat(part, 10000)
		assert.Equal(t, Fold(long, ""), Fold(Fold(long, ""), ""))
	}
}
