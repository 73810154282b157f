package cluster

import (
	"context"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"sync"

	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
)

// A Clusterer groups documents as they arrive. Its methods are safe for
// concurrent use by multiple goroutines. Documents are placed in the order in
// which Add is called; what is read of them is read in parallel.
type Clusterer struct {
	opts  Options
	model *join.Model

	mu sync.RWMutex
	state
}

// state is what a snapshot holds.
type state struct {
	space   *join.Space
	docs    []member // by number in space
	stories []record // by number in space
	byID    map[string]int32
	byStory map[StoryID]int32
	moved   map[StoryID]StoryID // stories that became part of another
	started uint64              // stories ever started
	turn    int32               // document that was reconsidered last
	clock   clock
}

// A member is a document in a story.
type member struct {
	id       string
	labels   labels
	title    string
	sketch   evidence.Sketch
	vector   []float32
	copyOf   string  // document that it repeats, if any
	score    float64 // probability with which it joined
	active   int64   // time until which it keeps its story open
	runnerUp StoryID
	settled  bool // whether that was beyond doubt
}

// A record is what the clusterer keeps of a story beside its documents.
type record struct {
	id      StoryID
	born    uint64 // how many stories were started before
	version uint64
	vector  []float32 // sum of the members' vectors
}

// New returns an empty clusterer. The error reports options out of range.
func New(opts Options) (*Clusterer, error) {
	if err := opts.check(); err != nil {
		return nil, err
	}
	return &Clusterer{opts: opts, model: join.Builtin(), state: newState()}, nil
}

func newState() state {
	return state{
		space: join.NewSpace(evidence.BuiltinBackground()), byID: map[string]int32{},
		byStory: map[StoryID]int32{}, moved: map[StoryID]StoryID{},
	}
}

// A Placement says where a document went, and what else changed because of it.
type Placement struct {
	Story   StoryID
	New     bool      // the document started the story
	Merged  []StoryID // stories that became part of another; they resolve to it
	Changes []Change  // earlier documents that are in another story now
	Score   float64   // probability that the document belongs there; 0 if it is new
}

// A Change is a document that moved from one story to another, on the
// evidence of a later one.
type Change struct {
	Doc      string
	From, To StoryID
}

