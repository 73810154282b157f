package dump

import (
	_ "embed"
	"sync"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

//go:embed trees.bin
var treesData string

// The kind and version of the file of trees.
const (
	Kind    = "dump"
	Version = 1
)

var (
	treesOnce  sync.Once
	treesReady *trees.Forest
)

// builtin returns the embedded trees.
func builtin() *trees.Forest {
	treesOnce.Do(func() {
		if f, err := flat.Open(treesData, Kind, Version); err == nil {
			treesReady = trees.Read(f, "a")
		}
	})
	return treesReady
}

// Judge marks the units that belong to the article.
func (p *Page) Judge() {
	p.Weigh(builtin(), p.Describe())
	p.Decide(DefaultCosts())
	p.Dedupe()
}

// Weigh sets the probability of every unit from its features.
func (p *Page) Weigh(m *trees.Forest, rows []float32) {
	if m == nil || m.Inputs() != Features {
		return
	}
	var bins [Features]uint8
	for i := range p.Units {
		m.Bin(bins[:], rows[i*Features:(i+1)*Features])
		p.Units[i].Prob = float64(m.Score(bins[:]))
	}
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
