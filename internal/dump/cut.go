package dump

import "strings"

// A line of more words than this is cut at its sentences and joins; on a page
// of a few lines, a shorter one that is a good part of the page, too.
const (
	longLine  = 160
	longShare = 60
	fewLines  = 15
)

// isLong reports whether a line of some words is to be cut.
func (p *Page) isLong(words float64) bool {
	return words > longLine || words > longShare && p.lines <= fewLines && 5*words > p.total
}

// cut fills the units.
func (p *Page) cut() {
	p.total = p.wordsIn(0, len(p.tokens))
	for _, t := range p.tokens {
		if t.line {
			p.lines++
		}
	}
	no := 0
	for i := 0; i < len(p.tokens); {
		j := i + 1
		for j < len(p.tokens) && !p.tokens[j].line {
			j++
		}
		p.cutLine(i, j, no)
		i = j
		no++
	}
}

// cutLine cuts the line of tokens first to last.
func (p *Page) cutLine(first, last, no int) {
	long := p.isLong(p.wordsIn(first, last))
	brk, start := Line, first
	emit := func(end int, next Break) {
		if end > start {
			p.Units = append(p.Units, Unit{
				Start: int(p.tokens[start].start), End: int(p.tokens[end-1].end), Break: brk, LineNo: no,
				first: start, last: end, words: p.wordsIn(start, end), long: long,
			})
			start, brk = end, next
		}
	}
	c := cutter{p: p, first: first, last: last, long: long, date: p.dateFrom(int(p.tokens[first].start))}
	for i := first + 1; i < last; i++ {
		if end := c.signature(i); end > 0 {
			emit(i, Stamp)
			emit(end, Stamp)
			p.Units[len(p.Units)-1].signature = true
			i = end - 1
			continue
		}
		if b, ok := c.breakBefore(i, start); ok {
			emit(i, b)
		}
	}
	emit(last, Line)
}

// A cutter decides where to cut one line.
type cutter struct {
	p           *Page
	first, last int
	long        bool
	teaser      int // 1 + first token of a read-also link in the line, 0 if there is none open
	date        int // next date of the page to look at
	menuTo      int // where the words of menus that begin the unit end
	credit      int // where the name in an open credit begins, or 0
}

// breakBefore says whether a unit ends before token i, where start is the
// first token of the unit.
func (c *cutter) breakBefore(i, start int) (Break, bool) {
	if c.cueAt(i) {
		if kinds, _ := c.p.match(i, c.last); kinds&(1<<Share) == 0 {
			c.teaser = i + 1
		}
		return Cue, true
	}
	if c.teaser == 0 && start == c.first && i == c.first+1 && c.opensTeaser(c.first) {
		c.teaser = c.first + 1
	}
	if c.sentenceEnd(i) && c.creditAt(i) {
		c.credit = i + 2
	}
	if c.sentenceEnd(i) {
		open := c.teaser > 0
		c.teaser = 0
		return Sentence, c.long || open
	}
	if c.teaser > 0 && i > c.teaser+2 && c.join(i, start) {
		c.teaser = 0
		return Cue, true
	}
	if c.teaser > 0 && i <= c.teaser+2 {
		return 0, false
	}
	if (c.long || i < c.first+12) && c.stampEnds(i) && (c.long || c.opensLine(i)) {
		return Stamp, true
	}
	if !c.long {
		return 0, false
	}
	if c.creditAt(i) {
		c.credit = i + 2
		return Join, true
	}
	if c.separator(i) || c.menu(i, start) || c.creditEnds(i) || c.p.agencyAt(i, c.last) && c.p.tokens[i-1].shape != caps || c.calls(i, start) {
		return Join, true
	}
	if c.inBrackets(i) {
		return 0, false
	}
	return Join, c.join(i, start)
}

// opensTeaser reports whether the line begins with a read-also cue and then
// goes on for longer than a link would.
func (c *cutter) opensTeaser(i int) bool {
	kinds, next := c.p.match(i, c.last)
	return kinds&(1<<Related) != 0 && next < c.last && c.p.wordsIn(next, c.last) > 30
}

