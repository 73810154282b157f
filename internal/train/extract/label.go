package main

import (
	"strings"
	"unicode"
)

// labelBlocks marks the blocks of the page that its gold text holds. Whole
// texts are aligned with the page; where there are only segments, the blocks
// that hold one are marked and all others stay unknown.
func (g *gold) labelBlocks() {
	n := len(g.page.Blocks)
	g.label, g.wt = make([]float32, n), make([]float32, n)
	if g.Text == "" {
		g.segments()
		return
	}
	g.align()
	if g.set == "readability" { // the output of a program, which people looked through
		const trust = 0.4
		for i := range g.wt {
			g.wt[i] *= trust
		}
	}
}

// align labels by the alignment of the words of the page with those of the
// gold text that has the most words in common, where runs count extra.
func (g *gold) align() {
	var words []string
	var block []int
	for i := range g.page.Blocks {
		for _, w := range tokens(g.page.Blocks[i].Text) {
			words = append(words, w)
			block = append(block, i)
		}
	}
	want := tokens(g.Text)
	hit := match(words, want)
	total := make([]float32, len(g.page.Blocks))
	for i, b := range block {
		total[b]++
		if hit[i] {
			g.label[b]++
		}
	}
	for b := range total {
		if total[b] == 0 {
			continue
		}
		g.label[b] /= total[b]
		g.wt[b] = min(total[b]/float32(max(len(want), 60)), 1) + 0.001
		if g.label[b] > 0.3 && g.label[b] < 0.7 {
			g.wt[b] /= 2
		}
	}
}

// segments labels the blocks that hold a segment.
func (g *gold) segments() {
	for i := range g.label {
		g.label[i] = -1
	}
	const weight = 0.05
	mark := func(segs []string, label float32, unique bool) {
		for _, s := range segs {
			s = strings.Join(strings.Fields(s), " ")
			var in []int
			for i := range g.page.Blocks {
				if strings.Contains(g.page.Blocks[i].Text, s) {
					in = append(in, i)
				}
			}
			if unique && len(in) != 1 {
				continue
			}
			for _, i := range in {
				if g.label[i] < 0 {
					g.label[i], g.wt[i] = label, weight/float32(len(in))
				}
			}
		}
	}
	mark(g.Must, 1, true)
	mark(g.MustNot, 0, false)
}

// tokens splits text to words in small letters; letters of scripts without
// spaces are words.
func tokens(s string) []string {
	var out []string
	from := -1
	for i, c := range s {
		wide := unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
		if (unicode.IsLetter(c) || unicode.IsNumber(c)) && !wide {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 {
			out = append(out, strings.ToLower(s[from:i]))
			from = -1
		}
		if wide {
			out = append(out, string(c))
		}
	}
	if from >= 0 {
		out = append(out, strings.ToLower(s[from:]))
	}
	return out
}

// maxCells bounds the table of an alignment.
const maxCells = 1 << 28

// match aligns a with b and reports which words of a have a partner.
func match(a, b []string) []bool {
	hit := make([]bool, len(a))
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > maxCells {
		return hit
	}
	ids := map[string]int32{}
	num := func(ws []string) []int32 {
		out := make([]int32, len(ws))
		for i, w := range ws {
			if _, ok := ids[w]; !ok {
				ids[w] = int32(len(ids))
			}
			out[i] = ids[w]
		}
		return out
	}
	x, y := num(a), num(b)
	w := len(y) + 1
	const up, left, diag = 1, 2, 3
	from := make([]uint8, (len(x)+1)*w)
	// best[j]: best score; run[j]: the score if the cell ends with a match
	best, run := make([]int32, w), make([]int32, w)
	prevBest, prevRun := make([]int32, w), make([]int32, w)
	for i := 1; i <= len(x); i++ {
		row := from[i*w : (i+1)*w]
		best[0], run[0] = 0, -1
		for j := 1; j < w; j++ {
			s, d := prevBest[j], uint8(up)
			if best[j-1] > s {
				s, d = best[j-1], left
			}
			run[j] = -1
			if x[i-1] == y[j-1] {
				r := prevBest[j-1] + 2
				if prevRun[j-1] >= 0 {
					r = max(r, prevRun[j-1]+5)
				}
				run[j] = r
				if r >= s {
					s, d = r, diag
				}
			}
			best[j], row[j] = s, d
		}
		best, prevBest = prevBest, best
		run, prevRun = prevRun, run
	}
	for i, j := len(x), len(y); i > 0 && j > 0; {
		switch from[i*w+j] {
		case diag:
			hit[i-1] = true
			i, j = i-1, j-1
		case left:
			j--
		default:
			i--
		}
	}
	return hit
}
