package dump

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/tidings-go/tidings/internal/dates"
)

//go:embed cues.txt
var cueText string

// A CueKind is what a cue word announces.
type CueKind uint8

// The kinds of cues.
const (
	NoCue CueKind = iota
	Related
	List
	Share
	Comment
	Photo
	By
	Legal
	Account
	Nav
	Ad
	Time
	Topic
	Source
	cueKinds
)

// cueNames are the kinds' names in the table, in order.
const cueNames = " related list share comment photo by legal join nav ad time topic source "

// A phrase is a cue as numbers of words of the table.
type phrase struct {
	kinds uint16 // a bit for each kind
	words []int32
}

// cueTable finds phrases by their first word.
type cueTable struct {
	word    map[string]int32
	starts  [][]phrase // by first word
	longest int
}

var (
	cueOnce  sync.Once
	cueReady *cueTable
)

func cues() *cueTable {
	cueOnce.Do(func() { cueReady = parseCues(cueText) })
	return cueReady
}

// parseCues reads the table: "kind language: phrase|phrase…" a line.
func parseCues(text string) *cueTable {
	c := &cueTable{word: map[string]int32{}}
	for line := range strings.SplitSeq(text, "\n") {
		head, list, ok := strings.Cut(line, ": ")
		name, _, _ := strings.Cut(head, " ")
		at := strings.Index(cueNames, " "+name+" ")
		if !ok || line[0] == '#' || at < 0 {
			continue
		}
		kind := strings.Count(cueNames[:at+1], " ")
		for p := range strings.SplitSeq(list, "|") {
			c.add(p, uint16(1)<<kind)
		}
	}
	return c
}

// Phrases returns the cues of a kind in a language, or in English where the
// table has none: trainers put them into pages.
func Phrases(k CueKind, lang string) []string {
	name := strings.Fields(cueNames)[k-1]
	for line := range strings.SplitSeq(cueText, "\n") {
		if list, ok := strings.CutPrefix(line, name+" "+lang+": "); ok {
			return strings.Split(list, "|")
		}
	}
	if lang == "en" {
		return nil
	}
	return Phrases(k, "en")
}

func (c *cueTable) add(s string, kinds uint16) {
	ts, lex := tokenize(s, nil)
	var p phrase
	for _, t := range ts {
		if t.shape == mark {
			continue
		}
		w := cueKey(lex.names[t.id])
		id, ok := c.word[w]
		if !ok {
			id = int32(len(c.starts))
			c.word[w] = id
			c.starts = append(c.starts, nil)
		}
		p.words = append(p.words, id)
	}
	if len(p.words) == 0 {
		return
	}
	first := p.words[0]
	for i, q := range c.starts[first] {
		if equal(q.words, p.words) {
			c.starts[first][i].kinds |= kinds
			return
		}
	}
	p.kinds = kinds
	c.starts[first] = append(c.starts[first], p)
	c.longest = max(c.longest, len(p.words))
}

// cueKey folds what writers of one language vary: Greek accents, which
// capitals lack, and Romanian cedillas. Other accents tell languages apart.
func cueKey(w string) string {
	for _, r := range w {
		switch {
		case unicode.Is(unicode.Greek, r):
			return dates.Key(w)
		case r == 'ş' || r == 'ţ':
			return strings.NewReplacer("ş", "ș", "ţ", "ț").Replace(w)
		}
	}
	return w
}

func equal(a, b []int32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// number maps each word of a page to its number in the table, or -1.
func (c *cueTable) number(l *lexicon) []int32 {
	out := make([]int32, len(l.names))
	for i, w := range l.names {
		out[i] = -1
		if id, ok := c.word[cueKey(w)]; ok {
			out[i] = id
		}
	}
	return out
}

// isCredit reports whether a word in small letters is a cue of credits.
func (c *cueTable) isCredit(w string) bool {
	id, ok := c.word[cueKey(w)]
	if !ok {
		return false
	}
	for _, p := range c.starts[id] {
		if len(p.words) == 1 && p.kinds&(1<<Photo) != 0 {
			return true
		}
	}
	return false
}

// match returns the longest phrase that begins at token i and ends before
// token end, as its kinds and the token after it.
func (p *Page) match(i, end int) (kinds uint16, next int) {
	if p.tokens[i].shape == mark {
		return 0, i
	}
	w := p.cueWord[p.tokens[i].id]
	if w < 0 {
		return 0, i
	}
	next = i
	for _, ph := range p.cues.starts[w] {
		if j, ok := p.follows(ph, i, end); ok && j > next {
			kinds, next = ph.kinds, j
		}
	}
	return kinds, next
}

func (p *Page) follows(ph phrase, i, end int) (next int, ok bool) {
	for _, w := range ph.words {
		for i < end && p.tokens[i].shape == mark && !p.tokens[i].space && p.tokens[i].r == '.' {
			i++
		}
		if i >= end || p.tokens[i].shape == mark || p.cueWord[p.tokens[i].id] != w {
			return 0, false
		}
		i++
	}
	return i, true
}
