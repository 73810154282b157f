package dates

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFind(t *testing.T) {
	tests := []struct{ lang, text, want string }{
		// day, month in words, year
		{"is", "Anna Jónsdóttir skrifar 7. ágúst 2019 09:12", "2019-08-07T09:12"},
		{"uk", "24 серпня 2020 р.", "2020-08-24"},
		{"uk", "П’ятниця, 3 травня 2019 р., 12:05", "2019-05-03T12:05"},
		{"ro", "3 iun. 2020, 18:31", "2020-06-03T18:31"},
		{"el", "Δευτέρα 3 Μαΐου 2021", "2021-05-03"},
		{"el", "ΔΕΥΤΕΡΑ 3 ΜΑΪΟΥ 2021", "2021-05-03"},
		{"el", "15 Φεβρουαρίου 2021, 3:05 μ.μ.", "2021-02-15T15:05"},
		{"es", "15 de febrero de 2021 a las 10:30", "2021-02-15T10:30"},
		{"es", "5 de setiembre del 2020", "2020-09-05"},
		{"pt", "Sáb, 1 de março de 2014 às 9h05", "2014-03-01T09:05"},
		{"fr", "Publié le 1er août 2020 à 15h51", "2020-08-01T15:51"},
		{"fr", "15 fevrier 2021", "2021-02-15"},
		{"it", "lunedì 15 febbraio 2021 ore 8.30", "2021-02-15T08:30"},
		{"de", "Stand: 15. März 2021, 8.05 Uhr", "2021-03-15T08:05"},
		{"nl", "ma 15 februari 2021", "2021-02-15"},
		{"en", "15th of February, 2021", "2021-02-15"},
		{"en", "Monday, February 15, 2021 at 3:51 p.m. EST", "2021-02-15T15:51"},
		{"en", "10:30 PM ET, Mon February 15, 2021", "2021-02-15T22:30"},
		{"en", "Feb. 1st, 2021", "2021-02-01"},
		{"en", "Sept. 5, 2020", "2020-09-05"},
		{"en", "12:00 am, 2 Jan 2020", "2020-01-02T00:00"},
		{"pl", "15 listopada 2020", "2020-11-15"},
		{"hr", "15. listopada 2020.", "2020-10-15"},
		{"ru", "15-го февраля 2021 года в 15:51 (МСК)", "2021-02-15T15:51"},
		{"ru", "15 фев 2021 г., 15:51", "2021-02-15T15:51"},
		{"bg", "15 февруари 2021 г. 07:00 ч.", "2021-02-15T07:00"},
		{"be", "15 лютага 2021", "2021-02-15"},
		{"sr", "15. фебруар 2021.", "2021-02-15"},
		{"sr-Latn", "15. februar 2021. 12:30", "2021-02-15T12:30"},
		{"cs", "15. února 2021 15:51", "2021-02-15T15:51"},
		{"tr", "15 Ağustos 2021 Pazar", "2021-08-15"},
		{"tr", "15 KASIM 2021", "2021-11-15"},
		{"az", "15 İyul 2021", "2021-07-15"},
		{"fi", "15. helmikuuta 2021 klo 15.51", "2021-02-15T15:51"},
		{"et", "15. veebruar 2021", "2021-02-15"},
		{"sq", "15 shkurt 2021", "2021-02-15"},
		{"ca", "15 d’abril del 2021", "2021-04-15"},
		{"mt", "15 ta’ Frar 2021", "2021-02-15"},
		{"cy", "15 Chwefror 2021", "2021-02-15"},
		{"id", "Senin, 15 Februari 2021 15:51 WIB", "2021-02-15T15:51"},
		{"ms", "15 Ogos 2021", "2021-08-15"},
		{"sw", "15 Februari 2021", "2021-02-15"},
		{"uz", "15-fevral, 2021", "2021-02-15"},
		{"hy", "15 փետրվարի, 2021", "2021-02-15"},
		{"ka", "15 თებერვალი 2021", "2021-02-15"},
		{"kk", "15 ақпан 2021", "2021-02-15"},
		{"he", "15 בפברואר 2021", "2021-02-15"},
		{"ar", "الاثنين ١٥ فبراير ٢٠٢١", "2021-02-15"},
		{"ar", "15 شباط 2021", "2021-02-15"},
		{"ar", "15 كانون الثاني 2021", "2021-01-15"},
		{"fa", "۱۵ فوریهٔ ۲۰۲۱", "2021-02-15"},
		{"fa", "دوشنبه ۲۷ بهمن ۱۳۹۹", "2021-02-15"},
		{"ur", "15 فروری 2021", "2021-02-15"},
		{"hi", "15 फ़रवरी 2021", "2021-02-15"},
		{"hi", "१५ फरवरी २०२१", "2021-02-15"},
		{"bn", "১৫ ফেব্রুয়ারি ২০২১", "2021-02-15"},
		{"ta", "15 பிப்ரவரி 2021", "2021-02-15"},
		{"te", "15 ఫిబ్రవరి 2021", "2021-02-15"},
		{"mr", "१५ फेब्रुवारी २०२१", "2021-02-15"},
		{"gu", "15 ફેબ્રુઆરી 2021", "2021-02-15"},
		{"th", "15 กุมภาพันธ์ 2564", "2021-02-15"},
		{"th", "15 ก.พ. 2564 เวลา 15:51 น.", "2021-02-15T15:51"},
		{"my", "15 ဖေဖော်ဝါရီ 2021", "2021-02-15"},
		{"vi", "Thứ hai, 15 tháng 2 năm 2021", "2021-02-15"},
		{"am", "15 ፌብሩወሪ 2021", "2021-02-15"},
		// year first
		{"hu", "2021. február 15. 12:30", "2021-02-15T12:30"},
		{"lt", "2021 m. vasario 15 d.", "2021-02-15"},
		{"lv", "2021. gada 15. februāris", "2021-02-15"},
		{"eu", "2021eko otsailaren 15a", "2021-02-15"},
		{"mn", "2021 оны 2-р сарын 15", "2021-02-15"},
		{"zh", "2021年2月15日", "2021-02-15"},
		{"zh", "发布于2021年02月15日下午3点51分", "2021-02-15T15:51"},
		{"ja", "2021年2月15日 15時51分", "2021-02-15T15:51"},
		{"ko", "2021년 2월 15일 오후 3:51", "2021-02-15T15:51"},
		// numbers
		{"", "posted 2021-02", "2021-02"},
		{"", "2021-02-15", "2021-02-15"},
		{"", "2021-02-15T15:51:09+02:00", "2021-02-15T15:51"},
		{"ko", "입력 2021.02.15 15:51", "2021-02-15T15:51"},
		{"hu", "2021. 02. 15.", "2021-02-15"},
		{"", "15.02.2021 - 15:51", "2021-02-15T15:51"},
		{"cs", "15. 2. 2021", "2021-02-15"},
		{"en", "02/15/2021", "2021-02-15"},
		{"en", "01/02/2021", "2021-01-02"},
		{"en-GB", "01/02/2021", "2021-02-01"},
		{"fr", "01/02/2021", "2021-02-01"},
		{"", "01/02/2021", "2021-02-01"},
		{"de", "Stand 15.02.21, 8:05 Uhr", "2021-02-15T08:05"},
		{"", "06:40, 15/02/2021", "2021-02-15T06:40"},
		{"fa", "۱۳۹۹/۱۱/۲۷", "2021-02-15"},
		// month and year
		{"en", "in February 2021", "2021-02"},
		{"hu", "2021. február", "2021-02"},
		// none
		{"en", "15 people in 2021", ""},
		{"en", "version 1.15.02.2021", ""},
		{"en", "31/02/2021", ""},
		{"en", "call 2021-555-0134", ""},
		{"en", "the 2020-21 season", ""},
		{"en", "99/99/2021", ""},
		{"de", "Im Jahr 2021 waren es 15", ""},
	}
	for _, tt := range tests {
		t.Run(tt.lang+" "+tt.text, func(t *testing.T) {
			ds := Find(tt.text, tt.lang)
			if tt.want == "" {
				assert.Empty(t, ds)
				return
			}
			require.Len(t, ds, 1)
			assert.Equal(t, tt.want, ds[0].String(), tt.text[ds[0].Start:ds[0].End])
		})
	}
}

func TestFindWithoutLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"7. ágúst 2019 09:12":  "2019-08-07T09:12",
		"24 серпня 2020 р.":    "2020-08-24",
		"3 iun. 2020, 18:31":   "2020-06-03T18:31",
		"Δευτέρα 3 Μαΐου 2021": "2021-05-03",
		"15 กุมภาพันธ์ 2564":   "2021-02-15",
		"February 13, 2021":    "2021-02-13",
	} {
		ds := Find(text, "")
		require.Len(t, ds, 1, text)
		assert.Equal(t, want, ds[0].String(), text)
	}
}

func TestSpans(t *testing.T) {
	text := "Le lundi 15 février 2021 à 15h51 et le 2 mars 2021."
	var got []string
	for _, d := range Find(text, "fr") {
		got = append(got, text[d.Start:d.End])
	}
	assert.Equal(t, []string{"lundi 15 février 2021 à 15h51", "2 mars 2021"}, got)
}

func TestTime(t *testing.T) {
	d, ok := First("2021-02-15T15:51:09+02:00", "")
	require.True(t, ok)
	assert.True(t, d.Time().Equal(time.Date(2021, 2, 15, 13, 51, 0, 0, time.UTC)))
	assert.Equal(t, Minute, d.Precision)
	d, _ = First("3:05 pm EST, Feb 15, 2021", "en")
	assert.Equal(t, "2021-02-15T15:05", d.String())
	d, _ = First("février 2021", "fr")
	assert.Equal(t, time.Date(2021, 2, 1, 0, 0, 0, 0, time.UTC), d.Time())
}

