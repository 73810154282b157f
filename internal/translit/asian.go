package translit

// indicTable reads the consonants at offsets 0x15 to 0x39 of each of the
// blocks from Devanagari to Malayalam, which all follow the layout of ISCII
// (IS 13194:1991). Readings: ISO 15919, aspirates like their plain partners
// and retroflexes like dentals.
var indicTable = [...]byte{
	'k', 'k', 'g', 'g', 'n', 'C', 'C', 'Y', 'Y', 'n', 't', 't', 'd', 'd', 'n', 't', 't', 'd', 'd', // ka–dha
	'n', 'n', 'p', 'f', 'b', 'b', 'm', 'j', 'r', 'r', 'l', 'l', 'l', 'v', 'S', 'S', 's', 'h', // na–ha
}

// indicVowel reads the vowels and vowel signs, and the marks of nasals.
func indicVowel(offset rune) string {
	switch offset {
	case 0x05, 0x06, 0x3E:
		return "a"
	case 0x07, 0x08, 0x3F, 0x40:
		return "i"
	case 0x09, 0x0A, 0x41, 0x42:
		return "u"
	case 0x0B, 0x43:
		return "ri"
	case 0x0D, 0x0E, 0x0F, 0x45, 0x46, 0x47:
		return "e"
	case 0x10, 0x48:
		return "ai"
	case 0x11, 0x12, 0x13, 0x49, 0x4A, 0x4B:
		return "o"
	case 0x14, 0x4C:
		return "au"
	case 0x01, 0x02, 0x70:
		return "n"
	}
	return ""
}

const (
	nukta  = 0x3C
	virama = 0x4D
)

func indicSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	for i, r := range word {
		if ScriptOf(r) != Indic {
			dst = appendForeign(dst, r)
			continue
		}
		offset := r & 0x7F
		switch {
		case offset >= 0x15 && int(offset-0x15) < len(indicTable):
			dst = append(dst, indicConsonant(offset, word[i+1:]))
			if inherent(word[:i], word[i+1:]) {
				dst = append(dst, 'a')
			}
		case offset >= 0x66 && offset <= 0x6F:
			dst = append(dst, byte('0'+offset-0x66))
		case r == 'ৰ':
			dst = append(dst, 'r')
		default:
			dst = append(dst, indicVowel(offset)...)
		}
	}
	return undouble(dst, start)
}

// indicConsonant reads a consonant; a dot below makes foreign sounds of some.
func indicConsonant(offset rune, rest []rune) byte {
	c := indicTable[offset-0x15]
	if len(rest) > 0 && rest[0]&0x7F == nukta {
		switch c {
		case 'Y':
			return 'z'
		case 'd':
			return 'r'
		}
	}
	return c
}

// inherent reports whether a consonant is followed by the vowel that is not
// written. At the end of a word it is silent, but not after a cluster.
func inherent(before, rest []rune) bool {
	if len(rest) > 0 && rest[0]&0x7F == nukta {
		rest = rest[1:]
	}
	if len(rest) == 0 || ScriptOf(rest[0]) != Indic {
		return len(before) > 0 && before[len(before)-1]&0x7F == virama
	}
	offset := rest[0] & 0x7F
	return offset < 0x3E || offset > virama
}

// thaiTable reads U+0E01 to U+0E2E by the Royal Thai General System of
// Transcription (1999), as initials; - is the silent carrier of vowels.
const thaiTable = "kkkkkknCCCsCjdttttndttttnbppfpfpmjrrllwssshl-h"

// thaiVowel reads the vowels. Those before their consonant are moved by the
// caller.
func thaiVowel(r rune) string {
	switch r {
	case 'ะ', 'ั', 'า':
		return "a"
	case 'ำ':
		return "am"
	case 'ิ', 'ี', 'ึ', 'ื':
		return "i"
	case 'ุ', 'ู':
		return "u"
	case 'เ':
		return "e"
	case 'แ':
		return "E"
	case 'โ':
		return "o"
	case 'ใ', 'ไ':
		return "ai"
	}
	return ""
}

func thaiSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	var before string
	for i, r := range word {
		switch {
		case i+1 < len(word) && word[i+1] == '์': // silent
		case r >= 'เ' && r <= 'ไ':
			before = thaiVowel(r)
		case r >= 'ก' && int(r-'ก') < len(thaiTable):
			if s := thaiTable[r-'ก']; s != '-' {
				dst = append(dst, s)
			}
			dst = append(dst, before...)
			before = ""
		case r >= '๐' && r <= '๙':
			dst = append(dst, byte('0'+r-'๐'))
		case ScriptOf(r) == Thai:
			dst = append(dst, thaiVowel(r)...)
		default:
			dst = appendForeign(dst, r)
		}
	}
	return undouble(dst, start)
}

// Hangul by the Revised Romanisation of Korean (2000), with the voicing of
// stops levelled: initial, medial, final.
var (
	hangulInitial = [...]string{"k", "k", "n", "t", "t", "r", "m", "b", "b", "s", "s", "", "Y", "Y", "C", "k", "t", "p", "h"}
	hangulMedial  = [...]string{"a", "e", "ja", "je", "o", "e", "jo", "je", "o", "wa", "we", "we", "jo", "u", "wo", "we", "wi", "ju", "u", "wi", "i"}
	hangulFinal   = [...]string{"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "N", "t", "t", "k", "t", "p", "h"}
)

// rieul is the initial that is r, or l after a final l.
const rieul = 5

func hangulSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	for _, r := range word {
		if ScriptOf(r) != Hangul {
			dst = appendForeign(dst, r)
			continue
		}
		at := int(r - 0xAC00)
		if n := len(dst); at/588 == rieul && n > start && dst[n-1] == 'l' {
			dst = append(dst, 'l') // two make l
		} else {
			dst = append(dst, hangulInitial[at/588]...)
		}
		dst = append(dst, hangulMedial[at/28%21]...)
		dst = append(dst, hangulFinal[at%28]...)
	}
	return undouble(dst, start)
}

// kanaTable reads U+30A1 to U+30F4 by Hepburn (ALA-LC); small vowels and
// glides are handled by the caller.
var kanaTable = [...]string{
	"", "a", "", "i", "", "u", "", "e", "", "o", // ァ–オ
	"ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge", "ko", "go", // カ–ゴ
	"sa", "za", "Si", "Yi", "su", "zu", "se", "ze", "so", "zo", // サ–ゾ
	"ta", "da", "Ci", "Yi", "", "Tu", "zu", "te", "de", "to", "do", // タ–ド
	"na", "ni", "nu", "ne", "no", // ナ–ノ
	"ha", "ba", "pa", "hi", "bi", "pi", "fu", "bu", "pu", "he", "be", "pe", "ho", "bo", "po", // ハ–ポ
	"ma", "mi", "mu", "me", "mo", // マ–モ
	"", "ja", "", "ju", "", "jo", // ャ–ヨ
	"ra", "ri", "ru", "re", "ro", // ラ–ロ
	"", "wa", "i", "e", "o", "n", "vu", // ヮ–ヴ
}

// smallKana reads the small vowels and glides, which replace the vowel of the
// kana before them.
func smallKana(r rune) (vowel byte, glide bool) {
	switch r {
	case 'ァ', 'ヮ':
		return 'a', false
	case 'ィ':
		return 'i', false
	case 'ゥ':
		return 'u', false
	case 'ェ':
		return 'e', false
	case 'ォ':
		return 'o', false
	case 'ャ':
		return 'a', true
	case 'ュ':
		return 'u', true
	case 'ョ':
		return 'o', true
	}
	return 0, false
}

func kanaSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	for _, r := range word {
		if r >= 'ぁ' && r <= 'ゖ' {
			r += 'ァ' - 'ぁ'
		}
		vowel, glide := smallKana(r)
		switch {
		case vowel != 0:
			dst = appendSmall(dst, start, vowel, glide)
		case r >= 'ァ' && int(r-'ァ') < len(kanaTable):
			dst = append(dst, kanaTable[r-'ァ']...)
		case ScriptOf(r) == Han:
			dst = hanSounds(dst, []rune{r})
		case ScriptOf(r) != Kana:
			dst = appendForeign(dst, r)
		}
	}
	return undouble(dst, start)
}

func appendSmall(dst []byte, start int, vowel byte, glide bool) []byte {
	n := len(dst)
	if n > start && isVowel(dst[n-1]) {
		last := dst[n-1]
		dst = dst[:n-1]
		if glide && last == 'i' && n-1 > start && dst[n-2] != 'S' && dst[n-2] != 'C' && dst[n-2] != 'Y' {
			dst = append(dst, 'j')
		}
	}
	return append(dst, vowel)
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}
