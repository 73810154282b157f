package cluster

import (
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/join"
)

// How the cosine between the vectors of a document and a story moves the log
// odds that they belong together: not at all at meaningAt, and by at most
// meaningMax either way.
const (
	meaningAt     = 0.6
	meaningWeight = 8.0
	meaningMax    = 2.5
	meaningMore   = 5 // stories that are found by their vectors alone
)

// addMeaning lets the embedder's vectors speak, where a document has one: it
// adds the stories that are nearest by vector, and corrects the probability
// of every candidate.
func (c *Clusterer) addMeaning(n int32, list []join.Candidate) []join.Candidate {
	v := c.docs[n].vector
	if v == nil {
		return list
	}
	known := map[int32]bool{}
	for _, x := range list {
		known[x.Story] = true
	}
	for _, story := range c.nearest(n, v) {
		if !known[story] {
			x := c.space.Compare(n, story)
			x.P = c.model.P(&x.Features)
			list = append(list, x)
		}
	}
	for i := range list {
		cos, ok := cosine(v, c.stories[list[i].Story].vector)
		if !ok {
			continue
		}
		list[i].P = join.Raise(list[i].P, max(-meaningMax, min(meaningMax, meaningWeight*(cos-meaningAt))))
	}
	return list
}

// nearest returns the stories whose vectors are nearest to v.
func (c *Clusterer) nearest(n int32, v []float32) []int32 {
	type near struct {
		story int32
		cos   float64
	}
	var all []near
	for story := range c.stories {
		if cos, ok := cosine(v, c.stories[story].vector); ok && cos > meaningAt && !c.space.Outside(n, int32(story), int64(c.opts.Window.Seconds())) {
			all = append(all, near{int32(story), cos})
		}
	}
	slices.SortFunc(all, func(a, b near) int {
		switch {
		case a.cos > b.cos:
			return -1
		case a.cos < b.cos:
			return 1
		}
		return int(a.story - b.story)
	})
	out := make([]int32, 0, meaningMore)
	for _, x := range all[:min(len(all), meaningMore)] {
		out = append(out, x.story)
	}
	return out
}

// cosine tells how near a unit vector is to another vector of its length.
func cosine(unit, v []float32) (float64, bool) {
	if len(v) != len(unit) {
		return 0, false
	}
	var dot, nn float64
	for i, x := range v {
		dot += float64(x) * float64(unit[i])
		nn += float64(x) * float64(x)
	}
	if nn < 1e-12 {
		return 0, false
	}
	return dot / math.Sqrt(nn), true
}

// plus adds sign times v to sum. Vectors of another length than the first
// count for nothing.
func plus(sum, v []float32, sign float32) []float32 {
	if v == nil {
		return sum
	}
	if sum == nil {
		sum = make([]float32, len(v))
	}
	if len(sum) != len(v) {
		return sum
	}
	for i, x := range v {
		sum[i] += sign * x
	}
	return sum
}
