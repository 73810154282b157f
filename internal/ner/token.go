package ner

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/words"
)

// A form is the class of a token by its characters.
type form uint8

const (
	punct    form = iota // punctuation and symbols
	lower                // all lower case
	initial              // one capital letter
	capital              // a capital, then lower case
	upper                // all capitals
	camel                // capitals further in: SpaceX, McDonald
	number               // digits
	mixed                // letters and digits
	caseless             // letters of a script without case
	shouted              // all capitals among capitals: in a headline, say
	none                 // beyond the ends of the sentence
)

// affixes is how many prefixes and suffixes of a word are looked at.
const affixes = 5

// A token is one word of a sentence with everything that features are made
// of.
type token struct {
	start, end int
	word       uint64          // hash of the romanised lower-case word
	pre, suf   [affixes]uint64 // hashes of its first and last 1, 2, … runes
	shape      uint64
	punct      byte // the character, of a one-byte token
	form       form
	lists      Lists
	cues       Cues
	seen       evidence
	phrase     phrase // in a phrase that is known; 0 outside
	script     script
	foreign    bool // in Latin letters in a sentence of others
	glued      bool // nothing is between it and the token before
	dotted     bool // letters with stops between them, as U.S
}

// named reports whether t looks as names do.
func (t *token) named() bool {
	switch t.form {
	case initial, capital, upper, camel, mixed, caseless, shouted:
		return true
	}
	return t.foreign
}

// A script is told only as far as it matters for what is foreign.
type script uint8

const (
	noScript script = iota
	latinScript
	otherScript
)

func scriptOf(s string) script {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case !unicode.IsLetter(r):
		return noScript
	case r < greekFirst:
		return latinScript
	}
	return otherScript
}

// outside stands for the tokens before and after a sentence.
var outside = token{word: 1, shape: 1, form: none}

// A reader turns words into tokens, reusing its buffer.
type reader struct {
	roman []byte
	ends  []int // in roman, after each rune of the word
}

// fill sets the parts of t that depend on the word alone.
func (r *reader) fill(t *token, text string, w words.Token) {
	*t = token{start: w.Start, end: w.End}
	s := text[w.Start:w.End]
	r.romanise(s)
	t.word = hashBytes(fnv, r.roman)
	t.form, t.shape = formOf(s)
	t.script = scriptOf(s)
	t.dotted = isDotted(s)
	if t.form == punct {
		t.punct = s[0]
		return
	}
	n := len(r.ends)
	for k := 0; k < affixes && k < n; k++ {
		t.pre[k] = hashBytes(fnv, r.roman[:r.ends[k]])
		from := 0
		if n-2-k >= 0 {
			from = r.ends[n-2-k]
		}
		t.suf[k] = hashBytes(fnv, r.roman[from:])
	}
}

func (r *reader) romanise(s string) {
	r.roman, r.ends = r.roman[:0], r.ends[:0]
	for i, c := range s {
		if i > 100 { // no word is told apart further on
			return
		}
		r.roman = appendRoman(r.roman, unicode.ToLower(c))
		r.ends = append(r.ends, len(r.roman))
	}
}

// afterStop returns the hash of what follows the last stop in the word that was
// read.
func (r *reader) afterStop() uint64 {
	return hashBytes(fnv, r.roman[bytes.LastIndexByte(r.roman, '.')+1:])
}

// stem returns the hash of the word that was read without its last k runes,
// or 0 if fewer than four would be left.
func (r *reader) stem(k int) uint64 {
	n := len(r.ends) - k
	if n < 4 {
		return 0
	}
	return hashBytes(fnv, r.roman[:r.ends[n-1]])
}

// isDotted reports whether s has stops between letters and the like: U.S and
// Α.Ε, but not example.com.
func isDotted(s string) bool {
	part, stops := 0, 0
	for _, r := range s {
		if r == '.' {
			part, stops = 0, stops+1
		} else if part++; part > 2 {
			return false
		}
	}
	return stops > 0 && part > 0
}

// formOf returns the class of s, and the hash of its shape: the classes of its
// characters with runs cut to two.
func formOf(s string) (form, uint64) {
	var ups, lows, digits, others, marks, n int
	firstUp := false
	h, last, run := uint64(fnv), byte(0), 0
	for i, r := range s {
		c := charClass(r)
		switch c {
		case 'X':
			ups++
			firstUp = firstUp || i == 0
		case 'x':
			lows++
		case 'd':
			digits++
		case 'o':
			others++
		default:
			marks++
		}
		n++
		if c != last {
			run = 0
		}
		if run++; run <= 2 {
			h = (h ^ uint64(c)) * prime
		}
		last = c
	}
	return classify(ups, lows, digits, others, n, firstUp), h
}

func classify(ups, lows, digits, others, n int, firstUp bool) form {
	letters := ups + lows + others
	switch {
	case letters == 0 && digits > 0:
		return number
	case letters == 0:
		return punct
	case digits > 0:
		if ups == 0 && others == 0 {
			return number
		}
		return mixed
	case ups == 0 && others > 0:
		return caseless
	case ups == 0:
		return lower
	case n == 1:
		return initial
	case ups > 1 && lows == 0:
		return upper
	case ups == 1 && firstUp:
		return capital
	}
	return camel
}

func charClass(r rune) byte {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case 'a' <= r && r <= 'z':
			return 'x'
		case 'A' <= r && r <= 'Z':
			return 'X'
		case '0' <= r && r <= '9':
			return 'd'
		}
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLower(r):
		return 'x'
	case unicode.IsLetter(r):
		return 'o'
	case unicode.IsDigit(r):
		return 'd'
	}
	return '#'
}
