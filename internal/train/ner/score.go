package main

import (
	"fmt"
	"path/filepath"
	"sort"
	"strings"

	"github.com/tidings-go/tidings/internal/ner"
	"github.com/tidings-go/tidings/internal/words"
)

// A count is of names found rightly, found wrongly, and missed.
type count struct{ right, wrong, missed int }

func (c count) f1() float64 {
	if c.right == 0 {
		return 0
	}
	return 2 * float64(c.right) / float64(2*c.right+c.wrong+c.missed)
}

// score prints the F1 of the core types on each set in dir.
func score(model []byte, dir string, only map[string]bool, limit int) error {
	m, err := ner.Open(string(model))
	if err != nil {
		return err
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil {
		return err
	}
	sort.Strings(paths)
	sum, sets := 0.0, 0
	for _, p := range paths {
		set := strings.TrimSuffix(filepath.Base(p), ".jsonl.gz")
		if len(only) > 0 && !only[set] {
			continue
		}
		texts, err := readSet(p, limit)
		if err != nil {
			return err
		}
		var by [3]count
		for _, t := range texts {
			tally(m, t, &by)
		}
		all := count{}
		for _, c := range by {
			all.right, all.wrong, all.missed = all.right+c.right, all.wrong+c.wrong, all.missed+c.missed
		}
		fmt.Printf("%-14s %.4f  P %.3f R %.3f  PER %.3f ORG %.3f LOC %.3f\n", set, all.f1(),
			float64(all.right)/float64(max(1, all.right+all.wrong)), float64(all.right)/float64(max(1, all.right+all.missed)),
			by[ner.Person].f1(), by[ner.Org].f1(), by[ner.Place].f1())
		sum += all.f1()
		sets++
	}
	fmt.Printf("macro          %.4f over %d sets\n", sum/float64(max(1, sets)), sets)
	return nil
}

func tally(m *ner.Model, t text, by *[3]count) {
	want := map[gold]bool{}
	for _, g := range t.gold {
		if g.typ <= ner.Place {
			want[g] = true
			by[g.typ].missed++
		}
	}
	for _, s := range m.Spans(t.text, words.Append(nil, t.text), t.tag) {
		if s.Type > ner.Place {
			continue
		}
		if want[gold{s.Start, s.End, s.Type}] {
			by[s.Type].right++
			by[s.Type].missed--
		} else {
			by[s.Type].wrong++
		}
	}
}
