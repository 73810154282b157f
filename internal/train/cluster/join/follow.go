package main

import (
	"math"

	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
)

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
			docs := s.Story(c.Story).Docs
			same := 0.0
			if gold[d] == gold[docs[0]] {
				same = 1
			}
			// a wrong decision costs as many pairs as the story has members
			t.add(c.Features, same, math.Sqrt(float64(len(docs))))
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

// reviews is how many earlier articles may be reconsidered for each new one, as
// package cluster does.
const reviews = 6

// stream places the articles as they come, each judged by the model that has
// not seen its story, and returns the story of each.
func stream(all []article, models [2]*join.Model, threshold float64) []int32 {
	s := join.NewSpace(evidence.BuiltinBackground())
	half, settled := map[int32]int{}, map[int32]bool{}
	place := func(d int32) {
		list := s.Judge(d, 0, models[1-half[d]].P)
		if b := join.Best(list); b >= 0 && list[b].P >= threshold {
			s.Join(d, list[b].Story)
		} else {
			s.Join(d, s.NewStory())
		}
		settled[d] = join.Settled(list, s.Doc(d).Story)
	}
	again := func(d int32) {
		was := s.Doc(d).Story
		s.Leave(d)
		if len(s.Story(was).Docs) == 0 {
			s.FreeStory(was)
		}
		place(d)
	}
	var docs []int32
	turn := 0
	for i := range all {
		d := s.AddDoc(all[i].evidence, all[i].tag, all[i].time)
		docs = append(docs, d)
		half[d] = all[i].half
		place(d)
		for range reviews {
			if turn >= i {
				turn = 0
			}
			if d := docs[turn]; s.Due(d, settled[d]) {
				again(d)
			}
			turn++
		}
	}
	got := make([]int32, len(docs))
	for i, d := range docs {
		got[i] = s.Doc(d).Story
	}
	return got
}
