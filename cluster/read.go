package cluster

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"strings"
	"sync"

	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
)

// A reading is a document with all that the clusterer goes by.
type reading struct {
	id       string
	lang     string
	time     int64
	evidence evidence.Article
	labels   labels
	title    string
	vector   []float32
}

// read does everything that needs no other document, and no lock.
func (o *Options) read(ctx context.Context, d *Doc) (*reading, error) {
	if d.ID == "" {
		return nil, ErrNoID
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	tag, ents, vector := d.Lang, d.Entities, d.Vector
	text := d.Text
	if d.Title != "" {
		text = d.Title + "\n\n" + d.Text
	}
	if tag == "" && o.Detect != nil {
		tag = o.Detect(text).Tag
	}
	if ents == nil && o.Entities != nil {
		ents = o.Entities(text, tag)
	}
	if vector == nil && o.Embedder != nil {
		var err error
		if vector, err = o.Embedder.Embed(ctx, text, tag); err != nil {
			return nil, fmt.Errorf("embed %q: %w", d.ID, err)
		}
	}
	r := &reading{id: strings.Clone(d.ID), lang: strings.Clone(string(tag.Base())), time: join.NoTime, vector: unit(vector)}
	r.evidence = evidence.Extractor{Concepts: o.lexicon, Gazetteer: o.gazetteer, Memory: o.memory}.Article(d.Title, d.Text, tag, ents)
	switch {
	case !d.Published.IsZero():
		r.time = d.Published.Unix()
	case r.evidence.Dated != 0:
		r.time = r.evidence.Dated
	}
	r.labels = topLabels(r.evidence)
	r.title = headline(d)
	return r, nil
}

// maxTitle bounds the bytes kept of a title.
const maxTitle = 240

// headline returns the title, or else the first line of the text.
func headline(d *Doc) string {
	s := strings.TrimSpace(d.Title)
	if s == "" {
		s, _, _ = strings.Cut(strings.TrimSpace(d.Text), "\n")
	}
	if len(s) > maxTitle {
		s = s[:maxTitle]
		if space := strings.LastIndexByte(s, ' '); space > 0 {
			s = s[:space]
		}
	}
	return strings.Clone(strings.TrimSpace(strings.ToValidUTF8(s, "")))
}

// A label's weight is counted by how rare its key is, up to rarest, which is
// -log of leastShare.
const (
	leastShare = 1e-3
	rarest     = 6.91
)

// topLabels returns the labels of the keys that weigh most.
func topLabels(a evidence.Article) labels {
	var top [maxLabels]struct {
		item   *evidence.Item
		weight float64
	}
	n := 0
	background := evidence.BuiltinBackground()
	for _, list := range [][]evidence.Item{a.Neutral, a.Words} {
		for i := range list {
			it := &list[i]
			if it.Of != 0 || it.Label == "" || it.Key.Kind() == evidence.Cognate {
				continue
			}
			if n == maxLabels && float64(it.Weight)*rarest <= top[n-1].weight {
				continue
			}
			weight := float64(it.Weight) * -math.Log(background.Share(it.Key)+leastShare)
			if n == maxLabels && weight <= top[n-1].weight {
				continue
			}
			n = min(n+1, maxLabels)
			at := n - 1
			for at > 0 && top[at-1].weight < weight {
				top[at] = top[at-1]
				at--
			}
			top[at].item, top[at].weight = it, weight
		}
	}
	var b []byte
	for _, x := range top[:n] {
		b = appendLabel(b, x.item.Key, string(x.item.Entity), x.item.Label)
	}
	return labels(b)
}

// unit returns a copy of v with length 1, or nil if that cannot be.
func unit(v []float32) []float32 {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if !(sum > 0) || math.IsInf(sum, 0) {
		return nil
	}
	out := make([]float32, len(v))
	for i, x := range v {
		out[i] = float32(float64(x) / math.Sqrt(sum))
	}
	return out
}

// readAll reads docs on all cores.
func (o *Options) readAll(ctx context.Context, docs []Doc) ([]*reading, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out := make([]*reading, len(docs))
	errs := make([]error, len(docs))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(docs)) {
		wg.Go(func() {
			for i := range next {
				if out[i], errs[i] = o.read(ctx, &docs[i]); errs[i] != nil {
					cancel()
				}
			}
		})
	}
	for i := range docs {
		next <- i
	}
	close(next)
	wg.Wait()
	return out, firstError(errs)
}

// firstError prefers what went wrong to the end of the context that followed.
func firstError(errs []error) error {
	var first error
	for _, err := range errs {
		if err != nil && (first == nil || first == context.Canceled) {
			first = err
		}
	}
	return first
}
