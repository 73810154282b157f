package words

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func split(text string) []string {
	var out []string
	for _, t := range Append(nil, text) {
		out = append(out, text[t.Start:t.End])
	}
	return out
}

func TestAppend(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"greek":      {"Η Αθήνα, σήμερα.", "Η|Αθήνα|,|σήμερα|."},
		"apostrophe": {"п’ять обіцянок", "п’ять|обіцянок"},
		"elision":    {"l’Italia dell'Est", "l|’|Italia|dell|'|Est"},
		"possessive": {"Athens’s mayor", "Athens|’|s|mayor"},
		"numbers":    {"1.250,50 € in 2021", "1.250,50|€|in|2021"},
		"chinese":    {"北京欢迎你", "北|京|欢|迎|你"},
		"kana":       {"カタカナです", "カタカナ|で|す"},
		"thai":       {"กรุงเทพ วันนี้", "กรุงเทพ|วันนี้"},
		"invalid":    {"before\xff\xfeafter", "before|after"},
		"symbols":    {"5 %—yes!?", "5|%|—|yes|!|?"},
		"empty":      {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, strings.Join(split(c.text), "|"))
		})
	}
}

func TestAppendLongInputs(t *testing.T) {
	word := strings.Repeat("ж", 100_000)
	toks := Append(nil, word)
	require.NotEmpty(t, toks)
	assert.Equal(t, len(word), toks[len(toks)-1].End)

	prose := strings.Repeat("Θεσσαλονίκη και Αθήνα. ", 10_000)
	assert.Len(t, Append(nil, prose), 40_000)
}

func checkCover(t *testing.T, text string) {
	t.Helper()
	at := 0
	for _, tok := range Append(nil, text) {
		require.LessOrEqual(t, at, tok.Start)
		require.Less(t, tok.Start, tok.End)
		require.True(t, utf8.ValidString(text[tok.Start:tok.End]))
		requireBlank(t, text[at:tok.Start])
		at = tok.End
	}
	requireBlank(t, text[at:])
}

func requireBlank(t *testing.T, gap string) {
	t.Helper()
	for i := 0; i < len(gap); {
		r, n := utf8.DecodeRuneInString(gap[i:])
		require.True(t, unicode.IsSpace(r) || r == utf8.RuneError && n == 1, "%q lost", gap)
		i += n
	}
}

func FuzzAppend(f *testing.F) {
	for _, s := range []string{"d’Italia", "Путіну's", "\xff", "กขค", "a\u200db", "👩‍👩‍👧", "１２", "ﾃｽﾄ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkCover(t, text) })
}

func BenchmarkAppend(b *testing.B) {
	text := strings.Repeat("Ο πρόεδρος μίλησε χθες στην Αθήνα για την οικονομία. ", 200)
	b.SetBytes(int64(len(text)))
	var dst []Token
	for b.Loop() {
		dst = Append(dst[:0], text)
	}
}
