package entity

import (
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/lemma"
	"github.com/tidings-go/tidings/internal/ner"
	"github.com/tidings-go/tidings/internal/words"
)

// maxAlike bounds the names with a word in common that are compared, and with
// it time.
const maxAlike = 32

// spread marks the names found also where the tagger missed them, and the
// organisations that everybody knows.
func (a *article) spread() {
	sure := map[string][]*mention{} // one of each name, by first word
	seen := map[string]bool{}
	for _, m := range a.mentions {
		first, name := m.words[0], a.text[m.start:m.end]
		if m.score < 0.7 || len(first) <= 3 || !distinct(m) || seen[name] || len(sure[first]) >= maxAlike {
			continue
		}
		seen[name] = true
		sure[first] = append(sure[first], m)
	}
	a.fill(func(w words.Token, limit int) *mention {
		if m := a.again(sure, w, limit); m != nil {
			return m
		}
		return a.body(w)
	})
}

// fill adds the mentions that find makes of the words that are in none. They
// end by limit.
func (a *article) fill(find func(w words.Token, limit int) *mention) {
	var out []*mention
	next, end := 0, 0
	for _, w := range a.toks {
		for next < len(a.mentions) && a.mentions[next].start <= w.Start {
			out = append(out, a.mentions[next])
			end = max(end, a.mentions[next].end)
			next++
		}
		if w.Start < end || w.Kind == words.Other {
			continue
		}
		limit := len(a.text)
		if next < len(a.mentions) {
			limit = a.mentions[next].start
		}
		if m := find(w, limit); m != nil && m.score >= a.r.opts.MinScore {
			out = append(out, m)
			end = m.end
		}
	}
	a.mentions = append(out, a.mentions[next:]...)
}

// body returns a mention of w if it is a well-known organisation of one word,
// such as Tesla, and no common word, or of the name that a compound begins
// with, or nil.
func (a *article) body(w words.Token) *mention {
	word := a.text[w.Start:w.End]
	if r, _ := utf8.DecodeRuneInString(word); a.lists == nil || !unicode.IsUpper(r) || utf8.RuneCountInString(word) < 4 {
		return nil
	}
	if n := a.head(word); n > 0 {
		return &mention{start: w.Start, end: w.Start + n, kind: Org, score: formScore, words: []string{word[:n]}}
	}
	all, own := a.lists.Lists(word, string(a.tag.Base()))
	if all&ner.Body == 0 || all&(ner.Given|ner.Surname|ner.Single) != 0 || own&ner.Common != 0 {
		return nil
	}
	return &mention{start: w.Start, end: w.End, kind: Org, score: formScore, words: []string{word}}
}

// distinct reports whether m does not look like a common word.
func distinct(m *mention) bool {
	r, _ := utf8.DecodeRuneInString(m.words[0])
	return unicode.IsUpper(r) || len(m.words) > 1 && !unicode.IsLower(r)
}

// again returns the longest name of sure that starts with w and ends by limit,
// or nil.
func (a *article) again(sure map[string][]*mention, w words.Token, limit int) *mention {
	var best *mention
	for _, m := range sure[a.text[w.Start:w.End]] {
		name := a.text[m.start:m.end]
		end := w.Start + len(name)
		if end > limit || a.text[w.Start:end] != name || best != nil && end <= best.end || goesOn(a.text[end:]) {
			continue
		}
		best = &mention{start: w.Start, end: end, kind: m.kind, score: m.score * 0.9, words: m.words}
	}
	return best
}

// goesOn reports whether rest begins inside a word.
func goesOn(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// spreadForms marks words that are another form of the surname of somebody
// who is named in full, where the tagger missed them.
func (a *article) spreadForms() {
	surnames := map[string]bool{}
	for _, m := range a.mentions {
		if n := len(m.base); n > 1 && m.kind == Person && m.score >= 0.7 && utf8.RuneCountInString(m.base[n-1]) > 3 {
			surnames[m.base[n-1]] = true
		}
	}
	if len(surnames) == 0 {
		return
	}
	a.fill(func(w words.Token, _ int) *mention {
		word := a.text[w.Start:w.End]
		base := a.formOf(word, surnames)
		if base == "" {
			return nil
		}
		return &mention{start: w.Start, end: w.End, kind: Person, score: formScore, words: []string{word}, base: []string{base}}
	})
}

// formOf returns which of names word is a form of, or "".
func (a *article) formOf(word string, names map[string]bool) string {
	if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
		return ""
	}
	for _, form := range lemma.Changes(word, string(a.tag)) {
		if names[form] {
			return form
		}
	}
	return ""
}
