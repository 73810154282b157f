// Command extract trains the model that tells the blocks of an article from
// the rest of a page.
//
//	go run ./extract -out ../page/blocks.bin -eval DIR,DIR DIR...
//
// Each DIR holds a set of pages with gold text: gold.jsonl and the pages it
// names. Pages are split by site for cross-validation. The result is the same
// in every run.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/page"
	"github.com/tidings-go/tidings/internal/train/gbdt"
	"github.com/tidings-go/tidings/internal/train/sets"
	"github.com/tidings-go/tidings/internal/trees"
)

const folds = 4

func main() {
	log.SetFlags(0)
	out := flag.String("out", "", "write the model to this file")
	eval := flag.String("eval", "", "folders, with commas, of sets to measure on only")
	flag.Parse()
	var pages []*gold
	for _, dir := range flag.Args() {
		gs, err := load(dir)
		if err != nil {
			log.Fatal(err)
		}
		pages = append(pages, gs...)
		log.Printf("%s: %d pages", dir, len(gs))
	}
	cv := crossValidate(pages)
	report("cross-validated", pages, cv)
	model := fit(pages, cv.first)
	if *out != "" {
		if err := os.WriteFile(*out, model, 0o644); err != nil {
			log.Fatal(err)
		}
	}
	m := open(model)
	if *eval == "" {
		return
	}
	for _, dir := range strings.Split(*eval, ",") {
		gs, err := load(dir)
		if err != nil {
			log.Fatal(err)
		}
		r := result{}
		for _, g := range gs {
			r.second = append(r.second, m.Judge(g.feat))
		}
		report("not trained on", gs, r)
	}
}

var (
	round1 = gbdt.Config{Trees: 220, Leaves: 18, Rate: 0.06, Lambda: 0.7, MinH: 0.06, Features: 0.35}
	round2 = gbdt.Config{Trees: 200, Leaves: 14, Rate: 0.05, Lambda: 0.7, MinH: 0.06, Features: 0.35}
)

// result holds the probabilities of each block of each page.
type result struct{ first, second [][]float32 }

// foldOf returns the fold of a page: all pages of a site are in one.
func foldOf(g *gold) int { return sets.Fold(g.site, folds) }

// gather collects the labelled rows of the pages that pick wants. x returns
// the matrix of a page.
func gather(pages []*gold, pick func(i int) bool, x func(i int) ([]float32, int)) gbdt.Rows {
	var r gbdt.Rows
	for i, g := range pages {
		if !pick(i) {
			continue
		}
		m, cols := x(i)
		for b := range g.label {
			if g.label[b] >= 0 && g.wt[b] > 0 {
				r.X = append(r.X, m[b*cols:(b+1)*cols])
				r.Y = append(r.Y, g.label[b])
				r.W = append(r.W, g.wt[b])
				r.Group = append(r.Group, i)
			}
		}
	}
	return r
}

// crossValidate judges every page by models that have not seen its site.
func crossValidate(pages []*gold) result {
	r := result{make([][]float32, len(pages)), make([][]float32, len(pages))}
	first := func(i int) ([]float32, int) { return pages[i].feat.X, pages[i].feat.Cols }
	for k := range folds {
		f := gbdt.Train(gather(pages, func(i int) bool { return foldOf(pages[i]) != k }, first), round1)
		m := toTrees(f)
		for i, g := range pages {
			if foldOf(g) == k {
				r.first[i] = apply(m, g.feat.X, g.feat.Rows, g.feat.Cols)
			}
		}
	}
	second := func(i int) ([]float32, int) {
		return pages[i].feat.Context(r.first[i]), pages[i].feat.Cols + page.NumContext
	}
	for k := range folds {
		m := toTrees(gbdt.Train(gather(pages, func(i int) bool { return foldOf(pages[i]) != k }, second), round2))
		for i, g := range pages {
			if foldOf(g) == k {
				x, cols := second(i)
				r.second[i] = apply(m, x, g.feat.Rows, cols)
			}
		}
	}
	return r
}

// fit trains the model on all pages. The second round learns from what models
// that had not seen a page said of it.
func fit(pages []*gold, first [][]float32) []byte {
	all := func(int) bool { return true }
	a := gbdt.Train(gather(pages, all, func(i int) ([]float32, int) { return pages[i].feat.X, pages[i].feat.Cols }), round1)
	b := gbdt.Train(gather(pages, all, func(i int) ([]float32, int) {
		return pages[i].feat.Context(first[i]), pages[i].feat.Cols + page.NumContext
	}), round2)
	w := flat.NewBuilder("blocks", 1)
	a.Add(w, "a")
	b.Add(w, "b")
	data, err := w.Bytes()
	if err != nil {
		log.Fatal(err)
	}
	return data
}

func open(model []byte) *page.Model {
	f, err := flat.Open(string(model), "blocks", 1)
	if err != nil {
		log.Fatal(err)
	}
	return &page.Model{First: trees.Read(f, "a"), Second: trees.Read(f, "b")}
}

func toTrees(f *gbdt.Forest) *trees.Forest {
	w := flat.NewBuilder("blocks", 1)
	f.Add(w, "a")
	data, err := w.Bytes()
	if err != nil {
		log.Fatal(err)
	}
	file, err := flat.Open(string(data), "blocks", 1)
	if err != nil {
		log.Fatal(err)
	}
	return trees.Read(file, "a")
}

func apply(t *trees.Forest, x []float32, n, cols int) []float32 {
	out := make([]float32, n)
	bins := make([]uint8, cols)
	for i := range n {
		t.Bin(bins, x[i*cols:(i+1)*cols])
		out[i] = t.Score(bins)
	}
	return out
}

// report prints the scores of each set.
func report(how string, pages []*gold, r result) {
	sets := map[string]*score{}
	var order []string
	for i, g := range pages {
		s := sets[g.set]
		if s == nil {
			s = &score{}
			sets[g.set] = s
			order = append(order, g.set)
		}
		s.add(g, r.second[i])
	}
	for _, name := range order {
		fmt.Printf("%-16s %-16s %s\n", name, how, sets[name])
	}
}
