package page

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// shingles is a set of hashes of runs of n words.
type shingles struct {
	n    int
	set  map[uint64]uint8 // the number of the shingle, up to 63
	bits uint64           // one for the last six bits of every hash (Bloom 1970)
}

// run is how many words in a row make a shingle of a body.
const run = 4

// shinglesOf returns the shingles of running text.
func shinglesOf(text string) shingles { return makeShingles(text, run) }

// shinglesOf1 returns the words of text.
func shinglesOf1(text string) shingles { return makeShingles(text, 1) }

func makeShingles(text string, n int) shingles {
	s := shingles{n: n}
	if text == "" {
		return s
	}
	s.set = make(map[uint64]uint8, len(text)/6)
	s.each(text, func(h uint64) {
		s.bits |= 1 << (h & 63)
		if _, ok := s.set[h]; !ok {
			s.set[h] = uint8(min(len(s.set), 63))
		}
	})
	return s
}

// overlap returns which part of the shingles of text is in the set: -1 if the
// set is empty or the text too short to say.
func (s shingles) overlap(text string) float32 {
	if len(s.set) == 0 {
		return -1
	}
	var hit, all float32
	seen := uint64(0)
	s.each(text, func(h uint64) {
		all++
		if s.bits>>(h&63)&1 == 0 {
			return
		}
		if n, ok := s.set[h]; ok {
			hit++
			seen |= 1 << n
		}
	})
	if all == 0 {
		return -1
	}
	if s.n == 1 { // both ways: the words of the title in the text, and the other way round
		return min(hit/all, float32(bits.OnesCount64(seen))/float32(min(len(s.set), 64)))
	}
	return hit / all
}

// each calls yield for every shingle of text. Letters of scripts without
// spaces count as words.
func (s shingles) each(text string, yield func(uint64)) {
	const prime = 1099511628211
	var ring [run]uint64
	words := 0
	word := uint64(0)
	end := func() {
		if word == 0 {
			return
		}
		ring[words%s.n] = word
		words++
		word = 0
		if words < s.n {
			return
		}
		h := uint64(14695981039346656037)
		for i := range s.n {
			h = (h ^ ring[(words+i)%s.n]) * prime
		}
		yield(h)
	}
	for _, c := range text {
		switch {
		case c < utf8.RuneSelf:
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				word = (word ^ uint64(c) + 1) * prime
			} else {
				end()
			}
		case unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c):
			if spaceless(c) > 0 {
				end()
			}
			word = (word ^ uint64(unicode.ToLower(c)) + 1) * prime
			if spaceless(c) > 0 {
				end()
			}
		default:
			end()
		}
	}
	end()
}
