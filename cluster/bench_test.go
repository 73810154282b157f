package cluster

import (
	"testing"
)

// BenchmarkAdd places made-up articles, without detection and entities.
func BenchmarkAdd(b *testing.B) {
	docs := madeUp(2000)
	b.ReportAllocs()
	for b.Loop() {
		c := open(b, Options{lexicon: Defaults().lexicon})
		add(b, c, docs...)
	}
	b.ReportMetric(float64(len(docs))*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
}

// BenchmarkAddWithDefaults detects languages and finds entities as well.
func BenchmarkAddWithDefaults(b *testing.B) {
	docs := madeUp(500)
	for i := range docs {
		docs[i].Lang = ""
	}
	b.ReportAllocs()
	for b.Loop() {
		c := open(b, Defaults())
		add(b, c, docs...)
	}
	b.ReportMetric(float64(len(docs))*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
}

func BenchmarkSnapshot(b *testing.B) {
	c := open(b, Options{})
	add(b, c, madeUp(1000)...)
	var data []byte
	for b.Loop() {
		data, _ = c.AppendBinary(data[:0])
		if err := open(b, Options{}).UnmarshalBinary(data); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(data))/1000, "B/doc")
}
