package main

import (
	"slices"
	"strings"

	"github.com/tidings-go/tidings/internal/ner"
)

// A labelSet is a set of labels.
type labelSet uint16

// An example is a sentence to learn from: for each token its features, by
// number, and the labels that it may have. A token has several where the
// set does not say, as a product in a set without products.
type example struct {
	feats  [][]uint32
	may    []labelSet
	weight float32
}

// A numbering gives features that are common enough a number.
type numbering struct {
	counts []uint8 // of features with the same high bits
	ids    map[uint64]uint32
	hashes []uint64
	least  uint8
}

const countBits = 27

func newNumbering(least int) *numbering {
	return &numbering{make([]uint8, 1<<countBits), map[uint64]uint32{}, nil, uint8(least)}
}

func (n *numbering) count(h uint64) {
	if c := &n.counts[h>>(64-countBits)]; *c < 255 {
		*c++
	}
}

// number returns the numbers of the features that are common enough.
func (n *numbering) number(hashes []uint64) []uint32 {
	out := make([]uint32, 0, len(hashes))
	for _, h := range hashes {
		if n.counts[h>>(64-countBits)] < n.least {
			continue
		}
		id, ok := n.ids[h]
		if !ok {
			id = uint32(len(n.hashes))
			n.ids[h] = id
			n.hashes = append(n.hashes, h)
		}
		out = append(out, id)
	}
	return out
}

// build turns texts into examples.
func build(m *ner.Model, texts []text, n *numbering) []example {
	var out []example
	for pass := range 2 {
		for _, t := range texts {
			for _, e := range m.Examples(t.text, t.tag) {
				if pass == 0 {
					for _, f := range e.Features {
						for _, h := range f {
							n.count(h)
						}
					}
					continue
				}
				if x, ok := label(t, e, n); ok {
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// label finds the labels of e's tokens; ok is false if there is nothing to
// learn from it.
func label(t text, e ner.Example, n *numbering) (x example, ok bool) {
	x.weight = t.weight
	for i, p := range e.Tokens {
		x.may = append(x.may, t.labels(p[0], p[1]))
		if e.Features[i] == nil {
			x.feats = append(x.feats, nil)
			continue
		}
		ok = true
		x.feats = append(x.feats, n.number(e.Features[i]))
	}
	repair(x)
	return x, ok
}

// repair makes the labels of an example possible: a token that is not tagged is
// in no name, and the rest of a name that is cut there begins anew.
func repair(x example) {
	for i := range x.may {
		switch {
		case x.feats[i] == nil:
			x.may[i] = 1 << ner.Outside
		case x.may[i]&anyFirst == 0 && (i == 0 || x.may[i-1]&(x.may[i]|x.may[i]>>1) == 0):
			x.may[i] >>= 1 // from Inside to First
		}
	}
}

// anyFirst are the labels that need nothing before them.
const anyFirst labelSet = 1 | 1<<1 | 1<<3 | 1<<5 | 1<<7 | 1<<9 | 1<<11

// labels returns the labels that the token at start to end may have.
func (t text) labels(start, end int) labelSet {
	i, _ := slices.BinarySearchFunc(t.gold, start, func(g gold, at int) int {
		if g.end <= at {
			return -1
		}
		return 1
	})
	if i < len(t.gold) && t.gold[i].start < end {
		return t.named(t.gold[i], t.gold[i].start >= start)
	}
	may := labelSet(1 << ner.Outside)
	for typ := range ner.Type(ner.Types) {
		if t.types&(1<<typ) == 0 {
			may |= 1<<ner.First(typ) | 1<<ner.Inside(typ)
		}
	}
	return may
}

func (t text) named(g gold, first bool) labelSet {
	may := labelSet(0)
	for typ := range ner.Type(ner.Types) {
		// a MISC of a set without the finer types may be one of those
		if typ != g.typ && !(g.typ == ner.Misc && t.types&(1<<typ) == 0) {
			continue
		}
		if first {
			may |= 1 << ner.First(typ)
		} else {
			may |= 1 << ner.Inside(typ)
		}
	}
	return may
}

// loud returns some of texts again in capitals, and some in lower case, since
// headlines and posts come in both.
func loud(texts []text) []text {
	var out []text
	for i, t := range texts {
		switch {
		case i%25 == 7:
			out = append(out, t.recase(strings.ToUpper))
		case i%25 == 19:
			out = append(out, t.recase(strings.ToLower))
		case i%25 == 3:
			t.tag = ""
			out = append(out, t)
		}
	}
	return out
}

// recase returns t with change done to its text; names that move with the
// bytes are found again.
func (t text) recase(change func(string) string) text {
	var b strings.Builder
	at := 0
	golds := make([]gold, len(t.gold))
	for i, g := range t.gold {
		b.WriteString(change(t.text[at:g.start]))
		golds[i] = gold{start: b.Len(), typ: g.typ}
		b.WriteString(change(t.text[g.start:g.end]))
		golds[i].end = b.Len()
		at = g.end
	}
	b.WriteString(change(t.text[at:]))
	t.text, t.gold = b.String(), golds
	return t
}
