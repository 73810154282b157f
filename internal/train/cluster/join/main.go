// Command join learns the decision whether an article joins a story.
//
//	join [flags] SET.jsonl.gz...
//
// The sets are mixed into one stream. The stories are split in two halves;
// a model is learned on each and judges the articles of the other, so that
// what is printed is about stories that were not trained on. With -o, a model
// learned on both halves is written: the one that ships.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"sort"
	"time"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
	"github.com/tidings-go/tidings/lang"
)

var emphasis = flag.Float64("emphasis", 0.5, "weight of a row: the size of its story to this power")

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "write the model to this `file`")
	trees := flag.Int("trees", 120, "number of trees")
	alone := flag.Bool("alone", false, "measure each set by itself, too")
	bare := flag.Bool("bare", false, "read without entities")
	verbose := flag.Bool("v", false, "print the worst errors")
	flag.Parse()
	all := load(flag.Args())
	start := time.Now()
	x := evidence.Extractor{Concepts: concepts.Builtin(), Gazetteer: entity.Builtin()}
	for i := range all {
		a := &all[i]
		text := a.Title + "\n\n" + a.Text
		tag := lang.Detect(text).Tag
		var ents []entity.Entity
		if !*bare {
			ents = entity.Entities(text, tag)
		}
		a.evidence = x.Article(a.Title, a.Text, tag, ents)
		a.tag = string(tag.Base())
		if a.time == join.NoTime && a.evidence.Dated != 0 {
			a.time = a.evidence.Dated
		}
	}
	fmt.Printf("%d articles read in %.1fs\n", len(all), time.Since(start).Seconds())
	var models [2]*join.Model
	var both table
	for half := range models {
		t := collect(pick(all, func(a *article) bool { return a.half == half }))
		models[half] = t.fit(*trees)
		both.x, both.y, both.w = append(both.x, t.x...), append(both.y, t.y...), append(both.w, t.w...)
		fmt.Printf("half %d: %d rows [%.0fs]\n", half, len(t.x), time.Since(start).Seconds())
	}
	for _, tau := range []float64{} {
		got := stream(all, models, tau, 0, 0)
		fmt.Printf("tau %.2f one pass %v\n", tau, score(all, got, labelled))
	}
	for _, repair := range []int{6} {
		for _, tau := range []float64{.42, .47} {
			got := stream(all, models, tau, 0, repair)
			fmt.Printf("repair %d tau %.2f %v [%.0fs]\n", repair, tau, score(all, got, labelled), time.Since(start).Seconds())
			if tau == .47 {
				perSet(all, got)
			}
			if *verbose && tau == .47 {
				printErrors(all, got)
			}
		}
	}
	for _, tau := range []float64{} {
		got := stream(all, models, tau, 2, 0)
		fmt.Printf("tau %.2f two more %v [%.0fs]\n", tau, score(all, got, labelled), time.Since(start).Seconds())
		if tau == .47 {
			perSet(all, got)
		}
	}
	if *alone {
		for _, set := range sets(all) {
			sub := pick(all, func(a *article) bool { return a.set == set })
			fmt.Printf("alone %-14s %v\n", set, score(sub, stream(sub, models, .4, 2, 0), func(*article) bool { return true }))
		}
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

func perSet(all []article, got []int32) {
	for _, set := range sets(all) {
		fmt.Printf("   %-14s %v\n", set, score(all, got, func(a *article) bool { return a.set == set }))
	}
}

// collect follows the stream with every article put into its true story, and
// notes how it compares with the candidates: as it arrives, and once more when
// all stories are complete.
func collect(all []article) table {
	var t table
	s := join.NewSpace(evidence.BuiltinBackground())
	stories := map[int]int32{}
	gold := map[int32]int{}
	note := func(d int32) {
		for _, c := range s.Candidates(d, func(int32) bool { return false }) {
			same := 0.0
			if gold[d] == gold[s.Story(c.Story).Docs[0]] {
				same = 1
			}
			// a wrong decision costs as many pairs as the story has members
			t.x, t.y, t.w = append(t.x, c.Features), append(t.y, same), append(t.w, math.Pow(float64(len(s.Story(c.Story).Docs)), *emphasis))
		}
	}
	var docs []int32
	for i := range all {
		a := &all[i]
		d := s.AddDoc(a.evidence, a.tag, a.time)
		docs = append(docs, d)
		gold[d] = a.story
		note(d)
		story, ok := stories[a.story]
		if !ok {
			story = s.NewStory()
			stories[a.story] = story
		}
		s.Join(d, story)
	}
	for _, d := range docs {
		story := s.Doc(d).Story
		s.Leave(d)
		note(d)
		s.Join(d, story)
	}
	return t
}

// stream places the articles as they come, each judged by the model that has
// not seen its story, and then places each anew in more passes.
func stream(all []article, models [2]*join.Model, tau float64, passes, repair int) []int32 {
	s := join.NewSpace(evidence.BuiltinBackground())
	half := map[int32]int{}
	p := &join.Policy{Threshold: tau, Judge: func(doc int32, f *join.Features) float64 { return models[1-half[doc]].P(f) }}
	var docs []int32
	cursor := 0
	again := func(d int32) {
		if _, was := s.Reconsider(d, p); len(s.Story(was).Docs) == 0 {
			s.FreeStory(was)
		}
	}
	if repair&8 != 0 {
		for i := range all {
			docs = append(docs, s.AddDoc(all[i].evidence, all[i].tag, all[i].time))
		}
	}
	for i := range all {
		var d int32
		if repair&8 == 0 {
			d = s.AddDoc(all[i].evidence, all[i].tag, all[i].time)
			docs = append(docs, d)
		} else {
			d = docs[i]
		}
		half[d] = all[i].half
		s.Place(d, p)
		if repair&2 != 0 {
			for range 2 + repair&4 {
				if cursor >= i {
					cursor = 0
				}
				again(docs[cursor])
				cursor++
			}
		}
	}
	for range passes {
		for _, d := range docs {
			again(d)
		}
	}
	got := make([]int32, len(docs))
	for i, d := range docs {
		got[i] = s.Doc(d).Story
	}
	return got
}
