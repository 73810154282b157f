package entity

import (
	"strings"
	"testing"

	"github.com/tidings-go/tidings/internal/words"
)

// article is what the benchmarks read, four times over.
const benchText = `Президент України Володимир Зеленський провів у Києві зустріч із прем'єр-міністром Греції Кіріакосом Міцотакісом.
Сторони обговорили енергетичну співпрацю та постачання скрапленого газу через термінал в Александруполісі.
«Ми вдячні за підтримку», — сказав Зеленський журналістам після переговорів, які тривали майже три години.
The Greek prime minister said that Athens would join the programme of the European Commission next spring.
Analysts at Goldman Sachs expect prices to fall by a tenth before the end of the year, Reuters reported on Monday.
Il governo di Roma ha annunciato che la riunione si terrà a Milano, e che anche Mario Draghi è stato invitato.
`

// BenchmarkTag times the model alone, on one core, over mixed news.
func BenchmarkTag(b *testing.B) {
	text := strings.Repeat(benchText, 4)
	tagger := Model()
	tokens := len(words.Append(nil, text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var dst []Proposal
	for b.Loop() {
		dst = tagger.Tag(dst[:0], text, "uk")
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkEntities times the whole: tagging, base forms, identities.
func BenchmarkEntities(b *testing.B) {
	text := strings.Repeat(benchText, 4)
	tokens := len(words.Append(nil, text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Entities(text, "uk")
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
