package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/ner"
)

// The least lengths, in letters, of a name that begins a compound and of what
// follows it: shorter ones are as often no compound (Applebaum, Amazonas).
const (
	minHead = 6
	minTail = 5
)

// compounds reports whether the language writes compounds as one word.
func (a *article) compounds() bool {
	switch a.tag.Base() {
	case "de", "nl", "sv", "da", "nb", "nn", "no", "is", "fo", "af", "lb":
		return true
	}
	return false
}

// head returns how many bytes of a word, as in Twitterreikning or
// Facebookkonto, are a name that the gazetteer knows as that of a body or a
// product, and 0 if the word is no compound that begins so. The longest known
// beginning counts.
func (a *article) head(word string) int {
	if !a.compounds() || len(word) < minHead+minTail || utf8.RuneCountInString(word) < minHead+minTail {
		return 0
	}
	if first, n := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) || strings.IndexFunc(word[n:], notLower) >= 0 {
		return 0
	}
	if a.isListed(word) {
		return 0
	}
	end := len(word)
	for range minTail {
		end = beforeLast(word, end)
	}
	for ; utf8.RuneCountInString(word[:end]) >= minHead; end = beforeLast(word, end) {
		for c := range a.r.opts.Gazetteer.Lookup(word[:end], a.tag) {
			if (c.Kind == Org || c.Kind == Product) && a.isBrand(word[:end]) && a.isOwn(c.ID, word[:end]) {
				return end
			}
			return 0
		}
	}
	return 0
}

// beforeLast returns where the last rune of word[:end] begins.
func beforeLast(word string, end int) int {
	_, n := utf8.DecodeLastRuneInString(word[:end])
	return end - n
}

func notLower(r rune) bool { return !unicode.IsLower(r) }

// isBrand reports whether w is on the lists of bodies and firms, and on no
// other, as far as there are lists.
func (a *article) isBrand(w string) bool {
	if a.lists == nil {
		return true
	}
	all, _ := a.lists.Lists(w, string(a.tag.Base()))
	return all&(ner.Body|ner.Firm) != 0 && !a.isListed(w)
}

// isOwn reports whether id may be of a thing that w is the very name of, and
// not that of another language that is written alike: Bundesver is no
// Bundeswehr, which Russian calls Бундесвер.
func (a *article) isOwn(id ID, w string) bool {
	return id.Known() || id == "name:"+ID(Fold(w, a.tag))
}

// isListed reports whether w is on a list of common words, people or places.
func (a *article) isListed(w string) bool {
	if a.lists == nil {
		return false
	}
	all, own := a.lists.Lists(w, string(a.tag.Base()))
	return own&ner.Common != 0 || all&(ner.Given|ner.Surname|ner.Single|ner.Country) != 0
}

// proper narrows a mention to the name itself: to the known name that a
// compound begins with, and without the abbreviated legal form of a firm that a
// text of another script names in Latin letters, as Ukrainian does Tesla Inc.
func (a *article) proper(m *mention) {
	last := len(m.words) - 1
	switch {
	case last == 0 && m.kind != Person && m.kind != Place:
		if n := a.head(m.words[0]); n > 0 {
			m.words = []string{m.words[0][:n]}
			m.end = m.start + n
		}
	case last > 0 && m.kind == Org && a.otherScript() && isShortForm(m.words[last]) && isLatin(m.words[0]):
		name := strings.TrimSuffix(a.text[m.start:m.end], m.words[last])
		m.words = m.words[:last]
		m.end = m.start + len(strings.TrimRight(name, ", \n\t\u00a0"))
	}
}

// otherScript reports whether the language is written in another script than
// Latin.
func (a *article) otherScript() bool {
	switch a.tag.Base() {
	case "el", "ru", "uk", "be", "bg", "mk", "kk", "ky", "tg", "mn", "ka", "hy", "he", "yi", "ar", "fa", "ur", "ps",
		"hi", "mr", "ne", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si", "th", "km", "my", "am", "zh", "ja", "ko":
		return true
	}
	return false
}

// isShortForm reports whether w is a legal form cut short by a stop: Inc., Ltd.
func isShortForm(w string) bool { return strings.HasSuffix(w, ".") && isLatin(w) && isLegalForm(w) }

func isLatin(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) < 0
}
