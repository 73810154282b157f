// Command lang measures package lang beside whatlanggo and lingua-go on
// labelled texts: accuracy over the languages that each knows and over those
// that all know, time a text, and memory.
//
//	go run ./lang -cap 30 DIR
//
// DIR holds JSON Lines files, gzipped, of {"text","lang","kind"}.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"maps"
	"runtime"
	"slices"
	"strings"
	"time"
)

// A detector is a library under test. detect answers with an ISO 639 code.
type detector struct {
	name  string
	codes []string // the languages that it knows
	load  func() (detect func(text string) string)
}

func main() {
	log.SetFlags(0)
	perGroup := flag.Int("cap", 30, "texts per set, kind and language, 0 for all")
	sets := flag.String("sets", "ntrex,lingua,tatoeba", "names of sets, without .jsonl.gz")
	only := flag.String("only", "", "names of detectors, all if empty")
	own := flag.Bool("own", false, "restrict tidings to the languages of each rival")
	asTable := flag.Bool("languages", false, "print accuracy by language, as a table in Markdown")
	sizes := flag.Bool("size", false, "print what each adds to a program, and stop")
	flag.Parse()
	if *sizes {
		if err := printSizes(); err != nil {
			log.Fatal(err)
		}
		return
	}
	var texts []text
	for _, set := range strings.Split(*sets, ",") {
		t, err := read(flag.Arg(0), set, *perGroup)
		if err != nil {
			log.Fatal(err)
		}
		texts = append(texts, t...)
	}
	list := detectors(*own)
	shared := sharedCodes(list)
	runtime.GOMAXPROCS(1)
	var t table
	for _, d := range list {
		if *only == "" || slices.Contains(strings.Split(*only, ","), d.name) {
			measure(d, texts, shared, &t)
		}
	}
	if *asTable {
		t.print()
	}
}

// measure prints the figures of one detector, and adds them to a table.
func measure(d detector, texts []text, shared map[string]bool, table *table) {
	before := heap()
	start := time.Now()
	detect := d.load()
	detect("The first text takes the longest.")
	first := time.Since(start)
	memory := max(heap(), before) - before
	known := map[string]bool{}
	for _, c := range d.codes {
		known[c] = true
	}
	type score struct{ all, right, own, ownRight, shared, sharedRight int }
	scores := map[string]*score{}
	start = time.Now()
	for _, t := range texts {
		s := scores[t.set+" "+t.kind]
		if s == nil {
			s = &score{}
			scores[t.set+" "+t.kind] = s
		}
		right := 0
		if detect(t.text) == canonical(t.code) {
			right = 1
		}
		if known[t.code] {
			table.add(t.code, d.name+" "+t.kind, right)
		}
		s.all, s.right = s.all+1, s.right+right
		if known[t.code] {
			s.own, s.ownRight = s.own+1, s.ownRight+right
		}
		if shared[t.code] {
			s.shared, s.sharedRight = s.shared+1, s.sharedRight+right
		}
	}
	each := time.Since(start) / time.Duration(max(1, len(texts)))
	fmt.Printf("%s: %d languages, first answer %v, heap %.1f MB, %v a text\n", d.name, len(known), first.Round(time.Millisecond/10), float64(memory)/1e6, each)
	for _, set := range slices.Sorted(maps.Keys(scores)) {
		s := scores[set]
		share := func(a, b int) float64 { return float64(a) / float64(cmp.Or(b, 1)) }
		fmt.Printf("  %-20s all %.4f  own %.4f  shared %.4f\n", set, share(s.right, s.all), share(s.ownRight, s.own), share(s.sharedRight, s.shared))
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// sharedCodes returns the languages that every detector knows.
func sharedCodes(list []detector) map[string]bool {
	count := map[string]int{}
	for _, d := range list {
		seen := map[string]bool{}
		for _, c := range d.codes {
			if !seen[c] {
				seen[c] = true
				count[c]++
			}
		}
	}
	shared := map[string]bool{}
	for c, n := range count {
		if n == len(list) {
			shared[c] = true
		}
	}
	return shared
}
