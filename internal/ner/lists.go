package ner

import "github.com/tidings-go/tidings/internal/words"

// Lists are the lists that a word is on, as a set of bits.
type Lists uint16

// Lists of words.
const (
	Given   Lists = 1 << iota // given names
	Surname                   // surnames
	Single                    // places of one word
	Part                      // words of longer place names
	Firm                      // words of organisations' names, such as Bank and Inc.
	Country                   // countries and the best known cities
	Body                      // organisations of one word
)

// Lists of the words of one language.
const (
	Common   Lists = 1 << (7 + iota) // mostly in lower case
	Proper                           // mostly with a capital
	Frequent                         // among the most frequent words
	Known                            // among the next most frequent
)

// Lists of names of several words, by PhraseKey: a table of their own.
const (
	LongPerson = Given
	LongOrg    = Body
	LongPlace  = Single
)

// ListKey returns the key under which a word is kept on lists: for all
// languages if tag is empty, else for that language.
func ListKey(word, tag string) uint64 {
	var r reader
	r.romanise(word)
	h := hashBytes(fnv, r.roman)
	if tag != "" {
		h = inLanguage(h, tagHash(tag))
	}
	return h
}

func inLanguage(word, tag uint64) uint64 { return mix(0, word, tag, 0) }

func tagHash(tag string) uint64 { return hashString(fnv, tag) }

// fillLists looks t up, also without its ending if it is on no list as it is.
func (m *Model) fillLists(t *token, r *reader, tag uint64) {
	t.lists = m.lists.of(t.word)
	if t.lists == 0 && t.form == camel { // an initial without a space: K.Papadakis
		t.lists = m.lists.of(r.afterStop())
	}
	for k := 1; k <= 2 && t.lists == 0; k++ {
		if h := r.stem(k); h != 0 {
			t.lists = m.lists.of(stemmed(h)) &^ Firm
		}
	}
	t.lists |= m.lists.of(inLanguage(t.word, tag))
}

// stemmed sets the keys of stems apart from those of words.
func stemmed(h uint64) uint64 { return mix(1, h, 0, 0) }

// StemKeys returns the keys under which forms of word with other endings are
// found: those of the word itself and without its last rune.
func StemKeys(word string) []uint64 {
	var r reader
	r.romanise(word)
	var out []uint64
	if len(r.ends) >= 5 {
		out = append(out, stemmed(hashBytes(fnv, r.roman)), stemmed(r.stem(1)))
	}
	return out
}

// Lists returns the lists that word is on for all languages, and those for the
// language tag.
func (m *Model) Lists(word, tag string) (all, own Lists) {
	var r reader
	r.romanise(word)
	h := hashBytes(fnv, r.roman)
	return m.lists.of(h), m.lists.of(inLanguage(h, tagHash(tag)))
}

// maxPhrase is the longest phrase, in words, that is looked up.
const maxPhrase = 5

// unit is what a word counts as in a phrase: its first five letters, so that
// other endings count as well.
func (t *token) unit() uint64 {
	if h := t.pre[affixes-1]; h != 0 {
		return h
	}
	return t.word
}

func extend(key, unit uint64) uint64 { return mix(2, key, unit, 0) }

// PhraseKey returns the key of a name of several words, or 0 if it has not
// several or too many.
func PhraseKey(name string) uint64 {
	var r reader
	var t token
	key, n := uint64(0), 0
	for _, w := range words.Append(nil, name) {
		if w.Kind == words.Other {
			continue
		}
		r.fill(&t, name, w)
		key = extend(key, t.unit())
		n++
	}
	if n < 2 || n > maxPhrase {
		return 0
	}
	return key
}

// A phrase says of what kind the known phrase is that a word is in: 1, 3 or 5 for the
// first word of an organisation, place or person, one more for the others.
type phrase uint8

// matchPhrases marks the longest known phrases of s.
func (m *Model) matchPhrases(s *sentence) {
	for i := 0; i < len(s.toks); i++ {
		if !s.toks[i].named() {
			continue
		}
		kind, end := m.longest(s, i)
		for k := i; k < end; k++ {
			s.toks[k].phrase = kind
			if k > i {
				s.toks[k].phrase = kind + 1
			}
		}
		i = max(i, end-1)
	}
}

// longest returns the kind of the longest phrase at token i and its end, or 0.
func (m *Model) longest(s *sentence, i int) (kind phrase, end int) {
	key, n := uint64(0), 0
	for k := i; k < len(s.toks) && n < maxPhrase; k++ {
		t := &s.toks[k]
		if t.form == punct {
			if t.punct == '-' || t.punct == '.' || t.punct == '\'' {
				continue
			}
			break
		}
		key = extend(key, t.unit())
		if n++; n < 2 {
			continue
		}
		switch l := m.lists.of(key); {
		case l&LongOrg != 0:
			kind, end = 1, k+1
		case l&LongPlace != 0:
			kind, end = 3, k+1
		case l&LongPerson != 0:
			kind, end = 5, k+1
		}
	}
	return kind, end
}
