// Command join learns the decision whether an article joins a story.
//
//	join [flags] SET.jsonl.gz...
//
// The sets are mixed into one stream, and dealt out to many small ones. The
// stories are split in folds; a model is learned without each fold and judges
// the articles of that fold, so that what is printed is about stories that
// were not trained on. With -o, a model learned on all folds is written: the
// one that ships.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"slices"
	"sort"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
	"github.com/tidings-go/tidings/lang"
)

// usual is the threshold of package cluster.
const usual = 0.4

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "write the model to this `file`")
	folds := flag.Int("folds", 2, "number of parts that the stories are split in; with 1 there are no figures")
	threshold := flag.Float64("threshold", usual, "probability from which an article joins, for the figures")
	cache := flag.String("cache", "", "keep languages and entities in this `file` for the next run with the same models of lang and entity")
	verbose := flag.Bool("v", false, "print the worst errors")
	flag.Parse()
	all := load(flag.Args(), *folds)
	read(all, *cache)
	few := small(all, *folds, 0)
	if *folds > 1 {
		figures(all, crossFit(all, few, *folds), *folds, *threshold, *verbose)
	}
	if *out == "" {
		return
	}
	whole, err := learn(all, few, func(*article) bool { return true })
	if err != nil {
		log.Fatal(err)
	}
	data, err := whole.bytes()
	if err == nil {
		err = os.WriteFile(*out, data, 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// crossFit returns a judge of each article that has not seen its story.
func crossFit(all []article, few [][]article, folds int) judge {
	models := make([]*join.Model, folds)
	for fold := range models {
		t, err := learn(all, few, func(a *article) bool { return a.fold != fold })
		if err != nil {
			log.Fatal(err)
		}
		if models[fold], err = t.model(); err != nil {
			log.Fatal(err)
		}
	}
	return func(a *article, f *join.Features) float64 { return models[a.fold].P(f) }
}

// otherOrders is in how many more orders the one stream is judged: single
// merges of large stories move its figures.
const otherOrders = 2

// figures prints how well a judge does in the one stream, in all and set by
// set, in a stream of each set by itself, and in small streams.
func figures(all []article, p judge, folds int, threshold float64, verbose bool) {
	got := stream(all, p, threshold, nil)
	fmt.Printf("%-20s %v\n", "all", score(all, got, labelled))
	for seed := range uint64(otherOrders) {
		other := slices.Clone(all)
		rand.New(rand.NewPCG(seed, 2)).Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		fmt.Printf("%-20s %v\n", "in another order", score(other, stream(other, p, threshold, nil), labelled))
	}
	for _, set := range sets(all) {
		of := func(a *article) bool { return a.set == set }
		fmt.Printf("%-20s %v\n", set, score(all, got, of))
		alone := pick(all, of)
		fmt.Printf("%-20s %v\n", set+" alone", score(alone, stream(alone, p, threshold, nil), of))
	}
	fmt.Printf("%-20s %v\n", "small streams", scoreSmall(small(all, folds, 99), p, threshold))
	if verbose {
		printWorth(all)
		printErrors(all, got)
	}
}

// read does what a clusterer does with an article that comes without
// language, entities and date.
func read(all []article, cache string) {
	known := loadCache(cache)
	defer saveCache(cache, known)
	x := evidence.Extractor{Concepts: concepts.Builtin(), Gazetteer: entity.Builtin(), Memory: &evidence.Memory{}}
	for i := range all {
		a := &all[i]
		text := a.Title + "\n\n" + a.Text
		n, ok := known[text]
		if !ok {
			n.Tag = lang.Detect(text).Tag
			n.Entities = entity.Entities(text, n.Tag)
			known[text] = n
		}
		a.tag = string(n.Tag.Base())
		a.evidence = x.Article(a.Title, a.Text, n.Tag, n.Entities)
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
