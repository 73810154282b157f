package dump

import "strings"

// A Role is what a unit that was left out is.
type Role uint8

// The roles.
const (
	Menu Role = iota
	Copy
	Head
	Caption
	Teaser
	Buttons
	Rights
	Talk
	Foreign // running text of something else
)

// Role says what unit i is, if it was left out.
func (p *Page) Role(i int) Role {
	u := &p.Units[i]
	t := u.trait
	has := func(k CueKind) bool { return t.cueAny>>k&1 != 0 }
	starts := func(k CueKind) bool { return t.cueStart>>k&1 != 0 }
	switch {
	case u.Dup:
		return Copy
	case u.header || t.dated > 0.4 || starts(By) && t.words < 8:
		return Head
	case starts(Photo) && t.words < 20 || u.signature:
		return Caption
	case starts(Related) || starts(List):
		return Teaser
	case has(Share) && t.cued > 0.5:
		return Buttons
	case has(Legal) || has(Account):
		return Rights
	case starts(Comment):
		return Talk
	case t.good > 0:
		return Foreign
	case t.words >= 4 && t.cued < 0.5:
		return Teaser
	}
	return Menu
}

// Words returns the number of words of u. A character of a script that is
// written without spaces counts half.
func (u *Unit) Words() float64 { return u.words }

// Crosshead reports whether unit i is a heading inside the article: a short
// line, or what precedes an interrupting link, without an end.
func (p *Page) Crosshead(i int) bool {
	u := &p.Units[i]
	t := u.trait
	whole := (u.Break == Line || u.Break == Cue) && (i+1 == len(p.Units) || p.Units[i+1].Break <= Cue)
	return whole && t.words <= 14 && t.ends == 0 && t.colon == 0
}

// DropHeader leaves the header out of the article: the title and lines that
// say it again, the byline and the dateline.
func (p *Page) DropHeader(h Header) {
	p.dropByline(h)
	if h.Title == "" {
		return
	}
	said := map[uint64]struct{}{}
	ids, _ := p.shingles(&h.title, nil, nil)
	for _, id := range ids {
		said[id] = struct{}{}
	}
	for i := range p.Units {
		u := &p.Units[i]
		if u.first >= h.title.first && u.last <= h.title.last {
			u.header, u.Keep = true, false
			continue
		}
		if u.Keep && p.repeats(u, said, len(ids)) {
			u.header, u.Keep = true, false
		}
	}
}

// repeats reports whether a unit says no more than a headline of n words.
func (p *Page) repeats(u *Unit, said map[uint64]struct{}, n int) bool {
	if u.words > float64(n)+4 || u.words < 3 || u.trait.ends > 0 && u.trait.good > 8 {
		return false
	}
	own, _ := p.shingles(u, nil, nil)
	in := 0
	for _, id := range own {
		if _, ok := said[id]; ok {
			in++
		}
	}
	return 10*in >= 8*len(own) && 2*in > n
}

// dropByline leaves out the units that hold the date and the authors, and
// little else.
func (p *Page) dropByline(h Header) {
	for i := range p.Units {
		u := &p.Units[i]
		if !u.Keep || u.words > 14 || u.trait.ends > 0 && u.trait.good > 5 {
			continue
		}
		date := h.Date.End > 0 && u.Start <= h.Date.Start && h.Date.End <= u.End
		for _, a := range h.Authors {
			date = date || u.words < 9 && strings.Contains(p.Text[u.Start:u.End], a)
		}
		if date {
			u.header, u.Keep = true, false
		}
	}
}
