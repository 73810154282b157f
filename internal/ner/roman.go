package ner

import "unicode/utf8"

// Romanised forms let the words of one script lend what is learned to those
// of another. They need to be stable and cheap rather than fine: the tables
// follow ISO 843 and the common romanisation of Cyrillic with digraphs and
// diacritics levelled, and "?" marks what is not a letter.

const (
	latinFirst    = 0xc0
	greekFirst    = 0x370
	cyrillicFirst = 0x400
)

// latin has the base letter of each rune from latinFirst on.
const latin = "" +
	"aaaaaaeceeeeiiiidnooooo?ouuuuytsaaaaaaeceeeeiiiidnooooo?ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllll?" +
	"?llnnnnnn?nnooooooeerrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz?" +
	"?????????d?????e?ff?????????????oo?????????????uu???????????????" +
	"?????????????aaiioouuuuuuuuuu?aaaa????ggkkoooo??j???gg??nnaa????" +
	"aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????" +
	"????????????????"

// greek has the romanised form of each rune from greekFirst on.
var greek = [...]string{
	"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"?", "?", "?", "?", "?", "?", "a", "?", "e", "i", "i", "?", "o", "?", "i", "o",
	"i", "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o",
	"p", "r", "?", "s", "t", "i", "f", "h", "ps", "o", "i", "i", "a", "e", "i", "i",
	"i", "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o",
	"p", "r", "s", "s", "t", "i", "f", "h", "ps", "o", "i", "i", "o", "i", "o", "?",
	"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"?", "?", "?", "?", "th", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
}

// cyrillic has the romanised form of each rune from cyrillicFirst on.
var cyrillic = [...]string{
	"e", "e", "d", "g", "e", "dz", "i", "i", "j", "l", "n", "c", "k", "i", "u", "dz",
	"a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
	"r", "s", "t", "u", "f", "h", "ts", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya",
	"a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
	"r", "s", "t", "u", "f", "h", "ts", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya",
	"e", "e", "d", "g", "e", "dz", "i", "i", "j", "l", "n", "c", "k", "i", "u", "dz",
	"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"g", "g", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"?", "zh", "zh", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?",
	"a", "a", "a", "a", "?", "?", "e", "e", "?", "?", "?", "?", "zh", "zh", "z", "z",
	"?", "?", "i", "i", "i", "i", "o", "o", "?", "?", "?", "?", "e", "e", "u", "u",
	"u", "u", "u", "u", "ch", "ch", "?", "?", "y", "y", "?", "?", "?", "?", "?", "?",
}

// appendRoman appends the lower-case romanised form of r to dst: ASCII for
// Latin, Greek and Cyrillic, the rune itself for other scripts.
func appendRoman(dst []byte, r rune) []byte {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(dst, byte(r))
	case latinFirst <= r && int(r-latinFirst) < len(latin) && latin[r-latinFirst] != '?':
		return append(dst, latin[r-latinFirst])
	case greekFirst <= r && int(r-greekFirst) < len(greek) && greek[r-greekFirst] != "?":
		return append(dst, greek[r-greekFirst]...)
	case cyrillicFirst <= r && int(r-cyrillicFirst) < len(cyrillic) && cyrillic[r-cyrillicFirst] != "?":
		return append(dst, cyrillic[r-cyrillicFirst]...)
	case 0x300 <= r && r <= 0x36f || r == 0x2bc || r == 0x2019 || r == 0xad:
		return dst // combining marks, apostrophes inside words, soft hyphens
	}
	return utf8.AppendRune(dst, r)
}
