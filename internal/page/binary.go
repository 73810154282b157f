package page

import (
	"unicode"
	"unicode/utf8"
)

// IsBinary reports whether a decoded document is no text in any encoding, such
// as a picture or an archive under the wrong name: too many of its characters
// are controls, or have no meaning. It looks at samples from all over it.
func IsBinary(doc string) bool {
	const (
		samples = 16
		size    = 4 << 10
		least   = 64 // characters to judge by
	)
	var all, control, odd int
	step := max(size, len(doc)/samples)
	for from := 0; from < len(doc); from += step {
		at := onRune(doc, from)
		for _, c := range doc[at:onRune(doc, min(at+size, len(doc)))] {
			all++
			switch {
			case c >= ' ' && c < 0x7f || c >= '\t' && c <= '\r' || c == 0x1b: // the escape of ISO 2022
			case c < ' ' || c == 0x7f:
				control++
			case c == utf8.RuneError || c < 0xA0 || !meaningful(c):
				odd++
			}
		}
	}
	return all >= least && (control*50 > all || (control+odd)*10 > all)
}

// meaningful reports whether Unicode gives a meaning to c.
func meaningful(c rune) bool { return unicode.IsGraphic(c) || unicode.Is(unicode.Cf, c) }
