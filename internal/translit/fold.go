package translit

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// Fold returns the key of a name, equal as often as can be for the same name
// in any script and language: "msk oln" for Elon Musk, Έλον Μασκ and Ілон
// Маск. It is the consonants of its words, with sounds that scripts confuse
// made one, in order of the alphabet; particles, initials and patronymics are
// left out. A name of one short word keeps its vowels, or too many would be
// alike. Fold(Fold(x, tag), "") is Fold(x, tag).
func Fold(name, tag string) string {
	var buf [96]byte
	return string(AppendFold(buf[:0], name, tag))
}

// AppendFold appends the key of a name, as [Fold] makes it.
func AppendFold(dst []byte, name, tag string) []byte {
	var room [8]string
	words := essential(AppendWords(room[:0], withoutInitials(name)))
	for i, w := range words {
		words[i] = Unadapted(w, tag)
	}
	if len(words) == 1 {
		return appendLone(dst, words[0], tag)
	}
	var buf [96]byte
	var parts [8][2]int
	keys, spans := buf[:0], parts[:0]
	for _, w := range words {
		start := len(keys)
		if keys = appendSpoken(keys, w, tag); len(keys) > start {
			spans = append(spans, [2]int{start, len(keys)})
		}
	}
	slices.SortFunc(spans, func(x, y [2]int) int { return bytes.Compare(keys[x[0]:x[1]], keys[y[0]:y[1]]) })
	for i, s := range spans {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = append(dst, keys[s[0]:s[1]]...)
	}
	return dst
}

// begins stands for the vowel that a word begins with. No particle is o and
// consonants, so that keys hold none.
const begins = 'o'

// minConsonants is how many consonants a lone word must have to be known by
// them alone.
const minConsonants = 4

func appendLone(dst []byte, word, tag string) []byte {
	start := len(dst)
	if dst = appendSpoken(dst, word, tag); consonants(dst[start:]) >= minConsonants {
		return dst
	}
	return appendWord(dst[:start], word, tag, true)
}

// Consonants returns the key of a word by rule alone, without vowels but for a
// first that shows that the word begins with one.
func Consonants(word, tag string) string { return string(appendWord(nil, word, tag, false)) }

func appendWord(dst []byte, word, tag string, vowels bool) []byte {
	if isKey(word) {
		return append(dst, word...)
	}
	var buf [64]byte
	sounds, script := AppendSounds(buf[:0], word, tag)
	if script == Other {
		return append(dst, sounds...)
	}
	return foldSounds(dst, sounds, vowels, script)
}

// keyLetters are the letters of keys without vowels.
const keyLetters = "bdgklmnprstv0123456789"

// isKey reports whether word is a key already, so that t and s in it, which a
// vowel parted, are not read as one sound.
func isKey(word string) bool {
	for i := range len(word) {
		c := word[i]
		if strings.IndexByte(keyLetters, c) < 0 && (i > 0 || c != begins) || i > 0 && c == word[i-1] && doubles(c) {
			return false
		}
	}
	return word != ""
}

func consonants(key []byte) int {
	n := 0
	for i := range len(key) {
		if !isVowel(key[i]) {
			n++
		}
	}
	return n
}

// foldSounds appends the letters of sounds, with their vowels or without.
func foldSounds(dst, sounds []byte, vowels bool, script Script) []byte {
	start := len(dst)
	for i, s := range sounds {
		if s == 'w' && i > 0 && (script == Arabic || script == Hebrew) {
			s = 'u'
		}
		for _, letter := range []byte(foldSound(s, sounds[i+1:])) {
			dst = appendLetter(dst, start, letter)
		}
	}
	if hasVowel(dst[start:]) {
		dst = stops(dst, start)
	}
	if vowels {
		return dst
	}
	return dropVowels(dst, start)
}

// appendLetter appends a letter that does not repeat the one before it.
func appendLetter(dst []byte, start int, letter byte) []byte {
	if n := len(dst); n > start && dst[n-1] == letter && doubles(letter) {
		return dst
	}
	return append(dst, letter)
}

// doubles reports whether two of a sound on end are one: not digits, nor the
// bytes of letters that have no sound.
func doubles(sound byte) bool { return sound > '9' && sound < utf8.RuneSelf }

// hasVowel tells words from keys and abbreviations, which have no vowels but
// a first.
func hasVowel(key []byte) bool {
	for i, c := range key {
		if isVowel(c) && (i > 0 || c != begins) {
			return true
		}
	}
	return false
}

// stops reads a nasal before a stop as Greek does, which writes b as μπ, d as
// ντ and g as γκ, in place: Trump, Трамп and Τραμπ have the same b.
func stops(key []byte, start int) []byte {
	w := start
	for _, c := range key[start:] {
		if w > start {
			if s := stop(key[w-1], c); s != 0 {
				w--
				c = s
			}
		}
		if w > start && key[w-1] == c && doubles(c) {
			continue
		}
		key[w] = c
		w++
	}
	return key[:w]
}

func stop(nasal, c byte) byte {
	switch {
	case nasal == 'm' && (c == 'b' || c == 'p'):
		return 'b'
	case nasal == 'n' && (c == 'd' || c == 't'):
		return 'd'
	case nasal == 'n' && c == 'g':
		return 'g'
	}
	return 0
}

// dropVowels drops the vowels of key[start:], in place, but for a first.
func dropVowels(key []byte, start int) []byte {
	w := start
	for i, c := range key[start:] {
		if isVowel(c) {
			if i > 0 {
				continue
			}
			c = begins
		}
		if w > start && key[w-1] == c && doubles(c) {
			continue
		}
		key[w] = c
		w++
	}
	return key[:w]
}

