// Package mojibake repairs text that was encoded as UTF-8, read as Windows-1252
// or ISO-8859-1, and encoded again: "campaÃ±a" for "campaña".
package mojibake

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Repaired is a text that was repaired, with the places of its parts in the
// text as it was.
type Repaired struct {
	Text  string
	edits []edit
}

// An edit says that what starts at byte to of the repaired text started at byte
// from.
type edit struct{ to, from int }

// Repair returns text with what was encoded twice put right; ok is false if
// there is nothing to repair. Where much of a text is right as it is, only
// controls of ISO-8859-1, which nobody writes, tell that some was encoded twice,
// and only what was read as ISO-8859-1 is repaired. Time is linear in the text.
func Repair(text string) (r Repaired, ok bool) {
	e := weigh(text)
	if !e.most() && !e.some() {
		return Repaired{}, false
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		c, size := sequence(text[i:])
		switch {
		case !e.most() && !isLatin(text[i:i+size]):
			size = 0
		case e.most() && size == 0:
			c, size = lostSpace(text[i:])
		}
		if size == 0 {
			_, n := utf8.DecodeRuneInString(text[i:])
			out = append(out, text[i:i+n]...)
			i += n
			continue
		}
		out = utf8.AppendRune(out, c)
		i += size
		r.edits = append(r.edits, edit{len(out), i})
	}
	r.Text = string(out)
	return r, true
}

// Source returns where byte at of the repaired text was.
func (r Repaired) Source(at int) int {
	k := sort.Search(len(r.edits), func(i int) bool { return r.edits[i].to > at })
	if k == 0 {
		return at
	}
	e := r.edits[k-1]
	return at - e.to + e.from
}

// evidence is what speaks for and against a text's being encoded twice.
type evidence struct {
	twice    int // characters whose bytes were read as a character each
	controls int // controls of ISO-8859-1 among those bytes
	once     int // characters beyond ASCII that are right as they are
	stray    int // controls among them
}

// most reports whether most characters were encoded twice.
func (e evidence) most() bool {
	const least, each = 2, 2 // in all, and for each that is right as it is
	return e.twice >= least && e.twice >= each*e.once
}

// some reports whether some characters were encoded twice beyond doubt.
func (e evidence) some() bool {
	const least = 3
	return e.controls >= least && e.controls > e.stray
}

// weigh counts the evidence in text.
func weigh(text string) (e evidence) {
	if strings.IndexByte(text, lead) < 0 {
		return e
	}
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		if _, size := sequence(text[i:]); size > 0 {
			e.twice++
			e.controls += controls(text[i : i+size])
			i += size
			continue
		}
		if _, size := lostSpace(text[i:]); size > 0 { // tells neither way
			i += size
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		e.once++
		e.stray += controls(text[i : i+n])
		i += n
	}
	return e
}

// controls returns how many of U+0080 to U+009F are in s.
func controls(s string) (n int) {
	for _, r := range s {
		if 0x80 <= r && r <= 0x9f {
			n++
		}
	}
	return n
}

// isLatin reports whether all of s is in ISO-8859-1.
func isLatin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0xff })
}

// lead is the first byte of U+00C0 to U+00FF, one of which is the first of any
// character's bytes read as several.
const lead = 0xc3

// sequence returns the character whose UTF-8 bytes text starts with, each as a
// character of its own, and the length of those; 0 if there is none.
func sequence(text string) (c rune, size int) {
	if text[0] != lead {
		return 0, 0
	}
	var buf [utf8.UTFMax]byte
	for n := range buf {
		r, k := utf8.DecodeRuneInString(text[size:])
		b, ok := byteOf(r)
		if k == 0 || !ok || k == 1 || n == 0 && b < 0xc2 {
			return 0, 0
		}
		buf[n] = b
		size += k
		if c, k := utf8.DecodeRune(buf[:n+1]); c != utf8.RuneError && k == n+1 {
			return c, size
		}
		if n > 0 && b >= 0xc0 {
			return 0, 0
		}
	}
	return 0, 0
}

// lostSpace returns "à" if text starts with the first of its two bytes and the
// second, a no-break space, is gone or has become an ordinary one.
func lostSpace(text string) (c rune, size int) {
	const first = "Ã"
	if len(text) < len(first) || text[:len(first)] != first {
		return 0, 0
	}
	if next, _ := utf8.DecodeRuneInString(text[len(first):]); unicode.IsLetter(next) {
		return 0, 0
	}
	return 'à', len(first)
}

// high has the characters of the bytes 0x80 to 0x9f in Windows-1252.
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

// byteOf returns the byte of r in Windows-1252, or in ISO-8859-1 where that
// has one; ok is false for others and for ASCII.
func byteOf(r rune) (b byte, ok bool) {
	if 0x80 <= r && r <= 0xff {
		return byte(r), true
	}
	i := byte(0x80)
	for _, c := range high {
		if c == r {
			return i, true
		}
		i++
	}
	return 0, false
}
