// Package stem strips the endings of words, so that the forms of a word meet.
//
// English, Spanish, French, Russian, Swedish, Norwegian and Hungarian go
// through github.com/kljensen/snowball; 20 languages through stemmers that the
// Snowball compiler generated (folder snowball); the others that inflect by
// endings through a list of endings of ours; the rest come back unchanged.
package stem

import (
	"strings"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"

	"github.com/tidings-go/tidings/internal/stem/snowball"
	"github.com/tidings-go/tidings/internal/stem/snowball/arabic"
	"github.com/tidings-go/tidings/internal/stem/snowball/armenian"
	"github.com/tidings-go/tidings/internal/stem/snowball/basque"
	"github.com/tidings-go/tidings/internal/stem/snowball/catalan"
	"github.com/tidings-go/tidings/internal/stem/snowball/danish"
	"github.com/tidings-go/tidings/internal/stem/snowball/dutch"
	"github.com/tidings-go/tidings/internal/stem/snowball/finnish"
	"github.com/tidings-go/tidings/internal/stem/snowball/german"
	"github.com/tidings-go/tidings/internal/stem/snowball/greek"
	"github.com/tidings-go/tidings/internal/stem/snowball/hindi"
	"github.com/tidings-go/tidings/internal/stem/snowball/indonesian"
	"github.com/tidings-go/tidings/internal/stem/snowball/irish"
	"github.com/tidings-go/tidings/internal/stem/snowball/italian"
	"github.com/tidings-go/tidings/internal/stem/snowball/lithuanian"
	"github.com/tidings-go/tidings/internal/stem/snowball/nepali"
	"github.com/tidings-go/tidings/internal/stem/snowball/portuguese"
	"github.com/tidings-go/tidings/internal/stem/snowball/romanian"
	"github.com/tidings-go/tidings/internal/stem/snowball/serbian"
	"github.com/tidings-go/tidings/internal/stem/snowball/tamil"
	"github.com/tidings-go/tidings/internal/stem/snowball/turkish"
)

// maxWord is the longest word, in bytes, that is stemmed. Longer ones are not
// words of any language here.
const maxWord = 128

// Word returns the stem of a lower-cased word of the language with the given
// BCP 47 tag. A stem is not always a word. Words of other languages, invalid
// UTF-8 and words of more than 128 bytes come back unchanged.
func Word(tag, word string) string {
	if len(word) > maxWord || !utf8.ValidString(word) {
		return word
	}
	base, _, _ := strings.Cut(tag, "-")
	switch base {
	case "en":
		return english.Stem(word, true)
	case "es":
		return spanish.Stem(word, true)
	case "fr":
		return french.Stem(word, true)
	case "ru":
		return russian.Stem(word, true)
	case "sv":
		return swedish.Stem(word, true)
	case "nb", "nn", "no":
		return norwegian.Stem(word, true)
	case "hu":
		return hungarian.Stem(word, true)
	case "ro", "mo":
		return run(romanian.Stem, cedillas(word))
	}
	if s := generated(base); s != nil {
		return run(s, word)
	}
	return strip(word, endings(base))
}

// generated returns the Snowball stemmer of a language, or nil.
func generated(base string) func(*snowball.Env) bool {
	switch base {
	case "ar":
		return arabic.Stem
	case "hy":
		return armenian.Stem
	case "eu":
		return basque.Stem
	case "ca":
		return catalan.Stem
	case "da":
		return danish.Stem
	case "nl", "af":
		return dutch.Stem
	case "fi":
		return finnish.Stem
	case "de":
		return german.Stem
	case "el":
		return greek.Stem
	case "hi":
		return hindi.Stem
	case "id", "ms":
		return indonesian.Stem
	case "ga":
		return irish.Stem
	case "it":
		return italian.Stem
	case "lt":
		return lithuanian.Stem
	case "ne":
		return nepali.Stem
	case "pt", "gl":
		return portuguese.Stem
	case "sr", "hr", "bs", "sh", "cnr":
		return serbian.Stem
	case "ta":
		return tamil.Stem
	case "tr":
		return turkish.Stem
	}
	return nil
}

func run(stem func(*snowball.Env) bool, word string) string {
	env := snowball.NewEnv(word)
	stem(env)
	return env.Current()
}

// cedillas writes Romanian ș and ț as ş and ţ, the only forms that Snowball 2.2
// knows.
func cedillas(word string) string {
	if !strings.ContainsAny(word, "șț") {
		return word
	}
	return strings.NewReplacer("ș", "ş", "ț", "ţ").Replace(word)
}

// minStem is how many runes [strip] leaves of a word at least.
const minStem = 3

// strip takes the longest of the endings off word. They are separated by
// spaces, longest first.
func strip(word, endings string) string {
	for ending := range strings.FieldsSeq(endings) {
		if s, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(s) >= minStem {
			return s
		}
	}
	return word
}
