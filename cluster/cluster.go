package cluster

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

// A Doc is an article to place. Only ID is required; a document that says
// nothing, with neither title nor text, is a story of its own.
type Doc struct {
	ID        string // unique; the caller's own key, such as a URL
	Title     string
	Text      string
	Lang      lang.Tag        // if empty, Options.Detect is asked
	Published time.Time       // if zero, the dateline of Text; without one any story may be joined
	Entities  []entity.Entity // if nil, Options.Entities is asked
	Vector    []float32       // if nil, Options.Embedder is asked
}

// A StoryID names a story for good: it is derived from the story's first
// document, is never given to another story, and survives snapshots. When two
// stories turn out to be one, the older ID stays and the younger one resolves
// to it; see [Clusterer.Resolve].
type StoryID string

// A Story is a group of documents about one event. It is a copy, and safe for
// concurrent use as long as nobody writes to it.
type Story struct {
	ID       StoryID
	Docs     []string // document IDs, in order of arrival
	Medoid   string   // ID of the most typical document
	Heads    []Head   // the most typical document of each language, most documents first
	Copies   []Copy   // documents that repeat another one of the story
	Topics   []Term   // the entities, concepts and words that hold it together, best first
	Timeline []Moment // the documents with a date, but copies, earliest first
	First    time.Time
	Last     time.Time
	Version  uint64 // grows with every change to the story
}

// Langs returns the languages of the story, most documents first.
func (s Story) Langs() []lang.Tag {
	tags := make([]lang.Tag, len(s.Heads))
	for i, h := range s.Heads {
		tags[i] = h.Lang
	}
	return tags
}

// Sources returns the number of documents that are not copies of another.
func (s Story) Sources() int { return len(s.Docs) - len(s.Copies) }

// Entities returns the topics that are entities, best first.
func (s Story) Entities() []Term {
	return slices.DeleteFunc(slices.Clone(s.Topics), func(t Term) bool { return t.Entity == "" })
}

// A Head is the most typical document of a story in one language.
type Head struct {
	Lang  lang.Tag
	Doc   string
	Title string // of Doc, or else the beginning of its text
	Docs  int    // documents of the story in this language
}

// A Moment is a document of a story and when it appeared.
type Moment struct {
	Time time.Time
	Doc  string
}

// A Copy is a document that repeats an earlier one nearly word for word.
type Copy struct{ Doc, Of string }

// A Term is a weighted entity, concept or word.
type Term struct {
	Entity entity.ID // empty for anything but an entity
	Label  string    // as an article has it; of a concept, its English name
	Weight float64
}

// Errors of this package; what is returned wraps them.
var (
	ErrDuplicate = errors.New("cluster: duplicate document") // the ID was added before and not removed
	ErrNoID      = errors.New("cluster: document without ID")
	ErrOptions   = errors.New("cluster: bad options")
	ErrSnapshot  = errors.New("cluster: bad snapshot")
)

// Cluster groups docs with the [Defaults] and returns the stories, largest
// first; ties are broken by ID. The same docs in the same order give the same
// stories. It returns ctx.Err() if ctx ends first. For other options, use
// [New] and [Clusterer.AddBatch].
//
// Stories are never closed while Cluster runs, however old they are.
func Cluster(ctx context.Context, docs []Doc) ([]Story, error) {
	c, err := New(Defaults())
	if err != nil {
		return nil, fmt.Errorf("defaults: %w", err)
	}
	if _, err := c.AddBatch(ctx, docs); err != nil {
		return nil, err
	}
	stories := slices.Collect(c.Stories())
	slices.SortStableFunc(stories, func(a, b Story) int {
		if len(a.Docs) != len(b.Docs) {
			return len(b.Docs) - len(a.Docs)
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	return stories, nil
}
