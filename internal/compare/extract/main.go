// Command extract measures package extract beside go-readability,
// go-trafilatura and go-domdistiller on the same pages, one after the other on
// one core: F1, pages and megabytes a second of processor time, allocations a
// page. It runs on Unix.
//
//	go run ./extract DIR...
//
// Each DIR holds a set: gold.jsonl, and the pages that it names.
package main

import (
	"flag"
	"fmt"
	"log"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 3, "how often to time all pages; the fastest counts")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	var sets [][]page
	for _, dir := range flag.Args() {
		ps, err := readSet(dir)
		if err != nil {
			log.Fatal(err)
		}
		sets = append(sets, ps)
	}
	fmt.Printf("%-21s", "F1")
	for _, dir := range flag.Args() {
		fmt.Printf(" %15s", filepath.Base(dir))
	}
	fmt.Printf(" %15s\n", "mean")
	for _, x := range extractors() {
		if x.extracts {
			printScores(x, sets)
		}
	}
	fmt.Printf("\n%-21s %8s %8s %12s %10s %7s\n", "speed", "pages/s", "MB/s", "allocs/page", "kB/page", "errors")
	for _, x := range extractors() {
		printSpeed(x, slices.Concat(sets...), *rounds)
	}
}

// printScores prints the F1 of each set.
func printScores(x extractor, sets [][]page) {
	fmt.Printf("%-21s", x.name)
	mean := 0.0
	for _, ps := range sets {
		var s score
		for _, p := range ps {
			text, _ := x.run(p.html, p.address)
			s.add(p.gold, words(text))
		}
		mean += s.f1()
		fmt.Printf(" %15.3f", s.f1())
	}
	fmt.Printf(" %15.3f\n", mean/float64(len(sets)))
}

// printSpeed prints how fast a library is, and what it allocates.
func printSpeed(x extractor, pages []page, rounds int) {
	var size, errors int
	for _, p := range pages {
		size += len(p.html)
	}
	best := time.Duration(1<<63 - 1)
	var before, after runtime.MemStats
	for range rounds {
		errors = 0
		runtime.GC()
		runtime.ReadMemStats(&before)
		start := processorTime()
		for _, p := range pages {
			if _, err := x.run(p.html, p.address); err != nil {
				errors++
			}
		}
		best = min(best, processorTime()-start)
		runtime.ReadMemStats(&after)
	}
	n := float64(len(pages))
	fmt.Printf("%-21s %8.1f %8.2f %12.0f %10.0f %7d\n", x.name, n/best.Seconds(), float64(size)/1e6/best.Seconds(),
		float64(after.Mallocs-before.Mallocs)/n, float64(after.TotalAlloc-before.TotalAlloc)/1e3/n, errors)
}

// processorTime returns the time that the program has had the processor, which
// other programs do not change much.
func processorTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		log.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
