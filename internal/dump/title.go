package dump

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// findTitle returns the span of the headline: the words before the text that
// share most with it.
func (p *Page) findTitle(from, stamp int, authors []string) Unit {
	best, bestScore := Unit{}, 0.95
	seen := map[string]int{}
	for i := max(0, from-60); i < min(len(p.Units), from+3); i++ {
		if i >= from && (p.Units[i].trait.good >= 5 || p.Units[i].trait.before+p.Units[i].trait.after == 0) {
			continue
		}
		for next := i + 1; next <= p.titleEnd(i, from); next++ {
			c := p.headline(i, next, authors)
			if c.last <= c.first {
				continue
			}
			key := p.Text[c.Start:c.End]
			s := p.titleScore(c, i, next, from) + 0.3*float64(min(seen[key], 2)) - p.captionCost(i, from, stamp)
			seen[key]++
			if s > bestScore {
				best, bestScore = c, s
			}
		}
	}
	return best
}

// captionCost says how much unit i looks like the caption of a picture rather
// than a headline: it follows the date on its line, it or the next names who
// took the picture, or the article prints it again.
func (p *Page) captionCost(i, from, stamp int) float64 {
	u := &p.Units[i]
	cost := 0.0
	if stamp >= 0 && p.Dates[stamp].End <= u.Start && u.LineNo == p.Units[p.unitAt(p.Dates[stamp].Start)].LineNo {
		cost += 0.5
	}
	if u.Break == Line && p.again(i, from) {
		cost += 0.5
	}
	if p.credit(u) || !u.long && i+1 < from && p.credit(&p.Units[i+1]) {
		cost += 0.8
	}
	return cost
}

// again reports whether the article that begins at from prints unit i again.
func (p *Page) again(i, from int) bool {
	if p.Units[i].trait.after == 0 {
		return false
	}
	_, to := p.body()
	text := p.Text[p.Units[i].Start:p.Units[i].End]
	for k := max(from, i+1); k < to; k++ {
		if p.Text[p.Units[k].Start:p.Units[k].End] == text {
			return true
		}
	}
	return false
}

// titleEnd returns the unit after the last that a headline from unit i on can
// have: more than one only on a long line, over joins, and over sentences where
// the line begins with the headline.
func (p *Page) titleEnd(i, from int) int {
	const most = 25 // words of a headline of several sentences
	next, words := i+1, p.Units[i].words
	for p.Units[i].long && next < min(from, i+6) {
		words += p.Units[next].words
		if b := p.Units[next].Break; b != Join && (b != Sentence || p.Units[i].Break != Line || words > most) {
			break
		}
		next++
	}
	return next
}

// headline returns the span of units i to next, without byline and date.
func (p *Page) headline(i, next int, authors []string) Unit {
	c := p.Units[i]
	c.first = p.withoutMenu(c.first, p.Units[next-1].last)
	c.last = p.withoutTail(c.first, p.Units[next-1].last, authors)
	if c.last <= c.first {
		return Unit{}
	}
	c.Start, c.End = int(p.tokens[c.first].start), int(p.tokens[c.last-1].end)
	c.words = p.wordsIn(c.first, c.last)
	return c
}

// withoutTail cuts byline, date and share words off the end of a headline.
func (p *Page) withoutTail(first, last int, authors []string) int {
	if end, found := p.beforeDate(first, last); found {
		last = end
	}
	for _, a := range authors {
		if last == first {
			return first
		}
		if at := strings.Index(p.Text[p.tokens[first].start:p.tokens[last-1].end], a); at > 0 {
			cut := int(p.tokens[first].start) + at
			for last > first && int(p.tokens[last-1].start) >= cut {
				last--
			}
			if k, _ := p.match(last-1, last); k&(1<<By) != 0 && last-first > 2 {
				last--
			}
		}
	}
	for last-first > 2 {
		k, next := p.match(last-1, last)
		if k&(1<<Share|1<<Comment|1<<By|1<<Time) == 0 || next != last || p.tokens[last-1].shape == lower {
			break
		}
		last--
	}
	return last
}

