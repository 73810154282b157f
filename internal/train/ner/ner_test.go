package main

import (
	"strings"
	"testing"

	"github.com/tidings-go/tidings/internal/corpus/names"
	"github.com/tidings-go/tidings/internal/ner"
	"github.com/tidings-go/tidings/internal/words"
)

func TestProject(t *testing.T) {
	s := sentence{
		Text:   "Олена Коваль, Київ",
		Tokens: []string{"Олена", "Коваль", ",", "Київ"},
		Tags:   []string{"B-PER", "I-PER", "O", "I-LOC"},
	}
	var got []string
	for _, g := range project(s) {
		got = append(got, s.Text[g.start:g.end])
	}
	if strings.Join(got, "|") != "Олена Коваль|Київ" {
		t.Errorf("%q", got)
	}
}

func TestRecaseMovesNames(t *testing.T) {
	x := text{text: "der Fluß bei Gießen", gold: []gold{{14, 21, ner.Place}}}
	up := x.recase(strings.ToUpper)
	if g := up.gold[0]; up.text[g.start:g.end] != "GIESSEN" && up.text[g.start:g.end] != "GIEßEN" {
		t.Errorf("%q", up.text[g.start:g.end])
	}
}

// A set without products leaves it open whether a word is one.
func TestLabelsOfTypesThatAreNotMarked(t *testing.T) {
	x := text{text: "a Rom b", gold: []gold{{2, 5, ner.Place}}, types: coreTypes}
	if got := x.labels(2, 5); got != 1<<ner.First(ner.Place) {
		t.Errorf("name: %b", got)
	}
	open := x.labels(0, 1)
	if open&(1<<ner.First(ner.Product)) == 0 || open&(1<<ner.First(ner.Person)) != 0 || open&1 == 0 {
		t.Errorf("outside: %b", open)
	}
}

// A model that learns a few lines finds the names in them.
func TestLearns(t *testing.T) {
	lines := []string{
		"[Ілон Маск](PER|m) прибув до [Києва](LOC|k).", "Учора [Київ](LOC|k) зустрів гостей.",
		"Компанія [Нафтогаз](ORG|n) оновила прогноз.", "Дощ ітиме весь день.", "[Олена Коваль](PER|o) нічого не сказала.",
	}
	var data []text
	for range 8 {
		for _, s := range lines {
			l, err := names.Parse(s)
			if err != nil {
				t.Fatal(err)
			}
			data = append(data, ownText(names.Article{l}, "uk", 1))
		}
	}
	n := newNumbering(2)
	examples := build(ner.WithLists("", ""), data, n)
	c := newCRF(len(n.hashes))
	c.rate = 0.3
	first := c.epoch(examples)
	var last float64
	for range 10 {
		last = c.epoch(examples)
	}
	if last > first/4 {
		t.Errorf("loss fell from %.3f to %.3f only", first, last)
	}
	model, err := c.pack(n.hashes, 10000, tables{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := ner.Open(string(model))
	if err != nil {
		t.Fatal(err)
	}
	var by [3]count
	for _, x := range data[:len(lines)] {
		tally(m, x, &by)
	}
	if by[ner.Person].f1() < 1 || by[ner.Place].f1() < 1 || by[ner.Org].f1() < 1 {
		t.Errorf("%+v", by)
	}
	if len(m.Spans("", words.Append(nil, ""), "")) != 0 {
		t.Error("names in nothing")
	}
}
