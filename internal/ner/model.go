// Package ner marks the names in a text with one linear-chain model for all
// languages.
//
// The model is a conditional random field (Lafferty, McCallum and Pereira
// 2001) over hashed features that see through script: romanised words and
// affixes, shapes, neighbours, lists of names, and what the rest of the article
// shows of a word. Its trainer is internal/train/ner, which shares the
// features with it.
package ner

import (
	"fmt"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/words"
)

// Kind and Version name the format of a model.
const (
	Kind    = "ner"
	Version = 3
)

// Sections of a model.
const (
	RowSection        = "rows"  // see AppendRows
	ListSection       = "lists" // see AppendLists
	CueSection        = "cues"  // the same
	TransitionSection = "trans" // float32 for each label and label after it
)

// A Model finds names. It is immutable, and safe for concurrent use.
type Model struct {
	rows  rows
	lists listTable
	cues  listTable
	trans [Labels][Labels]float32
	step  [Labels][Labels]float64 // the exponentials of trans, 0 where none can be
}

// Open returns the model in data, which is read in place.
func Open(data string) (*Model, error) {
	f, err := flat.Open(data, Kind, Version)
	if err != nil {
		return nil, fmt.Errorf("ner: %w", err)
	}
	m := WithLists(f.Section(ListSection), f.Section(CueSection))
	m.rows = openRows(f.Section(RowSection))
	trans := f.Section(TransitionSection)
	for a := range m.trans {
		for b := range m.trans[a] {
			m.trans[a][b] = flat.Float32(trans, a*Labels+b)
			if Label(b).Follows(Label(a)) {
				m.step[a][b] = math.Exp(float64(m.trans[a][b]))
			}
		}
	}
	return m, nil
}

// WithLists returns a model that knows lists and cues and nothing else, for
// training.
func WithLists(lists, cues string) *Model {
	return &Model{lists: openLists(lists), cues: openLists(cues)}
}

// A Span is a name found: text[Start:End].
type Span struct {
	Start, End int
	Type       Type
	Score      float64 // in [0, 1]: the probability of its least certain word
}

// Spans returns the names in text, in order. tag is a language, or empty.
func (m *Model) Spans(text string, toks []words.Token, tag string) []Span {
	var out []Span
	var l lattice
	for s := range m.sentences(text, toks, tag) {
		s.activate(reach)
		l.weigh(m, s)
		if l.best(m, s) {
			l.marginals(m, s)
			out = l.appendSpans(out, s)
		}
		if s.isCaseless() {
			out = s.addListed(out)
		}
	}
	return out
}

// sentences yields the sentences of text; each is valid until the next.
func (m *Model) sentences(text string, toks []words.Token, tag string) func(func(*sentence) bool) {
	return func(yield func(*sentence) bool) {
		seen := m.gather(text, toks)
		s := &sentence{tag: tagHash(tag)}
		var r reader
		for from := 0; from < len(toks); {
			end := sentenceEnd(text, toks, from)
			s.toks = s.toks[:0]
			for _, w := range toks[from:end] {
				var t token
				r.fill(&t, text, w)
				if w.Kind != words.Other {
					m.fillLists(&t, &r, s.tag)
					t.cues = m.cuesOf(&t, &r, s.tag)
					t.seen = seen[t.word]
				}
				if k := len(s.toks); k > 0 {
					t.glued = s.toks[k-1].end == t.start
				}
				s.toks = append(s.toks, t)
			}
			s.markForeign()
			m.matchPhrases(s)
			s.shout()
			if !yield(s) {
				return
			}
			from = end
		}
	}
}

// An Example is a sentence as the trainer sees it: for each token its place and
// its features, nil where no name can be.
type Example struct {
	Tokens   [][2]int
	Features [][]uint64
}

// learned is how far behind a word that looks like a name a token may be to
// be learned from: long names go on in lower case.
const learned = 6

// Examples returns the sentences of text with their features.
func (m *Model) Examples(text string, tag string) []Example {
	var out []Example
	for s := range m.sentences(text, words.Append(nil, text), tag) {
		s.activate(learned)
		e := Example{make([][2]int, len(s.toks)), make([][]uint64, len(s.toks))}
		for i, t := range s.toks {
			e.Tokens[i] = [2]int{t.start, t.end}
			if s.active[i] {
				e.Features[i] = s.appendFeatures(nil, i)
			}
		}
		out = append(out, e)
	}
	return out
}
