package dump

import (
	_ "embed"
	"math"
	"strings"
	"sync"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

//go:embed trees.bin
var treesData string

// The kind and version of the file of trees.
const (
	Kind    = "dump"
	Version = 2
)

var (
	modelOnce sync.Once
	model     Model
)

// builtin returns the embedded model.
func builtin() Model {
	modelOnce.Do(func() {
		if f, err := flat.Open(treesData, Kind, Version); err == nil {
			model = Model{trees.Read(f, "a"), trees.Read(f, "b")}
		}
	})
	return model
}

// Judge marks the units that belong to the article.
func (p *Page) Judge() {
	p.Weigh(builtin(), p.Describe())
	p.Decide(DefaultCosts())
}

// furniture reports what never is part of an article: signatures of embedded
// posts, marks alone, read-also links, picture credits, bare addresses, and nothing but
// cue words.
func (p *Page) furniture(i int) bool {
	u := &p.Units[i]
	t := u.trait
	const always = 1<<Related | 1<<List | 1<<Share | 1<<Comment | 1<<Legal | 1<<Account | 1<<Ad
	switch {
	case u.signature, t.words == 0:
		return true
	case t.cueStart&(1<<Related|1<<Share) != 0 && (u.Break == Cue || t.ends == 0 && t.words < 30 && p.announced(u)):
		return true
	case t.cueStart&(1<<Related) != 0 && !u.long && t.words < 30 && p.tokens[u.last-1].r == '?' && p.labelled(u.first, u.last): // a headline may ask
		return true
	case t.ends == 0 && t.words < 20 && p.credit(u):
		return true
	case t.words < 16 && strings.HasPrefix(p.Text[u.Start:u.End], "http") && !strings.Contains(p.Text[u.Start:u.End], " "):
		return true
	}
	const calls = 1<<Account | 1<<Share // "Sign up here."
	if t.cued > 0.99 && t.cueStart&(1<<Nav) != 0 && t.words > 1 && t.words < 5 && t.ends == 0 {
		return true
	}
	return t.cued+t.digit > 0.99 && t.cueAny&always != 0 && t.words < 12 && (t.ends == 0 || t.cueStart&calls != 0 && t.words < 5)
}

// announced reports whether the cue at the start of a unit has two words, or
// a colon after it, and so is no word of a sentence.
func (p *Page) announced(u *Unit) bool {
	_, next := p.match(u.first, u.last)
	return next > u.first+1 || p.labelled(u.first, u.last)
}

// trim drops from the article what hangs loose: words without an end before
// what was left out, where no article follows soon, and the first print of a
// caption that stands before its credit.
func (p *Page) trim() {
	p.dropLists()
	p.dropCalls()
	p.resume()
	for i := range p.Units {
		if !p.Units[i].Keep && p.heads(i) {
			p.Units[i].Keep = true
		}
	}
	kept := math.MaxInt // next kept unit
	for i := len(p.Units) - 1; i >= 0; i-- {
		u := &p.Units[i]
		if !u.Keep {
			continue
		}
		if p.loose(i, kept) || p.captioned(i) {
			u.Keep = false
			continue
		}
		kept = i
	}
}

// heads reports whether unit i is a heading between two paragraphs of the
// article that the path passed by.
func (p *Page) heads(i int) bool {
	u := &p.Units[i]
	t := u.trait
	if u.Prob < 0.12 || t.words < 2 || t.words > 12 || t.cued > 0.4 || t.date > 0 || t.sign > 0 || t.colon > 0 || t.starts != 1 && t.starts != 3 || !p.Crosshead(i) {
		return false
	}
	if i == 0 || !p.Units[i-1].Keep || p.Units[i-1].trait.ends == 0 || t.before+t.after > 0 || p.furniture(i) {
		return false
	}
	next := i + 1
	if next < len(p.Units) && p.Units[next].Break == Cue && p.furniture(next) {
		next++
	}
	return next < len(p.Units) && p.Units[next].Keep && p.Units[next].trait.good > 5
}

// dropCalls drops calls to sign up: a line of joins that begins with such a
// cue, up to the last one in it, and a sentence with one before another call.
func (p *Page) dropCalls() {
	const far, short = 7, 14
	for i := range p.Units {
		u := &p.Units[i]
		if u.trait.cueAny&(1<<Account) == 0 {
			continue
		}
		last := -1
		if u.trait.cueStart&(1<<Account) != 0 {
			for k := i + 1; k < min(len(p.Units), i+far) && p.Units[k].Break == Join && p.Units[k].words <= short; k++ {
				if p.Units[k].trait.cueAny&(1<<Account) != 0 {
					last = k
				}
			}
		}
		if i+1 < len(p.Units) && p.Units[i+1].trait.cueStart&(1<<Account) != 0 && p.furniture(i+1) && u.words <= short {
			last = max(last, i)
		}
		for k := i; k <= last; k++ {
			p.Units[k].Keep = false
		}
	}
}

// resume keeps what the path just passed by: a paragraph behind a call to sign
// up that interrupts the text, and the dateline that begins a kept sentence.
func (p *Page) resume() {
	const near, likely, enough = 4, 0.4, 10
	last, called := -near-1, false
	for i := range p.Units {
		u := &p.Units[i]
		t := u.trait
		switch {
		case u.Keep:
		case i+1 < len(p.Units) && p.Units[i+1].Keep && p.Units[i+1].Break == Join && p.agencyAt(u.first, u.last):
			u.Keep = true
		case called && i-last <= near && u.Break == Line && t.good >= enough && u.Prob > likely && !p.furniture(i):
			u.Keep = true
		}
		if u.Keep {
			last, called = i, false
		} else if t.cueAny&(1<<Account) != 0 && t.words <= enough {
			called = true
		}
	}
}

// dropLists drops headlines that stand under the heading of a list of other
// articles, up to the next sentence, and after the last sentence of all.
func (p *Page) dropLists() {
	listed := false
	last, ended := -1, 0.0
	for i := range p.Units {
		u := &p.Units[i]
		switch t := u.trait; {
		case t.good > 5:
			listed = false
		case t.cueStart&(1<<Related|1<<List) != 0 && t.cued > 0.8:
			listed = true
		case listed && t.ends == 0 && !u.long:
			u.Keep = false
		}
		if u.Keep && u.trait.good > 0 {
			last = i
			ended += u.words
		}
	}
	var tail []int
	words := 0.0
	for i := last + 1; i < len(p.Units) && last >= 0; i++ {
		if u := &p.Units[i]; u.Keep {
			tail = append(tail, i)
			words += u.words
		}
	}
	if len(tail) < 2 || 3*words > ended {
		return
	}
	for _, i := range tail {
		p.Units[i].Keep = false
	}
}

// loose reports whether unit i hangs loose, where kept is the next unit that
// is kept.
func (p *Page) loose(i, kept int) bool {
	u := &p.Units[i]
	if kept == i+1 || i+1 == len(p.Units) && !u.long || u.trait.ends > 0 || u.trait.colon > 0 {
		return false
	}
	if u.long {
		return kept > i+2 && u.trait.runEnds == 0 && u.words < 15 && (i+1 == len(p.Units) || p.Units[i+1].LineNo == u.LineNo)
	}
	return kept > i+4 && u.words <= 6 && (u.words <= 3 || i > 0 && p.Units[i-1].trait.ends > 0)
}

// captioned reports whether unit i says what the credit after it begins with.
func (p *Page) captioned(i int) bool {
	u := &p.Units[i]
	if i+1 >= len(p.Units) || u.words > 20 || u.trait.ends > 0 {
		return false
	}
	next := &p.Units[i+1]
	return strings.HasPrefix(p.Text[next.Start:next.End], p.Text[u.Start:u.End]) && (p.credit(next) || p.gluedCredit(next))
}
