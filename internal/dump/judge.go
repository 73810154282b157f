package dump

import (
	_ "embed"
	"sync"
)

//go:embed trees.bin
var treesData string

var (
	treesOnce  sync.Once
	treesReady *Trees
)

// builtin returns the embedded trees, or nil if they are damaged.
func builtin() *Trees {
	treesOnce.Do(func() { treesReady, _ = OpenTrees(treesData) })
	return treesReady
}

// Judge marks the units that belong to the article.
func (p *Page) Judge() {
	rows := p.Describe()
	if m := builtin(); m != nil {
		for i := range p.Units {
			p.Units[i].Prob = m.Prob(rows[i*Features : (i+1)*Features])
		}
	}
	p.Decide(DefaultCosts())
	p.Dedupe()
}

// furniture reports what never is part of an article: signatures of embedded
// posts, links that interrupt a line, and nothing but cue words.
func (u *Unit) furniture() bool {
	t := u.trait
	const always = 1<<Related | 1<<List | 1<<Share | 1<<Comment | 1<<Legal | 1<<Account | 1<<Ad
	switch {
	case u.signature:
		return true
	case u.Break == Cue && t.cueStart&(1<<Related|1<<Share) != 0:
		return true
	}
	return t.cued > 0.99 && t.cueAny&always != 0 && t.words < 12 && t.ends == 0
}