// cueAt reports whether a read-also or share cue interrupts the line before
// token i: a capitalised one after the end of a sentence or before a colon,
// or a small one before a capital.
func (c *cutter) cueAt(i int) bool {
	p := c.p
	kinds, next := p.match(i, c.last)
	if kinds&(1<<Related|1<<Share|1<<List) == 0 {
		return false
	}
	t, before := p.tokens[i], p.tokens[i-1]
	if !t.space && !before.shape.letters() {
		return false
	}
	colon := next < c.last && p.tokens[next].shape == mark && (p.tokens[next].r == ':' || p.tokens[next].r == '：')
	ended := before.shape == mark && strings.ContainsRune(".!?…。！？»”\"“’)؟", before.r)
	capital := next < c.last && (p.tokens[next].shape == upper || p.tokens[next].shape == caps || p.tokens[next].shape == digits || opensQuote(p.tokens[next].r))
	switch {
	case kinds&(1<<Related) != 0:
		if t.shape == lower {
			return capital && (next-i > 1 || colon || rare(p, i)) && !p.binds(i-1) || colon && ended
		}
		return next-i > 1 && (before.shape != mark || ended) || colon
	case kinds&(1<<Share) != 0 && c.long && colon && t.shape != lower:
		return true
	case kinds&(1<<Share) != 0:
		return t.shape != lower && colon && next+1 >= c.last || next >= c.last && t.shape != lower && ended
	}
	return t.shape != lower && next-i > 1 && c.long
}

// rare reports whether a one-word cue stands alone on the page, so that it is
// no word of the story.
func rare(p *Page, i int) bool {
	return p.lex.count[p.tokens[i].id] <= 2 && p.tokens[i].end-p.tokens[i].start >= 12
}

func (s shape) letters() bool { return s != mark && s != digits }

// sentenceEnd reports whether a sentence ends before token i.
func (c *cutter) sentenceEnd(i int) bool {
	p := c.p
	t := p.tokens[i]
	j := i - 1
	for j > max(c.first, i-6) && closes(p.tokens[j].r) && p.tokens[j].shape == mark {
		j--
	}
	end := p.tokens[j]
	if end.shape != mark || j == c.first {
		return false
	}
	switch {
	case strings.ContainsRune("。！？", end.r):
		return !closes(t.r) || t.shape != mark
	case !t.space || !strings.ContainsRune(".!?…։؟۔।॥", end.r):
		return false
	case t.shape == lower && cased(t.r) || t.shape == mark && !opensQuote(t.r) && !strings.ContainsRune("-–—•#@(¿¡©", t.r):
		return false
	}
	return end.r != '.' || !p.abbreviation(j-1)
}

// abbreviation reports whether the word at token i is likely to bear a dot of
// its own: an initial, or a short word with a capital that the page never
// spells small.
func (p *Page) abbreviation(i int) bool {
	t := p.tokens[i]
	n := int(t.end - t.start)
	switch t.shape {
	case upper, caps:
		return n <= 2 || n <= 3 && t.shape == upper && p.lex.small[t.id] == 0
	case digits:
		return n <= 2
	}
	return false
}

// join reports whether a new sentence or headline seems to begin at token i
// though no sentence has ended: a capital after a word or number.
func (c *cutter) join(i, start int) bool {
	p := c.p
	t, before := p.tokens[i], p.tokens[i-1]
	if i-start < 2 && !c.startsSentence(i) || !t.space {
		return false
	}
	if opensQuote(t.r) && t.shape == mark {
		return false
	}
	if t.shape != upper && t.shape != caps {
		return false
	}
	if before.shape == caps && i-2 > start && p.tokens[i-2].r == '/' && !before.space {
		return true // a credit: "Name/AFP"
	}
	switch before.shape {
	case lower:
		return !p.binds(i - 1)
	case digits, upper, caps:
		return c.startsSentence(i)
	case mark:
		return strings.ContainsRune(")»”\"%…?!", before.r) && (c.startsSentence(i) || strings.ContainsRune("?!…", before.r))
	}
	return false
}

// startsSentence reports whether the capital of token i must come from its
// place: the page spells the word small more often.
func (c *cutter) startsSentence(i int) bool {
	id := c.p.tokens[i].id
	s, n := c.p.lex.small[id], c.p.lex.count[id]
	return c.p.tokens[i].shape == upper && s > 0 && 3*s >= n
}

