package cluster

import "time"

// An Explanation says why a document is in its story.
type Explanation struct {
	Story     StoryID
	Nearest   string  // ID of the closest document of the story; empty if there is no other
	Score     float64 // probability with which the document joined; 0 if it was there first
	Threshold float64
	Shared    []Term        // what both are about, by contribution
	Gap       time.Duration // time between the two; 0 if a date is missing
	RunnerUp  StoryID       // the story it would have joined otherwise, if any
}

// Explain returns why the document is where it is.
func (c *Clusterer) Explain(docID string) (Explanation, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, ok := c.byID[docID]
	if !ok {
		return Explanation{}, false
	}
	m := &c.docs[n]
	e := Explanation{Story: c.storyOf(n).id, Score: m.score, Threshold: c.opts.Threshold}
	if up, open := c.resolve(m.runnerUp); open && up != e.Story {
		e.RunnerUp = up
	}
	near, _ := c.space.Nearest(n, c.space.Story(c.space.Doc(n).Story).Docs)
	if near < 0 {
		return e, true
	}
	e.Nearest = c.docs[near].id
	e.Shared = c.terms(c.space.Shared(n, near), []int32{n, near})
	if a, b := timeOf(c.space.Doc(n).Time), timeOf(c.space.Doc(near).Time); !a.IsZero() && !b.IsZero() {
		e.Gap = a.Sub(b).Abs()
	}
	return e, true
}
