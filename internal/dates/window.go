package dates

import (
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	none kind = iota
	number
	word
	mark // one rune of punctuation or a symbol
)

// A token is text[start:end] of the window around a year.
type token struct {
	kind       kind
	glued      bool // no white space before it
	start, end int
	value      int  // of a number
	digits     int  // of a number
	r          rune // a mark, or the first rune
}

// How far before and after a year a date can reach, in bytes.
const (
	reachLeft  = 128
	reachRight = 96
)

// A window is the part of a line around a year.
type window struct {
	text, lang string
	tokens     []token
	year       int // index of the token of the year
	solar      bool
	buddhist   bool
}

// newWindow splits what surrounds the year in text[start:end] into tokens.
func newWindow(buf []token, text, lang string, start, end, floor int) window {
	lo, hi := bounds(text, start, end, floor)
	w := window{text: text, lang: lang, tokens: buf[:0], year: -1}
	glued := false
	for at := lo; at < hi && len(w.tokens) < cap(buf); {
		r, n := decode(text[at:])
		if unicode.IsSpace(r) || ignorable(r) {
			glued = ignorable(r) && glued
			at += n
			continue
		}
		t := token{glued: glued, start: at, r: r}
		t.scan(text[:hi])
		if t.start == start {
			w.year = len(w.tokens)
		}
		w.tokens = append(w.tokens, t)
		at, glued = t.end, true
	}
	return w
}

// bounds returns the window around text[start:end], within its line, not
// before floor, and not cutting a word at its left.
func bounds(text string, start, end, floor int) (lo, hi int) {
	lo, hi = start, end
	for lo > floor && start-lo < reachLeft && text[lo-1] != '\n' {
		lo--
	}
	for lo < start && !utf8.RuneStart(text[lo]) {
		lo++
	}
	for hi < len(text) && hi-end < reachRight && text[hi] != '\n' {
		hi++
	}
	for hi < len(text) && hi > end && !utf8.RuneStart(text[hi]) {
		hi--
	}
	if start-lo >= reachLeft-4 { // skip the rest of a word
		for lo < start {
			r, n := decode(text[lo:])
			if !inWord(r) && digit(r) < 0 {
				break
			}
			lo += n
		}
	}
	return lo, hi
}

// scan finds the end, kind and value of the token that starts at t.start.
func (t *token) scan(text string) {
	at := t.start
	for at < len(text) {
		r, n := decode(text[at:])
		d := digit(r)
		switch {
		case d >= 0 && (t.kind == none || t.kind == number):
			t.kind = number
			t.digits++
			if t.digits < 9 {
				t.value = t.value*10 + d
			}
		case d < 0 && inWord(r) && (t.kind == none || t.kind == word):
			t.kind = word
		case t.kind == word && r == '.' && thai(t.r) && at+n < len(text) && thaiAt(text[at+n:]):
		case t.kind == none:
			t.kind, t.end = mark, at+n
			return
		default:
			t.end = at
			return
		}
		at += n
	}
	t.end = at
}

func decode(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r) || r == 0x200c
}

// ignorable reports marks of direction and the soft hyphen.
func ignorable(r rune) bool { return r == 0x200e || r == 0x200f || r == 0xad || r == 0xfeff }

func thai(r rune) bool { return r >= 0xe00 && r < 0xe80 }

func thaiAt(s string) bool {
	r, _ := decode(s)
	return thai(r) && unicode.IsLetter(r)
}

// zeros are the digits zero of the scripts whose digits are read.
const zeros = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０"

// digit returns the value of a decimal digit, or -1.
func digit(r rune) int {
	if r < 0x80 {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if r < 0x660 || r > 0x17ff && r < 0xff10 {
		return -1
	}
	for _, z := range zeros {
		if r >= z && r < z+10 {
			return int(r - z)
		}
	}
	return -1
}

// at returns the token at i, or an empty one outside the window.
func (w *window) at(i int) token {
	if i < 0 || i >= len(w.tokens) {
		return token{}
	}
	return w.tokens[i]
}

// name looks up the tokens i to j as one name with a number in lo to hi.
func (w *window) name(i, j, lo, hi int) int {
	a, b := w.at(i), w.at(j)
	if a.kind != word || b.kind == none || b.end-a.start > 40 {
		return 0
	}
	k := Key(w.text[a.start:b.end])
	n, own := lookup(k, w.lang, lo, hi)
	if n == 0 || own || utf8.RuneCountInString(k) > 3 {
		return n
	}
	if _, en := lookup(k, "en", lo, hi); en || w.lang == "" {
		return n
	}
	return 0
}

// short reports whether token i is a particle of at most n letters in small
// letters, as stand inside dates: "de", "of", "gada", "ж".
func (w *window) short(i, n int) bool {
	t := w.at(i)
	return t.kind == word && !unicode.IsUpper(t.r) && utf8.RuneCountInString(w.text[t.start:t.end]) <= n
}

// isMark reports whether token i is one of the given marks.
func (w *window) isMark(i int, marks string) bool {
	t := w.at(i)
	if t.kind != mark {
		return false
	}
	for _, r := range marks {
		if t.r == r {
			return true
		}
	}
	return false
}

// startsWith reports whether token i is a word that begins with s.
func (w *window) startsWith(i int, s string) bool {
	t := w.at(i)
	return t.kind == word && t.end-t.start >= len(s) && w.text[t.start:t.start+len(s)] == s
}
