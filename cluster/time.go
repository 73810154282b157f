package cluster

import (
	"math"
	"slices"
	"time"

	"github.com/tidings-go/tidings/internal/join"
)

const (
	clockDocs = 255  // dated arrivals whose median is the time
	grace     = 4096 // arrivals that a story outlives in any case
	sweep     = 64   // arrivals between two looks at the clock
	round     = 512  // arrivals in which each story is looked at, to be closed
)

// A clock tells the time of the stream by the dates of its documents: the
// median of the latest, so that single ones of long ago or of the far future
// do not matter.
type clock struct {
	arrivals uint64
	recent   []int64 // a ring
	next     int
	now      int64 // 0 before the first dated document
}

func (k *clock) tick(t int64) {
	k.arrivals++
	if t == join.NoTime {
		return
	}
	if len(k.recent) < clockDocs {
		k.recent = append(k.recent, t)
	} else {
		k.recent[k.next] = t
	}
	k.next = (k.next + 1) % clockDocs
	if k.arrivals%sweep == 1 {
		sorted := slices.Sorted(slices.Values(k.recent))
		k.now = sorted[len(sorted)/2]
	}
}

// activity is how long a document of time t keeps its story open. A document
// without a date counts as of now, one of the future as of not much later.
func (k *clock) activity(t int64, window time.Duration) int64 {
	switch {
	case k.now == 0:
		if t == join.NoTime {
			return math.MinInt64
		}
		return t
	case t == join.NoTime:
		return k.now
	}
	return min(t, k.now+int64(window.Seconds()))
}

// activeUntil returns the latest time until which a document keeps a story
// open.
func (c *Clusterer) activeUntil(story int32) int64 {
	until := int64(math.MinInt64)
	for _, d := range c.space.Story(story).Docs {
		until = max(until, c.docs[d].active)
	}
	return until
}

// tick counts an arrival and closes what is over. Each time it looks at some of
// the stories, at all of them in a round.
func (c *Clusterer) tick(t int64) {
	c.clock.tick(t)
	if c.clock.arrivals < grace || len(c.clock.recent) < clockDocs {
		return
	}
	old := c.clock.now - int64(c.opts.Window.Seconds())
	for story := int(c.clock.arrivals % round); story < len(c.stories); story += round {
		n := int32(story)
		if c.stories[n].id != "" && c.space.Since(n) >= grace && c.activeUntil(n) < old {
			c.closeStory(n)
		}
	}
}

// Expire closes the stories whose last document is older than t and returns
// how many. Their documents and IDs are forgotten, except that [Clusterer.Resolve]
// still knows which stories were merged. The clusterer never reads the clock
// by itself.
//
// Calling Expire is not needed to bound memory: once documents have arrived
// whose dates are later than a story by more than [Options.Window], the story
// is closed, though not before 4,096 more documents have arrived, so that an
// archive may be read in any order. Stories without dates stay until then as
// well, counted from the dates of other documents around them; in a stream
// without any dates, nothing is closed unless Remove does it.
func (c *Clusterer) Expire(t time.Time) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.expire(func(story int32) bool {
		y := c.space.Story(story)
		return y.Last != join.NoTime && y.Last < t.Unix()
	})
}

func (c *Clusterer) expire(over func(story int32) bool) int {
	n := 0
	for story := range c.stories {
		if c.stories[story].id == "" || !over(int32(story)) {
			continue
		}
		n++
		c.closeStory(int32(story))
	}
	return n
}

// closeStory forgets a story and its documents.
func (c *Clusterer) closeStory(story int32) {
	for _, d := range c.space.Disband(story) {
		c.forget(d)
	}
	c.drop(story)
}

// forget drops a document that is in no story.
func (c *Clusterer) forget(n int32) {
	delete(c.byID, c.docs[n].id)
	c.docs[n] = member{}
	c.space.RemoveDoc(n)
}

// Remove forgets a document, and its story if that leaves it empty. It
// reports whether the document was there.
func (c *Clusterer) Remove(docID string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, ok := c.byID[docID]
	if !ok {
		return false
	}
	story := c.space.Doc(n).Story
	c.leave(n)
	if len(c.space.Story(story).Docs) == 0 {
		c.drop(story)
	}
	c.forget(n)
	return true
}
