package main

import (
	"strings"
	"unicode"
)

// score is the F1 of runs of four words, from mean precision and mean recall,
// as in the article extraction benchmark of Scrapinghub.
type score struct{ precision, recall, pages float64 }

func (s *score) add(gold, got []string) {
	want, have := runs(gold), runs(got)
	both, nWant, nHave := 0, 0, 0
	for k, n := range want {
		both += min(n, have[k])
		nWant += n
	}
	for _, n := range have {
		nHave += n
	}
	s.pages++
	if nHave > 0 {
		s.precision += float64(both) / float64(nHave)
	}
	if nWant > 0 {
		s.recall += float64(both) / float64(nWant)
	}
}

func (s *score) f1() float64 {
	p, r := s.precision/s.pages, s.recall/s.pages
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) && c != '_' })
}

func runs(ws []string) map[string]int {
	const run = 4
	out := make(map[string]int, len(ws))
	if len(ws) == 0 {
		return out
	}
	for i := range max(len(ws)-run+1, 1) {
		out[strings.Join(ws[i:min(i+run, len(ws))], " ")]++
	}
	return out
}
