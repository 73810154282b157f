package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// legibility says how well a decoded text reads as some language: 1 at best.
//
// It looks at the characters outside ASCII only: which part of the letters one
// alphabet covers, whether capitals stand where capitals stand, and whether
// there are characters in words that no word has.
func legibility(s string) float64 {
	letters := make(map[rune]int)
	var all, inAlphabet, cjk, odd, pairs, badPairs float64
	prev := ' '
	for _, c := range s {
		if c < utf8.RuneSelf {
			prev = c
			continue
		}
		all++
		switch {
		case c == utf8.RuneError || c < 0xA0 || unicode.Is(unicode.Co, c):
			odd += 4
		case isCJK(c):
			cjk++
			letters[c]++
		case unicode.IsLetter(c) || unicode.IsMark(c):
			inAlphabet++
			letters[unicode.ToLower(c)]++
			if unicode.IsLetter(prev) && !isCJK(prev) {
				pairs++
				badPairs += badPair(prev, c)
			}
		case unicode.IsLetter(prev) && !isPunct(c):
			odd++ // a sign within or behind a word
		}
		prev = c
	}
	if all == 0 {
		return 1
	}
	score := -odd / all
	if inAlphabet > 0 {
		score += coverage(letters, inAlphabet) * inAlphabet / all
		score -= dumb(letters)
	}
	if cjk > 0 {
		score += commonCJK(letters, cjk) * cjk / all
	}
	if pairs > 0 {
		score -= badPairs / pairs
	}
	return score + 0.5*max(0, all-inAlphabet-cjk-odd)/all // punctuation
}

// badPair is the cost of two letters in a row.
func badPair(a, b rune) float64 {
	if a < utf8.RuneSelf {
		switch { // an ASCII letter before another script
		case b >= 0x250 && b < 0x1E00:
			return 1.5
		case a >= 'a' && unicode.IsUpper(b):
			return 1.5
		}
		return 0
	}
	switch {
	case unicode.IsLower(a) && unicode.IsUpper(b):
		return 1.5
	case unicode.IsUpper(a) && unicode.IsUpper(b):
		return 0.4
	}
	return 0
}

func isCJK(c rune) bool {
	return c >= 0x3040 && c < 0x3100 || c >= 0x3400 && c < 0xA000 || c >= 0xAC00 && c < 0xD7B0 || c >= 0xFF66 && c < 0xFFA0
}

// isPunct reports whether c stands behind words in some language.
func isPunct(c rune) bool {
	return c >= 0x2010 && c <= 0x203A || strings.ContainsRune("«»·…№€\u00a0。，、！？：；（）「」『』“”‘’°§©®、", c)
}

// alphabets are the letters outside ASCII of languages of the web, in small
// letters.
const alphabets = "äöüß áéíóúñü àâæçéèêëîïôœùûüÿ àèéìíòóùú ãáàâçéêíóõúü àçèéíïòóúü·l áðéíóúýþæö æøåéóòè åäöé õäöüšž āčēģīķļņšūž " +
	"ąčęėįšųūž ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîșțşţ čćđšž çğıiöşüâîû ëç ċġħż " +
	"áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ ĉĝĥĵŝŭ " +
	"абвгдеёжзийклмнопрстуфхцчшщъыьэюя абвгґдеєжзиіїйклмнопрстуфхцчшщьюя абвгдеёжзійклмнопрстуўфхцчшыьэюя абвгдежзийклмнопрстуфхцчшщъьюя " +
	"абвгдђежзијклљмнњопрстћуфхцчџш абвгдѓежзѕијклљмнњопрстќуфхцчџш абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі " +
	"αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ אבגדהוזחטיךכלםמןנסעףפץצקרשת " +
	"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـ ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویي " +
	"กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ"

// coverage returns which part of the letters the best alphabet has.
func coverage(letters map[rune]int, all float64) float64 {
	best, sum := 0, 0
	for _, c := range alphabets {
		if c == ' ' {
			best, sum = max(best, sum), 0
			continue
		}
		sum += letters[c]
	}
	return float64(max(best, sum)) / all
}

// dumb is the cost of words in Cyrillic or Greek letters that have hardly any
// vowels: those of another script were taken for them.
func dumb(letters map[rune]int) float64 {
	const vowels, rare = "аеёиоуыэюяіїєўαεηιουωάέήίόύώ", "ΰϊϋ"
	const least, most = 0.28, 0.02
	all, v := 0, 0
	for c, n := range letters {
		if c >= 0x370 && c < 0x530 {
			all += n
		}
	}
	for _, c := range vowels {
		v += letters[c]
	}
	r := 0
	for _, c := range rare {
		r += letters[c]
	}
	if float64(v) < least*float64(all) || float64(r) > most*float64(all) {
		return 0.3
	}
	return 0
}

// common are the most frequent characters of Chinese and Korean.
const common = "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得於于著着下自之年過过發发後后作裡里" +
	"用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想實实日月市者新" +
	"다이의는에을가고를은한로하지사도기나자인어서리대시그정해으과있보아것일수니스전들성제경장라부적구국원상만여주오면와동중했"

// commonCJK says how much of a text in Chinese, Japanese or Korean is common.
func commonCJK(letters map[rune]int, all float64) float64 {
	known, kana, half := 0, 0, 0
	for _, c := range common {
		known += letters[c]
	}
	for c, n := range letters {
		switch {
		case c >= 0x3040 && c < 0x3100:
			kana += n
		case c >= 0xFF66 && c < 0xFFA0:
			half += n
		}
	}
	score := 3*float64(known)/all + 1.6*float64(kana)/all
	return min(score, 1) - float64(half)/all
}
