package lid

import (
	"strings"
	"unicode/utf8"
)

// MaxN is the length of the longest n-gram.
const MaxN = 5

// perRune is the largest number of features that one rune completes: the
// n-grams that end at a word's last letter and its edge, and the whole word.
const perRune = 2*MaxN + 1

// Multipliers of a multilinear hash (Lemire and Kaser, "Strongly universal
// string hashing is fast", 2014): the hash of an n-gram is the upper half of a
// constant for n plus the sum of its codes, each times the multiplier of its
// place. The constants are the fractions of the golden ratio and of the roots
// of small primes.
const (
	mul0 = 0x9e3779b97f4a7c15
	mul1 = 0x6a09e667f3bcc909
	mul2 = 0xbb67ae8584caa73b
	mul3 = 0x3c6ef372fe94f82b
	mul4 = 0xa54ff53a5f1d36f1

	len2 = 0x510e527fade682d1
	len3 = 0x9b05688c2b3e6c1f
	len4 = 0x1f83d9abfb41bd6b
	len5 = 0x5be0cd19137e2179

	wordMul = 0xcbbb9d5dc1059ed9
	wordEnd = 0x629a292a367cd507
)

// A Scanner splits a text into features: hashes of the n-grams and words in
// one script. Runes of other scripts and addresses are taken for spaces.
type Scanner struct {
	fold   Fold
	script Script
	shift  uint
	text   string
	at     int
	sparse bool // take n-grams of three and five letters only

	a, b, c, d uint64 // the last four codes of the word, newest first
	n          int    // number of codes in the word, its leading edge included
	word       uint64 // hash of the word so far
}

// Scan returns a Scanner of the letters of text in one script, for a model
// of 1<<bits rows.
func Scan(fold Fold, script Script, bits uint, text string) Scanner {
	sparse := len(text) >= sparseFrom && (script == Latin || script == Cyrillic)
	return Scanner{fold: fold, script: script, shift: 64 - bits, text: text, sparse: sparse, a: edge, n: 1}
}

// sparseFrom is the length in bytes from which on a text in an alphabet is
// known well enough by its words and its n-grams of three and five letters.
const sparseFrom = 100

// Next fills buf with features and returns how many there are, 0 at the end of
// the text. buf must have room for the features of two runes.
func (s *Scanner) Next(buf []uint32) int {
	k := 0
	for s.at < len(s.text) && k+2*perRune <= len(buf) {
		if s.sparse && s.script == Latin {
			if k += s.run(buf[k : len(buf)-perRune]); s.at == len(s.text) {
				break
			}
		}
		switch code := s.next(); {
		case code != 0:
			k += s.letter(buf[k:], code)
		case s.n > 1:
			k += s.endWord(buf[k:])
		}
	}
	if s.at == len(s.text) && s.n > 1 && k+perRune <= len(buf) {
		k += s.endWord(buf[k:])
	}
	return k
}

// run does for a run of plain letters in a sparse text what next and letter do,
// at once.
func (s *Scanner) run(buf []uint32) int {
	a, b, c, d, n, word := s.a, s.b, s.c, s.d, s.n, s.word
	k, at, shift := 0, s.at, s.shift&63
	for ; at < len(s.text) && k+2 <= len(buf); at++ {
		l := s.text[at] | 0x20
		if l-'a' >= 26 || n == 1 && (l == 'h' || l == 'w') || at+1 < len(s.text) && s.text[at+1] >= utf8.RuneSelf {
			break // no letter, an address, or a mark may follow
		}
		code := uint64(l)
		if code == a && code == b && code == c {
			continue
		}
		word = (word + code) * wordMul
		h3 := code*mul0 + a*mul1 + b*mul2
		h5 := h3 + c*mul3 + d*mul4
		buf[k] = uint32((h3 + len3) >> shift)
		buf[k+1] = uint32((h5 + len5) >> shift)
		k += min(n, MaxN-1) / 2
		a, b, c, d = code, a, b, c
		n++
	}
	s.a, s.b, s.c, s.d, s.n, s.word, s.at = a, b, c, d, n, word, at
	return k
}

// next returns the code of the next letter, with the marks that follow it, or
// of the next other rune.
func (s *Scanner) next() uint64 {
	code := s.rune()
	for code != 0 && s.at+1 < len(s.text) && s.text[s.at]&^1 == 0xcc { // U+0300 to U+037F
		mark, size := decode(s.text, s.at)
		whole := compose(uint32(code), uint32(mark))
		if whole == 0 {
			break
		}
		code = uint64(whole)
		s.at += size
	}
	return code
}

// rune returns the code of the next rune.
func (s *Scanner) rune() uint64 {
	c := s.text[s.at]
	if c < utf8.RuneSelf {
		if s.n == 1 || c == '@' {
			if n := addressLen(s.text[s.at:]); n > 0 {
				s.at += n
				return 0
			}
		}
		s.at++
		switch l := c | 0x20; {
		case 'a' <= l && l <= 'z' && s.script == Latin:
			return uint64(l)
		case c == '\'':
			return '\''
		}
		return 0
	}
	r, size := decode(s.text, s.at)
	s.at += size
	code, script := s.fold.Rune(r)
	if script != s.script && script != Common {
		return 0
	}
	return uint64(code)
}

// addressLen returns the length of the address that text begins with, if it
// does: from "http", "www." or "@" to the next space.
func addressLen(text string) int {
	switch text[0] {
	case 'h':
		if !strings.HasPrefix(text, "http://") && !strings.HasPrefix(text, "https://") {
			return 0
		}
	case 'w':
		if !strings.HasPrefix(text, "www.") {
			return 0
		}
	case '@':
	default:
		return 0
	}
	n := 1
	for n < len(text) && text[n] > ' ' {
		n++
	}
	return n
}

// letter adds the features that end at a letter. Of a letter that is repeated
// it takes three: no language repeats one more often, other than for emphasis.
func (s *Scanner) letter(buf []uint32, code uint64) int {
	if code == s.a && code == s.b && code == s.c {
		return 0
	}
	s.word = (s.word + code) * wordMul
	k := s.grams(buf, code)
	if !s.sparse {
		buf[k] = uint32((code * mul0) >> s.shift)
		k++
	}
	s.a, s.b, s.c, s.d = code, s.a, s.b, s.c
	s.n++
	return k
}

// endWord adds the features that end at the end of a word, and forgets it.
func (s *Scanner) endWord(buf []uint32) int {
	k := s.grams(buf, edge)
	if s.n > 2 {
		buf[k] = uint32((s.word * wordEnd) >> s.shift)
		k++
	}
	s.a, s.n, s.word = edge, 1, 0
	return k
}

// grams adds the n-grams of two letters and more that end in code.
func (s *Scanner) grams(buf []uint32, code uint64) int {
	_ = buf[4]
	shift := s.shift & 63
	h2 := code*mul0 + s.a*mul1
	h3 := h2 + s.b*mul2
	h4 := h3 + s.c*mul3
	h5 := h4 + s.d*mul4
	if s.sparse {
		buf[0] = uint32((h3 + len3) >> shift)
		buf[1] = uint32((h5 + len5) >> shift)
		return min(s.n, MaxN-1) / 2
	}
	buf[0] = uint32((h2 + len2) >> shift)
	buf[1] = uint32((h3 + len3) >> shift)
	buf[2] = uint32((h4 + len4) >> shift)
	buf[3] = uint32((h5 + len5) >> shift)
	return min(s.n, MaxN-1)
}