func (p *Page) titleScore(c Unit, i, next, from int) float64 {
	t := p.Units[i].trait
	if c.words < 2 || c.words > 45 || t.dated > 0.5 || t.cued > 0.7 || t.cueStart&(1<<Legal|1<<Account|1<<Related|1<<Photo) != 0 && c.words < 6 {
		return 0
	}
	s := 1.6*p.shared(c) + 0.6*math.Min(c.words, 8)/8 - 0.6*math.Min(p.between(next, from), 60)/60
	for k := next; k < min(next+3, len(p.Units)); k++ {
		if d := p.Units[k].trait; d.dated > 0.3 || d.cueStart&(1<<By) != 0 && d.words < 8 {
			s += 0.25
			break
		}
	}
	if ends, _ := p.endMark(&c); ends > 0 && p.tokens[c.last-1].r == '.' {
		s -= 1
	}
	if t.after > 0 {
		s += 0.1
	}
	if p.Units[i].Break >= Sentence && c.first == p.Units[i].first {
		s -= 0.15 // rather the end of a headline
	}
	switch {
	case p.leads(i, next):
		s += 0.4
	case t.inner > 0 && c.words > 14 && !p.begunAgain(i):
		s -= 1 // rather the first paragraph
	}
	if i >= from {
		s -= 0.4
	}
	return s
}

// leads reports whether units i to next are all that stands before date or
// byline on a page of one line.
func (p *Page) leads(i, next int) bool {
	if i > 0 || !p.Units[i].long || next >= len(p.Units) {
		return false
	}
	return p.Units[next].Break == Stamp || p.Units[next].trait.cueStart&(1<<By) != 0
}

// begunAgain reports whether a unit soon after unit i begins with the same
// five words: headlines are printed again, in full or cut short.
func (p *Page) begunAgain(i int) bool {
	head, _ := p.shingles(&p.Units[i], nil, nil)
	for k := i + 1; k < min(i+8, len(p.Units)); k++ {
		other, _ := p.shingles(&p.Units[k], nil, nil)
		if len(head) >= 5 && len(other) >= 5 && slices.Equal(head[:5], other[:5]) {
			return true
		}
	}
	return false
}

// between counts the words of units i to j.
func (p *Page) between(i, j int) float64 {
	n := 0.0
	for ; i < j; i++ {
		n += p.Units[i].words
	}
	return n
}

// shared returns the share of the rarer words of a headline that the article
// has too, as they are or with another ending.
func (p *Page) shared(c Unit) float64 {
	n, in := 0.0, 0.0
	for _, k := range p.tokens[c.first:c.last] {
		if k.shape == mark || p.common[k.id] {
			continue
		}
		w := 1.0
		if k.shape == glyph {
			w = 0.5
		}
		n += w
		if p.inBody(k.id) {
			in += w
		}
	}
	if n == 0 {
		return 0
	}
	return in / n
}

// said returns the words of the running text, and their first five letters.
func (p *Page) said() map[string]struct{} {
	if p.bodyWords != nil {
		return p.bodyWords
	}
	p.bodyWords = map[string]struct{}{}
	from, _ := p.body()
	for _, u := range p.Units[from:] { // what stands before may be the headline itself
		if !u.Keep {
			continue
		}
		for _, k := range p.tokens[u.first:u.last] {
			if k.shape != mark {
				w := p.lex.names[k.id]
				p.bodyWords[w] = struct{}{}
				p.bodyWords[prefix(w, 5)] = struct{}{}
			}
		}
	}
	return p.bodyWords
}

// inBodyAsIs reports whether the article has the very word.
func (p *Page) inBodyAsIs(id int32) bool {
	_, ok := p.said()[p.lex.names[id]]
	return ok
}

// inBody reports whether the article has the word, or one with the same
// beginning.
func (p *Page) inBody(id int32) bool {
	words := p.said()
	w := p.lex.names[id]
	n := utf8.RuneCountInString(w)
	for _, k := range [...]int{n, 5, n - 1, n - 2} {
		if k < 4 && k < n {
			continue
		}
		if _, ok := words[prefix(w, k)]; ok {
			return true
		}
	}
	return false
}

// prefix returns the first n runes of w.
func prefix(w string, n int) string {
	for i := range w {
		if n == 0 {
			return w[:i]
		}
		n--
	}
	return w
}