// Add places d and returns where. On error the clusterer is unchanged. Only
// an Embedder can make Add slow; ctx is handed to it.
//
// Add also reconsiders up to eight earlier documents, in turn, on the evidence of all
// that came since, and closes stories as [Options.Window] says.
func (c *Clusterer) Add(ctx context.Context, d Doc) (Placement, error) {
	r, err := c.opts.read(ctx, &d)
	if err != nil {
		return Placement{}, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.byID[d.ID]; ok {
		return Placement{}, fmt.Errorf("%w: %q", ErrDuplicate, d.ID)
	}
	n := c.take(r)
	p := c.place(n)
	c.review(&p)
	p.Story = c.storyOf(n).id
	c.tick(r.time)
	return p, nil
}

// AddBatch places docs together, which is better than one by one because all
// are seen before any is placed, and each is reconsidered when all are. What
// that changes in earlier documents is told in the last placement. On error,
// as when ctx ends first, nothing is added.
func (c *Clusterer) AddBatch(ctx context.Context, docs []Doc) ([]Placement, error) {
	read, err := c.opts.readAll(ctx, docs)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	fresh := make(map[string]bool, len(docs))
	for _, d := range docs {
		if _, ok := c.byID[d.ID]; ok || fresh[d.ID] {
			return nil, fmt.Errorf("%w: %q", ErrDuplicate, d.ID)
		}
		fresh[d.ID] = true
	}
	numbers := make([]int32, len(read))
	for i, r := range read {
		numbers[i] = c.take(r)
	}
	placements := make([]Placement, len(read))
	for i, n := range numbers {
		placements[i] = c.place(n)
	}
	c.settle(numbers, placements)
	return placements, nil
}

// passes is how often a batch is gone through again after all is placed.
const passes = 2

// settle reconsiders the documents of a batch and corrects the placements.
func (c *Clusterer) settle(numbers []int32, placements []Placement) {
	last := &Placement{}
	if len(placements) > 0 {
		last = &placements[len(placements)-1]
	}
	for range passes {
		for _, n := range numbers {
			c.reconsider(n, last)
		}
	}
	for i, n := range numbers {
		m := &c.docs[n]
		placements[i].Story, placements[i].Score = c.storyOf(n).id, m.score
		c.tick(c.space.Doc(n).Time)
	}
}

// take gives a document a number. It is in no story yet.
func (c *Clusterer) take(r *reading) int32 {
	n := c.space.AddDoc(r.evidence, r.lang, r.time)
	for int(n) >= len(c.docs) {
		c.docs = append(c.docs, member{})
	}
	c.docs[n] = member{id: r.id, labels: r.labels, title: r.title, sketch: r.evidence.Sketch, vector: r.vector, active: c.clock.activity(r.time, c.opts.Window)}
	c.byID[r.id] = n
	return n
}

// place finds a story for document n and then looks at what that changes.
func (c *Clusterer) place(n int32) Placement {
	list := c.candidates(n)
	p := Placement{New: true}
	best := join.Best(list)
	if best >= 0 && list[best].P >= c.opts.Threshold {
		p.New, p.Score = false, list[best].P
		c.join(n, list[best].Story)
	} else {
		c.start(n)
	}
	c.note(n, list)
	c.compareRivals(list, &p)
	p.Story = c.storyOf(n).id
	return p
}

// compareRivals makes one story of two that a document belonged to, if the
// members of the smaller belong to the larger.
func (c *Clusterer) compareRivals(list []join.Candidate, p *Placement) {
	large, small, ok := c.space.Rivals(list, c.opts.Threshold)
	if !ok || c.opts.Granularity == Duplicate || c.space.Pull(small, large, c.candidates) < join.Raise(c.opts.Threshold, join.United) {
		return
	}
	from, to := c.elder(small, large)
	p.Merged = append(p.Merged, c.stories[from].id)
	c.pour(from, to)
}

// reviews is how many earlier documents are reconsidered for each that is
// added. They take turns, so that each comes by a few times while its story
// is open; of those beyond doubt, only some.
const reviews = 8

// review reconsiders the documents whose turn it is, and reports in p.
func (c *Clusterer) review(p *Placement) {
	for range min(reviews, len(c.byID)-1) {
		for {
			if c.turn++; int(c.turn) >= c.space.Slots() {
				c.turn = 0
			}
			if c.space.Doc(c.turn).Story >= 0 {
				break
			}
		}
		if c.space.Due(c.turn, c.docs[c.turn].settled) {
			c.reconsider(c.turn, p)
		}
	}
}

// reconsider moves document n if it fits better elsewhere by now.
func (c *Clusterer) reconsider(n int32, p *Placement) {
	was := c.space.Doc(n).Story
	from, version := c.stories[was].id, c.stories[was].version
	c.leave(n)
	list := c.candidates(n)
	best := join.Best(list)
	switch {
	case best >= 0 && list[best].P >= c.opts.Threshold:
		c.join(n, list[best].Story)
	case len(c.space.Story(was).Docs) == 0:
		c.join(n, was)
	default:
		c.start(n)
	}
	c.note(n, list)
	if to := c.storyOf(n).id; to == from {
		c.stories[was].version = version
	} else {
		p.Changes = append(p.Changes, Change{c.docs[n].id, from, to})
		if len(c.space.Story(was).Docs) == 0 {
			c.retire(was, to)
			p.Merged = append(p.Merged, from)
		}
	}
	c.compareRivals(list, p)
}

// note keeps what [Clusterer.Explain] tells of a decision.
func (c *Clusterer) note(n int32, list []join.Candidate) {
	m := &c.docs[n]
	m.score, m.runnerUp = 0, ""
	m.settled = join.Settled(list, c.space.Doc(n).Story)
	second := -1
	for i := range list {
		if list[i].Story == c.space.Doc(n).Story {
			m.score = list[i].P
		} else if second < 0 || list[i].P > list[second].P {
			second = i
		}
	}
	if second >= 0 {
		m.runnerUp = c.stories[list[second].Story].id
	}
}

func (c *Clusterer) storyOf(n int32) *record { return &c.stories[c.space.Doc(n).Story] }

// candidates judges the stories that document n may join.
func (c *Clusterer) candidates(n int32) []join.Candidate { return c.judge(n, -1) }

// judge judges the stories that document n may join, all but one.
func (c *Clusterer) judge(n, but int32) []join.Candidate {
	window := int64(c.opts.Window.Seconds())
	list := c.space.Candidates(n, func(story int32) bool { return story == but || c.space.Outside(n, story, window) })
	if c.opts.Granularity == Duplicate {
		for i := range list {
			list[i].P = c.likeness(n, c.space.Story(list[i].Story).Docs)
		}
		return list
	}
	for i := range list {
		list[i].P = c.model.P(&list[i].Features)
	}
	list = c.addMeaning(n, list)
	for i := range list[:min(len(list), maxCopied)] {
		if c.likeness(n, c.space.Story(list[i].Story).Docs) >= sameText {
			list[i].P = max(list[i].P, copied)
		}
	}
	if c.opts.Granularity == Topic {
		for i := range list {
			list[i].P = join.Raise(list[i].P, topicMore)
		}
	}
	return list
}

// A document that repeats another one word for word belongs where that is:
// sameText is from which share of three-word runs, copied how likely, and
// maxCopied in how many of the nearest stories is looked.
const (
	sameText  = 0.95
	copied    = 0.99
	maxCopied = 3
)

// likeness returns how like document n is to the likest of the latest docs.
func (c *Clusterer) likeness(n int32, docs []int32) float64 {
	most := 0.0
	for _, d := range docs[max(0, len(docs)-maxOriginals):] {
		most = max(most, c.docs[d].sketch.Like(&c.docs[n].sketch))
	}
	return most
}

// start makes a story of document n.
func (c *Clusterer) start(n int32) {
	story := c.space.NewStory()
	for int(story) >= len(c.stories) {
		c.stories = append(c.stories, record{})
	}
	id := storyID(c.docs[n].id, c.started)
	c.stories[story] = record{id: id, born: c.started}
	c.started++
	c.byStory[id] = story
	c.join(n, story)
}

// storyID derives an ID from a story's first document and from how many
// stories there were before, so that no two are alike.
func storyID(doc string, before uint64) StoryID {
	h := fnv.New128a()
	h.Write(binary.LittleEndian.AppendUint64(nil, before))
	h.Write([]byte(doc))
	return StoryID("s" + base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil)[:10]))
}

