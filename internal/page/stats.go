package page

import (
	"unicode"
	"unicode/utf8"
)

// textStats is what the letters of a block say.
type textStats struct {
	words   float32 // in scripts without spaces, estimated from the letters
	runes   float32
	stops   float32 // marks that end a sentence within or at the end
	commas  float32
	digits  float32
	caps    float32 // words with a capital
	letters float32
	pipes   float32 // marks that separate items of menus
	quotes  float32
	end     byte // '.' for a mark that ends a sentence, ':' or ',' for themselves, '…', else 0
	lower   bool // begins with a small letter
	digit1  bool
	hash    uint64 // of letters and digits, in small letters
	year    bool   // has a number that can be a year
	sign    bool   // ©, ®, @ or a URL
}

func statsOf(s string) (t textStats) {
	t.hash = 14695981039346656037
	inWord, run := false, 0
	first := true
	num := 0
	for i, c := range s {
		t.runes++
		letter, digit := false, false
		if c < utf8.RuneSelf {
			letter = c|0x20 >= 'a' && c|0x20 <= 'z'
			digit = c >= '0' && c <= '9'
		} else {
			letter = unicode.IsLetter(c) || unicode.IsMark(c)
			digit = !letter && unicode.IsDigit(c)
		}
		if !digit {
			if run == 4 && num >= 1990 && num < 2040 {
				t.year = true
			}
			run, num = 0, 0
		}
		switch {
		case letter:
			t.letters++
			up := c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && unicode.IsUpper(c)
			if first {
				t.lower = !up && unicode.IsLower(c)
			}
			lw := c
			if up {
				lw = unicode.ToLower(c)
			}
			t.hash = (t.hash ^ uint64(lw)) * 1099511628211
			if w := spaceless(c); w > 0 {
				t.words += w
				inWord = false
			} else if !inWord {
				t.words++
				inWord = true
				if up {
					t.caps++
				}
			}
			t.end = 0
			first = false
		case digit:
			t.digits++
			t.hash = (t.hash ^ uint64(c)) * 1099511628211
			if run++; run <= 4 {
				num = num*10 + int(c&15)
			}
			if first {
				t.digit1 = true
			}
			if !inWord {
				t.words++
				inWord = true
			}
			t.end = 0
			first = false
		default:
			t.mark(c, s, i)
			if c != '\'' && c != '’' && c != '-' {
				inWord = false
			}
		}
	}
	if run == 4 && num >= 1990 && num < 2040 {
		t.year = true
	}
	return t
}

// mark counts a character that is no letter and no digit.
func (t *textStats) mark(c rune, s string, i int) {
	switch c {
	case '.', '!', '?', '。', '！', '？', '।', '۔', '؟', '։', '།', '።', '။', '។', ';':
		if c == '.' && i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '"' && s[i+1] != '\'' && s[i+1] < utf8.RuneSelf && s[i+1] != ')' {
			return // within a number, an address
		}
		if c != ';' {
			t.stops++
			t.end = '.'
		}
	case '…':
		t.end = '~'
	case ':', '：':
		t.end = ':'
	case ',', '，', '、', '،':
		t.commas++
		t.end = ','
	case '|', '•', '·', '»', '›', '/', '→', '>', '▸', '●':
		t.pipes++
		if c == '›' || c == '→' {
			t.end = 0
		}
	case '"', '“', '”', '„', '«', '「', '」', '『', '』':
		t.quotes++
	case '©', '®', '@', '™':
		t.sign = true
		t.end = 0
	}
}

// spaceless returns what part of a word a letter is in a script that is
// written without spaces, 0 for other scripts.
func spaceless(c rune) float32 {
	switch {
	case c < 0xE00:
		return 0
	case c < 0x1000 && (c < 0xF00), c >= 0x1000 && c < 0x10A0, c >= 0x1780 && c < 0x1800: // Thai, Lao, Burmese, Khmer
		return 0.22
	case c >= 0x3400 && c < 0xA000, c >= 0xF900 && c < 0xFB00, c >= 0x20000:
		return 0.6
	case c >= 0x3040 && c < 0x3100:
		return 0.4
	}
	return 0
}
