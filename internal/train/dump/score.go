package main

import (
	"strings"
	"unicode"
)

// score is the F1 of runs of four words, precision and recall averaged over
// pages, as in the article extraction benchmark of Zyte.
type score struct{ p, r, np, nr float64 }

func fours(text string) map[string]int {
	ws := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
	m := map[string]int{}
	if len(ws) == 0 {
		return m
	}
	for i := range max(len(ws)-3, 1) {
		m[strings.Join(ws[i:min(i+4, len(ws))], "\x00")]++
	}
	return m
}

func (s *score) add(gold, got string) {
	g, p := fours(gold), fours(got)
	tp, np, ng := 0.0, 0.0, 0.0
	for k, n := range g {
		tp += float64(min(n, p[k]))
		ng += float64(n)
	}
	for _, n := range p {
		np += float64(n)
	}
	if np > 0 {
		s.p += tp / np
		s.np++
	}
	if ng > 0 {
		s.r += tp / ng
		s.nr++
	}
}

func (s score) f1() float64 {
	p, r := s.p/max(s.np, 1), s.r/max(s.nr, 1)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