func TestLine(t *testing.T) {
	for line, want := range map[string]bool{
		"Published: 15 February 2021, 15:51 | Updated 16 Feb 2021":     true,
		"15. febrúar 2021 15:51":                                       true,
		"Обновлено 15 февраля 2021 г.":                                 true,
		"On 15 February 2021 the court in the capital heard the case.": false,
		"Nothing of the kind":                                          false,
	} {
		_, ok := Line(line, "")
		assert.Equal(t, want, ok, line)
	}
}

func TestSolarYears(t *testing.T) {
	for _, tt := range [][6]int{{1399, 1, 1, 2020, 3, 20}, {1399, 12, 30, 2021, 3, 20}, {1400, 1, 1, 2021, 3, 21}, {1357, 11, 22, 1979, 2, 11}, {1403, 12, 30, 2025, 3, 20}} {
		y, m, d := solarToGregorian(tt[0], tt[1], tt[2])
		assert.Equal(t, [3]int{tt[3], tt[4], tt[5]}, [3]int{y, m, d}, tt)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"15. febrúar 2021 15:51", "2021年2月15日", "۲۷ بهمن ۱۳۹۹", "02.2021.2021-02-\xff2021", "1 2 2021 Jan 2021 1"} {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		last := 0
		for _, d := range Find(text, lang) {
			require.True(t, last <= d.Start && d.Start < d.End && d.End <= len(text))
			if utf8.ValidString(text) {
				require.True(t, utf8.ValidString(text[d.Start:d.End]))
			}
			require.False(t, d.Time().IsZero())
			require.LessOrEqual(t, d.Day, daysIn(d.Year, d.Month))
			last = d.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The court met on Monday, 15 February 2021, at 15:51 and heard 24 witnesses in 2019 alone. Nothing else was said about it. ", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, "en")
	}
}
