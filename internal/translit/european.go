package translit

import "golang.org/x/text/unicode/norm"

// cyrillicTable reads U+0430 to U+045F. Readings: ISO 9 and BGN/PCGN for what
// all Cyrillic spellings share; cyrillicSound has what one language has of its
// own.
var cyrillicTable = [...]string{
	"a", "b", "v", "g", "d", "e", "Z", "z", "i", "j", "k", "l", "m", "n", "o", "p", // а–п
	"r", "s", "t", "u", "f", "X", "T", "C", "S", "SC", "", "y", "", "e", "ju", "ja", // р–я
	"e", "F", "D", "gj", "je", "dz", "i", "ji", "j", "lj", "nj", "C", "kj", "i", "w", "Y", // ѐ–џ
}

// cyrillicSound gives the letters that languages read in their own way:
// Ukrainian by the decree of the Cabinet of Ministers 55 of 2010, Belarusian
// by the instruction of 2000, Bulgarian by the Transliteration Act of 2009,
// Kazakh, Kyrgyz, Tatar, Bashkir, Tajik, Uzbek and Mongolian by BGN/PCGN.
func cyrillicSound(r rune, lang string) (string, bool) {
	switch lang {
	case "uk":
		switch r {
		case 'г':
			return "h", true
		case 'и':
			return "y", true
		}
	case "be":
		if r == 'г' {
			return "h", true
		}
	case "bg":
		switch r {
		case 'ъ':
			return "a", true
		case 'щ':
			return "St", true
		}
	}
	if r >= 'а' && r <= 'я' {
		return "", false
	}
	switch r {
	case 'ґ', 'ғ':
		return "g", true
	case 'қ', 'ҡ':
		return "k", true
	case 'ң', 'ҥ':
		return "n", true
	case 'ә', 'ӓ':
		return "E", true
	case 'ө', 'ӧ':
		return "O", true
	case 'ү', 'ӱ':
		return "U", true
	case 'ұ', 'ӯ':
		return "u", true
	case 'һ', 'ҳ':
		return "h", true
	case 'і', 'ӣ':
		return "i", true
	case 'ҷ':
		return "Y", true
	case 'ҙ':
		return "D", true
	case 'ҫ':
		return "H", true
	}
	return "", false
}

func cyrillicSounds(dst []byte, word []rune, tag string) []byte {
	start, lang := len(dst), base(tag)
	for i, r := range word {
		s, ok := cyrillicSound(r, lang)
		switch {
		case ok:
		case lang == "be" && isSoft(word[i+1:]) && r == 'ц': // Пуцін
			s = "t"
		case lang == "be" && isSoft(word[i+1:]) && r == 'з' && i > 0 && word[i-1] == 'д': // Дзмітрый
			continue
		case r == 'ж' && i > 0 && word[i-1] == 'д': // дж is one sound
			dst[len(dst)-1] = 'Y'
			continue
		case r >= 'а' && int(r-'а') < len(cyrillicTable):
			s = cyrillicTable[r-'а']
		default:
			dst = appendForeign(dst, r)
			continue
		}
		dst = append(dst, s...)
	}
	return undouble(dst, start)
}

// isSoft reports whether rest begins with a letter that softens the consonant
// before it, where Belarusian writes ц for т and дз for д.
func isSoft(rest []rune) bool {
	if len(rest) == 0 {
		return false
	}
	switch rest[0] {
	case 'е', 'ё', 'і', 'ю', 'я', 'ь':
		return true
	}
	return false
}

// undouble drops doubled sounds of b[start:], in place.
func undouble(b []byte, start int) []byte {
	w := start
	for i := start; i < len(b); i++ {
		if w > start && b[w-1] == b[i] && doubles(b[i]) {
			continue
		}
		b[w] = b[i]
		w++
	}
	return b[:w]
}

// greekTable reads U+03B1 to U+03C9 as ELOT 743 (ISO 843) does.
var greekTable = [...]string{
	"a", "v", "g", "d", "e", "z", "i", "H", "i", "k", "l", "m", "n", // α–ν
	"ks", "o", "p", "r", "s", "s", "t", "y", "f", "X", "ps", "o", // ξ–ω
}

