package dates

import (
	"unicode"
	"unicode/utf8"
)

// Line reads a line as a dateline: a date and little else, such as
// "Published: 15 February 2021, 15:51 | Updated 16 Feb 2021". It returns the
// first date and whether what stands around the dates is at most four words
// and thirty letters.
func Line(line, lang string) (d Date, ok bool) {
	const maxLine = 200 // a longer one is no dateline
	if len(line) > maxLine {
		return Date{}, false
	}
	letters, words, at := 0, 0, 0
	for x := range all(line, lang) {
		if !ok {
			d, ok = x, true
		}
		l, n := count(line[at:x.Start])
		letters, words, at = letters+l, words+n, x.End
	}
	l, n := count(line[at:])
	return d, ok && letters+l <= 30 && words+n <= 4
}

// count returns the number of letters and of words in s.
func count(s string) (letters, words int) {
	in := false
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		s = s[n:]
		letter := unicode.IsLetter(r)
		if letter {
			letters++
		}
		if letter && !in {
			words++
		}
		in = letter || unicode.Is(unicode.Mn, r)
	}
	return letters, words
}
