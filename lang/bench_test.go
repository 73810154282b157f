package lang_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tidings-go/tidings/lang"
)

// sentences are of about 160 bytes.
var sentences = map[string]string{
	"Latin":    "Die Regierung hat am Dienstag beschlossen, die Steuern auf Strom ab dem kommenden Jahr zu senken, wie der Minister nach der Sitzung in der Hauptstadt mitteilte.",
	"Cyrillic": "Правительство во вторник решило снизить налоги на электричество со следующего года, сказал министр после",
	"Greek":    "Η κυβέρνηση αποφάσισε την Τρίτη να μειώσει τους φόρους στο ρεύμα από το επόμενο έτος, είπε ο υπουργός",
	"Han":      "政府周二决定从明年起降低电力税，部长在首都会议后表示，这项措施将使数百万家庭受益，并有助于企业应对高昂的能源成本。",
}

func BenchmarkDetect(b *testing.B) {
	for name, s := range sentences {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				lang.Detect(s)
			}
		})
	}
}

// A text of any length takes bounded time.
func BenchmarkDetectLong(b *testing.B) {
	for name, text := range map[string]string{
		"news":    strings.Repeat(sentences["Latin"]+"\n", 1<<16),
		"letters": strings.Repeat("a", 100<<20),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				lang.Detect(text)
			}
		})
	}
}

func BenchmarkSpans(b *testing.B) {
	text := strings.Repeat(sentences["Latin"]+"\n"+sentences["Greek"]+"\n", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for range lang.Default().Spans(text) {
		}
	}
}

func TestDetectDoesNotAllocate(t *testing.T) {
	for name, s := range sentences {
		text := strings.Repeat(s+" ", 1000/len(s))
		assert.Zero(t, testing.AllocsPerRun(20, func() { lang.Detect(text) }), name)
	}
}
