package main

import "math/rand/v2"

// A small stream is what a reader has who puts in a few dozen articles. Most
// keys are in one article alone there, and there is little to compare with.
const (
	leastSmall = 8
	mostSmall  = 60
	mostOfOne  = 6 // articles of one story in a small stream
)

// small deals the stories out to small streams. No story is in two of them,
// nor are stories of different folds in one.
func small(all []article, folds int, seed uint64) [][]article {
	rnd := rand.New(rand.NewPCG(seed, 1))
	var streams [][]article
	for fold := range folds {
		var stories [][]article
		at := map[int]int{}
		for _, i := range rnd.Perm(len(all)) {
			a := &all[i]
			if a.fold != fold {
				continue
			}
			if _, ok := at[a.story]; !ok {
				at[a.story] = len(stories)
				stories = append(stories, nil)
			}
			if s := &stories[at[a.story]]; len(*s) < mostOfOne {
				*s = append(*s, *a)
			}
		}
		for len(stories) > 0 {
			var stream []article
			for size := leastSmall + rnd.IntN(mostSmall-leastSmall); len(stream) < size && len(stories) > 0; stories = stories[1:] {
				stream = append(stream, stories[0]...)
			}
			rnd.Shuffle(len(stream), func(i, j int) { stream[i], stream[j] = stream[j], stream[i] })
			streams = append(streams, stream)
		}
	}
	return streams
}

// scoreSmall places the articles of small streams and scores all together.
func scoreSmall(streams [][]article, p judge, threshold float64) scores {
	var all []article
	var got []int32
	for _, s := range streams {
		base := int32(len(all))
		for i, story := range stream(s, p, threshold, nil) {
			got = append(got, base+story)
			all = append(all, s[i])
		}
	}
	return score(all, got, labelled)
}