// greekPair reads two letters that make one sound. Modern Greek has no letter
// for b, d, g and writes them μπ, ντ, γκ.
func greekPair(a, b rune) (string, bool) {
	switch [2]rune{a, b} {
	case [2]rune{'μ', 'π'}:
		return "b", true
	case [2]rune{'ν', 'τ'}:
		return "d", true
	case [2]rune{'γ', 'κ'}:
		return "g", true
	case [2]rune{'γ', 'γ'}:
		return "ng", true
	case [2]rune{'τ', 'ζ'}:
		return "Y", true
	case [2]rune{'τ', 'σ'}:
		return "T", true
	case [2]rune{'ο', 'υ'}:
		return "u", true
	case [2]rune{'α', 'ι'}:
		return "e", true
	case [2]rune{'ε', 'ι'}, [2]rune{'ο', 'ι'}:
		return "i", true
	case [2]rune{'α', 'υ'}:
		return "av", true
	case [2]rune{'ε', 'υ'}:
		return "ev", true
	case [2]rune{'γ', 'χ'}:
		return "nX", true
	}
	return "", false
}

func greekSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	rs := bare(word)
	for i := 0; i < len(rs); i++ {
		if isGlide(rs, i) {
			dst = append(dst, 'j')
			i++
			continue
		}
		if i+1 < len(rs) {
			if s, ok := greekPair(rs[i], rs[i+1]); ok {
				dst = append(dst, s...)
				i++
				continue
			}
		}
		if r := rs[i]; r >= 'α' && int(r-'α') < len(greekTable) {
			dst = append(dst, greekTable[r-'α']...)
		} else {
			dst = appendForeign(dst, r)
		}
	}
	return undouble(dst, start)
}

// isGlide reports whether γι at rs[i] is the y of Γιανουκόβιτς. Γιώργος and
// Τζόρτζια keep their g: they are written so in other scripts too.
func isGlide(rs []rune, i int) bool {
	if i+2 >= len(rs) || rs[i] != 'γ' || rs[i+1] != 'ι' {
		return false
	}
	next := rs[i+2]
	return next == 'α' || next == 'ε' || next == 'ο' && i+3 < len(rs) && rs[i+3] == 'υ'
}

// bare returns word without accents. A dieresis parts two vowels: αϊ is not αι.
func bare(word []rune) []rune {
	out := make([]rune, 0, len(word))
	for _, r := range word {
		for _, d := range norm.NFD.String(string(r)) {
			if d == 0x308 && len(out) > 0 && out[len(out)-1] == 'ι' {
				out[len(out)-1] = 'η' // the same sound, and never half of a pair
			}
			if d < 0x300 || d >= 0x370 {
				out = append(out, d)
			}
		}
	}
	return out
}

// georgianTable reads U+10D0 to U+10F0 by the national system of 2002, the
// ejectives like their plain partners.
var georgianTable = [...]string{
	"a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "Z", "r", // ა–რ
	"s", "t", "u", "f", "k", "G", "q", "S", "C", "T", "dz", "T", "C", "X", "Y", "h", // ს–ჰ
}

func georgianSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	for _, r := range word {
		if r >= 'ა' && int(r-'ა') < len(georgianTable) {
			dst = append(dst, georgianTable[r-'ა']...)
		} else {
			dst = appendForeign(dst, r)
		}
	}
	return undouble(dst, start)
}

// armenianTable reads U+0561 to U+0587 by ISO 9985 (Eastern Armenian), the
// aspirates like their plain partners.
var armenianTable = [...]string{
	"a", "b", "g", "d", "e", "z", "e", "y", "t", "Z", "i", "l", "X", "T", "k", "h", "dz", "G", "C", // ա–ճ
	"m", "j", "n", "S", "o", "C", "p", "Y", "r", "s", "v", "t", "r", "T", "v", "p", "k", "o", "f", "ev", // մ–և
}

func armenianSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	for i, r := range word {
		switch {
		case r == 'ւ' && i > 0 && word[i-1] == 'ո': // ու is u
			dst[len(dst)-1] = 'u'
		case r >= 'ա' && int(r-'ա') < len(armenianTable):
			dst = append(dst, armenianTable[r-'ա']...)
		default:
			dst = appendForeign(dst, r)
		}
	}
	return undouble(dst, start)
}
