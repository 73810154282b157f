package main

import (
	"fmt"
	"strings"
	"unicode"
)

// score sums what was found on the pages of a set.
type score struct {
	n              int
	p, r           float64
	tp, fp, fn, tn int
	ceil           float64
}

// add scores a page by 4-grams of words as the article extraction benchmark of
// Scrapinghub does, or by its segments.
func (s *score) add(g *gold, prob []float32) {
	var text, best strings.Builder
	for i, p := range prob {
		if p >= 0.5 {
			text.WriteString(g.page.Blocks[i].Text + "\n")
		}
		if g.label[i] > 0.5 {
			best.WriteString(g.page.Blocks[i].Text + "\n")
		}
	}
	if g.Text == "" {
		t := squeeze(text.String())
		for _, m := range g.Must {
			if strings.Contains(t, squeeze(m)) {
				s.tp++
			} else {
				s.fn++
			}
		}
		for _, m := range g.MustNot {
			if strings.Contains(t, squeeze(m)) {
				s.fp++
			} else {
				s.tn++
			}
		}
		return
	}
	p, r := overlap(words(g.Text), words(text.String()))
	s.n++
	s.p += p
	s.r += r
	bp, br := overlap(words(g.Text), words(best.String()))
	s.ceil += f1(bp, br)
}

func (s *score) String() string {
	if s.n == 0 {
		return fmt.Sprintf("segments F1 %.4f", 2*float64(s.tp)/float64(2*s.tp+s.fp+s.fn))
	}
	n := float64(s.n)
	return fmt.Sprintf("F1 %.4f P %.4f R %.4f (with the labels themselves %.4f) %d pages", f1(s.p/n, s.r/n), s.p/n, s.r/n, s.ceil/n, s.n)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func words(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) && c != '_' })
}

// overlap returns precision and recall of 4-grams.
func overlap(want, got []string) (p, r float64) {
	grams := func(t []string) map[string]int {
		m := map[string]int{}
		for i := range max(1, len(t)-3) {
			m[strings.Join(t[min(i, len(t)):min(i+4, len(t))], " ")]++
		}
		return m
	}
	if len(got) == 0 {
		return 0, 0
	}
	a, b := grams(want), grams(got)
	both, na, nb := 0, 0, 0
	for k, n := range a {
		both += min(n, b[k])
		na += n
	}
	for _, n := range b {
		nb += n
	}
	return float64(both) / float64(nb), float64(both) / float64(na)
}
