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

// A statsReader reads a block, and keeps what the next character needs to know.
type statsReader struct {
	textStats
	inWord, begun bool
	run, num      int // digits and value of the number being read
}

func statsOf(s string) textStats {
	var t statsReader
	t.hash = 14695981039346656037 // FNV-1a
	for i, c := range s {
		t.runes++
		letter, digit := class(c)
		if !digit {
			t.endNumber()
		}
		switch {
		case letter:
			t.letter(c)
		case digit:
			t.digit(c)
		default:
			t.mark(c, s, i)
			if c != '\'' && c != '’' && c != '-' {
				t.inWord = false
			}
		}
	}
	t.endNumber()
	return t.textStats
}

// class tells letters, with the marks on them, and digits.
func class(c rune) (letter, digit bool) {
	if c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9'
	}
	letter = unicode.IsLetter(c) || unicode.IsMark(c)
	return letter, !letter && unicode.IsDigit(c)
}

func (t *statsReader) letter(c rune) {
	t.letters++
	up := c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && unicode.IsUpper(c)
	if !t.begun {
		t.lower = !up && unicode.IsLower(c)
	}
	small := c
	if up {
		small = unicode.ToLower(c)
	}
	if w := spaceless(c); w > 0 {
		t.words += w
		t.inWord = false
	} else if t.startWord() && up {
		t.caps++
	}
	t.read(small)
}

func (t *statsReader) digit(c rune) {
	t.digits++
	if t.run++; t.run <= 4 {
		t.num = t.num*10 + int(c&15)
	}
	if !t.begun {
		t.digit1 = true
	}
	t.startWord()
	t.read(c)
}

// startWord counts a word if none is being read, and reports whether it did.
func (t *statsReader) startWord() bool {
	if t.inWord {
		return false
	}
	t.words++
	t.inWord = true
	return true
}

// read takes in a letter or digit.
func (t *statsReader) read(c rune) {
	t.hash = (t.hash ^ uint64(c)) * 1099511628211
	t.end = 0
	t.begun = true
}

// endNumber notes whether the number that ends here can be a year.
func (t *statsReader) endNumber() {
	if t.run == 4 && t.num >= 1990 && t.num < 2040 {
		t.year = true
	}
	t.run, t.num = 0, 0
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
