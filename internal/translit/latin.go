package translit

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// latinLetter holds, for the small letters of Latin-1 and Latin Extended-A
// and -B that say something of their own, the sound and the plain spelling.
func latinLetter(r rune) (sound byte, spelling string) {
	switch r {
	case 'š', 'ş', 'ș', 'ś', 'ŝ':
		return 'S', "s"
	case 'č', 'ć', 'ċ', 'ĉ':
		return 'C', "c"
	case 'ç':
		return 'Q', "c"
	case 'ž', 'ż', 'ź':
		return 'Z', "z"
	case 'ł':
		return 'L', "l"
	case 'ñ', 'ń', 'ň', 'ņ':
		return 'N', "n"
	case 'ŋ':
		return 'n', "n"
	case 'ö', 'ø', 'ő':
		return 'O', "o"
	case 'ä', 'æ':
		return 'E', "ae"
	case 'œ':
		return 'e', "oe"
	case 'å':
		return 'A', "a"
	case 'ü', 'ű':
		return 'U', "u"
	case 'ı':
		return 'i', "i"
	case 'ə':
		return 'a', "a"
	case 'ð', 'đ':
		return 'D', "d"
	case 'þ':
		return 'P', "th"
	case 'ř':
		return 'R', "r"
	case 'ț', 'ţ':
		return 'T', "t"
	case 'ħ':
		return 'h', "h"
	case 'ơ':
		return 'o', "o"
	case 'ư':
		return 'u', "u"
	}
	return 0, ""
}

// plain returns a letter of Latin script without its marks.
func plain(r rune) string {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return oneByte(byte(r))
	}
	switch r {
	case 'ä':
		return "a"
	case 'ß':
		return "ss"
	}
	if _, s := latinLetter(r); s != "" {
		return s
	}
	if c := marked(r); c != 0 {
		return oneByte(c)
	}
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, norm.NFD.String(string(r)))
}

// marked returns the letter under the marks of the commonest marked ones, or 0.
func marked(r rune) byte {
	switch r {
	case 'á', 'à', 'â', 'ã', 'ā', 'ă', 'ą', 'ạ', 'ả', 'ấ', 'ầ', 'ẩ', 'ẫ', 'ậ', 'ắ', 'ằ', 'ẳ', 'ẵ', 'ặ':
		return 'a'
	case 'é', 'è', 'ê', 'ë', 'ē', 'ĕ', 'ė', 'ę', 'ě', 'ẹ', 'ẻ', 'ẽ', 'ế', 'ề', 'ể', 'ễ', 'ệ':
		return 'e'
	case 'í', 'ì', 'î', 'ï', 'ĩ', 'ī', 'ĭ', 'į', 'ỉ', 'ị':
		return 'i'
	case 'ó', 'ò', 'ô', 'õ', 'ō', 'ŏ', 'ọ', 'ỏ', 'ố', 'ồ', 'ổ', 'ỗ', 'ộ', 'ớ', 'ờ', 'ở', 'ỡ', 'ợ':
		return 'o'
	case 'ú', 'ù', 'û', 'ũ', 'ū', 'ŭ', 'ů', 'ų', 'ụ', 'ủ', 'ứ', 'ừ', 'ử', 'ữ', 'ự':
		return 'u'
	case 'ý', 'ÿ', 'ỳ', 'ỵ', 'ỷ', 'ỹ':
		return 'y'
	case 'ğ', 'ģ', 'ġ', 'ĝ':
		return 'g'
	case 'ľ', 'ļ', 'ĺ':
		return 'l'
	case 'ť':
		return 't'
	case 'ď':
		return 'd'
	case 'ķ':
		return 'k'
	}
	return 0
}

// latinSounds reads the digraphs that most Latin spellings share: sh, zh, kh,
// th, ch, ts, gh. Azerbaijani has its own letters for them.
func latinSounds(dst []byte, word []rune, tag string) []byte {
	start := len(dst)
	azeri := base(tag) == "az"
	for _, r := range word {
		if azeri {
			if s := azeriSound(r); s != 0 {
				dst = append(dst, s)
				continue
			}
		}
		if r >= 'a' && r <= 'z' {
			dst = append(dst, byte(r))
			continue
		}
		switch s, _ := latinLetter(r); {
		case s != 0:
			dst = append(dst, s)
		case ScriptOf(r) == LatinScript:
			dst = append(dst, plain(r)...)
		default:
			dst = appendForeign(dst, r)
		}
	}
	if n := len(dst); n > start+2 && dst[n-1] == 'h' && isVowel(dst[n-2]) {
		dst = dst[:n-1] // silent: Sarah, Hannah
	}
	if n := len(dst); n > start+1 && dst[start+1] == 'i' {
		switch dst[start] {
		case 'x':
			dst[start] = 'S' // Xi, Xinjiang
		case 'j':
			dst[start] = 'Y' // Jinping, Jim
		}
	}
	return digraphs(dst, start)
}

// azeriSound gives the letters of the Azerbaijani alphabet of 1992, in which
// foreign names are respelled.
func azeriSound(r rune) byte {
	switch r {
	case 'c':
		return 'Y'
	case 'ç':
		return 'C'
	case 'j':
		return 'Z'
	case 'x':
		return 'X'
	case 'q':
		return 'g'
	case 'ğ':
		return 'G'
	}
	return 0
}

// digraphs replaces groups of letters in b[start:] by sounds, in place, and
// drops doubled letters.
func digraphs(b []byte, start int) []byte {
	w := start
	for i := start; i < len(b); {
		out, n := digraph(b[i:])
		i += n
		for _, c := range []byte(out) {
			if w > start && b[w-1] == c && doubles(c) {
				continue
			}
			b[w] = c
			w++
		}
	}
	return b[:w]
}

// digraph returns the sounds at the head of s and how many letters they take.
func digraph(s []byte) (string, int) {
	if len(s) > 1 {
		if len(s) > 3 && string(s[:4]) == "tsch" {
			return "C", 4
		}
		if len(s) > 2 {
			switch string(s[:3]) {
			case "sch":
				return "S", 3
			case "tch":
				return "C", 3
			case "dzh":
				return "Y", 3
			}
		}
		switch string(s[:2]) {
		case "sh":
			return "S", 2
		case "zh":
			return "Z", 2
		case "kh":
			return "X", 2
		case "ph":
			return "f", 2
		case "ck":
			return "k", 2
		case "th":
			return "H", 2
		case "ch":
			return "I", 2
		case "tz", "ts":
			return "T", 2
		case "sz":
			return "s", 2
		case "cz":
			return "C", 2
		case "zs":
			return "Z", 2
		case "gh":
			return "G", 2
		case "dZ", "dj":
			return "Y", 2
		case "gy":
			if len(s) > 2 && isVowel(s[2]) { // Hungarian: Vlagyimir, Magyar
				return "dj", 2
			}
		case "qu":
			return "kv", 2
		}
	}
	return string(s[:1]), 1
}

// base returns the language of a tag without script and region.
func base(tag string) string {
	if i := strings.IndexByte(tag, '-'); i >= 0 {
		return tag[:i]
	}
	return tag
}
