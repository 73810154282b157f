package translit

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Fold returns the key of a name, equal as often as can be for the same name
// in any script, language and case form: "ln msk" for Elon Musk, Έλον Μασκ and
// Ілон Маск. It is the consonants of its words, sounds that scripts confuse
// made one, in order of the alphabet. A name of one short word keeps its
// vowels, or too many would be alike. Fold(Fold(x)) is Fold(x).
func Fold(name, tag string) string {
	words := essential(Words(name), base(tag))
	keys := make([]string, 0, len(words))
	for _, w := range words {
		if k := foldWord(w, tag, len(words) == 1); k != "" {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

// minConsonants is how many consonants a lone word must have to be known by
// them alone.
const minConsonants = 4

func foldWord(word, tag string, lone bool) string {
	var buf, out [64]byte
	sounds, script := AppendSounds(buf[:0], word, tag)
	if script == Other {
		return string(sounds)
	}
	key := foldSounds(out[:0], sounds, false)
	if lone && consonants(key) < minConsonants {
		key = foldSounds(key[:0], sounds, true)
	}
	return string(key)
}

func consonants(key []byte) int {
	n := 0
	for _, c := range key {
		if !isVowel(c) {
			n++
		}
	}
	return n
}

// foldSounds appends the letters of sounds. Without vowels a word still shows
// that it begins with one.
func foldSounds(dst, sounds []byte, vowels bool) []byte {
	start := len(dst)
	for i, s := range sounds {
		c := foldSound(s, sounds[i+1:])
		for j := range len(c) {
			letter := c[j]
			if isVowel(letter) && !vowels {
				if len(dst) > start {
					continue
				}
				letter = 'a'
			}
			if len(dst) > start && dst[len(dst)-1] == letter && letter > '9' {
				continue
			}
			dst = append(dst, letter)
		}
	}
	return dst
}

// foldSound returns the letters of a sound in a key. They are fixed points:
// read as Latin script they give themselves.
func foldSound(s byte, next []byte) string {
	switch s {
	case 'a', 'e', 'o', 'u', 'b', 'd', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'z':
		return oneByte(s)
	case 'i', 'y':
		return "i"
	case 'E', 'F', 'A':
		return "e"
	case 'O':
		return "o"
	case 'U':
		return "u"
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
	case 'S', 'Q':
		return "s"
	case 'Z':
		return "z"
	case 'C', 'T', 'I':
		return "ts"
	case 'Y':
		return "dz"
	case 'X':
		return "h"
	case 'G':
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
	case 'j', 'B', 'V':
		return ""
	}
	return string([]byte{s})
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

// essential returns the words without particles and patronymics, unless
// nothing else is there.
func essential(words []string, lang string) []string {
	if len(words) < 2 {
		return words
	}
	kept := make([]string, 0, len(words))
	for i, w := range words {
		if isParticle(w) || i > 0 && i+1 < len(words) && isPatronymic(w) {
			continue
		}
		kept = append(kept, w)
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

// isParticle tells the words of names that come and go: articles,
// prepositions, "son of". None is the key of a word.
func isParticle(w string) bool {
	switch w {
	case "al", "el", "ul", "de", "of", "the", "von", "van", "der", "di", "da", "do", "dos", "du", "la", "le",
		"del", "della", "bin", "ibn", "bint", "zu", "den", "af", "ter", "ten", "te", "jr", "sr",
		"ван", "фон", "аль", "эль", "ал", "ель", "де", "да", "дер", "ди", "ла", "мл", "ال", "بن", "בן", "αλ", "ελ", "ντε", "φον", "βαν":
		return true
	}
	return false
}

// isPatronymic tells the middle names of Russian, Ukrainian, Belarusian and
// Bulgarian that other languages leave out.
func isPatronymic(w string) bool {
	for _, end := range []string{
		"ович", "евич", "ёвич", "ович", "йович", "овна", "евна", "ична", "івна", "ївна", "авіч", "евіч", "эвіч", "аўна", "еўна",
	} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
