package stem

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// The forms of one word must meet in one stem; the stem itself is no promise.
func TestFormsMeet(t *testing.T) {
	for tag, forms := range map[string]string{
		"en":      "election elections",
		"ro":      "alegerile alegerilor",
		"el":      "εκλογές εκλογών",
		"it":      "elezione elezioni",
		"uk":      "вибори виборів виборам виборах виборами",
		"ru":      "выборы выборов выборам выборах",
		"be":      "выбары выбараў выбарам выбарах",
		"bg":      "изборите изборът избори",
		"pl":      "prezydent prezydenta prezydentowi prezydentem",
		"cs":      "prezident prezidenta prezidentovi prezidentem",
		"sk":      "prezident prezidenta prezidentovi prezidentom",
		"sl":      "predsednik predsednika predsedniku predsednikom",
		"is":      "kosningar kosningum kosninga kosningarnar",
		"lv":      "vēlēšanas vēlēšanu vēlēšanām",
		"sr-Cyrl": "избори избора изборима",
		"de":      "wahlen wahl",
		"tr":      "seçimler seçimleri",
		"fi":      "vaaleissa vaaleista",
		"ar":      "الرئيس رئيس",
	} {
		t.Run(tag, func(t *testing.T) {
			words := strings.Fields(forms)
			want := Word(tag, words[0])
			assert.NotEmpty(t, want)
			for _, w := range words[1:] {
				assert.Equal(t, want, Word(tag, w), "%s and %s", words[0], w)
			}
		})
	}
}

func TestRomanianCommaAndCedillaMeet(t *testing.T) {
	assert.Equal(t, Word("ro", "naţiunilor"), Word("ro", "națiunilor"))
}

func TestUnknownLanguageIsLeftAlone(t *testing.T) {
	assert.Equal(t, "uchaguzi", Word("sw", "uchaguzi"))
	assert.Equal(t, "选举", Word("zh-Hans", "选举"))
}

func FuzzWord(f *testing.F) {
	for _, tag := range strings.Fields("en es fr ru sv nb hu ro ar hy eu ca da nl fi de el hi id ga it lt ne pt sr ta tr uk is cs") {
		f.Add(tag, "выборы")
		f.Add(tag, "election's")
		f.Add(tag, "çşğı")
	}
	f.Fuzz(func(t *testing.T, tag, word string) {
		got := Word(tag, word)
		if utf8.ValidString(word) {
			assert.True(t, utf8.ValidString(got))
		}
	})
}

func BenchmarkWord(b *testing.B) {
	for _, c := range []struct{ tag, word string }{{"en", "elections"}, {"el", "εκλογών"}, {"uk", "виборами"}, {"tr", "seçimlerden"}} {
		b.Run(c.tag, func(b *testing.B) {
			for b.Loop() {
				Word(c.tag, c.word)
			}
		})
	}
}
