package dump

// What is glued to a headline on a single line: a menu before it, and the name
// of the author, maybe with a place, behind it.

// withoutMenu returns the first token of a headline behind the items of a menu
// that stand before it: capitals, a good part of them in menus anywhere, and
// the first of them once more as the rubric.
func (p *Page) withoutMenu(first, last int) int {
	const (
		items   = 1<<Nav | 1<<Account | 1<<Share | 1<<Legal | 1<<Ad
		longest = 100 // tokens
		least   = 4   // tokens of a headline
	)
	end, cued, count := first, 0, 0
	for i := first; i < min(last, first+longest) && (p.tokens[i].shape == upper || p.tokens[i].shape == caps); {
		next := i + 1
		if kinds, after := p.match(i, last); kinds&items != 0 {
			next, end = after, after
			cued += after - i
			count++
		}
		i = next
	}
	if count < 2 || 5*cued < 2*(end-first) {
		return first
	}
	for end < last && p.isIn(p.tokens[end].id, first, end) {
		end++
	}
	if last-end < least {
		return first
	}
	return end
}

// isIn reports whether a word is among the tokens first to last.
func (p *Page) isIn(id int32, first, last int) bool {
	for _, t := range p.tokens[first:last] {
		if t.shape != mark && t.id == id {
			return true
		}
	}
	return false
}

// gluedAuthor returns the name between a headline and the date on its line,
// "… Name", "… by Name", "… Name in Place", or nil: words that the article
// does not have.
func (p *Page) gluedAuthor(stamp int) []string {
	i := p.unitAt(p.Dates[stamp].Start)
	first, last := p.Units[i].first, p.Units[i].last
	for ; i > 0 && p.Units[i].Break >= Sentence; i-- {
		first = p.Units[i-1].first
	}
	if i > 0 && p.Units[i].Break == Stamp && p.Units[i-1].LineNo == p.Units[i].LineNo {
		for i--; i > 0 && p.Units[i].Break >= Sentence; i-- {
		}
		first = p.Units[i].first
	}
	for last > first && int(p.tokens[last-1].end) > p.Dates[stamp].Start {
		last--
	}
	from, ok := p.nameRun(first, last)
	if !ok && from-1 > first { // a place
		if t := p.tokens[from-1]; t.shape == mark || t.end-t.start <= 4 {
			last = from - 1
			from, ok = p.nameRun(first, last)
		}
	}
	if !ok || from-first < 3 {
		return nil
	}
	return []string{p.Text[p.tokens[from].start:p.tokens[last-1].end]}
}

// leadAuthor returns the name between a cue such as "author:" at the beginning of
// unit i and what the line goes on with, or nil: capitals up to the first word
// that is on the page more often than the name.
func (p *Page) leadAuthor(i int) []string {
	const least, most = 2, 4 // words
	if i >= len(p.Units) {
		return nil
	}
	u := &p.Units[i]
	kinds, first := p.match(u.first, u.last)
	if kinds&(1<<By) == 0 {
		return nil
	}
	if p.tokens[first-1].r != ':' {
		if first == u.last || p.tokens[first].r != ':' {
			return nil
		}
		first++
	}
	end := first
	for end < u.last && p.tokens[end].shape == upper && p.lex.count[p.tokens[end].id] <= p.lex.count[p.tokens[first].id] {
		end++
	}
	if n := end - first; n < least || n > most {
		return nil
	}
	return p.names(first, end)
}

// nameRun returns the first of the capitals that end before token last, without
// those that belong to the headline, and whether they can be a name.
func (p *Page) nameRun(first, last int) (from int, ok bool) {
	const least, most = 2, 4
	from = last
	for from > first && (p.tokens[from-1].shape == upper || p.tokens[from-1].shape == mark && p.tokens[from-1].r == '.' && !p.tokens[from-1].space) {
		from--
	}
	run := from
	if from > first && p.tokens[from-1].shape == lower {
		if kinds, _ := p.match(from-1, from); kinds&(1<<By) == 0 && p.binds(from-1) {
			from++
		}
	}
	for i := last - 1; i >= from; i-- {
		if p.tokens[i].shape != mark && p.inBodyAsIs(p.tokens[i].id) {
			from = i + 1
			break
		}
	}
	n := last - from
	if n < least || n > most {
		return run, false
	}
	return from, p.names(from, last) != nil
}