// foldSound returns the letters of a sound in a key. They are fixed points:
// read as Latin script they give themselves. All sibilants are s, and h is g,
// for that is how Greek and Russian write them.
func foldSound(s byte, next []byte) string {
	switch s {
	case 'i', 'y':
		return "i"
	case 'e', 'E', 'F', 'A':
		return "e"
	case 'o', 'O':
		return "o"
	case 'u', 'U':
		return "u"
	case 'B':
		return "a"
	case 'v', 'w', 'f':
		return "v"
	case 'q', 'K':
		return "k"
	case 'c':
		if len(next) > 0 && (next[0] == 'e' || next[0] == 'i' || next[0] == 'y') {
			return "s"
		}
		return "k"
	case 'x':
		return "ks"
	case 'z', 'S', 'Q', 'Z', 'C', 'T', 'I', 'Y':
		return "s"
	case 'h', 'X', 'G':
		return "g"
	case 'H', 'P':
		return "t"
	case 'D':
		return "d"
	case 'N':
		return "n"
	case 'L':
		return "l"
	case 'R':
		return "r"
	case 'j', 'V':
		return ""
	}
	return oneByte(s)
}

// Skeleton returns the classes of a word's consonants, the coarsest key: words
// that sound alike in any two scripts mostly share it. The classes are p t k s
// n l, and a first for a word that begins with a vowel.
func Skeleton(word string) string {
	var buf [64]byte
	var out [32]byte
	key := out[:0]
	for _, w := range Words(word) {
		sounds, script := AppendSounds(buf[:0], w, "")
		if script == Other {
			key = append(key, sounds...)
			continue
		}
		key = AppendSkeleton(key, sounds)
	}
	return string(key)
}

// AppendSkeleton appends the skeleton of sounds.
func AppendSkeleton(dst, sounds []byte) []byte {
	start := len(dst)
	for i, s := range sounds {
		c := class(s)
		if c == 0 && i > 0 || len(dst) > start && dst[len(dst)-1] == c {
			continue
		}
		if c == 0 {
			c = 'a'
		}
		dst = append(dst, c)
	}
	return dst
}

// First returns the class of a sound that begins a word.
func First(sound byte) byte {
	if c := class(sound); c != 0 {
		return c
	}
	return 'a'
}

// class returns the consonant class of a sound, 0 for vowels and what comes
// and goes like them.
func class(s byte) byte {
	switch s {
	case 'b', 'p', 'f', 'v':
		return 'p'
	case 'd', 't', 'H', 'D', 'P':
		return 't'
	case 'k', 'g', 'q', 'c', 'K', 'G', 'x':
		return 'k'
	case 's', 'z', 'S', 'Z', 'C', 'Q', 'T', 'Y':
		return 's'
	case 'm', 'n', 'N':
		return 'n'
	case 'l', 'r', 'L', 'R':
		return 'l'
	}
	if s >= '0' && s <= '9' || s >= utf8.RuneSelf {
		return s
	}
	return 0
}

// essential returns the words without particles, initials and patronymics,
// unless too little would be left.
func essential(words []string) []string {
	if len(words) < 2 {
		return words
	}
	given := len(words) == 2 && isGivenName(words[0])
	if !given && !slices.ContainsFunc(words, func(w string) bool { return !IsParticle(w) }) {
		return words
	}
	kept := words[:0]
	for i, w := range words {
		if !IsParticle(w) || i == 0 && given {
			kept = append(kept, w)
		}
	}
	return withoutFather(kept)
}

// withoutFather drops a patronymic, and in the manner of Azerbaijan the name
// of the father before "son of" or "daughter of".
func withoutFather(words []string) []string {
	for i := 1; i < len(words) && len(words) > 2; i++ {
		switch {
		case IsPatronymic(words[i]):
			return slices.Delete(words, i, i+1)
		case isSonOf(words[i]):
			return slices.Delete(words, i-1, i+1)
		}
	}
	return words
}

func isSonOf(w string) bool {
	switch w {
	case "оглы", "оғлу", "кызы", "гызы", "oğlu", "oglu", "qızı", "kızı":
		return true
	}
	return false
}

// IsParticle tells the words of names that come and go: articles,
// prepositions, "son of". None is the key of a word.
func IsParticle(w string) bool {
	switch w {
	case "al", "el", "ul", "de", "of", "the", "von", "van", "der", "di", "da", "do", "dos", "du", "la", "le",
		"del", "della", "bin", "ibn", "bint", "zu", "den", "af", "ter", "ten", "te", "jr",
		"ван", "фон", "аль", "эль", "ал", "ель", "де", "да", "дер", "ди", "ла", "мл", "ال", "بن", "בן", "αλ", "ελ", "ντε", "ντερ", "φον", "βαν":
		return true
	}
	return false
}

// isGivenName tells the particles that are given names too when they stand
// first: Den Xiaoping, Do Hyun.
func isGivenName(w string) bool { return w == "den" || w == "do" || w == "da" }

// IsPatronymic tells the middle names of Russian, Ukrainian, Belarusian and
// Bulgarian that other languages leave out.
func IsPatronymic(w string) bool {
	if !strings.HasSuffix(w, "ч") && !strings.HasSuffix(w, "а") {
		return false
	}
	for _, end := range []string{
		"ович", "евич", "ёвич", "ович", "йович", "овна", "евна", "ична", "івна", "ївна", "авіч", "евіч", "эвіч", "аўна", "еўна",
	} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
