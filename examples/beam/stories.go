package main

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/tidings-go/tidings/cluster"
)

func init() {
	register.Combiner3[desk, article, desk](&clusterFn{})
	register.DoFn2x1[desk, func(string), error](&printFn{})
	register.Emitter1[string]()
	beam.RegisterCoder(reflect.TypeFor[desk](), encodeDesk, decodeDesk)
}

// A desk is what a worker has clustered so far. Between workers it goes as a
// snapshot.
type desk struct{ *cluster.Clusterer }

func newDesk() (desk, error) {
	c, err := cluster.New(cluster.Defaults())
	return desk{c}, err
}

func encodeDesk(d desk) ([]byte, error) { return d.MarshalBinary() }

func decodeDesk(data []byte) (desk, error) {
	d, err := newDesk()
	if err != nil {
		return d, err
	}
	return d, d.UnmarshalBinary(data)
}

// clusterFn combines articles to stories.
type clusterFn struct{}

func (*clusterFn) CreateAccumulator() (desk, error) { return newDesk() }

func (*clusterFn) AddInput(d desk, a article) (desk, error) {
	if _, known := d.StoryOf(a.ID); known { // a bundle that is done again
		return d, nil
	}
	_, err := d.Add(context.Background(), a.Doc)
	return d, err
}

func (*clusterFn) MergeAccumulators(a, b desk) (desk, error) {
	return a, a.Merge(context.Background(), b.Clusterer)
}

func (*clusterFn) ExtractOutput(d desk) desk { return d }

// A line is a story as it is printed.
type line struct {
	ID        cluster.StoryID `json:"id"`
	Docs      []string        `json:"docs"`
	Languages int             `json:"languages"`
	Sources   int             `json:"sources"` // without copies
}

// printFn writes the stories of a window, one a line.
type printFn struct{}

func (*printFn) ProcessElement(d desk, emit func(string)) error {
	for s := range d.Stories() {
		data, err := json.Marshal(line{s.ID, slices.Sorted(slices.Values(s.Docs)), len(s.Langs()), s.Sources()})
		if err != nil {
			return fmt.Errorf("story %s: %w", s.ID, err)
		}
		emit(string(data))
	}
	return nil
}