// binds reports whether the word at token i wants another after it: a
// function word, which ends no headline.
func (p *Page) binds(i int) bool {
	t := p.tokens[i]
	return t.shape == mark || t.shape == lower && (p.common[t.id] || t.end-t.start <= 2)
}

// menu reports whether all words from start to token i are items of menus,
// and token i may begin something else.
func (c *cutter) menu(i, start int) bool {
	p := c.p
	if t := p.tokens[i]; t.shape == lower && cased(t.r) || t.shape == mark && !opensQuote(t.r) || !t.space {
		return false
	}
	if c.menuTo < start {
		c.menuTo = start
	}
	for c.menuTo < i {
		kinds, next := p.match(c.menuTo, i)
		if kinds&(1<<Nav|1<<Share|1<<List|1<<Account|1<<Legal|1<<Comment|1<<Ad|1<<Topic) == 0 || p.tokens[c.menuTo].shape == lower && cased(p.tokens[c.menuTo].r) {
			return false
		}
		c.menuTo = next
	}
	return c.menuTo == i
}

// creditAt reports whether a credit begins at token i: "Photo:", "Text:".
func (c *cutter) creditAt(i int) bool {
	t := c.p.tokens[i]
	if t.shape != upper && t.shape != caps || !t.space && !c.p.tokens[i-1].shape.letters() {
		return false
	}
	kinds, next := c.p.match(i, c.last)
	return kinds&(1<<Photo|1<<By) != 0 && next < c.last && c.p.tokens[next].shape == mark && c.p.tokens[next].r == ':'
}

// creditEnds reports whether a sentence begins at token i behind the names of
// a credit: the last capital before a small letter.
func (c *cutter) creditEnds(i int) bool {
	p := c.p
	if c.credit == 0 || i < c.credit+2 || i+1 >= c.last || p.tokens[i+1].shape != lower || !cased(p.tokens[i+1].r) {
		return false
	}
	const long = 12
	ends := p.tokens[i].shape == upper && p.tokens[i-1].shape.letters() && !particle(p.lex.names[p.tokens[i+1].id]) && i < c.credit+long
	if p.tokens[i-1].shape != lower {
		c.credit = 0
	}
	return ends
}

// agencyAt reports whether the dateline of an agency begins at token i:
// "PLACE, date (Agency) -".
func (p *Page) agencyAt(i, last int) bool {
	if p.tokens[i].shape != caps || !p.tokens[i].space {
		return false
	}
	const far = 14
	for j := i + 1; j+1 < min(last, i+far); j++ {
		if p.tokens[j].r == ')' && p.tokens[j].shape == mark {
			return strings.ContainsRune("-–—", p.tokens[j+1].r) && p.tokens[j+1].shape == mark && p.tokens[j+1].space
		}
	}
	return false
}

// calls reports whether token i follows a button with a colon, such as
// "Share:", that begins the unit.
func (c *cutter) calls(i, start int) bool {
	p := c.p
	kinds, next := p.match(start, i)
	return kinds&(1<<Share) != 0 && next == i-1 && p.tokens[next].r == ':' && p.tokens[next].shape == mark
}

// inBrackets reports whether token i is inside of a credit in brackets.
func (c *cutter) inBrackets(i int) bool {
	const far = 8
	p := c.p
	for j := i - 1; j > max(c.first, i-far) && p.tokens[j].r != ')'; j-- {
		if p.tokens[j].r == '(' && p.tokens[j].shape == mark {
			kinds, _ := p.match(j+1, c.last)
			return kinds&(1<<Photo|1<<Source) != 0
		}
	}
	return false
}

// separator reports whether token i is a mark that divides items of a menu.
func (c *cutter) separator(i int) bool {
	t := c.p.tokens[i]
	return t.shape == mark && t.space && strings.ContainsRune("|•·»›▸►→←▶❯■●©", t.r)
}

func closes(r rune) bool { return strings.ContainsRune("\"'»”’)“]›」』）", r) }

func opensQuote(r rune) bool { return strings.ContainsRune("\"'«„“‘‚‹「『(（[", r) }

// cased reports whether r is a letter of a script with capitals.
func cased(r rune) bool { return r < 0x530 || r >= 0x531 && r <= 0x587 || r >= 0x1e00 && r <= 0x1fff }
