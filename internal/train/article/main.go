// Command article fits the weights by which internal/page tells pages of
// articles from other pages.
//
//	go run ./article -eval DIR,DIR DIR...
//
// Each DIR holds a set of pages of articles with gold text; the first lines of
// them stand for brief news. The same pages without their articles, or with a
// sentence only, stand for front pages, lists and players of videos. A third of
// the pages does not call itself an article, and of the other two thirds half
// do not once the article is gone. It prints the weights, and how they do on the sets to measure on.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/tidings-go/tidings/internal/page"
)

// example is a page, and whether it is an article.
type example struct {
	x       [page.NumSigns]float64
	article float64
}

func main() {
	log.SetFlags(0)
	eval := flag.String("eval", "", "folders, with commas, of sets to measure on")
	flag.Parse()
	var train, test []example
	for _, dir := range flag.Args() {
		train = append(train, read(dir)...)
	}
	for _, dir := range strings.Split(*eval, ",") {
		test = append(test, read(dir)...)
	}
	w := fit(train)
	fmt.Printf("%d pages\n%.3f\n", len(train), w)
	report(test, w)
}

// Words of the shortest news, and of what stands beside a video.
const brief, blurb = 80, 15

// read makes examples of the pages of a set.
func read(dir string) (out []example) {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		var g struct{ HTML, Text string }
		if err := json.Unmarshal(s.Bytes(), &g); err != nil {
			log.Fatal(err)
		}
		if g.Text == "" {
			continue
		}
		doc := readPage(filepath.Join(dir, g.HTML))
		p := page.Read(doc)
		own := ownBlocks(p, g.Text)
		kind := len(out) / 4 % 3
		bare, bareRest := kind == 0, kind < 2
		out = append(out,
			example{signs(doc, bare), 1},
			example{signs(without(doc, p, own, brief), bare), 1},
			example{signs(without(doc, p, own, 0), bareRest), 0},
			example{signs(without(doc, p, own, blurb), bareRest), 0},
		)
	}
	return out
}

func readPage(name string) string {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		log.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := io.Copy(&b, z); err != nil {
		log.Fatal(err)
	}
	return page.Decode(b.Bytes(), "")
}

// signs reads a page and returns its signs; bare leaves out what it says of
// itself.
func signs(doc string, bare bool) [page.NumSigns]float64 {
	p := page.Read(doc)
	d := p.ReadData()
	if bare {
		d = &page.Data{}
		for i := range p.Metas {
			if p.Metas[i].Key == "og:type" {
				p.Metas[i].Value = "website"
			}
		}
	}
	f := page.FeaturesOf(p, p.RoughTitle(d), d.Body)
	return p.Signs(page.Default().Judge(f), d)
}

// ownBlocks tells the blocks whose runs of three words are in the gold text for
// the most part.
func ownBlocks(p *page.Page, gold string) []bool {
	in := map[string]bool{}
	each(gold, func(run string) { in[run] = true })
	own := make([]bool, len(p.Blocks))
	for i := range p.Blocks {
		n, hit := 0, 0
		each(p.Blocks[i].Text, func(run string) {
			n++
			if in[run] {
				hit++
			}
		})
		own[i] = n > 0 && 2*hit >= n
	}
	return own
}

func each(s string, yield func(string)) {
	const run = 3
	ws := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) })
	for i := 0; i+run <= len(ws); i++ {
		yield(strings.Join(ws[i:i+run], " "))
	}
}

// without returns the document without the blocks of its article, but for those
// at the start that have no more than so many words in all.
func without(doc string, p *page.Page, own []bool, words int) string {
	var b strings.Builder
	at := 0
	for i, mine := range own {
		k := &p.Blocks[i]
		if !mine || k.Start < at {
			continue
		}
		if n := len(strings.Fields(k.Text)); n <= words {
			words -= n
			continue
		}
		b.WriteString(doc[at:k.Start])
		at = k.End
	}
	b.WriteString(doc[at:])
	return b.String()
}

// fit is logistic regression by gradient descent.
func fit(ex []example) (w [page.NumSigns + 1]float64) {
	const steps, rate, decay = 20_000, 0.5, 1e-3
	for range steps {
		var g [page.NumSigns + 1]float64
		for _, e := range ex {
			d := (e.article - probability(e, w))
			for i, x := range e.x {
				g[i] += d * x
			}
			g[page.NumSigns] += d
		}
		for i := range w {
			w[i] += rate * (g[i]/float64(len(ex)) - decay*w[i])
		}
	}
	return w
}

func probability(e example, w [page.NumSigns + 1]float64) float64 {
	z := w[page.NumSigns]
	for i, x := range e.x {
		z += w[i] * x
	}
	return 1 / (1 + math.Exp(-z))
}

// report prints how often pages of each probability are articles.
func report(ex []example, w [page.NumSigns + 1]float64) {
	const bins = 10
	var sum, yes, n [bins]float64
	right, all, off := 0.0, 0.0, 0.0
	for _, e := range ex {
		p := probability(e, w)
		b := min(int(p*bins), bins-1)
		sum[b] += p
		yes[b] += e.article
		n[b]++
		all++
		if (p >= 0.5) == (e.article > 0) {
			right++
		}
	}
	for b := range bins {
		if n[b] > 0 {
			fmt.Printf("said %.2f  were %.2f  of %.0f\n", sum[b]/n[b], yes[b]/n[b], n[b])
			off += math.Abs(sum[b] - yes[b])
		}
	}
	fmt.Printf("right %.3f, expected calibration error %.3f\n", right/all, off/all)
}
