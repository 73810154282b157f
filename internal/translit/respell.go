package translit

import (
	"strings"
	"unicode/utf8"
)

// Unadapted takes off the ending that a language gives to foreign names also
// in their base form: Czech and Slovak Merkelová, Latvian Putins.
func Unadapted(word, tag string) string {
	if stem, ok := strings.CutSuffix(word, "ová"); ok && utf8.RuneCountInString(stem) > 2 {
		return stem
	}
	if base(tag) == "lv" && utf8.RuneCountInString(word) > 3 {
		return unadaptedLatvian(word)
	}
	return word
}

// unadaptedLatvian takes off the -s of the first declension after a consonant
// and after -ij, -ej. Boris is Boriss, so that one s is left of two.
func unadaptedLatvian(word string) string {
	stem, ok := strings.CutSuffix(word, "s")
	if !ok {
		stem, ok = strings.CutSuffix(word, "š")
	}
	if !ok {
		return word
	}
	switch last, _ := utf8.DecodeLastRuneInString(stem); last {
	case 'a', 'e', 'i', 'o', 'u', 'ā', 'ē', 'ī', 'ū':
		return word
	}
	return stem
}

// withoutInitials drops single letters with a dot, if two words are left:
// the W. of George W. Bush.
func withoutInitials(name string) string {
	if !strings.Contains(name, ".") {
		return name
	}
	var kept []string
	for w := range strings.FieldsSeq(name) {
		if l := strings.TrimRight(w, ".,"); l == w || utf8.RuneCountInString(l) > 1 || !strings.HasSuffix(w, ".") {
			kept = append(kept, w)
		}
	}
	if len(kept) < 2 {
		return name
	}
	return strings.Join(kept, " ")
}
