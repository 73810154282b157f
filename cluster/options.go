package cluster

import (
	"context"
	"fmt"
	"time"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/lang"
)

// Options configures clustering. The zero Options is valid: it compares words,
// names by their form and numbers, and links in the small tables of this
// package only.
type Options struct {
	// Granularity says what a story is: one text, one event (the default) or
	// one topic.
	Granularity Granularity

	// Threshold in (0, 1) is the probability from which a document joins a
	// story: recall (low) against precision (high). Zero means the tuned
	// default of the granularity.
	Threshold float64

	// Window bounds how far in time a document may be from a story that it
	// joins, which also bounds memory: stories that are older are closed. Zero
	// means 72 hours.
	Window time.Duration

	// Detect tells the language of documents that come without.
	// Nil means none; Defaults sets it to lang.Detect.
	Detect func(text string) lang.Guess

	// Entities finds the entities of documents that come without.
	// Nil means none; Defaults sets it to entity.Entities.
	Entities func(text string, tag lang.Tag) []entity.Entity

	// Embedder adds meaning beyond names. Nil means none.
	Embedder Embedder

	lexicon   *concepts.Table
	gazetteer entity.Gazetteer
	memory    *evidence.Memory
}

// A Granularity says what belongs together.
type Granularity uint8

const (
	// Event joins what tells of one event, in any language.
	Event Granularity = iota
	// Duplicate joins the copies of one text only. A probability is then the
	// share of three-word runs that a text has in common with the nearest of
	// the story, as its sketch estimates it.
	Duplicate
	// Topic joins events about the same matter as well: another day of a
	// trial, other matches of a tournament.
	Topic
)

// Defaults returns the recommended options. It links in the models of
// packages lang and entity and the lexicon of news concepts; options built by
// hand do not.
func Defaults() Options {
	return Options{Detect: lang.Detect, Entities: entity.Entities, lexicon: concepts.Builtin(), gazetteer: entity.Builtin()}
}

// An Embedder turns text into a vector whose direction is its meaning,
// whatever the language. It may call out to a service, hence the context.
// Implementations must be safe for concurrent use.
type Embedder interface {
	Embed(ctx context.Context, text string, tag lang.Tag) ([]float32, error)
}

const (
	defaultThreshold = 0.4
	topicMore        = 2.0 // what a topic adds to the log odds that an article belongs
	defaultWindow    = 72 * time.Hour
)

// check fills in the defaults and reports what is out of range.
func (o *Options) check() error {
	if o.Threshold < 0 || o.Threshold >= 1 || o.Threshold != o.Threshold {
		return fmt.Errorf("%w: threshold %v is not in (0, 1)", ErrOptions, o.Threshold)
	}
	if o.Window < 0 {
		return fmt.Errorf("%w: window %v is negative", ErrOptions, o.Window)
	}
	if o.Granularity > Topic {
		return fmt.Errorf("%w: unknown granularity %d", ErrOptions, o.Granularity)
	}
	o.memory = &evidence.Memory{}
	if o.Threshold == 0 {
		o.Threshold = defaultThreshold
		if o.Granularity == Duplicate {
			o.Threshold = nearCopy
		}
	}
	if o.Window == 0 {
		o.Window = defaultWindow
	}
	return nil
}
