// Command dump trains the trees of internal/dump on pages whose licence
// allows it, and measures them on pages of other sites.
//
//	dump -data DIR -out ../dump/trees.bin    trains on all pages
//	dump -data DIR -cv                       trains and measures by sites
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/tidings-go/tidings/internal/dump"
	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/train/gbdt"
	"github.com/tidings-go/tidings/internal/train/sets"
	"github.com/tidings-go/tidings/internal/trees"
)

// free are the sets with the MIT or the Apache licence.
const free = "fundus fundus-eval naeb scrapinghub readability trafilatura"

// tests are all sets to measure on; the free ones by sites.
const tests = "cleanportaleval daniel dragnet fundus fundus-eval gn1 naeb scrapinghub wcxb-article"

var (
	data   = flag.String("data", "", "folder with the sets")
	out    = flag.String("out", "", "file to write")
	cv     = flag.Bool("cv", false, "measure by sites")
	search = flag.Bool("search", false, "with -cv: try other costs of the path")
)

const folds = 3

var (
	round1 = gbdt.Config{Trees: 140, Leaves: 24, Rate: 0.12, Lambda: 3, MinH: 1.5, Features: 0.4}
	round2 = gbdt.Config{Trees: 90, Leaves: 16, Rate: 0.1, Lambda: 3, MinH: 1.5, Features: 0.4}
)

// page is one variant of a page with its features.
type page struct {
	s       sample
	variant int
	p       *dump.Page
	feats   []float32
	first   []float64 // what trees that have not seen its site said of it
	share   []float64
	weight  []float64
}

func main() {
	log.SetFlags(0)
	flag.Parse()
	var train []*page
	for _, set := range strings.Fields(free) {
		ss, err := loadPages(*data, set)
		if err != nil {
			log.Fatal(err)
		}
		log.Printf("%s: %d pages", set, len(ss))
		train = append(train, prepare(ss, true)...)
	}
	test, fold := loadTests(train)
	firstRound(train, test, fold)
	if *out != "" {
		write(train)
	}
	if *cv {
		secondRound(train, test, fold)
		report(test, dump.DefaultCosts(), true)
		if *search {
			searchCosts(test)
		}
	}
}

// loadTests reads the pages to measure on, and tells the fold of each page: one
// that no page of its site was trained in.
func loadTests(train []*page) (test []*page, fold func(*page) int) {
	sites := map[string]string{}
	for _, q := range train {
		sites[q.s.id] = q.s.site
	}
	for _, set := range strings.Fields(tests) {
		if err := loadSites(*data, set, sites); err != nil {
			log.Fatal(err)
		}
		if !*cv {
			continue
		}
		ss, err := loadFlat(*data, set)
		if err != nil {
			log.Fatal(err)
		}
		test = append(test, prepare(ss, false)...)
	}
	return test, func(q *page) int { return sets.Fold(sites[q.s.id], folds) }
}

func prepare(ss []sample, labelled bool) (out []*page) {
	for _, s := range ss {
		texts := s.variants()
		if labelled {
			texts = append(texts, s.disturbed()...)
		}
		for v, text := range texts {
			q := &page{s: s, variant: v, p: dump.Parse(text, s.lang)}
			if labelled && !q.label() {
				continue
			}
			q.feats = q.p.Describe()
			out = append(out, q)
		}
	}
	return out
}

// label sets how much of each unit belongs to the article, and the weight of
// each unit: the units of the article of a page weigh the same in all.
func (q *page) label() bool {
	gold := q.s.gold
	if q.variant == 2 { // both bodies are right; one of them is dropped later
		gold += "\n" + q.s.gold
	}
	share, count, ok := label(q.p, gold)
	if !ok {
		return false
	}
	q.share, q.weight = share, make([]float64, len(share))
	pos := 0.0
	for i := range share {
		pos += share[i] * count[i]
	}
	pos = math.Max(pos, 50)
	for i, n := range count {
		q.weight[i] = 60 * math.Min(math.Sqrt(n+0.2)*6, n*2+1) / pos
	}
	return true
}

// gather collects the rows of the pages that pick wants. again adds what the
// first round said.
func gather(ps []*page, again bool, pick func(*page) bool) (r gbdt.Rows) {
	for group, q := range ps {
		if !pick(q) {
			continue
		}
		rows := q.rows(again)
		for i := range q.share {
			r.X = append(r.X, rows[i])
			r.Y = append(r.Y, float32(q.share[i]))
			r.W = append(r.W, float32(q.weight[i]))
			r.Group = append(r.Group, group)
		}
	}
	return r
}

