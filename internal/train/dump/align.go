package main

import (
	"strings"
	"unicode"

	"github.com/tidings-go/tidings/internal/dump"
)

type span struct {
	start, end int
	text       string
}

// words splits text at everything but letters and digits; characters of
// scripts without spaces are words of their own.
func words(text string) (out []span) {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, span{start, end, strings.ToLower(text[start:end])})
			start = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			flush(i)
			start = i
			flush(i + len(string(r)))
		case unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_':
			if start < 0 {
				start = i
			}
		default:
			flush(i)
		}
	}
	flush(len(text))
	return out
}

// matched tells which words of page the best alignment with gold covers: a
// longest common subsequence in which neighbours count double, less matches
// that stand alone.
func matched(page, gold []span) []bool {
	n, m := len(page), len(gold)
	if n == 0 || m == 0 || n*m > 150e6 {
		return nil
	}
	dir := make([]uint8, (n+1)*(m+1))
	prev, cur := make([]int32, m+1), make([]int32, m+1)
	eqPrev, eqCur := make([]bool, m+1), make([]bool, m+1)
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			cur[j], dir[i*(m+1)+j] = prev[j], 1
			if cur[j-1] > cur[j] {
				cur[j], dir[i*(m+1)+j] = cur[j-1], 2
			}
			eqCur[j] = page[i-1].text == gold[j-1].text
			if eqCur[j] {
				v := prev[j-1] + 1
				if eqPrev[j-1] {
					v++
				}
				if v >= cur[j] {
					cur[j], dir[i*(m+1)+j] = v, 3
				}
			}
		}
		prev, cur = cur, prev
		eqPrev, eqCur = eqCur, eqPrev
	}
	hit := make([]bool, n)
	for i, j, run := n, m, 0; ; {
		d := dir[i*(m+1)+j]
		if i == 0 || j == 0 || d != 3 {
			if run > 0 && run < 3 { // stray
				for k := i; k < i+run; k++ {
					hit[k] = false
				}
			}
			run = 0
		}
		if i == 0 || j == 0 {
			return hit
		}
		switch d {
		case 3:
			i, j = i-1, j-1
			hit[i] = true
			run++
		case 1:
			i--
		default:
			j--
		}
	}
}

// label returns for each unit the share of its words that are in the gold
// text, and how many words it has.
func label(p *dump.Page, gold string) (share, count []float64, ok bool) {
	ws := words(p.Text)
	hit := matched(ws, words(gold))
	if hit == nil {
		return nil, nil, false
	}
	share, count = make([]float64, len(p.Units)), make([]float64, len(p.Units))
	k := 0
	for i, u := range p.Units {
		for k < len(ws) && ws[k].start < u.End {
			if ws[k].start >= u.Start {
				count[i]++
				if hit[k] {
					share[i]++
				}
			}
			k++
		}
		if count[i] > 0 {
			share[i] /= count[i]
		}
	}
	return share, count, true
}
