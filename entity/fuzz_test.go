package entity

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/lang"
)

func FuzzEntities(f *testing.F) {
	for _, s := range []string{
		"", "Ілон Маск запропонував Володимиру Путіну поговорити.", "Ο Πούτιν και ο Έλον Μασκ", "PUTIN ÎN ROMÂNIA\nE bine.",
		"Pu\xfftin", "ТОВ «Лен» (Київ)", "普京会见马斯克", "بوتين في موسكو", "(\"«", "a\u200bB\u0301", "U.S. Inc.",
	} {
		f.Add(s, "uk")
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, text, tag string) {
		es := Entities(text, lang.Tag(tag))
		checkMentions(t, text, es)
		assert.Equal(t, es, Entities(text, lang.Tag(tag)), "the same text gives the same")
		checkMentions(t, text, New(Options{}).Entities(text, lang.Tag(tag)))
	})
}

// checkMentions holds entities to what is promised of any text.
func checkMentions(t *testing.T, text string, es []Entity) {
	t.Helper()
	taken := map[int]bool{}
	for i, e := range es {
		require.NotEmpty(t, e.Mentions)
		assert.NotEmpty(t, e.ID)
		assert.NotEmpty(t, e.Name)
		assert.True(t, e.Salience >= 0 && e.Salience <= 1)
		assert.True(t, i == 0 || e.Salience <= es[i-1].Salience, "most salient first")
		end := 0
		for _, m := range e.Mentions {
			require.True(t, 0 <= m.Start && m.Start < m.End && m.End <= len(text), "inside the text")
			assert.GreaterOrEqual(t, m.Start, end, "in order, without overlaps")
			end = m.End
			assert.True(t, utf8.ValidString(text[m.Start:m.End]))
			assert.True(t, utf8.RuneStart(text[m.Start]))
			assert.True(t, m.Score >= 0 && m.Score <= 1)
			assert.NotEmpty(t, m.Base)
			for b := m.Start; b < m.End && len(text) < 1000; b++ {
				assert.False(t, taken[b], "no byte is in two mentions")
				taken[b] = true
			}
		}
	}
}
