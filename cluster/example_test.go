package cluster_test

import (
	"context"
	"fmt"
	"time"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/lang"
)

// day is a day of the news that the examples are about.
func day(d int) time.Time { return time.Date(2031, 5, d, 9, 0, 0, 0, time.UTC) }

var (
	quakeEN = cluster.Doc{
		ID: "quake-en", Title: "Earthquake shakes Samos, 14 injured", Published: day(2), Lang: "en",
		Text: "An earthquake of magnitude 5.9 shook the island of Samos on Friday. Mayor Nikos Karellis said that 14 people were injured and 230 houses damaged.",
	}
	quakeEL = cluster.Doc{
		ID: "quake-el", Title: "Σεισμός 5,9 Ρίχτερ στη Σάμο", Published: day(2), Lang: "el",
		Text: "Σεισμός μεγέθους 5,9 ταρακούνησε τη Σάμο την Παρασκευή. Ο δήμαρχος Νίκος Καρέλλης είπε ότι 14 άνθρωποι τραυματίστηκαν και 230 σπίτια έπαθαν ζημιές.",
	}
	quakeUK = cluster.Doc{
		ID: "quake-uk", Title: "Землетрус на острові Самос: 14 поранених", Published: day(3), Lang: "uk",
		Text: "Землетрус магнітудою 5,9 стався у п’ятницю на острові Самос. Мер Нікос Кареліс повідомив про 14 поранених і 230 пошкоджених будинків.",
	}
	strikeIT = cluster.Doc{
		ID: "strike-it", Title: "Sciopero dei treni a Bologna", Published: day(3), Lang: "it",
		Text: "I ferrovieri di Bologna hanno annunciato uno sciopero di 24 ore. Il sindacato di Carla Bentivoglio chiede un aumento dei salari.",
	}
)

func ExampleCluster() {
	stories, err := cluster.Cluster(context.Background(), []cluster.Doc{quakeEN, strikeIT, quakeUK, quakeEL})
	if err != nil {
		fmt.Println(err)
	}
	for _, s := range stories {
		fmt.Println(s.Docs)
	}
	// Output:
	// [quake-en quake-uk quake-el]
	// [strike-it]
}

func ExampleClusterer_Add() {
	c, err := cluster.New(cluster.Defaults())
	if err != nil {
		fmt.Println(err)
	}
	for _, d := range []cluster.Doc{quakeEL, strikeIT, quakeEN} {
		p, err := c.Add(context.Background(), d)
		fmt.Println(d.ID, p.New, err)
	}
	_, err = c.Add(context.Background(), quakeEL)
	fmt.Println(err)
	// Output:
	// quake-el true <nil>
	// strike-it true <nil>
	// quake-en false <nil>
	// cluster: duplicate document: "quake-el"
}

func ExampleNew() {
	opts := cluster.Defaults()
	opts.Window = 24 * time.Hour
	_, err := cluster.New(opts)
	fmt.Println(err)
	opts.Threshold = 3
	_, err = cluster.New(opts)
	fmt.Println(err)
	// Output:
	// <nil>
	// cluster: bad options: threshold 3 is not in (0, 1)
}

func ExampleDefaults() {
	opts := cluster.Defaults()
	fmt.Println(opts.Detect != nil, opts.Entities != nil, opts.Embedder != nil)
	// Output: true true false
}

func three() *cluster.Clusterer {
	c, _ := cluster.New(cluster.Defaults())
	_, _ = c.AddBatch(context.Background(), []cluster.Doc{quakeEN, quakeEL, strikeIT})
	return c
}

func ExampleClusterer_AddBatch() {
	c, _ := cluster.New(cluster.Defaults())
	placements, err := c.AddBatch(context.Background(), []cluster.Doc{quakeUK, strikeIT, quakeEN})
	fmt.Println(placements[0].Story == placements[2].Story, placements[0].Story == placements[1].Story, err)
	// Output: true false <nil>
}

func ExampleClusterer_Stories() {
	for s := range three().Stories() {
		fmt.Println(s.Langs(), s.Docs, s.First.Format(time.DateOnly), s.Last.Format(time.DateOnly))
	}
	// Output:
	// [en el] [quake-en quake-el] 2031-05-02 2031-05-02
	// [it] [strike-it] 2031-05-03 2031-05-03
}

