package dump

import (
	"math"
	"strings"
	"unicode"
)

// trait describes a unit by itself.
type trait struct {
	words, run         float64 // words of the unit, and of the sentence that it is part of
	runEnds            float64 // the sentence has an end mark
	joins              float64 // joins in the sentence
	ends, colon        float64 // the unit ends with an end mark, with a colon
	starts             float64 // with a small letter 0, capital 1, number 2, quote 3, other mark 4
	upper, caps, digit float64 // shares of the words
	common             float64 // share of function words
	commas, quotes     float64 // per word
	letters            float64 // bytes per word
	inner              float64 // sentence ends inside
	cueStart           uint16  // kinds of the cue at its start
	cueAny             uint16  // kinds of all cues in it
	cued               float64 // share of words that are in cues
	date               float64 // 0 none, 1 month, 2 day, 3 minute
	dated              float64 // share of its bytes that are in dates
	sign               float64 // address, handle, copyright or separator
	before, after      float64 // copies of it before and after
	copied             float64 // words of the stretch of copied units that it is in
	core               float64 // share of its rarer words that good text elsewhere has too
	good               float64 // words of good text: a sentence with an end
}

// traits describes every unit by itself.
func (p *Page) traits() []trait {
	ts := make([]trait, len(p.Units))
	date := 0
	for i := range p.Units {
		date = p.describe(&p.Units[i], &ts[i], date)
	}
	p.runs(ts)
	p.copies(ts)
	for i := range ts {
		t := &ts[i]
		if t.runEnds > 0 && t.run >= 7 && t.cueStart&^(1<<By|1<<Source|1<<Time|1<<Nav|1<<Photo) == 0 && t.cued < 0.4 {
			t.good = t.words
		}
	}
	p.core(ts)
	return ts
}

// describe fills what the tokens of a unit say; date is the first date of
// the page that can be in it.
func (p *Page) describe(u *Unit, t *trait, date int) int {
	t.words = u.words
	n, upperN, capsN, digitN, commonN, commas, quotes := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
	cuedTo, cued := u.first, 0.0
	for i := u.first; i < u.last; i++ {
		k := p.tokens[i]
		if k.shape == mark {
			switch {
			case strings.ContainsRune(",;،，、;", k.r):
				commas++
			case closes(k.r) || opensQuote(k.r):
				quotes++
			case strings.ContainsRune("@©®|•»›/", k.r):
				t.sign++
			case i+1 < u.last && p.tokens[i+1].space && strings.ContainsRune(".!?…。！？؟।", k.r):
				t.inner++
			}
			continue
		}
		n++
		switch k.shape {
		case upper:
			upperN++
		case caps:
			capsN++
		case digits:
			digitN++
		}
		if p.common[k.id] {
			commonN++
		}
		if i < cuedTo {
			continue
		}
		if kinds, next := p.match(i, u.last); kinds != 0 {
			t.cueAny |= kinds
			if i == u.first || i == u.first+1 && p.tokens[u.first].shape == mark {
				t.cueStart = kinds
			}
			cued += float64(next - i)
			cuedTo = next
		}
	}
	m := math.Max(n, 1)
	t.upper, t.caps, t.digit, t.common = upperN/m, capsN/m, digitN/m, commonN/m
	t.commas, t.quotes, t.cued = commas/m, quotes/m, math.Min(cued/m, 1)
	t.letters = float64(u.End-u.Start) / m
	t.ends, t.colon = p.endMark(u)
	t.starts = p.startMark(u)
	return p.dateIn(u, t, date)
}

func (p *Page) endMark(u *Unit) (ends, colon float64) {
	j := u.last - 1
	for j > u.first && p.tokens[j].shape == mark && closes(p.tokens[j].r) {
		j--
	}
	k := p.tokens[j]
	if k.shape != mark {
		return 0, 0
	}
	switch {
	case strings.ContainsRune(".!?…。！？։؟۔।॥;", k.r):
		return 1, 0
	case k.r == ':' || k.r == '：':
		return 0, 1
	}
	return 0, 0
}

func (p *Page) startMark(u *Unit) float64 {
	switch k := p.tokens[u.first]; {
	case k.shape == lower:
		if !cased(k.r) {
			return 1
		}
		return 0
	case k.shape == upper || k.shape == caps || k.shape == glyph:
		return 1
	case k.shape == digits:
		return 2
	case opensQuote(k.r):
		return 3
	}
	return 4
}

func (p *Page) dateIn(u *Unit, t *trait, date int) int {
	for date < len(p.Dates) && p.Dates[date].End <= u.Start {
		date++
	}
	covered := 0
	for k := date; k < len(p.Dates) && p.Dates[k].Start < u.End; k++ {
		d := p.Dates[k]
		t.date = math.Max(t.date, float64(d.Precision)-1)
		covered += min(d.End, u.End) - max(d.Start, u.Start)
	}
	t.dated = float64(covered) / float64(u.End-u.Start)
	return date
}

// runs spreads over each unit what the sentence says that it is part of.
func (p *Page) runs(ts []trait) {
	for i := 0; i < len(ts); {
		j, words := i+1, ts[i].words
		for j < len(ts) && p.Units[j].Break == Join {
			words += ts[j].words
			j++
		}
		for k := i; k < j; k++ {
			ts[k].run, ts[k].runEnds, ts[k].joins = words, ts[j-1].ends, float64(j-i-1)
		}
		i = j
	}
}

// copies counts exact copies of each unit before and after it.
func (p *Page) copies(ts []trait) {
	seen := make(map[string]float64, len(ts))
	for i, u := range p.Units {
		k := p.Text[u.Start:u.End]
		ts[i].before = seen[k]
		seen[k]++
	}
	for i, u := range p.Units {
		ts[i].after = seen[p.Text[u.Start:u.End]] - ts[i].before - 1
	}
	for i := 0; i < len(ts); { // stretches of units that are all printed twice
		j, words := i, 0.0
		for j < len(ts) && ts[j].before+ts[j].after > 0 {
			words += ts[j].words
			j++
		}
		for k := i; k < j; k++ {
			ts[k].copied = words
		}
		i = max(j, i+1)
	}
}

// core says for each unit how many of its rarer words are in good text
// outside of it.
func (p *Page) core(ts []trait) {
	count := make([]int32, len(p.lex.count))
	last := make([]int32, len(p.lex.count))
	for i, u := range p.Units {
		if ts[i].good < 8 || ts[i].before > 0 {
			continue
		}
		for _, k := range p.tokens[u.first:u.last] {
			if k.shape != mark && last[k.id] != int32(i)+1 {
				last[k.id] = int32(i) + 1
				count[k.id]++
			}
		}
	}
	for i, u := range p.Units {
		n, in := 0.0, 0.0
		own := int32(0)
		if ts[i].good >= 8 && ts[i].before == 0 {
			own = 1
		}
		for _, k := range p.tokens[u.first:u.last] {
			if k.shape == mark || p.common[k.id] || k.shape == digits {
				continue
			}
			if n++; count[k.id] > own {
				in++
			}
		}
		ts[i].core = in / math.Max(n, 1)
	}
}

// hasCase reports whether the page is in a script with capitals.
func (p *Page) hasCase() bool {
	n, cased := 0, 0
	for _, t := range p.tokens {
		if t.shape == mark || t.shape == digits {
			continue
		}
		n++
		if t.shape == upper || t.shape == caps || unicode.IsLower(t.r) {
			cased++
		}
	}
	return 2*cased > n
}
