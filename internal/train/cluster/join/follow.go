package main

import (
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
)

// A judge gives the probability that an article of a stream belongs to a story.
type judge func(a *article, f *join.Features) float64

// A run follows a stream of articles.
type run struct {
	all   []article
	space *join.Space
	docs  []int32        // by article
	at    map[int32]int  // articles by document
	rows  *table         // what is noted, if anything
	sure  map[int32]bool // documents that are settled
}

func newRun(all []article, rows *table) *run {
	return &run{all: all, space: join.NewSpace(evidence.BuiltinBackground()), at: map[int32]int{}, rows: rows, sure: map[int32]bool{}}
}

// take takes in the next article.
func (r *run) take() int32 {
	a := &r.all[len(r.docs)]
	d := r.space.AddDoc(a.evidence, a.tag, a.time)
	r.at[d] = len(r.docs)
	r.docs = append(r.docs, d)
	return d
}

// note notes how a document compares with the candidates, and what share of
// each is of its event.
func (r *run) note(d int32, list []join.Candidate) {
	own := r.all[r.at[d]].story
	for i := range list {
		docs := r.space.Story(list[i].Story).Docs
		same := 0
		for _, o := range docs {
			if r.all[r.at[o]].story == own {
				same++
			}
		}
		// a wrong decision costs as many pairs as the story has members
		weight := math.Sqrt(float64(len(docs)))
		if same == 0 && i >= near {
			if (int(d)+i)%oneOf != 0 {
				continue
			}
			weight *= oneOf
		}
		r.rows.add(list[i].Features, float64(same)/float64(len(docs)), weight, own)
	}
}

// Of the wrong stories behind the nearest few, one of so many is noted, and
// counts for all.
const (
	near  = 3
	oneOf = 4
)

func (r *run) candidates(d int32) []join.Candidate {
	return r.space.Candidates(d, func(int32) bool { return false })
}

// collect follows the stream with every article put into its true story, and
// notes how it compares with the candidates: as it arrives, and once more when
// all stories are complete.
func collect(all []article, rows *table) {
	r := newRun(all, rows)
	stories := map[int]int32{}
	for i := range all {
		d := r.take()
		r.note(d, r.candidates(d))
		story, ok := stories[all[i].story]
		if !ok {
			story = r.space.NewStory()
			stories[all[i].story] = story
		}
		r.space.Join(d, story)
	}
	for _, d := range r.docs {
		story := r.space.Doc(d).Story
		r.space.Leave(d)
		r.note(d, r.candidates(d))
		r.space.Join(d, story)
	}
}

// reviews is how many earlier articles may be reconsidered for each new one, as
// package cluster does.
const reviews = 8

// stream places the articles as they come and returns the story of each. With
// rows, it notes how each compares with the candidates as it arrives and when
// all is placed.
func stream(all []article, p judge, threshold float64, rows *table) []int32 {
	r := newRun(all, rows)
	turn := 0
	for i := range all {
		r.place(r.take(), p, threshold, rows != nil)
		for range reviews {
			if turn >= i {
				turn = 0
			}
			if d := r.docs[turn]; r.space.Due(d, r.sure[d]) {
				r.again(d, p, threshold, false)
			}
			turn++
		}
	}
	got := make([]int32, len(all))
	for i, d := range r.docs {
		if rows != nil {
			r.again(d, p, threshold, true)
		}
		got[i] = r.space.Doc(d).Story
	}
	return got
}

// place joins a document in no story to one.
func (r *run) place(d int32, p judge, threshold float64, note bool) {
	list := r.judge(d, p)
	if note {
		r.note(d, list)
	}
	if b := join.Best(list); b >= 0 && list[b].P >= threshold {
		r.space.Join(d, list[b].Story)
	} else {
		r.space.Join(d, r.space.NewStory())
	}
	r.sure[d] = join.Settled(list, r.space.Doc(d).Story)
	if large, small, ok := r.space.Rivals(list, threshold); ok {
		r.unite(small, large, p, threshold)
	}
}

// judge returns the candidates of a document with their probabilities.
func (r *run) judge(d int32, p judge) []join.Candidate {
	list := r.candidates(d)
	for i := range list {
		list[i].P = p(&r.all[r.at[d]], &list[i].Features)
	}
	return list
}

// unite makes one story of two if the members of the one belong to the other.
func (r *run) unite(from, to int32, p judge, threshold float64) {
	pull := r.space.Pull(from, to, func(d int32) []join.Candidate { return r.judge(d, p) })
	if pull < join.Raise(threshold, join.United) {
		return
	}
	for _, d := range slices.Clone(r.space.Story(from).Docs) {
		r.space.Leave(d)
		r.space.Join(d, to)
	}
	r.space.FreeStory(from)
}

// again reconsiders a document.
func (r *run) again(d int32, p judge, threshold float64, note bool) {
	was := r.space.Doc(d).Story
	r.space.Leave(d)
	if len(r.space.Story(was).Docs) == 0 {
		r.space.FreeStory(was)
	}
	r.place(d, p, threshold, note)
}