// join puts document n into a story.
func (c *Clusterer) join(n, story int32) {
	m, r := &c.docs[n], &c.stories[story]
	c.space.Join(n, story)
	m.copyOf = c.original(n)
	r.version++
	r.vector = plus(r.vector, m.vector, 1)
}

// leave takes document n out of its story, which may be empty then.
func (c *Clusterer) leave(n int32) {
	r := c.storyOf(n)
	c.space.Leave(n)
	r.version++
	r.vector = plus(r.vector, c.docs[n].vector, -1)
}

// retire closes an empty story in favour of another.
func (c *Clusterer) retire(story int32, to StoryID) {
	id := c.stories[story].id
	c.moved[id] = to
	c.drop(story)
}

// drop forgets an empty story.
func (c *Clusterer) drop(story int32) {
	delete(c.byStory, c.stories[story].id)
	c.stories[story] = record{}
	c.space.FreeStory(story)
}

// nearCopy is the share of three-word runs from which a text counts as a copy,
// and maxOriginals how many documents of a story it is compared with.
const (
	nearCopy     = 0.7
	maxOriginals = 50
)

// original returns the document of its story that n repeats, if any.
func (c *Clusterer) original(n int32) string {
	earlier := c.space.Earlier(n)
	for _, d := range earlier[max(0, len(earlier)-maxOriginals):] {
		o := &c.docs[d]
		if o.sketch.Like(&c.docs[n].sketch) >= nearCopy {
			if o.copyOf != "" {
				return o.copyOf
			}
			return o.id
		}
	}
	return ""
}
