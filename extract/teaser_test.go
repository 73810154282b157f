package extract

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTeaserStart(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He left at noon. Read also: [Storm closes the mountain pass] The road is open again.", "He left at noon. The road is open again."},
		{"Trenul a oprit. [CITEȘTE ȘI: Tarifele la autobuz cresc din toamnă] Oamenii au aplaudat.", "Trenul a oprit. Oamenii au aplaudat."},
		{"Поезд ушёл. [Почему закрыли вокзал в Берёзовке] Люди ждут.", "Поезд ушёл. Люди ждут."},
		{"He said [the storm had closed the pass] and left.", "He said the storm had closed the pass and left."},
		{"He left. [The Ministry of Public Works] denied it.", "He left. The Ministry of Public Works denied it."},
		{"It was late. [The court said so in its ruling.] Nobody objected.", "It was late. The court said so in its ruling. Nobody objected."},
		{"In a report, [Doctors Without Borders Spain] Director Ana Gil was cited.", "In a report, Doctors Without Borders Spain Director Ana Gil was cited."},
	} {
		start := strings.IndexByte(c.text, '[')
		end := strings.IndexByte(c.text, ']') - 1
		text := strings.NewReplacer("[", "", "]", "").Replace(c.text)
		got := text
		if from, ok := teaserStart(text, 0, start, end); ok {
			got = strings.Join(strings.Fields(text[:from]+text[end:]), " ")
		}
		assert.Equal(t, c.want, got)
	}
}
