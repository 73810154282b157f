package main

import (
	"cmp"
	"hash/fnv"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A rewrite makes text in one language out of text in a close one, by rules.
// It answers "" if the rules have nothing to say about a text.
type rewrite struct {
	from, to string
	apply    func(text string) string
}

// onlyRewritten holds languages that are no labels, but rewritten into one.
var onlyRewritten = map[string]bool{"shi": true, "zgh": true}

// rewrites returns all rewrites; the words that Serbian and its western
// neighbours use are counted in spoken.
func rewrites(spoken jat) []rewrite {
	western := spoken.western()
	bosnian := newBosnian(spoken, western)
	ndebele := newNdebele()
	return []rewrite{
		{"sr", "sr-Latn", serbianLatin.Replace},
		{"bs", "bs", func(s string) string { return eachWord(s, func(w string) string { return cmp.Or(western[w], w) }) }},
		{"sr", "bs", func(s string) string { return eachWord(serbianLatin.Replace(s), bosnian) }},
		{"sr-Latn", "bs", func(s string) string { return eachWord(s, bosnian) }},
		{"zu", "nd", func(s string) string { return eachWord(s, ndebele) }},
		{"zh-Hant", "yue", inCantonese},
		{"ar", "shi-Arab", mixedTachelhit},
		{"shi", "shi-Arab", changed(tachelhit)},
		{"zgh", "shi-Arab", changed(tachelhit)},
	}
}

func changed(r *strings.Replacer) func(string) string {
	return func(s string) string {
		if t := r.Replace(strings.ToLower(s)); t != strings.ToLower(s) {
			return t
		}
		return ""
	}
}

// eachWord rewrites the words of a text, in lower case, and answers "" if none
// changes.
func eachWord(text string, word func(string) string) string {
	var b strings.Builder
	same := true
	text = strings.ToLower(text)
	for len(text) > 0 {
		n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		if n < 0 {
			n = len(text)
		}
		if n > 0 {
			w := word(text[:n])
			same = same && w == text[:n]
			b.WriteString(w)
			text = text[n:]
		}
		n = strings.IndexFunc(text, unicode.IsLetter)
		if n < 0 {
			n = len(text)
		}
		b.WriteString(text[:n])
		text = text[n:]
	}
	if same {
		return ""
	}
	return b.String()
}

// A jat counts the words of Serbian, which writes e for the old vowel yat, and
// of Bosnian and Croatian, which write ije or je for it.
type jat struct{ east, west map[string]int }

func newJat() jat { return jat{map[string]int{}, map[string]int{}} }

// add counts the words of a text.
func (j jat) add(label, text string) {
	into := j.west
	switch label {
	case "sr", "sr-Latn":
		into, text = j.east, serbianLatin.Replace(text)
	case "bs", "hr":
	default:
		return
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		into[w]++
	}
}

// western maps eastern words to western ones: those of which the one is
// common in the east, the other in the west.
func (j jat) western() map[string]string {
	pairs := map[string]string{}
	try := func(east, west string) {
		if len(east) < 3 || j.east[east] < 2 || j.east[east] < 2*j.east[west] || j.west[west] <= j.west[east] {
			return
		}
		if old := pairs[east]; old == "" || j.west[west] > j.west[old] || j.west[west] == j.west[old] && west < old {
			pairs[east] = west
		}
	}
	for w, n := range j.west {
		if n < 2 {
			continue
		}
		for _, vowel := range []string{"ije", "je"} {
			try(strings.ReplaceAll(w, vowel, "e"), w)
			for i := strings.Index(w, vowel); i >= 0; {
				try(w[:i]+"e"+w[i+len(vowel):], w)
				next := strings.Index(w[i+1:], vowel)
				if next < 0 {
					break
				}
				i += 1 + next
			}
		}
		if stem, ok := strings.CutSuffix(w, "io"); ok {
			try(stem+"eo", w)
		}
	}
	return pairs
}

// newBosnian returns the rewrite of Serbian words: Bosnian has the vocabulary
// of its eastern and the vowels of its western neighbour, and some words of its
// own. Words that are never heard in the west are left out.
func newBosnian(spoken jat, western map[string]string) func(string) string {
	whole := map[string]string{
		"takođe": "također", "juče": "jučer", "lako": "lahko", "meko": "mehko", "jun": "juni", "jul": "juli",
		"kafa": "kahva", "kafu": "kahvu", "kafe": "kahve", "beograd": "sarajevo",
	}
	stems := [][2]string{
		{"opšt", "opć"},
		{"uopšt", "uopć"},
		{"saopšt", "saopć"},
		{"avgust", "august"},
		{"istorij", "historij"},
		{"hrišćan", "kršćan"},
		{"svešten", "svećen"},
		{"spoljn", "vanjsk"},
		{"uticaj", "utjecaj"},
		{"evr", "eur"},
		{"europ", "evrop"},
		{"obezbed", "obezbijed"},
		{"srbij", "bosn"},
		{"srpsk", "bosansk"},
		{"beogradsk", "sarajevsk"},
		{"beograd", "sarajev"},
		{"obavešt", "obavješt"},
		{"sledeć", "sljedeć"},
		{"predsed", "predsjed"},
	}
	return func(w string) string {
		if to := western[w]; to != "" {
			w = to
		}
		if to := whole[w]; to != "" {
			return to
		}
		from := w
		for _, s := range stems {
			if rest, ok := strings.CutPrefix(w, s[0]); ok {
				w = s[1] + rest
			}
		}
		if w == from && spoken.west[w] == 0 {
			return ""
		}
		return w
	}
}

// newNdebele returns the rewrite of Zulu words into Northern Ndebele: la for
// na, the future in za, negation with ka, tsh for sh, and some common words.
func newNdebele() func(string) string {
	whole := map[string]string{
		"futhi": "njalo", "uma": "nxa", "manje": "khathesi", "noma": "loba", "igama": "ibizo", "izwe": "ilizwe", "amaphoyisa": "amapholisa",
		"uhulumeni": "uhulumende", "imoto": "imota", "isikole": "isikolo", "unyaka": "umnyaka", "inkinga": "uhlupho", "kubalulekile": "kuqakathekile",
		"kusho": "kutsho", "nakho": "lakho", "hhayi": "hatshi", "nokho": "kodwa", "ngonyaka": "ngomnyaka", "lonyaka": "lumnyaka",
	}
	future := regexp.MustCompile(`^((?:o|u|i|a|e|ku|si|ba|li|zi|ni|lu|bu|ngi|aba|esi|ezi|eli|olu|oku)(?:se)?)zo([b-df-hj-np-tv-z])`)
	negation := regexp.MustCompile(`^(?:aka|aku|ali|ayi|awu|azi|asi|abu).{3}`)
	with := regexp.MustCompile(`^n([aeo].{3})`)
	hiss := regexp.MustCompile(`(^|[^t])sh([aeiou])`)
	return func(w string) string {
		if to := whole[w]; to != "" {
			return to
		}
		w = with.ReplaceAllString(w, "l$1")
		w = future.ReplaceAllString(w, "${1}za$2")
		if negation.MatchString(w) {
			w = "k" + w
		}
		return hiss.ReplaceAllString(w, "${1}tsh$2")
	}
}

// inCantonese rewrites written Chinese, if enough of it changes.
func inCantonese(text string) string {
	const telling, oneIn = "嘅咗喺係唔佢啲呢嗰冇畀仲哋乜", 12
	found := 0
	text = cantonese.Replace(text)
	for _, r := range text {
		if strings.ContainsRune(telling, r) {
			found++
		}
	}
	if found*oneIn < utf8.RuneCountInString(text) {
		return ""
	}
	return text
}

// cantonese puts the grammar of Cantonese in place of that of written Chinese.
var cantonese = strings.NewReplacer(
	"他們", "佢哋", "她們", "佢哋", "它們", "佢哋", "我們", "我哋", "你們", "你哋", "您", "你", "這個", "呢個", "這些", "呢啲", "這裡", "呢度",
	"那個", "嗰個", "那些", "嗰啲", "什麼", "乜嘢", "甚麼", "乜嘢", "現在", "而家", "沒有", "冇", "不是", "唔係", "不能", "唔可以", "不會", "唔會",
	"是否", "係咪", "還是", "定係", "或是", "或者", "說", "話", "看", "睇", "給", "畀", "還", "仲",
	"的", "嘅", "了", "咗", "他", "佢", "她", "佢", "它", "佢", "是", "係", "在", "喺", "和", "同", "不", "唔", "這", "呢", "那", "嗰", "們", "哋",
)

// berberWords are the words of Tachelhit for the commonest ones of Arabic.
var berberWords = map[string]string{
	"في": "غ", "فى": "غ", "على": "ف", "من": "زغ", "إلى": "س", "الى": "س", "عن": "ف", "مع": "د", "أن": "اد", "ان": "اد", "إن": "ايس", "أنه": "ايس", "و": "د",
	"هذا": "غاد", "هذه": "غاد", "ذلك": "غان", "التي": "لي", "الذي": "لي", "الذين": "لي", "لا": "ور", "لم": "ور", "لن": "ور راد", "ليس": "ور ايڭي",
	"كان": "ايلا", "كانت": "تلا", "قال": "اينا", "قالت": "تنا", "هو": "نتا", "هي": "نتات", "هم": "نتني", "أو": "نغ", "او": "نغ", "إذا": "ايغ", "اذا": "ايغ",
	"كل": "كو", "بعض": "كرا", "لكن": "ولايني", "ثم": "اسكا", "قد": "رادار", "سوف": "راد", "كما": "زوند", "مثل": "زوند", "بعد": "ضارات", "قبل": "دات",
	"اليوم": "غاساد", "الآن": "غيلاد", "هنا": "غيد", "جدا": "باهرا", "واحد": "يان", "واحدة": "يوت", "لأن": "اشكو", "يمكن": "ايزضار", "يتم": "ار ايتيسكار",
	"له": "اس", "لها": "اس", "لهم": "اسن", "به": "ايس", "فيه": "ڭيس", "فيها": "ڭيس", "عليه": "فلاس", "عليها": "فلاس", "منه": "ڭيس",
}

// mixedTachelhit writes a text in Arabic as speakers of Tachelhit do who take
// the nouns from Arabic: the grammar is Berber, n marks the genitive.
// It takes one text in ten.
func mixedTachelhit(text string) string {
	h := fnv.New32a()
	h.Write([]byte(text))
	if h.Sum32()%10 != 0 {
		return ""
	}
	changes := 0
	words := strings.Fields(text)
	nominal := false
	for i, w := range words {
		noun := strings.HasPrefix(w, "ال")
		switch to := berberWords[w]; {
		case to != "":
			words[i] = to
			changes++
		case noun && nominal:
			words[i] = "ن" + w
		case strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ها"):
			words[i] = strings.TrimSuffix(strings.TrimSuffix(w, "ها"), "ه") + " نس"
		}
		nominal = berberWords[w] == "" && strings.Contains(w, "ا")
	}
	if len(words) < 5 || 5*changes < len(words) {
		return ""
	}
	return strings.Join(words, " ")
}

// tachelhit writes Tachelhit, and Standard Moroccan Tamazight, in Arabic
// letters, from Latin and Tifinagh.
var tachelhit = strings.NewReplacer(
	"bb", "ب", "cc", "ش", "dd", "د", "ff", "ف", "gg", "ڭ", "kk", "ك", "ll", "ل", "mm", "م", "nn", "ن", "qq", "ق", "rr", "ر", "ss", "س", "tt", "ت",
	"xx", "خ", "yy", "ي", "zz", "ز", "ḍḍ", "ض", "ṭṭ", "ط", "ẓẓ", "ژ", "ɣɣ", "غ",
	" a", " ا", " i", " اي", " u", " او",
	"a", "ا", "b", "ب", "c", "ش", "d", "د", "ḍ", "ض", "e", "", "ǝ", "", "f", "ف", "g", "ڭ", "ɣ", "غ", "ğ", "غ", "h", "ه", "ḥ", "ح", "i", "ي", "j", "ج",
	"k", "ك", "l", "ل", "m", "م", "n", "ن", "o", "و", "p", "ب", "q", "ق", "r", "ر", "ṛ", "ر", "s", "س", "ṣ", "ص", "t", "ت", "ṭ", "ط", "u", "و", "v", "ف",
	"w", "و", "x", "خ", "y", "ي", "z", "ز", "ẓ", "ژ", "ɛ", "ع", "ε", "ع", "ʷ", "", "°", "",
	"ⴱⴱ", "ب", "ⵙⵙ", "س", "ⵏⵏ", "ن", "ⵜⵜ", "ت", "ⵎⵎ", "م", "ⵍⵍ", "ل", "ⴽⴽ", "ك", "ⴷⴷ", "د", "ⴼⴼ", "ف", "ⴳⴳ", "ڭ", "ⵔⵔ", "ر", "ⵣⵣ", "ز", "ⵛⵛ", "ش",
	" ⴰ", " ا", " ⵉ", " اي", " ⵓ", " او",
	"ⴰ", "ا", "ⴱ", "ب", "ⵛ", "ش", "ⴷ", "د", "ⴹ", "ض", "ⴻ", "", "ⴼ", "ف", "ⴳ", "ڭ", "ⵖ", "غ", "ⵀ", "ه", "ⵃ", "ح", "ⵉ", "ي", "ⵊ", "ج", "ⴽ", "ك",
	"ⵍ", "ل", "ⵎ", "م", "ⵏ", "ن", "ⵇ", "ق", "ⵔ", "ر", "ⵕ", "ر", "ⵙ", "س", "ⵚ", "ص", "ⵜ", "ت", "ⵟ", "ط", "ⵓ", "و", "ⵡ", "و", "ⵅ", "خ", "ⵢ", "ي",
	"ⵣ", "ز", "ⵥ", "ژ", "ⵄ", "ع", "ⵯ", "",
)
