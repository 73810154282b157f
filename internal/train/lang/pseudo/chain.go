package main

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"unicode/utf8"
)

const (
	order      = 5    // of the chain
	longest    = 40   // letters in a word
	startNoise = 0.03 // share of an n-gram's count below which its starts are rounding
)

// A next is a letter and how often it follows.
type next struct {
	letter rune
	weight float64
}

// A chain draws words.
type chain struct {
	follow map[string][]next // after up to order-1 letters anywhere
	start  map[string][]next // after up to order-2 letters at the start of a word
	starts map[string]float64
}

// newChain works out the counts of word starts from tables of conditional
// probabilities, one for each length of n-gram.
func newChain(tables [order + 1]map[string]float64) *chain {
	c := &chain{follow: map[string][]next{}, start: map[string][]next{}, starts: map[string]float64{}}
	joint := map[string]float64{}
	for n := 1; n <= order; n++ {
		for gram, p := range tables[n] {
			prefix, letter := lastRune(gram)
			c.follow[prefix] = append(c.follow[prefix], next{letter, p})
			joint[gram] = p
			if n > 1 {
				joint[gram] *= joint[prefix]
			}
			if n < order {
				c.starts[gram] += joint[gram]
			}
			if n > 1 {
				_, first := utf8.DecodeRuneInString(gram)
				c.starts[gram[first:]] -= joint[gram]
			}
		}
	}
	for gram, p := range c.starts {
		if p > startNoise*joint[gram] {
			prefix, letter := lastRune(gram)
			c.start[prefix] = append(c.start[prefix], next{letter, p})
		}
	}
	for _, m := range []map[string][]next{c.follow, c.start} {
		for _, list := range m {
			slices.SortFunc(list, func(a, b next) int {
				return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.letter, b.letter))
			})
		}
	}
	c.starts[""] = 0
	for _, n := range c.start[""] {
		c.starts[""] += n.weight
	}
	return c
}

// word draws a word, "" if the tables lead nowhere.
func (c *chain) word(r *rand.Rand) string {
	var word []rune
	for len(word) < longest {
		letter := rune(0)
		if len(word) < order-1 {
			letter = choose(c.start[string(word)], c.starts[string(word)], r)
		} else {
			letter = choose(c.follow[string(word[len(word)-order+1:])], 1, r)
		}
		if letter == 0 {
			break
		}
		word = append(word, letter)
	}
	return string(word)
}

// choose draws a letter, 0 for the mass of total that is missing.
func choose(list []next, total float64, r *rand.Rand) rune {
	x := r.Float64() * total
	for _, n := range list {
		if x -= n.weight; x < 0 {
			return n.letter
		}
	}
	return 0
}
