package names

import (
	"math"
)

// hopeless is the score of words that nothing aligns.
const hopeless = -20

const (
	// negligible is the weight below which nothing is made good by what follows.
	negligible = 1e-8

	// An alignment whose weight is below faintest times the best of as many
	// sounds is not followed, nor by runs if it is below faint times that.
	faintest = 1e-7
	faint    = 1e-4
)

// lattice sums the alignments of two words, row by row: f[i*w+j] is the weight
// of all ways to align the first i sounds of a with the first j of b.
type lattice struct {
	m      *Model
	table  int
	a, b   *grams
	la, lb runs
	single string // weights of at most one sound for one
	w      int
	from   [maxJoined + 1]int // the first column of each row that is followed
	to     int                // the last one of any row so far, and one
	insert [maxJoined]float64
	f      [(maxJoined + 1) * (maxJoined + 1)]float64
}

// align returns the logarithm of how much likelier the sounds of a and b are to
// stand for one word than to meet by chance, summed over all alignments but the
// faintest. The class of a is not greater than that of b; la and lb are their
// runs.
func (l *lattice) align(m *Model, table int, a, b *grams, la, lb runs) float64 {
	if a.len() == 0 || b.len() == 0 {
		return hopeless
	}
	l.m, l.table, l.a, l.b, l.la, l.lb = m, table, a, b, la, lb
	l.w = b.len() + 1
	l.single = m.single[table*Letters*Letters:][:Letters*Letters]
	clear(l.f[:(a.len()+1)*l.w])
	for j, c := range b.letters {
		l.insert[j] = m.exp[l.single[c]]
	}
	l.f[0], l.to = 1, 1
	lost := 0 // rows on end that no alignment gets through
	for i := range a.len() + 1 {
		if lost++; l.row(i) > negligible || i == 0 {
			lost = 0
		}
		if lost == 3 {
			return hopeless
		}
	}
	total := l.ends()
	if total < 1e-30 {
		return hopeless
	}
	return math.Log(total)
}

// row completes row i, to which rows before have added what runs of several
// sounds give, and returns its greatest weight.
func (l *lattice) row(i int) float64 {
	at, from := l.f[i*l.w:][:l.w], l.from[max(i-3, 0)]
	if i == 0 {
		from = 0
	} else {
		l.down(i, from, at)
	}
	top := l.across(from, at)
	for from+1 < l.to && at[from] < top*faintest {
		from++
	}
	l.from[i] = from
	if l.la[0]|l.la[1]|l.lb[0]|l.lb[1] != 0 {
		for j := from; j < l.to; j++ {
			if at[j] > top*faint {
				l.runs(i, j, at[j])
			}
		}
	}
	return top
}

// down adds what a sound of a gives, for a sound of b or for none.
func (l *lattice) down(i, from int, at []float64) {
	up := l.f[(i-1)*l.w:][:l.w]
	weights := l.single[int(l.a.letters[i-1])*Letters:][:Letters]
	none := l.m.exp[weights[0]]
	for j := from; j < l.to; j++ {
		at[j] += up[j] * none
		if j+1 < len(at) {
			at[j+1] += up[j] * l.m.exp[weights[l.b.letters[j]]]
		}
	}
}

// across adds what sounds of b for none give, and returns the greatest weight.
func (l *lattice) across(from int, at []float64) float64 {
	top, before := 0.0, 0.0
	for j := from; j < len(at); j++ {
		if j > from {
			before *= l.insert[j-1]
		}
		before += at[j]
		at[j] = before
		top = max(top, before)
		if before >= top*faintest {
			l.to = max(l.to, j+1)
		} else if j > l.to+3 {
			break
		}
	}
	return top
}

// runs tells, one bit for each position, where runs of two and three sounds
// begin that are in any operation of a table.
type runs [2]uint64

func (m *Model) runs(table, side int, g *grams) runs {
	var bits runs
	begin := m.begin[(2*table+side)*BeginLen:][:BeginLen]
	for i := range g.len() - 1 {
		at := BeginBit(g.letters[i], g.letters[i+1], 2)
		bits[0] |= uint64(begin[at/8]>>(at%8)&1) << i
		if at += BeginLen * 4; i+2 < g.len() {
			bits[1] |= uint64(begin[at/8]>>(at%8)&1) << i
		}
	}
	return bits
}

// runs adds to later rows what runs of two and three sounds give that begin
// after i, j.
func (l *lattice) runs(i, j int, weight float64) {
	n, q := l.a.len()-i, l.b.len()-j
	if n == 0 || q == 0 {
		return
	}
	a2, b2 := l.la[0]>>i&1 != 0, l.lb[0]>>j&1 != 0
	if a2 {
		l.give(i, j, 2, 1, weight)
	}
	if l.la[1]>>i&1 != 0 {
		l.give(i, j, 3, 1, weight)
	}
	if b2 {
		l.give(i, j, 1, 2, weight)
		if a2 {
			l.give(i, j, 2, 2, weight)
		}
	}
	if l.lb[1]>>j&1 != 0 {
		l.give(i, j, 1, 3, weight)
	}
}

func (l *lattice) give(i, j, x, y int, weight float64) {
	if v := l.m.op(l.table, l.a.run(i, x), l.b.run(j, y)); v != 0 {
		l.f[(i+x)*l.w+j+y] += weight * v
	}
}

func (m *Model) op(table int, a, b uint32) float64 {
	if v, ok := m.ops.get(OpKey(table, Op(a, b))); ok {
		return m.exp[uint8(v)]
	}
	return 0
}

// ends sums over the endings of both words.
func (l *lattice) ends() float64 {
	s, top := 0.0, 0.0
	n, q := l.a.len(), l.b.len()
	for x := range min(3, n) + 1 {
		for y := range min(3, q) + 1 {
			top = max(top, l.f[(n-x)*l.w+q-y])
		}
	}
	for x := range min(3, n) + 1 {
		for y := range min(3, q) + 1 {
			if p := l.f[(n-x)*l.w+q-y]; p > top*faint/100 {
				s += p * l.m.op(l.table, l.a.tail(x), l.b.tail(y))
			}
		}
	}
	return s
}

// information returns how much the sounds of a word say on their own.
func (m *Model) information(table, side int, g *grams) float64 {
	self := m.self[(2*table+side)*Letters:][:Letters]
	sum := 0
	for _, l := range g.letters {
		sum += int(self[l])
	}
	return float64(sum) / SelfScale
}

// commonness returns how common a word is, from 0 to 1 and some more.
func (m *Model) commonness(g *grams) float64 {
	v, _ := m.common.get(WordKey(g.sounds))
	return float64(v) / 32
}
