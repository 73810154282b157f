package main

import (
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/tidings-go/tidings/internal/ner"
	"github.com/tidings-go/tidings/internal/words"
)

// sure is how probable a name must be for a reader to look where the corpus
// does not have it.
const sure = 0.9

// review prints what a model that has not seen an article marks in it without
// doubt and otherwise than the corpus does: places for a reader to look at.
// Articles are dealt out to two halves, each read by the model of the other.
func review(data []text, train func([]text) ([]byte, error)) error {
	for half := range uint32(2) {
		var seen, unseen []text
		for _, t := range data {
			if t.own() && halfOf(t) == half {
				unseen = append(unseen, t)
			} else {
				seen = append(seen, t)
			}
		}
		model, err := train(seen)
		if err != nil {
			return err
		}
		m, err := ner.Open(string(model))
		if err != nil {
			return err
		}
		for _, t := range unseen {
			differences(m, t)
		}
	}
	return nil
}

func halfOf(t text) uint32 {
	h := fnv.New32a()
	h.Write([]byte(t.text))
	return h.Sum32() & 1
}

// differences prints the names that m finds in t and the corpus has not.
func differences(m *ner.Model, t text) {
	want := map[gold]bool{}
	for _, g := range t.gold {
		want[g] = true
	}
	for _, s := range m.Spans(t.text, words.Append(nil, t.text), t.tag) {
		if s.Score < sure || want[gold{s.Start, s.End, s.Type}] {
			continue
		}
		from := strings.LastIndexByte(t.text[:s.Start], '\n') + 1
		line, _, _ := strings.Cut(t.text[from:], "\n")
		fmt.Printf("%s\t%s\t%s\t%s\t%s\n", t.tag, labelOf(s.Type), t.text[s.Start:s.End], t.inPlace(s.Start, s.End), line)
	}
}

// inPlace returns what the corpus has between start and end.
func (t text) inPlace(start, end int) string {
	var out []string
	for _, g := range t.gold {
		if g.start < end && start < g.end {
			out = append(out, labelOf(g.typ)+" "+t.text[g.start:g.end])
		}
	}
	return strings.Join(out, ", ")
}

func labelOf(t ner.Type) string {
	for name, typ := range typeNames {
		if typ == t {
			return name
		}
	}
	return ""
}
