// Command join learns the decision whether an article joins a story.
//
//	join [flags] SET.jsonl.gz...
//
// The sets are mixed into one stream, and dealt out to many small ones. The
// stories are split in two halves; a model is learned on each and judges the
// articles of the other, so that what is printed is about stories that were
// not trained on. With -o, a model
// learned on both halves is written: the one that ships.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"sort"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
	"github.com/tidings-go/tidings/lang"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "write the model to this `file`")
	trees := flag.Int("trees", 120, "number of trees")
	threshold := flag.Float64("threshold", 0.5, "probability from which an article joins, for the figures")
	verbose := flag.Bool("v", false, "print the worst errors")
	flag.Parse()
	all := load(flag.Args())
	read(all)
	var models [2]*join.Model
	var both table
	var trainStreams [][]article
	for seed := range uint64(2) {
		trainStreams = append(trainStreams, small(all, seed)...)
	}
	for half := range models {
		t := collect(pick(all, func(a *article) bool { return a.half == half }))
		for _, few := range trainStreams {
			if few[0].half == half {
				t.append(collect(few))
			}
		}
		models[half] = t.fit(*trees)
		both.append(t)
	}
	got := stream(all, models, *threshold)
	fmt.Printf("%-14s %v\n", "all", score(all, got, labelled))
	for _, set := range sets(all) {
		fmt.Printf("%-14s %v\n", set, score(all, got, func(a *article) bool { return a.set == set }))
	}
	fmt.Printf("%-14s %v\n", "small streams", scoreSmall(small(all, 99), models, *threshold))
	if *verbose {
		for i, name := range join.FeatureNames {
			fmt.Printf("%-18s %8.3f %8.3f\n", name, models[0].Linear[i], models[1].Linear[i])
		}
		printErrors(all, got)
	}
	if *out == "" {
		return
	}
	data, err := both.fit(*trees).Bytes()
	if err == nil {
		err = os.WriteFile(*out, data, 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// read does what a clusterer does with an article that comes without
// language, entities and date.
func read(all []article) {
	x := evidence.Extractor{Concepts: concepts.Builtin(), Gazetteer: entity.Builtin()}
	for i := range all {
		a := &all[i]
		text := a.Title + "\n\n" + a.Text
		tag := lang.Detect(text).Tag
		a.tag = string(tag.Base())
		a.evidence = x.Article(a.Title, a.Text, tag, entity.Entities(text, tag))
		if a.time == join.NoTime && a.evidence.Dated != 0 {
			a.time = a.evidence.Dated
		}
	}
}

// labelled reports whether an article is of a labelled set, not made up here.
func labelled(a *article) bool { return a.set != "bulletins" }

func pick(all []article, keep func(*article) bool) []article {
	var list []article
	for i := range all {
		if keep(&all[i]) {
			list = append(list, all[i])
		}
	}
	return list
}

func sets(all []article) []string {
	seen := map[string]bool{}
	var list []string
	for i := range all {
		if !seen[all[i].set] {
			seen[all[i].set] = true
			list = append(list, all[i].set)
		}
	}
	sort.Strings(list)
	return list
}
