package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/mtime"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

func init() {
	register.DoFn3x1[context.Context, fileio.ReadableFile, func(beam.EventTime, article), error](&extractFn{})
	register.DoFn1x1[article, article](&detectFn{})
	register.DoFn1x1[article, article](&entitiesFn{})
	register.Emitter2[beam.EventTime, article]()
	beam.RegisterCoder(reflect.TypeFor[article](), encodeArticle, decodeArticle)
}

// An article goes through the pipeline as JSON.
type article struct{ cluster.Doc }

func encodeArticle(a article) ([]byte, error) { return json.Marshal(a.Doc) }

func decodeArticle(data []byte) (article, error) {
	var a article
	err := json.Unmarshal(data, &a.Doc)
	return a, err
}

// extractFn finds the article in a page. Its time is that of publication, or
// that of the page if it does not say.
type extractFn struct{}

func (*extractFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, emit func(beam.EventTime, article)) error {
	page, err := file.Read(ctx)
	if err != nil {
		return err
	}
	a, err := extract.Extract(bytes.NewReader(page), nil)
	if errors.Is(err, extract.ErrNoArticle) || errors.Is(err, extract.ErrTooLarge) {
		log.Warnf(ctx, "%s: %v", file.Metadata.Path, err)
		return nil
	}
	if err != nil {
		return err
	}
	d := cluster.Doc{ID: file.Metadata.Path, Title: a.Title, Text: a.Text, Lang: a.Lang}
	at := file.Metadata.LastModified
	if a.Precision >= extract.Day {
		d.Published, at = a.Published, a.Published
	}
	emit(mtime.FromTime(at), article{d})
	return nil
}

// detectFn names the language.
type detectFn struct{}

func (*detectFn) ProcessElement(a article) article {
	if g := lang.Detect(a.Title + "\n\n" + a.Text); g.Confidence > 0.5 {
		a.Lang = g.Tag
	}
	return a
}

// entitiesFn finds who and what the article is about.
type entitiesFn struct{}

func (*entitiesFn) ProcessElement(a article) article {
	a.Entities = entity.Entities(a.Title+"\n\n"+a.Text, a.Lang)
	if a.Entities == nil {
		a.Entities = []entity.Entity{} // looked for and not found
	}
	return a
}
