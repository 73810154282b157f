package names

import (
	"math"
)

// hopeless is the score of words that nothing aligns.
const hopeless = -20

// negligible is the weight below which nothing is made good by what follows.
const negligible = 1e-10

// lattice is room for the alignments of two words.
type lattice [(maxJoined + 1) * (maxJoined + 1)]float64

// align returns the logarithm of how much likelier the sounds of a and b are to
// stand for one word than to meet by chance, summed over all alignments. The
// class of a is not greater than that of b; la and lb are their runs.
func (m *Model) align(table int, a, b *grams, la, lb runs) float64 {
	if a.len() == 0 || b.len() == 0 {
		return hopeless
	}
	buf := m.scratch.Get().(*lattice)
	defer m.scratch.Put(buf)
	w := b.len() + 1
	f := buf[:(a.len()+1)*w]
	f[0] = 1
	single := m.single[table*Letters*Letters:][:Letters*Letters]
	lost := 0 // rows on end that no alignment gets through
	for i := range a.len() + 1 {
		top := 0.0
		for j := range w {
			if i+j == 0 {
				continue
			}
			s := 0.0
			at := i*w + j
			if i > 0 {
				row := single[int(a.letters[i-1])*Letters:][:Letters]
				s += f[at-w] * m.exp[row[0]]
				if j > 0 {
					s += f[at-w-1] * m.exp[row[b.letters[j-1]]]
				}
			}
			if j > 0 {
				s += f[at-1] * m.exp[single[b.letters[j-1]]]
			}
			if la[0]|la[1]|lb[0]|lb[1] != 0 {
				s += m.longer(table, a, b, f, w, i, j, la, lb)
			}
			f[at] = s
			top = max(top, f[at])
		}
		if lost++; top > negligible || i == 0 {
			lost = 0
		}
		if lost == 3 {
			return hopeless
		}
	}
	total := m.ends(table, a, b, f, w)
	if total < 1e-30 {
		return hopeless
	}
	return math.Log(total)
}

// runs tells, one bit for each position, where runs of two and three sounds
// begin that are in any operation of a table.
type runs [2]uint64

func (m *Model) runs(table int, g *grams, side uint32) runs {
	var bits runs
	for i := range g.len() {
		for l := 2; l <= 3 && i+l <= g.len(); l++ {
			if _, ok := m.ops.get(OpKey(table, Op(g.run(i, l), side))); ok {
				bits[l-2] |= 1 << i
			}
		}
	}
	return bits
}

// longer sums the alignments that end at i, j with a run of two or three.
func (m *Model) longer(table int, a, b *grams, f []float64, w, i, j int, la, lb runs) float64 {
	s := 0.0
	a2, b2 := i >= 2 && la[0]>>(i-2)&1 != 0, j >= 2 && lb[0]>>(j-2)&1 != 0
	if a2 && j >= 1 {
		s += f[(i-2)*w+j-1] * m.op(table, a.run(i-2, 2), b.run(j-1, 1))
	}
	if b2 && i >= 1 {
		s += f[(i-1)*w+j-2] * m.op(table, a.run(i-1, 1), b.run(j-2, 2))
	}
	if a2 && b2 {
		s += f[(i-2)*w+j-2] * m.op(table, a.run(i-2, 2), b.run(j-2, 2))
	}
	if i >= 3 && j >= 1 && la[1]>>(i-3)&1 != 0 {
		s += f[(i-3)*w+j-1] * m.op(table, a.run(i-3, 3), b.run(j-1, 1))
	}
	if j >= 3 && i >= 1 && lb[1]>>(j-3)&1 != 0 {
		s += f[(i-1)*w+j-3] * m.op(table, a.run(i-1, 1), b.run(j-3, 3))
	}
	return s
}

func (m *Model) op(table int, a, b uint32) float64 {
	if v, ok := m.ops.get(OpKey(table, Op(a, b))); ok {
		return m.exp[uint8(v)]
	}
	return 0
}

// ends sums over the endings of both words.
func (m *Model) ends(table int, a, b *grams, f []float64, w int) float64 {
	s := 0.0
	for x := 0; x <= 3 && x <= a.len(); x++ {
		for y := 0; y <= 3 && y <= b.len(); y++ {
			if p := f[(a.len()-x)*w+b.len()-y]; p > 1e-60 {
				s += p * m.op(table, a.tail(x), b.tail(y))
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
