package translit

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Latin returns text in small ASCII letters, as it sounds in the language
// tag, which may be empty. What has no table stays as it is.
func Latin(text, tag string) string {
	var b strings.Builder
	var word []rune
	flush := func() {
		appendLatin(&b, word, tag)
		word = word[:0]
	}
	for _, r := range prepare(text) {
		if isWord(r) {
			word = append(word, r)
			continue
		}
		flush()
		b.WriteRune(r)
	}
	flush()
	return b.String()
}

func appendLatin(b *strings.Builder, word []rune, tag string) {
	if len(word) == 0 {
		return
	}
	script, word := dominant(word)
	if script == LatinScript {
		for _, r := range word {
			b.WriteString(plain(r))
		}
		return
	}
	var buf [64]byte
	for _, s := range appendSounds(buf[:0], word, script, tag) {
		b.WriteString(spell(s))
	}
}

// Words splits a name into its words: small letters without marks of
// direction, without punctuation. A name in dotted capitals is one word.
func Words(name string) []string { return AppendWords(make([]string, 0, 4), name) }

// AppendWords appends the words of a name, as [Words] splits it.
func AppendWords(dst []string, name string) []string {
	text := prepare(name)
	if joined, ok := dotted(text); ok {
		return append(dst, joined)
	}
	start := -1
	for i, r := range text {
		switch inside := isWord(r) || isApostrophe(r); {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			dst = appendTrimmed(dst, text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		dst = appendTrimmed(dst, text[start:])
	}
	return dst
}

func appendTrimmed(dst []string, word string) []string {
	if word = trimApostrophes(word); word != "" {
		dst = append(dst, word)
	}
	return dst
}

// trimApostrophes takes quotes off a word, and the elided article or
// preposition of Romance languages: d’Italia, dell'Utri. Hebrew ends words
// with a geresh.
func trimApostrophes(w string) string {
	if strings.IndexFunc(w, isApostrophe) < 0 {
		return w
	}
	w = strings.TrimLeftFunc(w, isApostrophe)
	w = strings.TrimRightFunc(w, func(r rune) bool { return isApostrophe(r) && r != '׳' })
	at := strings.IndexFunc(w, isApostrophe)
	if at < 0 {
		return w
	}
	switch w[:at] {
	case "d", "l", "dell", "dall", "nell", "all", "sull":
		return strings.TrimLeftFunc(w[at:], isApostrophe)
	}
	return w
}

// dotted joins the letters of "u.n." and "о.о.н.".
func dotted(text string) (string, bool) {
	if strings.IndexByte(text, '.') < 0 {
		return "", false
	}
	var b strings.Builder
	letters, dot := 0, true
	for _, r := range strings.TrimSpace(text) {
		switch {
		case r == '.' && !dot:
			dot = true
		case isWord(r) && dot:
			b.WriteRune(r)
			letters++
			dot = false
		default:
			return "", false
		}
	}
	return b.String(), letters > 1 && dot || letters > 2
}

// AppendSounds appends the sounds of a word, one byte each, as text in the
// language tag writes them, and tells the script of the word. The bytes are
// small letters and digits for what they say in most languages, and
//
//	S Z C T Y  sh zh ch ts dzh     X G H D  kh gh th dh      N L R  ñ ł ř
//	E O U A    ä ö ü å             F        ё                j      y as in yes
//	I          ch in Latin script, which may be ch, kh, k or sh
//	K B V      kaf, ayin, geresh   Q        ç
func AppendSounds(dst []byte, word, tag string) ([]byte, Script) {
	var buf [48]rune
	rs := buf[:0]
	for _, r := range word {
		rs = append(rs, r)
	}
	script, rs := dominant(rs)
	return appendSounds(dst, rs, script, tag), script
}

func appendSounds(dst []byte, word []rune, script Script, tag string) []byte {
	switch script {
	case LatinScript:
		return latinSounds(dst, word, tag)
	case Cyrillic:
		return cyrillicSounds(dst, word, tag)
	case Greek:
		return greekSounds(dst, word)
	case Arabic:
		return arabicSounds(dst, word, tag)
	case Hebrew:
		return hebrewSounds(dst, word)
	case Georgian:
		return georgianSounds(dst, word)
	case Armenian:
		return armenianSounds(dst, word)
	case Indic:
		return indicSounds(dst, word)
	case Thai:
		return thaiSounds(dst, word)
	case Kana:
		return kanaSounds(dst, word)
	case Hangul:
		return hangulSounds(dst, word)
	case Han:
		return hanSounds(dst, word)
	}
	return appendRest(dst, word)
}

// appendRest keeps what has no table: digits, and the bytes of other letters.
func appendRest(dst []byte, word []rune) []byte {
	for _, r := range word {
		dst = appendForeign(dst, r)
	}
	return dst
}

// appendForeign appends a rune that the table of a word's script lacks.
func appendForeign(dst []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		if isWord(r) {
			dst = append(dst, byte(r))
		}
	case unicode.Is(unicode.Nd, r):
		dst = append(dst, '0'+byte(digit(r)))
	case ScriptOf(r) == LatinScript:
		dst = append(dst, plain(r)...)
	case ScriptOf(r) == Other && unicode.IsLetter(r):
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// digit returns the value of a decimal digit: every script has its ten in a
// row, apart from those of others.
func digit(r rune) int {
	n := 0
	for n < 9 && unicode.Is(unicode.Nd, r-rune(n)-1) {
		n++
	}
	return n
}

// spell writes a sound in plain letters.
func spell(s byte) string {
	switch s {
	case 'S':
		return "sh"
	case 'Z':
		return "zh"
	case 'C', 'I':
		return "ch"
	case 'T':
		return "ts"
	case 'Y':
		return "j"
	case 'X':
		return "kh"
	case 'G':
		return "gh"
	case 'H':
		return "th"
	case 'D':
		return "d"
	case 'N':
		return "n"
	case 'L':
		return "l"
	case 'R':
		return "r"
	case 'E', 'F':
		return "e"
	case 'O':
		return "o"
	case 'U':
		return "u"
	case 'A':
		return "a"
	case 'K':
		return "k"
	case 'Q':
		return "c"
	case 'j':
		return "y"
	case 'B', 'V':
		return ""
	}
	return oneByte(s)
}

// oneByte returns the string of one byte, without allocating.
func oneByte(s byte) string { return string([]byte{s}) }

// isApostrophe tells the marks that stand inside words.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', '`', '´', '‘', '׳', '״', '"':
		return true
	}
	return false
}
