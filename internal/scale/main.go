// Scale simulates the news of the world and measures what becomes of it when
// the work is dealt out:
//
//	go run ./internal/scale -articles 1000000
//	go run ./internal/scale -articles 200000 -by band -shards 8
//	go run ./internal/scale -articles 200000 -by time -every 6h
//	go run ./internal/scale -pages examples/desk/pages
//
// The stream is made up; entities and languages come with it, so that what is
// measured is the placing of articles alone. -by none is one clusterer. With
// -by time a clusterer reads each -every of the stream and is merged into one
// that keeps the open stories. With -by band each such time is shared out among
// -shards clusterers, by the least hash of the things that an article is about
// (MinHash with a band of one), and all are merged; -by random shares it out
// without looking. One line is printed for each -report articles: articles
// placed and merged in a second of processor time, seconds of the slowest shard
// and of the merges, and agreement with the events of the stream, by pairs and
// by BCubed.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"text/tabwriter"
	"time"
)

type config struct {
	articles, words, shards, report int
	perDay                          float64
	by                              string
	every                           time.Duration
	seed                            uint64
	save                            string
}

func main() {
	var c config
	flag.IntVar(&c.articles, "articles", 100_000, "articles to read")
	flag.Float64Var(&c.perDay, "day", 1e6, "articles a day")
	flag.IntVar(&c.words, "words", 180, "words of an article")
	flag.StringVar(&c.by, "by", "none", "how the work is dealt out: none, time, band or random")
	flag.IntVar(&c.shards, "shards", 8, "clusterers side by side, with -by band or random")
	flag.DurationVar(&c.every, "every", 24*time.Hour, "time between two merges")
	flag.IntVar(&c.report, "report", 100_000, "articles between two lines")
	flag.Uint64Var(&c.seed, "seed", 1, "of the stream")
	flag.StringVar(&c.save, "save", "", "write the story of each article to this file, to compare runs")
	with := flag.String("with", "", "compare with the stories that -save wrote")
	pages := flag.String("pages", "", "measure instead what reading the pages of this folder costs")
	flag.Parse()
	if *pages != "" {
		if err := measurePages(*pages, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "scale:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(context.Background(), c, *with, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, c config, with string, w io.Writer) error {
	d, err := newDesk(c)
	if err != nil {
		return err
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(tw, "articles\tday\topen\tadd/s\tmerge/s\tslowest\theap MB\tsnapshot MB\tP\tR\tF1\tB3\t\n")
	tw.Flush()
	var gold partition
	for a := range newStream(c.perDay, c.words, c.seed).articles(c.articles) {
		gold = append(gold, a.event)
		if err := d.read(ctx, a); err != nil {
			return err
		}
		if len(gold)%c.report == 0 || len(gold) == c.articles {
			if err := d.line(ctx, w, gold); err != nil {
				return err
			}
		}
	}
	if c.save != "" {
		if err := d.stories.save(c.save); err != nil {
			return err
		}
	}
	if with == "" {
		return nil
	}
	other, err := load(with)
	if err != nil {
		return err
	}
	p, r, f := agreement(d.stories, other)
	_, err = fmt.Fprintf(w, "with %s: P %.4f R %.4f F1 %.4f B3 %.4f\n", with, p, r, f, bcubed(d.stories, other))
	return err
}

// line brings all together and prints how things stand.
func (d *desk) line(ctx context.Context, w io.Writer, gold partition) error {
	if err := d.merge(ctx); err != nil {
		return err
	}
	d.assign()
	p, r, f := agreement(d.stories, gold)
	snapshot, err := d.all.MarshalBinary()
	if err != nil {
		return err
	}
	size := len(snapshot)
	snapshot = nil
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	_, err = fmt.Fprintf(w, "%8d %5.1f %8d %7.0f %8.0f %6.1fs %8.0f %8.0f  %.3f %.3f %.3f %.3f\n", len(gold), d.now.Sub(epoch).Hours()/24, d.open(),
		rate(d.added, d.adding), rate(d.merged, d.merging), d.slowest.Seconds(), float64(m.HeapAlloc)/1e6, float64(size)/1e6, p, r, f, bcubed(d.stories, gold))
	d.added, d.merged, d.adding, d.merging, d.slowest = 0, 0, 0, 0, 0
	return err
}

func rate(n int, t time.Duration) float64 {
	if n == 0 {
		return 0
	}
	return float64(n) / t.Seconds()
}
