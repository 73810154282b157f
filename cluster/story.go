package cluster

import (
	"iter"
	"slices"
	"time"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
	"github.com/tidings-go/tidings/lang"
)

// maxTopics is the number of terms that a story or an explanation names.
const maxTopics = 12

// Resolve returns the current ID of a story that may have been merged, and
// whether that story is open.
func (c *Clusterer) Resolve(id StoryID) (StoryID, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.resolve(id)
}

func (c *Clusterer) resolve(id StoryID) (StoryID, bool) {
	for {
		to, ok := c.moved[id]
		if !ok {
			_, open := c.byStory[id]
			return id, open
		}
		id = to
	}
}

// Story returns the story with the given ID, or the one that it was merged
// into.
func (c *Clusterer) Story(id StoryID) (Story, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	id, ok := c.resolve(id)
	if !ok {
		return Story{}, false
	}
	return c.describe(c.byStory[id]), true
}

// StoryOf returns the ID of the story that a document is in.
func (c *Clusterer) StoryOf(docID string) (StoryID, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	n, ok := c.byID[docID]
	if !ok {
		return "", false
	}
	return c.storyOf(n).id, true
}

// Stories yields the open stories as of the call, oldest first. Documents
// added while iterating are not seen, and do not block.
func (c *Clusterer) Stories() iter.Seq[Story] {
	return func(yield func(Story) bool) {
		for _, s := range c.snapshotStories() {
			if !yield(s) {
				return
			}
		}
	}
}

func (c *Clusterer) snapshotStories() []Story {
	c.mu.Lock()
	defer c.mu.Unlock()
	open := make([]int32, 0, len(c.byStory))
	for n := range c.stories {
		if c.stories[n].id != "" {
			open = append(open, int32(n))
		}
	}
	slices.SortFunc(open, func(a, b int32) int { return int(int64(c.stories[a].born) - int64(c.stories[b].born)) })
	out := make([]Story, len(open))
	for i, n := range open {
		out[i] = c.describe(n)
	}
	return out
}

// describe copies what there is to say of a story.
func (c *Clusterer) describe(n int32) Story {
	y := c.space.Story(n)
	s := Story{ID: c.stories[n].id, Version: c.stories[n].version, First: timeOf(y.First), Last: timeOf(y.Last)}
	typical := c.space.Typical(n)
	best := 0
	for i, d := range y.Docs {
		m := &c.docs[d]
		s.Docs = append(s.Docs, m.id)
		if m.copyOf != "" && slices.Contains(s.Docs, m.copyOf) {
			s.Copies = append(s.Copies, Copy{m.id, m.copyOf})
		}
		if typical[i] > typical[best] {
			best = i
		}
	}
	s.Medoid = s.Docs[best]
	s.Heads = c.heads(y.Docs, typical)
	s.Timeline = c.timeline(y.Docs)
	s.Topics = c.terms(c.space.Topics(n), y.Docs)
	return s
}

// timeline lists the documents with a date that are no copies.
func (c *Clusterer) timeline(docs []int32) []Moment {
	var line []Moment
	for _, d := range docs {
		if t := c.space.Doc(d).Time; t != join.NoTime && c.docs[d].copyOf == "" {
			line = append(line, Moment{timeOf(t), c.docs[d].id})
		}
	}
	slices.SortStableFunc(line, func(a, b Moment) int { return a.Time.Compare(b.Time) })
	return line
}

// heads finds the most typical document of each language.
func (c *Clusterer) heads(docs []int32, typical []float64) []Head {
	var heads []Head
	var best []float64
	for i, d := range docs {
		tag := lang.Tag(c.space.Doc(d).Lang)
		at := slices.IndexFunc(heads, func(h Head) bool { return h.Lang == tag })
		if at < 0 {
			at = len(heads)
			heads, best = append(heads, Head{Lang: tag}), append(best, -1)
		}
		heads[at].Docs++
		if typical[i] > best[at] {
			heads[at].Doc, heads[at].Title, best[at] = c.docs[d].id, c.docs[d].title, typical[i]
		}
	}
	slices.SortStableFunc(heads, func(a, b Head) int { return b.Docs - a.Docs })
	return heads
}

func timeOf(t int64) time.Time {
	if t == join.NoTime {
		return time.Time{}
	}
	return time.Unix(t, 0).UTC()
}

// terms names keys as one of docs has them. What cannot be named is left out,
// and so is what repeats a label.
func (c *Clusterer) terms(list []join.Share, docs []int32) []Term {
	var terms []Term
	for _, x := range list {
		t, ok := c.term(x, docs)
		if !ok || slices.ContainsFunc(terms, func(o Term) bool { return o.Label == t.Label }) {
			continue
		}
		if terms = append(terms, t); len(terms) == maxTopics {
			break
		}
	}
	return terms
}

func (c *Clusterer) term(x join.Share, docs []int32) (Term, bool) {
	if x.Key.Kind() == evidence.Concept {
		name := c.opts.lexicon.Name(x.Key.Concept())
		return Term{Label: name, Weight: x.Weight}, name != ""
	}
	for _, d := range docs {
		if id, text, ok := c.docs[d].labels.find(x.Key); ok {
			return Term{Entity: entity.ID(id), Label: text, Weight: x.Weight}, true
		}
	}
	return Term{}, false
}
