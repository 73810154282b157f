package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"runtime"
	"sync"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/examples/warcfile"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

// A result is what came of a record.
type result struct {
	offset, end int64 // of the record in its file
	url         string
	doc         cluster.Doc
	site        string
	err         error // why there is no doc; errNothing if there need not be one
}

var errNothing = errors.New("nothing to read")

// maxRecord bounds a record, in bytes.
const maxRecord = 16 << 20

// ahead is how many records are read, for each core, before the first of them
// is placed. It bounds memory.
const ahead = 4

// readRecords reads a file from an offset on, on all cores, and yields what
// came of each record, in the order of the file. The error is that of the
// file, or of yield.
func readRecords(ctx context.Context, f *os.File, offset int64, yield func(result) error) error {
	records, err := warcfile.NewReader(f, offset, maxRecord)
	if err != nil {
		return err
	}
	type job struct {
		record *warcfile.Record
		done   chan result
	}
	ctx, cancel := context.WithCancel(ctx)
	cores := runtime.GOMAXPROCS(0)
	jobs := make(chan job)
	order := make(chan chan result, ahead*cores)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	for range cores {
		wg.Go(func() {
			for j := range jobs {
				j.done <- readRecord(j.record)
			}
		})
	}
	var failed error
	wg.Go(func() {
		defer close(order)
		defer close(jobs)
		for ctx.Err() == nil {
			record, err := records.Next()
			done := make(chan result, 1)
			var bad *warcfile.BadRecord
			switch {
			case err == io.EOF:
				return
			case errors.As(err, &bad):
				done <- result{offset: bad.Offset, end: bad.Offset + 1, err: bad.Err}
			case err != nil:
				failed = err
				return
			}
			select {
			case order <- done:
			case <-ctx.Done():
				return
			}
			if record == nil {
				continue
			}
			select {
			case jobs <- job{record, done}:
			case <-ctx.Done():
				return
			}
		}
	})
	for done := range order {
		select {
		case r := <-done:
			if err := yield(r); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return failed
}

// readRecord finds the article in a record.
func readRecord(record *warcfile.Record) result {
	r := result{offset: record.Offset, end: record.End, url: record.URI}
	page, err := record.Page()
	switch {
	case errors.Is(err, warcfile.ErrNoPage):
		r.err = errNothing
		return r
	case err != nil:
		r.err = err
		return r
	}
	u, err := url.Parse(page.URL)
	if err != nil {
		r.err = err
		return r
	}
	a, err := extract.Extract(bytes.NewReader(page.Body), &extract.Options{URL: u, Charset: page.Charset, Detect: lang.Detect, Now: record.Date})
	switch {
	case errors.Is(err, extract.ErrNoArticle):
		r.err = errNothing
		return r
	case err != nil:
		r.err = err
		return r
	}
	r.site = u.Hostname()
	r.doc = cluster.Doc{ID: page.URL, Title: a.Title, Text: a.Text, Lang: a.Lang, Published: record.Date}
	if a.Precision >= extract.Day {
		r.doc.Published = a.Published
	}
	r.doc.Entities = entity.Entities(a.Title+"\n\n"+a.Text, a.Lang)
	if r.doc.Entities == nil {
		r.doc.Entities = []entity.Entity{} // looked for and not found
	}
	return r
}
