// Command eval measures the embedded model of package lang on labelled sets:
// accuracy by set and kind, calibration, and recall by language.
//
//	go run ./lang/eval -cap 30 -recall ntrex DIR
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/tidings-go/tidings/lang"
)

type row struct {
	Text, Lang, Kind, Tag string
	Spans                 []struct{ Lang, Text string }
}

// canonical gives the code of a label: languages compare without script.
func canonical(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return base
}

func main() {
	log.SetFlags(0)
	perGroup := flag.Int("cap", 30, "texts per set, kind and language, 0 for all")
	sets := flag.String("sets", "ntrex,ntrex-nodia,lingua,mixed,ntrex-para,tatoeba", "sets")
	recall := flag.String("recall", "", "set and kind to print the recall by language of")
	show := flag.String("errors", "", "label whose errors are printed")
	common := flag.String("common", "", "file of common languages")
	asTable := flag.Bool("table", false, "print a table of recall by language")
	flag.Parse()
	var t table
	isCommon := map[string]bool{}
	if b, err := os.ReadFile(*common); err == nil {
		for _, l := range strings.Fields(string(b)) {
			isCommon[l] = true
		}
	}
	for _, set := range strings.Split(*sets, ",") {
		rows, err := read(filepath.Join(flag.Arg(0), set+".jsonl.gz"), *perGroup)
		if err != nil {
			log.Fatal(err)
		}
		byKind := map[string][]row{}
		for _, r := range rows {
			byKind[r.Kind] = append(byKind[r.Kind], r)
		}
		for _, kind := range slices.Sorted(maps.Keys(byKind)) {
			report(set+"/"+kind, byKind[kind], isCommon, *recall, *show, &t)
			reportSpans(byKind[kind])
		}
	}
	if *asTable {
		t.print()
	}
}

func report(name string, rows []row, common map[string]bool, recall, show string, t *table) {
	right, commonRight, commonAll := 0, 0, 0
	total, ok := map[string]int{}, map[string]int{}
	wrong := map[string]map[string]int{}
	var conf, hit [15]float64
	start := time.Now()
	for _, r := range rows {
		g := lang.Detect(r.Text)
		got := canonical(string(g.Tag))
		id := cmp.Or(r.Tag, r.Lang)
		total[id]++
		t.add(name, id, got == r.Lang)
		if common[r.Lang] {
			commonAll++
		}
		b := min(int(g.Confidence*15), 14)
		conf[b] += g.Confidence
		if got == r.Lang {
			right++
			ok[id]++
			hit[b]++
			if common[r.Lang] {
				commonRight++
			}
			continue
		}
		if wrong[id] == nil {
			wrong[id] = map[string]int{}
		}
		wrong[id][string(g.Tag)]++
		if show != "" && show == id && strings.HasPrefix(name, recall) {
			fmt.Printf("  %s %.2f %q\n", g.Tag, g.Confidence, r.Text)
		}
	}
	el := time.Since(start)
	ece, sum := 0.0, 0.0
	for b := range conf {
		sum += conf[b]
		ece += max(conf[b]-hit[b], hit[b]-conf[b])
	}
	fmt.Printf("%-22s n %6d  acc %.4f  common %.4f  ece %.4f  confidence %.4f  %d ns\n", name, len(rows), float64(right)/float64(len(rows)),
		float64(commonRight)/max(1, float64(commonAll)), ece/float64(len(rows)), sum/float64(len(rows)), el.Nanoseconds()/int64(len(rows)))
	if recall == "" || !strings.HasPrefix(name, recall) {
		return
	}
	ids := slices.SortedFunc(maps.Keys(total), func(a, b string) int {
		return cmp.Or(cmp.Compare(float64(ok[a])/float64(total[a]), float64(ok[b])/float64(total[b])), cmp.Compare(a, b))
	})
	for _, id := range ids {
		if ok[id] < total[id] {
			fmt.Printf("  %s %d/%d %v\n", id, ok[id], total[id], wrong[id])
		}
	}
}

// reportSpans prints the share of bytes that get the right language.
func reportSpans(rows []row) {
	right, all, spans := 0, 0, 0
	for _, r := range rows {
		if len(r.Spans) == 0 {
			return
		}
		truth := make([]string, 0, len(r.Text))
		for _, s := range r.Spans {
			for range len(s.Text) + 1 {
				truth = append(truth, s.Lang)
			}
		}
		for s := range lang.Default().Spans(r.Text) {
			spans++
			for i := s.Start; i < min(s.End, len(truth)); i++ {
				all++
				if canonical(string(s.Guess.Tag)) == truth[i] {
					right++
				}
			}
		}
	}
	fmt.Printf("  bytes of spans right %.4f, %.1f spans a text\n", float64(right)/float64(all), float64(spans)/float64(len(rows)))
}

func read(file string, perGroup int) ([]row, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	groups := map[string][]row{}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r row
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, err
		}
		key := r.Kind + "/" + r.Lang + "/" + r.Tag
		groups[key] = append(groups[key], r)
	}
	var all []row
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		g := groups[key]
		if perGroup > 0 && len(g) > perGroup {
			slices.SortStableFunc(g, func(a, b row) int { return cmp.Compare(hash(a.Text), hash(b.Text)) })
			g = g[:perGroup]
		}
		all = append(all, g...)
	}
	return all, lines.Err()
}

func hash(s string) uint32 { h := fnv.New32a(); h.Write([]byte(s)); return h.Sum32() }
