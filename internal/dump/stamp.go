package dump

import (
	"sort"
	"strings"
)

// stampEnds reports whether a date ends or begins before token i.
func (c *cutter) stampEnds(i int) bool {
	p, at := c.p, int(c.p.tokens[i].start)
	for c.date < len(p.Dates) && p.Dates[c.date].End < int(p.tokens[i-1].end) {
		c.date++
	}
	if c.date == len(p.Dates) {
		return false
	}
	d := p.Dates[c.date]
	if d.End == int(p.tokens[i-1].end) { // what follows a dateline begins anew
		t := p.tokens[i]
		return t.shape == upper || t.shape == caps || t.shape == mark && !strings.ContainsRune(",.;:)", t.r)
	}
	before := p.tokens[i-1]
	return d.Start == at && !p.binds(i-1) && (before.shape != lower || d.Precision > 3)
}

// opensLine reports whether the line so far is a date with at most one word
// before it, and a sentence begins at token i without a mark between.
func (c *cutter) opensLine(i int) bool {
	p := c.p
	if c.date == len(p.Dates) || p.Dates[c.date].End != int(p.tokens[i-1].end) {
		return false
	}
	before := 0
	for k := c.first; k < i && int(p.tokens[k].start) < p.Dates[c.date].Start; k++ {
		before++
	}
	return before <= 2 && (p.tokens[i].shape == upper || p.tokens[i].shape == caps)
}

// signature returns the token after "— Name (@handle) date", which embedded
// posts leave in a text, if one begins at token i, or 0.
func (c *cutter) signature(i int) int {
	p := c.p
	t := p.tokens[i]
	if t.shape != mark || t.r != '—' && t.r != '–' && t.r != '-' || !t.space {
		return 0
	}
	for j := i + 1; j < min(c.last, i+14); j++ {
		if p.tokens[j].r != '@' || p.tokens[j].shape != mark {
			continue
		}
		for j < c.last && p.tokens[j].r != ')' {
			if j > i+18 {
				return 0
			}
			j++
		}
		if j >= c.last {
			return 0
		}
		return c.pastDate(j + 1)
	}
	return 0
}

// pastDate returns the token after the date that begins at token i, or i.
func (c *cutter) pastDate(i int) int {
	p := c.p
	if i >= c.last {
		return i
	}
	at := int(p.tokens[i].start)
	k := sort.Search(len(p.Dates), func(k int) bool { return p.Dates[k].Start >= at })
	if k == len(p.Dates) || p.Dates[k].Start != at {
		return i
	}
	for i < c.last && int(p.tokens[i].start) < p.Dates[k].End {
		i++
	}
	return i
}
