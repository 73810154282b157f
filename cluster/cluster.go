// Package cluster groups articles about the same event, in whatever languages
// they are written, all at once or as they arrive.
package cluster

import (
	"context"
	"encoding"
	"errors"
	"iter"
	"time"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

// A Doc is an article to place. Only ID and Text are required.
type Doc struct {
	ID        string // unique; the caller's own key, such as a URL
	Title     string
	Text      string
	Lang      lang.Tag
	Published time.Time
	Entities  []entity.Entity // if nil, Options.Entities is asked
	Vector    []float32       // if nil, Options.Embedder is asked
}

// A StoryID names a story for good: it is derived from the story's first
// document, is never given to another story, and survives snapshots. When two
// stories turn out to be one, the older ID stays and the younger one resolves
// to it; see [Clusterer.Resolve].
type StoryID string

// A Story is a group of documents about one event.
type Story struct {
	ID      StoryID
	Docs    []string // document IDs, in order of arrival
	Medoid  string   // ID of the most typical document
	Langs   []lang.Tag
	Topics  []Term // the entities and words that hold it together, best first
	First   time.Time
	Last    time.Time
	Version uint64 // grows with every change to the story
}

// A Term is a weighted entity or word.
type Term struct {
	Entity entity.ID // empty for a plain word
	Label  string
	Weight float64
}

// Cluster groups docs with the [Defaults] and returns the stories, largest
// first; ties are broken by ID. The same docs in the same order give the same
// stories. It returns ctx.Err() if ctx ends first. For other options, use
// [New] and [Clusterer.AddBatch].
func Cluster(ctx context.Context, docs []Doc) ([]Story, error) { return nil, nil }

// Options configures clustering. The zero Options is valid: it compares words
// only and links in no embedded data.
type Options struct {
	// Threshold in (0, 1) trades recall (low) for precision (high). Zero means
	// the tuned default.
	Threshold float64

	// Window bounds the age difference within a story, which also bounds
	// memory: older stories are closed. Zero means 72 hours.
	Window time.Duration

	// Entities finds the entities of documents that come without.
	// Nil means none; Defaults sets it to entity.Entities.
	Entities func(text string, tag lang.Tag) []entity.Entity

	// Embedder adds meaning beyond names. Nil means none.
	Embedder Embedder
}

// Defaults returns the recommended options. It links in the data of package
// entity; options built by hand do not.
func Defaults() Options { return Options{} }

// An Embedder turns text into a vector whose direction is its meaning,
// whatever the language. It may call out to a service, hence the context.
// Implementations must be safe for concurrent use.
type Embedder interface {
	Embed(ctx context.Context, text string, tag lang.Tag) ([]float32, error)
}

// A Clusterer groups documents as they arrive. Its methods are safe for
// concurrent use by multiple goroutines. Documents are placed in the order in
// which Add is called.
type Clusterer struct{ _ int }

// New returns an empty clusterer. The error reports options out of range.
func New(opts Options) (*Clusterer, error) { return &Clusterer{}, nil }

// ErrDuplicate reports a document ID that was added before.
var ErrDuplicate = errors.New("cluster: duplicate document")

// A Placement says where a document went.
type Placement struct {
	Story  StoryID
	New    bool      // the document started the story
	Merged []StoryID // stories that this document joined into Story
	Score  float64
}

// Add places d and returns where. On error the clusterer is unchanged. Only
// an Embedder can make Add slow; ctx is handed to it.
func (c *Clusterer) Add(ctx context.Context, d Doc) (Placement, error) { return Placement{}, nil }

// AddBatch places docs together, which is better than one by one because all
// are seen before any is placed. If ctx ends first, nothing is added.
func (c *Clusterer) AddBatch(ctx context.Context, docs []Doc) ([]Placement, error) { return nil, nil }

// Merge takes all of other into c, as if c had read other's documents too, so
// that work can be sharded. Stories that are one become one; the older ID stays.
// other is left as it was.
func (c *Clusterer) Merge(ctx context.Context, other *Clusterer) error { return nil }

// Remove forgets a document, and its story if that leaves it empty.
func (c *Clusterer) Remove(docID string) bool { return false }

// Resolve returns the current ID of a story that may have been merged.
func (c *Clusterer) Resolve(id StoryID) (StoryID, bool) { return id, false }

// Story returns the story with the given current ID.
func (c *Clusterer) Story(id StoryID) (Story, bool) { return Story{}, false }

// Stories yields the open stories as of the call, oldest first. Documents
// added while iterating are not seen, and do not block.
func (c *Clusterer) Stories() iter.Seq[Story] { return func(func(Story) bool) {} }

// Expire closes the stories whose last document is older than t and returns
// how many. The clusterer never reads the clock by itself.
func (c *Clusterer) Expire(t time.Time) int { return 0 }

// An Explanation says why a document is in its story.
type Explanation struct {
	Story     StoryID
	Nearest   string // ID of the closest document
	Score     float64
	Threshold float64
	Shared    []Term        // what both are about, by contribution to Score
	Gap       time.Duration // time between the two
	RunnerUp  StoryID       // the story it nearly joined, if any
}

// Explain returns why the document is where it is.
func (c *Clusterer) Explain(docID string) (Explanation, bool) { return Explanation{}, false }

// AppendBinary appends a snapshot of the state, without the options, to b.
// Every later release can read the snapshots of an earlier one.
func (c *Clusterer) AppendBinary(b []byte) ([]byte, error) { return b, nil }

// MarshalBinary is AppendBinary to a new slice.
func (c *Clusterer) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary restores a snapshot. It checks its input, which may come
// from an untrusted place, and never panics; on error c is unchanged.
func (c *Clusterer) UnmarshalBinary(data []byte) error { return nil }

var (
	_ encoding.BinaryMarshaler   = (*Clusterer)(nil)
	_ encoding.BinaryAppender    = (*Clusterer)(nil)
	_ encoding.BinaryUnmarshaler = (*Clusterer)(nil)
)
