package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/ner"
	"github.com/tidings-go/tidings/internal/words"
	"github.com/tidings-go/tidings/lang"
)

// An article is a text in the course of being read.
type article struct {
	r        *Recognizer
	text     string
	tag      lang.Tag
	toks     []words.Token
	lists    *ner.Model // for known names; nil with a tagger of the caller's
	mentions []*mention // in order
	groups   []*group   // in order of their first mention
}

// A mention is a name in the text in the course of being read.
type mention struct {
	start, end int
	kind       Kind
	score      float64
	words      []string // its words as they stand
	base       []string // in their base form
}

// A group is mentions of one thing.
type group struct {
	mentions []*mention
	kind     Kind
	base     []string // of the fullest mention
	id       ID
}

// mention returns the name of a proposal, without quotation marks and the like
// at its ends; ok is false if nothing is left.
func (a *article) mention(p Proposal) (m *mention, ok bool) {
	start, end := max(p.Start, 0), min(p.End, len(a.text))
	for start < end {
		r, n := utf8.DecodeRuneInString(a.text[start:end])
		if isWord(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(a.text[start:end])
		if isWord(r) || r == '.' && abbreviated(a.text[start:end]) || unicode.Is(unicode.M, r) {
			break
		}
		end -= n
	}
	if start >= end {
		return nil, false
	}
	end = a.balance(start, end)
	if start >= end || !utf8.RuneStart(a.text[start]) || !utf8.ValidString(a.text[start:end]) {
		return nil, false
	}
	m = &mention{start: start, end: end, kind: p.Kind, score: p.Score, words: strings.Fields(a.text[start:end])}
	if m.kind == Person && len(m.words) > 2 && a.isDemonym(m.words[0]) {
		m.start += strings.Index(a.text[start:end], m.words[1])
		m.words = m.words[1:]
	}
	if m.kind == Person && len(m.words) == 1 && a.isDemonym(m.words[0]) {
		m.kind = Other
	}
	a.proper(m)
	return m, true
}

// isDemonym reports whether w is what Greek calls somebody of a country, with a
// capital: Ιταλός of Ιταλία.
func (a *article) isDemonym(w string) bool {
	if a.tag.Base() != "el" {
		return false
	}
	for range 2 {
		_, n := utf8.DecodeLastRuneInString(w)
		w = w[:len(w)-n]
		for c := range a.r.opts.Gazetteer.Lookup(w+"ία", a.tag) {
			if isCountryID(c.ID) {
				return true
			}
		}
	}
	return false
}

// balance takes in the mark that closes one opened inside the name, as in
// ТОВ «Лен», or leaves out what follows an opened one that is not closed.
func (a *article) balance(start, end int) int {
	name := a.text[start:end]
	open := strings.LastIndexAny(name, "«„“(\"")
	if open < 0 {
		return end
	}
	r, n := utf8.DecodeRuneInString(name[open:])
	closing := closingOf(r)
	if r == '"' && strings.Count(name, "\"")%2 == 0 || r != '"' && strings.ContainsAny(name[open+n:], closing) {
		return end
	}
	if next, n := utf8.DecodeRuneInString(a.text[end:]); end < len(a.text) && strings.ContainsRune(closing, next) {
		return end + n
	}
	if r == '(' {
		return start + len(strings.TrimRight(name[:open], " "))
	}
	return end
}

// closingOf returns the marks that close what r opens.
func closingOf(r rune) string {
	switch r {
	case '«':
		return "»"
	case '„', '“':
		return "”“"
	case '(':
		return ")"
	}
	return string(r)
}

// unbracket makes two names of one with an acronym in brackets at its end.
func (a *article) unbracket(ps []Proposal) []Proposal {
	var out []Proposal
	for _, p := range ps {
		if p.Start < 0 || p.End > len(a.text) || p.Start > p.End {
			continue
		}
		name := strings.TrimSuffix(a.text[p.Start:p.End], ")")
		at := strings.LastIndex(name, " (")
		if at <= 0 || !acronym(name[at+2:]) {
			out = append(out, p)
			continue
		}
		long, short := p, p
		long.End = p.Start + at
		short.Start, short.End = long.End+2, p.Start+len(name)
		out = append(out, long, short)
	}
	return out
}

// isCommon reports whether m is a single word that is no name as far as the
// lists know, but a common word, and that the tagger is not sure of.
func (a *article) isCommon(m *mention) bool {
	if a.lists == nil || len(m.words) != 1 || m.score > 0.7 {
		return false
	}
	all, own := a.lists.Lists(m.words[0], string(a.tag.Base()))
	const names = ner.Given | ner.Surname | ner.Single | ner.Country | ner.Body
	return own&ner.Common != 0 && own&ner.Given == 0 && all&names == 0
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' || r == '№')
}

// abbreviated reports whether the stop at the end of name belongs to it, as in
// "Tesla Inc." and "George H."
func abbreviated(name string) bool {
	i := strings.LastIndexByte(name, ' ')
	switch last := name[i+1:]; {
	case i < 0:
		return strings.Count(name, ".") > 1
	case utf8.RuneCountInString(last) == 2, lettered(last):
		return true
	default:
		switch last {
		case "Inc.", "Corp.", "Co.", "Ltd.", "Bros.", "Jr.", "Sr.", "Kft.", "Nyrt.", "Zrt.", "Hnos.", "Cía.", "Cia.", "Şti.":
			return true
		}
		return false
	}
}

// lettered reports whether w is letters, one or two between stops: Α.Ε. and
// S.p.A.
func lettered(w string) bool {
	parts := strings.Split(strings.TrimSuffix(w, "."), ".")
	for _, p := range parts {
		if n := utf8.RuneCountInString(p); n == 0 || n > 2 {
			return false
		}
	}
	return len(parts) > 1
}

// before returns the word before byte at, in lower case, or "" at the start of
// a sentence.
func (a *article) before(at int) string {
	s := strings.TrimRight(a.text[max(0, at-60):at], " «\"„“”(")
	i := strings.LastIndexAny(s, " \n\t(«\"„“”—–.!?,;:")
	return strings.ToLower(s[i+1:])
}
