package translit

// arabicSound reads the letters of Arabic, Persian, Urdu, Pashto, Kurdish and
// Uighur. Readings: ALA-LC for Arabic without what is not written; emphatics
// like their plain partners. Alef is a, waw w and yeh j whether they are
// consonants or vowels: spelling does not tell.
func arabicSound(r rune) string {
	switch r {
	case 'ا', 'أ', 'آ', 'ٱ', 'ى', 'ة', 'ۃ':
		return "a"
	case 'إ', 'ئ':
		return "i"
	case 'ؤ', 'ۇ':
		return "u"
	case 'ب':
		return "b"
	case 'پ':
		return "p"
	case 'ت', 'ط', 'ٹ', 'ټ':
		return "t"
	case 'ث':
		return "H"
	case 'ج':
		return "Y"
	case 'چ':
		return "C"
	case 'ح', 'ه', 'ھ', 'ہ':
		return "h"
	case 'خ':
		return "X"
	case 'د', 'ض', 'ڈ', 'ډ':
		return "d"
	case 'ذ':
		return "D"
	case 'ر', 'ڑ', 'ړ', 'ڕ':
		return "r"
	case 'ز', 'ظ', 'ځ':
		return "z"
	case 'ژ', 'ږ':
		return "Z"
	case 'س', 'ص':
		return "s"
	case 'ش', 'ښ':
		return "S"
	case 'ع':
		return "B"
	case 'غ':
		return "G"
	case 'ف':
		return "f"
	case 'ڤ', 'ۋ':
		return "v"
	case 'ق':
		return "q"
	case 'ک', 'ك':
		return "k"
	case 'گ', 'ڭ', 'ڠ', 'ګ':
		return "g"
	case 'ل', 'ڵ':
		return "l"
	case 'م':
		return "m"
	case 'ن', 'ں', 'ڼ':
		return "n"
	case 'و', 'ۆ':
		return "w"
	case 'ی', 'ي', 'ې', 'ۍ':
		return "j"
	case 'ے', 'ۀ', 'ە':
		return "e"
	}
	return ""
}

func arabicSounds(dst []byte, word []rune, tag string) []byte {
	if len(word) > 4 && base(tag) != "fa" && base(tag) != "ur" && word[0] == 'ا' && word[1] == 'ل' {
		word = word[2:] // the article
	}
	start := len(dst)
	for _, r := range word {
		if s := arabicSound(r); s != "" {
			dst = append(dst, s...)
		} else if ScriptOf(r) != Arabic {
			dst = appendForeign(dst, r)
		} else {
			dst = appendDigit(dst, r)
		}
	}
	return undouble(dst, start)
}

// appendDigit appends r if it is one of the digits of Arabic script.
func appendDigit(dst []byte, r rune) []byte {
	switch {
	case r >= '٠' && r <= '٩':
		return append(dst, byte('0'+r-'٠'))
	case r >= '۰' && r <= '۹':
		return append(dst, byte('0'+r-'۰'))
	}
	return dst
}

// hebrewTable reads U+05D0 to U+05EA by the rules of the Academy of the
// Hebrew Language (2006). Vav and yod are w and j, kaf is K and pe p for both
// their readings: spelling does not tell.
const hebrewTable = "abgdhwzXtjKKlmmnnsBppTTkrSt"

func hebrewSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	for _, r := range word {
		switch {
		case r >= 'א' && int(r-'א') < len(hebrewTable):
			dst = append(dst, hebrewTable[r-'א'])
		case r == '׳' || r == '\'' || r == '’':
			dst = append(dst, 'V')
		default:
			dst = appendForeign(dst, r)
		}
	}
	return undouble(dst, start)
}
