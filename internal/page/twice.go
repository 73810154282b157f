package page

import (
	"strings"
	"unicode/utf8"
)

// onceEncoded undoes UTF-8 that was encoded to UTF-8 again, as if it were
// ISO-8859-1: "â\u0080\u0099" for an apostrophe. The controls of ISO-8859-1, which no
// page has on purpose, give such a page away; then every run of characters of
// ISO-8859-1 is decoded that is UTF-8.
func onceEncoded(doc string) string {
	if !hasControls(doc) {
		return doc
	}
	var b strings.Builder
	b.Grow(len(doc))
	run := make([]byte, 0, 64)
	from := 0 // where the run begins
	end := func(at int) {
		if utf8.Valid(run) {
			b.Write(run)
		} else {
			b.WriteString(doc[from:at])
		}
		run = run[:0]
	}
	for i, c := range doc {
		if c >= 0x80 && c <= 0xff {
			if len(run) == 0 {
				from = i
			}
			run = append(run, byte(c))
			continue
		}
		if len(run) > 0 {
			end(i)
		}
		b.WriteRune(c)
	}
	if len(run) > 0 {
		end(len(doc))
	}
	return b.String()
}

// hasControls reports whether there are several of those controls in a document.
func hasControls(doc string) bool {
	const least = 3
	const lead = 0xC2 // of U+0080 to U+009F in UTF-8
	for n := 0; n < least; {
		i := strings.IndexByte(doc, lead)
		if i < 0 || i+1 >= len(doc) {
			return false
		}
		if doc[i+1] < 0xA0 {
			n++
		}
		doc = doc[i+2:]
	}
	return true
}
