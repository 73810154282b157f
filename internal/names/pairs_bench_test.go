package names

import "testing"

// BenchmarkCompareWritten compares names as texts write them: of one person in
// two scripts or forms, of people who share a name, and of strangers.
func BenchmarkCompareWritten(b *testing.B) {
	m := Default()
	pairs := [][2]Written{
		{{"Владимир Путин", "ru", Person}, {"Βλαντίμιρ Πούτιν", "el", Person}},
		{{"Ілон Маск", "uk", Person}, {"Elon Musk", "en", Person}},
		{{"Ian Campbell", "en", Person}, {"Кэмпбелл, Мензис", "ru", Person}},
		{{"Jean-Luc Mélenchon", "fr", Person}, {"Жан-Клод Юнкер", "ru", Person}},
		{{"Boris Johnson", "en", Person}, {"Angela Merkel", "de", Person}},
		{{"Angela Merkel", "de", Person}, {"أنغيلا ميركل", "ar", Person}},
		{{"Θεσσαλονίκη", "el", Place}, {"Salonicco", "it", Place}},
		{{"Andrej Babiš", "cs", Person}, {"Andreja Babiše", "cs", Person}},
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p := &pairs[i%len(pairs)]
		m.CompareWritten(p[0], p[1])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}