func ExampleClusterer_Story() {
	c := three()
	id, _ := c.StoryOf("quake-el")
	s, ok := c.Story(id)
	fmt.Println(s.Docs, s.Sources(), ok)
	// Output: [quake-en quake-el] 2 true
}

func ExampleClusterer_StoryOf() {
	c := three()
	a, _ := c.StoryOf("quake-en")
	b, _ := c.StoryOf("quake-el")
	_, ok := c.StoryOf("unknown")
	fmt.Println(a == b, ok)
	// Output: true false
}

func ExampleStory_Langs() {
	for s := range three().Stories() {
		fmt.Println(s.Langs())
	}
	// Output:
	// [en el]
	// [it]
}

func ExampleStory_Sources() {
	c := three()
	again := quakeEN
	again.ID = "quake-en-again"
	_, _ = c.Add(context.Background(), again)
	for s := range c.Stories() {
		fmt.Println(len(s.Docs), "documents,", s.Sources(), "sources")
	}
	// Output:
	// 3 documents, 2 sources
	// 1 documents, 1 sources
}

func ExampleGranularity() {
	opts := cluster.Defaults()
	opts.Granularity = cluster.Duplicate
	c, _ := cluster.New(opts)
	again := quakeEN
	again.ID = "quake-en-again"
	for _, d := range []cluster.Doc{quakeEN, quakeEL, again} {
		p, _ := c.Add(context.Background(), d)
		fmt.Println(d.ID, p.New)
	}
	// Output:
	// quake-en true
	// quake-el true
	// quake-en-again false
}

func ExampleClusterer_Explain() {
	e, _ := three().Explain("quake-el")
	fmt.Println(e.Nearest, e.Score > e.Threshold, e.Gap)
	for _, t := range e.Shared {
		if t.Label == "earthquake" {
			fmt.Println("both are about an", t.Label)
		}
	}
	// Output:
	// quake-en true 0s
	// both are about an earthquake
}

func ExampleClusterer_Resolve() {
	c := three()
	id, _ := c.StoryOf("quake-en")
	now, open := c.Resolve(id)
	fmt.Println(now == id, open)
	_, open = c.Resolve("no such story")
	fmt.Println(open)
	// Output:
	// true true
	// false
}

func ExampleClusterer_Remove() {
	c := three()
	fmt.Println(c.Remove("strike-it"), c.Remove("strike-it"))
	// Output: true false
}

func ExampleClusterer_Expire() {
	c := three()
	fmt.Println(c.Expire(day(3)))
	for s := range c.Stories() {
		fmt.Println(s.Docs)
	}
	// Output:
	// 1
	// [strike-it]
}

func ExampleClusterer_Merge() {
	greek, _ := cluster.New(cluster.Defaults())
	_, _ = greek.Add(context.Background(), quakeEL)
	other, _ := cluster.New(cluster.Defaults())
	_, _ = other.Add(context.Background(), quakeEN)
	fmt.Println(greek.Merge(context.Background(), other))
	for s := range greek.Stories() {
		fmt.Println(s.Docs)
	}
	// Output:
	// <nil>
	// [quake-el quake-en]
}

func ExampleClusterer_MarshalBinary() {
	data, err := three().MarshalBinary()
	fmt.Println(len(data) > 0, err)
	// Output: true <nil>
}

func ExampleClusterer_AppendBinary() {
	data, err := three().AppendBinary([]byte("header"))
	fmt.Println(string(data[:6]), err)
	// Output: header <nil>
}

func ExampleClusterer_UnmarshalBinary() {
	data, _ := three().MarshalBinary()
	c, _ := cluster.New(cluster.Defaults())
	fmt.Println(c.UnmarshalBinary(data))
	p, _ := c.Add(context.Background(), quakeUK)
	fmt.Println(p.New)
	fmt.Println(c.UnmarshalBinary(data[:20]))
	// Output:
	// <nil>
	// false
	// cluster: bad snapshot: damaged
}

// length is a poor embedder: it tells texts apart by how long they are.
type length struct{}

func (length) Embed(_ context.Context, text string, _ lang.Tag) ([]float32, error) {
	return []float32{float32(len(text)), 100}, nil
}

func ExampleEmbedder() {
	opts := cluster.Defaults()
	opts.Embedder = length{}
	c, _ := cluster.New(opts)
	_, err := c.Add(context.Background(), quakeEN)
	fmt.Println(err)
	// Output: <nil>
}
