package evidence

import (
	"strings"
	"unicode"
)

// number adds a number of at least two digits. Years say little.
func (r *reader) number(t *token) {
	s := normal(t.text)
	w := numberWeight * t.weight
	switch {
	case len(s) < 2:
		return
	case len(s) == 2:
		w *= 0.6
	case len(s) == 4 && (s[:2] == "19" || s[:2] == "20"):
		w *= 0.4
	}
	key := MakeKey(Number, "", s)
	r.neutral.add(key, 0, w, t.title, t.text)
	r.words.add(key, 0, w, t.title, t.text)
}

// normal writes a number in ASCII digits. A separator before exactly three
// digits groups thousands and is dropped; any other is a decimal point.
func normal(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case unicode.IsDigit(r):
			b.WriteByte('0' + digit(r))
		case r == '.' || r == ',' || r == '٫' || r == '٬':
			n := 0
			for _, d := range runes[i+1:] {
				if !unicode.IsDigit(d) {
					break
				}
				n++
			}
			if n != 3 && n > 0 {
				b.WriteByte('.')
			}
		}
	}
	return b.String()
}

// digit returns the value of a decimal digit of any script: Unicode gives
// every script's digits ten successive code points, zero first.
func digit(r rune) byte {
	zero := r
	for zero > r-9 && unicode.IsDigit(zero-1) {
		zero--
	}
	if r < 0x80 {
		zero = '0'
	}
	return byte(r - zero)
}
