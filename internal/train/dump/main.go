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
	"strings"

	"github.com/tidings-go/tidings/internal/dump"
	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

// free are the sets with the MIT or the Apache licence.
const free = "fundus fundus-eval naeb scrapinghub readability"

// tests are all sets to measure on; the free ones by sites.
const tests = "cleanportaleval daniel dragnet fundus fundus-eval gn1 naeb scrapinghub wcxb-article"

var (
	data   = flag.String("data", "", "folder with the sets")
	out    = flag.String("out", "", "file to write")
	cv     = flag.Bool("cv", false, "measure by sites")
	folds  = flag.Int("folds", 4, "folds of -cv")
	count  = flag.Int("trees", 150, "trees")
	eta    = flag.Float64("eta", 0.12, "step")
	worst  = flag.Int("worst", 0, "print so many of the worst pages a set")
	search = flag.Bool("search", false, "with -cv: try other costs of the path")
)

// A row block is one variant of a page with its features.
type page struct {
	s       sample
	variant int
	p       *dump.Page
	feats   []float32
	first   int32 // row in the table
	share   []float64
	count   []float64
}

func main() {
	flag.Parse()
	var train []*page
	for _, set := range strings.Fields(free) {
		ss, err := loadPages(*data, set)
		if err != nil {
			log.Fatal(err)
		}
		train = append(train, prepare(ss, true)...)
	}
	t := tabulate(train)
	log.Printf("%d pages, %d rows", len(train), len(t.y))
	if *out != "" {
		g := boost(t, rowsOf(train, -1), *count, *eta)
		b, err := g.file(t)
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(*out, b, 0o644); err != nil {
			log.Fatal(err)
		}
	}
	if *cv {
		measure(t, train)
	}
}

func prepare(ss []sample, labelled bool) (out []*page) {
	for _, s := range ss {
		texts := s.variants()
		if labelled {
			texts = append(texts, s.disturbed()...)
		}
		for v, text := range texts {
			q := &page{s: s, variant: v, p: dump.Parse(text, s.lang)}
			if labelled {
				var ok bool
				if q.share, q.count, ok = label(q.p, gold(s, v)); !ok {
					continue
				}
			}
			q.feats = q.p.Describe()
			out = append(out, q)
		}
	}
	return out
}

// gold returns the text to align a variant with: the page with the body twice
// has all of both bodies right; one of them is dropped later.
func gold(s sample, variant int) string {
	if variant == 2 {
		return s.gold + "\n" + s.gold
	}
	return s.gold
}

func tabulate(ps []*page) *table {
	var rows []float32
	var y, w []float64
	for _, q := range ps {
		q.first = int32(len(y))
		rows = append(rows, q.feats...)
		pos := 0.0
		for i := range q.share {
			pos += q.share[i] * q.count[i]
		}
		pos = math.Max(pos, 50)
		for i := range q.share {
			y = append(y, q.share[i])
			w = append(w, 60*math.Min(math.Sqrt(q.count[i]+0.2)*6, q.count[i]*2+1)/pos)
		}
		q.feats = nil
	}
	return newTable(rows, y, w)
}

func fold(site string) int {
	h := uint32(2166136261)
	for i := range len(site) {
		h = (h ^ uint32(site[i])) * 16777619
	}
	return int(h>>8) % *folds
}

// rowsOf returns the rows of the pages that are not in a fold.
func rowsOf(ps []*page, without int) (rows []int32) {
	for _, q := range ps {
		if fold(q.s.site) == without {
			continue
		}
		for i := range q.share {
			rows = append(rows, q.first+int32(i))
		}
	}
	return rows
}

func measure(t *table, train []*page) {
	sites := map[string]string{}
	for _, q := range train {
		sites[q.s.id] = q.s.site
	}
	var test []*page
	for _, set := range strings.Fields(tests) {
		ss, err := loadFlat(*data, set)
		if err != nil {
			log.Fatal(err)
		}
		test = append(test, prepare(ss, false)...)
	}
	for f := range *folds {
		m := model(t, boost(t, rowsOf(train, f), *count, *eta))
		for _, q := range test {
			s, seen := sites[q.s.id]
			if seen && fold(s) == f || !seen && f == 0 {
				q.p.Weigh(m, q.feats)
			}
		}
		log.Printf("fold %d done", f)
	}
	report(test, dump.DefaultCosts(), true)
	if *search {
		searchCosts(test)
	}
}

func model(t *table, g *forest) *trees.Forest {
	b, err := g.file(t)
	if err != nil {
		log.Fatal(err)
	}
	m, err := flat.Open(string(b), dump.Kind, dump.Version)
	if err != nil {
		log.Fatal(err)
	}
	return trees.Read(m, "a")
}

// report prints F1 by set and variant and returns their means by variant.
func report(ps []*page, c dump.Costs, verbose bool) (mean [3]float64) {
	by := map[string]*[3]score{}
	for _, set := range strings.Fields(tests) {
		by[set] = &[3]score{}
	}
	type bad struct {
		f float64
		q *page
	}
	low := map[string][]bad{}
	for _, q := range ps {
		q.p.Decide(c)
		f := by[q.s.set][q.variant].add(q.s.gold, kept(q.p))
		k := fmt.Sprint(q.s.set, q.variant)
		low[k] = append(low[k], bad{f, q})
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
