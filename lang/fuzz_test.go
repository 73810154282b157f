package lang_test

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/lang"
)

func FuzzDetect(f *testing.F) {
	for _, c := range news {
		f.Add(c.text)
	}
	f.Add("12:30 \xff\xed\xa0\x80\u202b \x00 https://example.com a@b.c")
	f.Add("Home News Sport Weather\nΗ κυβέρνηση ανακοίνωσε νέα μέτρα.\r\n政府は火曜日。")
	f.Fuzz(func(t *testing.T, text string) {
		g := lang.Detect(text)
		assert.True(t, g.Confidence >= 0 && g.Confidence <= 1)
		assert.Equal(t, g.Tag == lang.Und, g.Confidence == 0)
		at := 0
		for s := range lang.Default().Spans(text) {
			require.Equal(t, at, s.Start)
			require.Less(t, s.Start, s.End)
			assert.True(t, s.Guess.Confidence >= 0 && s.Guess.Confidence <= 1.0001)
			at = s.End
			if utf8.ValidString(text) {
				assert.True(t, at == len(text) || utf8.RuneStart(text[at]))
			}
		}
		require.Equal(t, len(text), at)
	})
}
