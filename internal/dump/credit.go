package dump

import "strings"

// credit reports whether a unit names the source of a picture: "Foto: Name",
// "Name/AFP", "Name / AFP", "… (foto Name)", "…. Foto Name", "…, Archivbild", "… © Name".
func (p *Page) credit(u *Unit) bool {
	if kinds, next := p.match(u.first, u.last); kinds&(1<<Photo) != 0 && next < u.last && p.tokens[next].shape == mark && strings.ContainsRune(":：", p.tokens[next].r) {
		return true
	}
	for i := u.first + 1; i < u.last; i++ {
		switch t := p.tokens[i]; {
		case t.shape != mark:
		case t.r == ':' || t.r == '：':
			if kinds, next := p.match(i-1, i); kinds&(1<<Photo) != 0 && next == i {
				return true
			}
		case t.r == '/' && u.words < 12:
			if p.slashed(u, i) {
				return true
			}
		case t.r == '©':
			if u.last-i <= 8 {
				return true
			}
		case strings.ContainsRune("(.,", t.r):
			if p.creditTail(i, u.last) {
				return true
			}
		}
	}
	return false
}

// IsCredit reports whether a short text is a caption that ends with the name of
// who took the picture.
func IsCredit(text string) bool {
	const most = 25 // words
	p := Parse(text, "")
	if len(p.tokens) == 0 {
		return false
	}
	u := &Unit{End: len(text), last: len(p.tokens), words: p.wordsIn(0, len(p.tokens))}
	if ends, _ := p.endMark(u); ends > 0 && (u.last < 2 || !p.abbreviation(u.last-2)) {
		return false
	}
	return u.words <= most && p.credit(u)
}

// IsTeaser reports whether a short text is a label such as "Read also:" with the
// headline of another article behind it.
func IsTeaser(text string) bool {
	const least, most = 3, 25 // words
	p := Parse(text, "")
	last := len(p.tokens)
	if last == 0 {
		return false
	}
	kinds, next := p.match(0, last)
	if kinds&(1<<Related) == 0 || !p.labelled(0, last) {
		return false
	}
	words := p.wordsIn(next+1, last)
	return words >= least && words <= most
}

// labelled reports whether a colon stands behind the cue at the first of some
// tokens.
func (p *Page) labelled(first, last int) bool {
	_, next := p.match(first, last)
	return next < last && p.tokens[next].shape == mark && (p.tokens[next].r == ':' || p.tokens[next].r == '：')
}

// slashed reports whether the stroke at token i stands before an agency that
// ends the unit, or between names that are all of it.
func (p *Page) slashed(u *Unit, i int) bool {
	if i+1 >= u.last || p.tokens[i-1].shape == digits {
		return false
	}
	if i+2 >= u.last {
		return p.tokens[i+1].shape == caps
	}
	for k := u.first; k < u.last; k++ {
		if s := p.tokens[k].shape; s != upper && s != caps && (s != mark || !strings.ContainsRune("./-", p.tokens[k].r)) {
			return false
		}
	}
	return p.tokens[i].space && u.words >= 3 && u.words <= 6 && p.tokens[u.last-1].r != '.'
}

// creditTail reports whether what follows the mark at token i, up to the end,
// is a credit: in brackets, a sentence of a few words, or one word.
func (p *Page) creditTail(i, last int) bool {
	const most = 9 // tokens
	kinds, next := uint16(0), i+1
	if next < last {
		kinds, next = p.match(i+1, last)
	}
	if kinds&(1<<Photo|1<<Source) == 0 {
		return false
	}
	switch end := p.tokens[last-1]; p.tokens[i].r {
	case '(':
		return end.r == ')' && last-i <= most
	case '.':
		return kinds&(1<<Photo) != 0 && p.tokens[i+1].shape != lower && end.shape != mark && last-i <= most
	default:
		return kinds&(1<<Photo) != 0 && next == last
	}
}

// gluedCredit reports whether a unit has the credit of a picture glued to its
// caption: "CaptionPhoto: Name/Agency".
func (p *Page) gluedCredit(u *Unit) bool {
	return u.words < 25 && u.last-u.first > 2 && p.tokens[u.last-1].shape == caps && p.tokens[u.last-2].r == '/'
}
