package names

import (
	"bytes"
	"cmp"
	"math"
	"slices"
)

// A match is a word of one name beside one of the other.
type match struct {
	i, j  int
	score float64 // logarithm of likelihood
	like  float64 // score over information: 1 for what is certainly the same
	how   how
}

// how says why two words match.
type how uint8

const (
	bySound how = iota
	byInitial
	byNickname
	byMeaning
)

// comparison is all that is known of two names. a has no more words than b.
type comparison struct {
	m     *Model
	a, b  *Name
	table int
	swap  bool // the class of a is greater

	runsA      [MaxWords]runs
	runsB      [MaxWords]runs
	pairs      [MaxWords][MaxWords]match
	infoA      [MaxWords]float64
	infoB      [MaxWords]float64
	matches    []match
	sum        float64 // of the scores of matches
	allA, allB float64 // information of all words

	lattice lattice
	vector  vector
}

// compare returns what is known of two names, to be given back with release.
func (m *Model) compare(a, b *Name) *comparison {
	if before(b, a) {
		a, b = b, a
	}
	c := m.scratch.Get().(*comparison)
	c.m, c.a, c.b, c.table, c.swap = m, a, b, int(m.alias[Table(a.class, b.class)]), a.class > b.class
	c.matches, c.sum, c.allA, c.allB = c.matches[:0], 0, 0, 0
	for i := range a.Words {
		c.runsA[i], c.infoA[i] = c.word(&a.Words[i].sounds, c.swap)
	}
	for j := range b.Words {
		c.runsB[j], c.infoB[j] = c.word(&b.Words[j].sounds, !c.swap)
	}
	for i := range a.Words {
		for j := range b.Words {
			c.pair(i, j)
		}
		c.allA += c.infoA[i]
	}
	for j := range b.Words {
		c.allB += c.infoB[j]
	}
	c.assign()
	return c
}

func (c *comparison) release() {
	c.a, c.b = nil, nil
	c.m.scratch.Put(c)
}

// before orders two names by all that comparing looks at, so that comparing is
// symmetric.
func before(a, b *Name) bool {
	order := cmp.Or(cmp.Compare(len(a.Words), len(b.Words)), cmp.Compare(a.class, b.class))
	if order == 0 {
		order = bytes.Compare(a.text, b.text)
	}
	if order == 0 {
		order = slices.CompareFunc(a.Words, b.Words, func(x, y Word) int { return bytes.Compare(x.sounds.sounds, y.sounds.sounds) })
	}
	return order < 0
}

// word returns the runs and the information of a word on the left or right
// side of the table.
func (c *comparison) word(g *grams, right bool) (runs, float64) {
	side := 0
	if right {
		side = 1
	}
	return c.m.runs(c.table, side, g), c.m.information(c.table, side, g)
}

// alignment is align with the classes put in order.
func (c *comparison) alignment(a, b *grams, ra, rb runs) float64 {
	if c.swap {
		return c.lattice.align(c.m, c.table, b, a, rb, ra)
	}
	return c.lattice.align(c.m, c.table, a, b, ra, rb)
}

func (c *comparison) pair(i, j int) {
	x, y := &c.a.Words[i], &c.b.Words[j]
	score := c.alignment(&x.sounds, &y.sounds, c.runsA[i], c.runsB[j])
	mean := (c.infoA[i] + c.infoB[j]) / 2
	p := match{i, j, score, 0, bySound}
	if initial(&x.sounds, &y.sounds) && score < 1.5 {
		p.score, p.how = 1.5, byInitial
	}
	if p.score < 0.4*mean {
		c.term(&p, mean)
	}
	p.like = p.score / math.Max(mean, 0.5)
	c.pairs[i][j] = p
}

// term looks for a pair of words that mean or are short for the same.
func (c *comparison) term(p *match, mean float64) {
	v, ok := c.m.terms.get(TermKey(c.a.Words[p.i].hash, c.b.Words[p.j].hash))
	if !ok {
		return
	}
	score, how := float64(v)/127*mean, byMeaning
	if v < 0 {
		score, how = -score, byNickname
	}
	if score > p.score {
		p.score, p.how = score, how
	}
}

// initial reports whether one word is only the first sound of the other.
func initial(a, b *grams) bool {
	return (a.len() == 1) != (b.len() == 1) && a.letters[0] == b.letters[0]
}

// assign matches words, the surest pair first.
func (c *comparison) assign() {
	var usedA, usedB [MaxWords]bool
	for range c.a.Words {
		best := match{i: -1}
		for i := range c.a.Words {
			for j := range c.b.Words {
				if p := c.pairs[i][j]; !usedA[i] && !usedB[j] && p.score > best.score {
					best = p
				}
			}
		}
		if best.i < 0 {
			return
		}
		usedA[best.i], usedB[best.j] = true, true
		c.matches = append(c.matches, best)
		c.sum += best.score
	}
}

// join aligns all words of both names as if they were one, in the order
// written and with the last or first word moved, and returns the best score.
func (c *comparison) join() float64 {
	var roomA, roomB [2 * maxJoined]byte
	ga := joinWords(roomA[:], c.a.Words, 0)
	ra, _ := c.word(&ga, c.swap)
	best := float64(hopeless)
	for turn := range min(len(c.b.Words), 3) {
		if turn == 2 {
			turn = len(c.b.Words) - 1
		}
		gb := joinWords(roomB[:], c.b.Words, turn)
		rb, _ := c.word(&gb, !c.swap)
		best = max(best, c.alignment(&ga, &gb, ra, rb))
	}
	return best
}

// joinWords returns the sounds of words as of one, from the one at turn on, in
// room for twice the longest.
func joinWords(room []byte, words []Word, turn int) grams {
	sounds, letters := room[:0:maxJoined], room[maxJoined:maxJoined]
	for k := range words {
		g := &words[(k+turn)%len(words)].sounds
		n := min(g.len(), maxJoined-len(sounds))
		sounds = append(sounds, g.sounds[:n]...)
		letters = append(letters, g.letters[:n]...)
	}
	return grams{sounds, letters}
}
