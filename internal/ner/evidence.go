package ner

import (
	"github.com/tidings-go/tidings/internal/words"
)

// evidence is what the rest of an article shows of a word.
type evidence uint8

const (
	seenLower evidence = 1 << iota // it occurs in lower case
	seenInner                      // it occurs with a capital inside a sentence
	seenAfter                      // it follows a given name
)

// maxEvidence bounds the words of an article that are remembered.
const maxEvidence = 1 << 16

// gather returns what an article shows of each of its words.
func (m *Model) gather(text string, toks []words.Token) map[uint64]evidence {
	out := make(map[uint64]evidence, min(len(toks)/2, maxEvidence))
	var r reader
	for from := 0; from < len(toks); {
		end := sentenceEnd(text, toks, from)
		afterGiven := false
		for i := from; i < end; i++ {
			w := toks[i]
			if w.Kind == words.Other || w.Kind == words.Number {
				afterGiven = false
				continue
			}
			r.romanise(text[w.Start:w.End])
			h := hashBytes(fnv, r.roman)
			f, _ := formOf(text[w.Start:w.End])
			e := out[h]
			switch {
			case f == lower:
				e |= seenLower
			case i > from && (f == capital || f == camel):
				e |= seenInner
			}
			if afterGiven && f != lower {
				e |= seenAfter
			}
			if e != 0 && (len(out) < maxEvidence || out[h] != 0) {
				out[h] = e
			}
			afterGiven = f == capital && m.lists.of(h)&Given != 0
		}
		from = end
	}
	return out
}
