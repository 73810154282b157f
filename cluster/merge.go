package cluster

import (
	"context"
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/join"
)

// maxJudges is how many members of a story speak for it in a merge.
const maxJudges = 6

// Merge takes all of other into c, as if c had read other's documents too, so
// that work can be sharded. Stories that are one become one; the older ID, by
// the date of its first document, stays. Then every document that is near
// enough in time to be in a story with one of other's is reconsidered, twice,
// which takes longest: merge large parts, and not often. Documents that c has
// already are left out. other is left as it was. If ctx ends first, c is as it was.
func (c *Clusterer) Merge(ctx context.Context, other *Clusterer) error {
	if other == c {
		return nil
	}
	data, err := other.MarshalBinary()
	if err != nil {
		return err
	}
	theirs, err := restore(data)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for id, to := range theirs.moved {
		if _, own := c.byStory[id]; !own {
			c.moved[id] = to
		}
	}
	stories, docs := c.adopt(theirs)
	for _, story := range stories {
		c.unite(story)
	}
	docs = append(docs, c.near(docs)...)
	slices.Sort(docs)
	docs = slices.Compact(docs)
	for range passes {
		for _, n := range docs {
			c.resettle(n)
		}
	}
	return nil
}

// adopt takes in the stories of another state, oldest first, and returns
// their numbers and those of their documents.
func (c *Clusterer) adopt(o *state) (stories, docs []int32) {
	order := make([]int32, 0, len(o.byStory))
	for n := range o.stories {
		if o.stories[n].id != "" {
			order = append(order, int32(n))
		}
	}
	slices.SortFunc(order, func(a, b int32) int { return int(int64(o.stories[a].born) - int64(o.stories[b].born)) })
	for _, n := range order {
		story, numbers := c.adoptStory(o, n)
		if len(numbers) > 0 {
			stories, docs = append(stories, story), append(docs, numbers...)
		}
	}
	return stories, docs
}

func (c *Clusterer) adoptStory(o *state, from int32) (story int32, docs []int32) {
	story = -1
	for _, d := range o.space.Story(from).Docs {
		m := o.docs[d]
		if _, ok := c.byID[m.id]; ok {
			continue
		}
		if story < 0 {
			story = c.adoptRecord(o.stories[from].id)
		}
		n := c.space.Import(o.space, d)
		for int(n) >= len(c.docs) {
			c.docs = append(c.docs, member{})
		}
		c.docs[n] = m
		c.byID[m.id] = n
		c.join(n, story)
		c.clock.tick(c.space.Doc(n).Time)
		docs = append(docs, n)
	}
	return story, docs
}

// adoptRecord opens a story under an ID from elsewhere. If c has a story of
// that ID, which two shards restored from one snapshot have, it is that one.
func (c *Clusterer) adoptRecord(id StoryID) int32 {
	if now, open := c.resolve(id); open {
		return c.byStory[now]
	}
	delete(c.moved, id)
	story := c.space.NewStory()
	for int(story) >= len(c.stories) {
		c.stories = append(c.stories, record{})
	}
	c.stories[story] = record{id: id, born: c.started}
	c.started++
	c.byStory[id] = story
	return story
}

// unite merges a story with the one that its members, on average, belong to.
func (c *Clusterer) unite(story int32) {
	docs := slices.Clone(c.space.Story(story).Docs)
	if len(docs) == 0 {
		return
	}
	sum := map[int32]float64{}
	judges := docs[:min(len(docs), maxJudges)]
	for _, n := range judges {
		for _, x := range c.judge(n, story) {
			sum[x.Story] += x.P
		}
	}
	best, bestP := int32(-1), 0.0
	for n, p := range sum {
		if p > bestP || p == bestP && n < best {
			best, bestP = n, p
		}
	}
	if best < 0 || bestP/float64(len(judges)) < c.opts.Threshold {
		return
	}
	c.pour(c.elder(story, best))
}

// near returns the documents that may be in a story with one of docs, as far as
// time goes.
func (c *Clusterer) near(docs []int32) []int32 {
	first, last := int64(math.MaxInt64), int64(math.MinInt64)
	for _, n := range docs {
		if t := c.space.Doc(n).Time; t != join.NoTime {
			first, last = min(first, t), max(last, t)
		}
	}
	window := int64(c.opts.Window.Seconds())
	var list []int32
	for n := range c.docs {
		t := c.space.Doc(int32(n)).Time
		if c.docs[n].id != "" && (t == join.NoTime || first > last || t >= first-window && t <= last+window) {
			list = append(list, int32(n))
		}
	}
	return list
}

// resettle reconsiders a document after a merge. One that is alone takes its
// story along.
func (c *Clusterer) resettle(n int32) {
	if story := c.space.Doc(n).Story; len(c.space.Story(story).Docs) == 1 {
		c.unite(story)
		return
	}
	c.reconsider(n, &Placement{})
}

func (c *Clusterer) older(a, b int32) bool {
	x, y := c.space.Story(a).First, c.space.Story(b).First
	if x != y && x != join.NoTime && y != join.NoTime {
		return x < y
	}
	return c.stories[a].id < c.stories[b].id
}

// elder returns which of two stories becomes part of the other: the younger.
func (c *Clusterer) elder(a, b int32) (from, to int32) {
	if c.older(a, b) {
		return b, a
	}
	return a, b
}

// pour moves all of one story into another.
func (c *Clusterer) pour(from, to int32) {
	for _, n := range c.space.Disband(from) {
		c.join(n, to)
	}
	c.retire(from, c.stories[to].id)
}
