package dates

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key folds a name for comparison: case, accents, the dots of abbreviations,
// points of Arabic and Hebrew script, and spellings that fonts and keyboards
// confuse.
func Key(s string) string {
	if ascii(s) {
		return strings.ReplaceAll(strings.ToLower(s), ".", "")
	}
	var b strings.Builder
	b.Grow(len(s))
	var last rune
	for _, r := range norm.NFD.String(s) {
		r = foldRune(r, last)
		if r < 0 {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return norm.NFC.String(b.String())
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// foldRune returns what stands for r after base in a key, or -1 for nothing.
func foldRune(r, base rune) rune {
	switch r {
	case '.', 0x640, 0x200c, 0x200d, 0x200e, 0x200f, 0xad: // tatweel, joiners, directions, soft hyphen
		return -1
	case 'ı':
		return 'i'
	case 'ς':
		return 'σ'
	case 0x93c, 0x9bc, 0xa3c, 0xb3c, 0xcbc: // nukta
		return -1
	case 'ي', 'ی', 'ى':
		return 'ی'
	case 'ك', 'ک':
		return 'ک'
	case 'أ', 'إ', 'آ':
		return 'ا'
	case 'ʻ', 'ʼ', '’', '‘':
		return '\''
	}
	if unicode.Is(unicode.Mn, r) && unicode.In(base, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew) {
		return -1
	}
	if r == 0xa0 || r == 0x202f {
		return ' '
	}
	return unicode.ToLower(r)
}
