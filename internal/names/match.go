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
}

func (m *Model) compare(a, b *Name) *comparison {
	if before(b, a) {
		a, b = b, a
	}
	c := &comparison{m: m, a: a, b: b, table: int(m.alias[Table(a.class, b.class)]), swap: a.class > b.class}
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

// before orders two names by all that comparing looks at, so that comparing is
// symmetric.
func before(a, b *Name) bool {
	order := cmp.Or(
		cmp.Compare(len(a.Words), len(b.Words)), cmp.Compare(a.class, b.class), cmp.Compare(a.text, b.text),
		slices.CompareFunc(a.Words, b.Words, func(x, y Word) int { return bytes.Compare(x.sounds.sounds, y.sounds.sounds) }),
	)
	return order < 0
}

// word returns the runs and the information of a word on the left or right
// side of the table.
func (c *comparison) word(g *grams, right bool) (runs, float64) {
	if right {
		return c.m.runs(c.table, g, Right), c.m.information(c.table, 1, g)
	}
	return c.m.runs(c.table, g, Left), c.m.information(c.table, 0, g)
}

// alignment is align with the classes put in order.
func (c *comparison) alignment(a, b *grams, ra, rb runs) float64 {
	if c.swap {
		return c.m.align(c.table, b, a, rb, ra)
	}
	return c.m.align(c.table, a, b, ra, rb)
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
	var ga, gb grams
	joinWords(&ga, c.a.Words, 0)
	ra, _ := c.word(&ga, c.swap)
	best := float64(hopeless)
	for turn := range min(len(c.b.Words), 3) {
		if turn == 2 {
			turn = len(c.b.Words) - 1
		}
		joinWords(&gb, c.b.Words, turn)
		rb, _ := c.word(&gb, !c.swap)
		s := c.alignment(&ga, &gb, ra, rb)
		best = math.Max(best, s)
	}
	return best
}

func joinWords(g *grams, words []Word, turn int) {
	var buf [maxJoined]byte
	sounds := buf[:0]
	for k := range words {
		for _, s := range words[(k+turn)%len(words)].sounds.sounds {
			if len(sounds) < maxJoined {
				sounds = append(sounds, s)
			}
		}
	}
	g.read(sounds, maxJoined, nil)
}