// rows returns the features of each unit.
func (q *page) rows(again bool) [][]float32 {
	out := make([][]float32, len(q.p.Units))
	var more []float32
	if again {
		more = q.p.DescribeAgain(q.first)
	}
	for i := range out {
		out[i] = q.feats[i*dump.Features : (i+1)*dump.Features : (i+1)*dump.Features]
		if again {
			out[i] = append(out[i], more[i*dump.Additional:(i+1)*dump.Additional]...)
		}
	}
	return out
}

// firstRound judges every page by trees that have not seen its site.
func firstRound(train, test []*page, fold func(*page) int) {
	for f := range folds {
		m := open(gbdt.Train(gather(train, false, func(q *page) bool { return fold(q) != f }), round1))
		for _, q := range slices.Concat(train, test) {
			if fold(q) == f {
				q.first = judge(m, q.rows(false))
			}
		}
		log.Printf("first round, fold %d done", f)
	}
}

// secondRound judges the pages to measure on again.
func secondRound(train, test []*page, fold func(*page) int) {
	for f := range folds {
		m := open(gbdt.Train(gather(train, true, func(q *page) bool { return fold(q) != f }), round2))
		for _, q := range test {
			if fold(q) != f {
				continue
			}
			for i, x := range judge(m, q.rows(true)) {
				q.p.Units[i].Prob = x
			}
		}
		log.Printf("second round, fold %d done", f)
	}
}

// write trains on all pages. The second round learns from what trees that had
// not seen a page said of it.
func write(train []*page) {
	all := func(*page) bool { return true }
	b := flat.NewBuilder(dump.Kind, dump.Version)
	gbdt.Train(gather(train, false, all), round1).Add(b, "a")
	gbdt.Train(gather(train, true, all), round2).Add(b, "b")
	data, err := b.Bytes()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, data, 0o644); err != nil {
		log.Fatal(err)
	}
}

func open(f *gbdt.Forest) *trees.Forest {
	b := flat.NewBuilder(dump.Kind, dump.Version)
	f.Add(b, "a")
	data, err := b.Bytes()
	if err != nil {
		log.Fatal(err)
	}
	file, err := flat.Open(string(data), dump.Kind, dump.Version)
	if err != nil {
		log.Fatal(err)
	}
	return trees.Read(file, "a")
}

func judge(m *trees.Forest, rows [][]float32) []float64 {
	out := make([]float64, len(rows))
	bins := make([]uint8, m.Inputs())
	for i, x := range rows {
		m.Bin(bins, x)
		out[i] = float64(m.Score(bins))
	}
	return out
}

// report prints F1 by set and variant and returns their means by variant.
func report(ps []*page, c dump.Costs, verbose bool) (mean [3]float64) {
	by := map[string]*[3]score{}
	for _, set := range strings.Fields(tests) {
		by[set] = &[3]score{}
	}
	for _, q := range ps {
		q.p.Decide(c)
		by[q.s.set][q.variant].add(q.s.gold, kept(q.p))
	}
	n := 0.0
	for _, set := range strings.Fields(tests) {
		n++
		for v := range 3 {
			mean[v] += by[set][v].f1()
		}
		if verbose {
			s := by[set]
			fmt.Printf("%-16s", set)
			for v := range 3 {
				fmt.Printf("  F %.3f (P %.3f R %.3f)", s[v].f1(), s[v].p/max(1, s[v].np), s[v].r/max(1, s[v].nr))
			}
			fmt.Println()
		}
	}
	for v := range 3 {
		mean[v] /= n
	}
	if verbose {
		fmt.Printf("mean lines %.4f oneline %.4f double %.4f\n", mean[0], mean[1], mean[2])
	}
	return mean
}

func kept(p *dump.Page) string {
	var b strings.Builder
	for _, u := range p.Units {
		if u.Keep {
			b.WriteString(p.Text[u.Start:u.End])
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// searchCosts tries other costs one at a time.
func searchCosts(ps []*page) {
	c := dump.DefaultCosts()
	total := func(c dump.Costs) float64 { m := report(ps, c, false); return m[0] + m[1] + m[2] }
	best := total(c)
	for range 2 {
		for k := range 8 {
			for _, x := range []float64{0, 0.5, 0.75, 1.33, 2, 3} {
				d := c
				switch {
				case k < 5:
					d.Break[k] = c.Break[k]*x + map[bool]float64{true: 0.1}[x > 1]
				case k == 5:
					d.Power = 0.1 + 0.15*x
				case k == 6:
					d.Bias = x - 1
				default:
					d.Bound = 2 + x
				}
				if s := total(d); s > best+1e-5 {
					best, c = s, d
				}
			}
		}
	}
	fmt.Printf("%+v %.4f\n", c, best/3)
	report(ps, c, true)
}
