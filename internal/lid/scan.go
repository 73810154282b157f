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

	a, b, c, d uint64 // the last four codes of the word, newest first
	n          int    // number of codes in the word, its leading edge included
	word       uint64 // hash of the word so far
}

// Scan returns a Scanner of the letters of text in one script, for a model
// of 1<<bits rows.
func Scan(fold Fold, script Script, bits uint, text string) Scanner {
	return Scanner{fold: fold, script: script, shift: 64 - bits, text: text, a: edge, n: 1}
}

// Next fills buf with features and returns how many there are, 0 at the end of
// the text. buf must have room for the features of one rune.
func (s *Scanner) Next(buf []uint32) int {
	k := 0
	for s.at < len(s.text) && k+perRune <= len(buf) {
		code := s.next()
		switch {
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
	buf[0] = uint32((code * mul0) >> s.shift)
	k := 1 + s.grams(buf[1:], code)
	s.push(code)
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
	_ = buf[3]
	h := code*mul0 + s.a*mul1
	buf[0] = uint32((h + len2) >> s.shift)
	if s.n < 2 {
		return 1
	}
	h += s.b * mul2
	buf[1] = uint32((h + len3) >> s.shift)
	if s.n < 3 {
		return 2
	}
	h += s.c * mul3
	buf[2] = uint32((h + len4) >> s.shift)
	if s.n < 4 {
		return 3
	}
	h += s.d * mul4
	buf[3] = uint32((h + len5) >> s.shift)
	return 4
}

func (s *Scanner) push(code uint64) {
	s.a, s.b, s.c, s.d = code, s.a, s.b, s.c
	s.n++
}
