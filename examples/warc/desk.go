package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/tidings-go/tidings/cluster"
)

// A desk places articles and keeps the database in step: a commit holds the
// articles, their stories, the state of the clusterer, and how far each file
// was read, all as of one moment.
type desk struct {
	*base
	clusterer *cluster.Clusterer
	every     time.Duration
	log       io.Writer
	committed time.Time
}

func newDesk(ctx context.Context, b *base, every time.Duration, log io.Writer) (*desk, error) {
	c, err := cluster.New(cluster.Defaults())
	if err != nil {
		return nil, err
	}
	d := &desk{base: b, clusterer: c, every: every, log: log, committed: time.Now()}
	snapshot, err := b.snapshot(ctx)
	if err != nil || snapshot == nil {
		return d, err
	}
	return d, c.UnmarshalBinary(snapshot)
}

// readFile reads what of a file was not read before.
func (d *desk) readFile(ctx context.Context, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	name := filepath.Base(path)
	offset, err := d.offset(ctx, name)
	if err != nil || offset >= info.Size() {
		return err
	}
	bar := newBar(d.log, name, info.Size())
	defer func() { _ = bar.Exit() }()
	err = readRecords(ctx, f, offset, func(r result) error {
		_ = bar.Set64(r.end)
		return d.take(ctx, name, r)
	})
	if err != nil {
		return err
	}
	return d.moveTo(ctx, name, info.Size())
}

// take notes what came of a record, and commits if it is time.
func (d *desk) take(ctx context.Context, file string, r result) error {
	switch {
	case errors.Is(r.err, errNothing):
	case r.err != nil:
		fmt.Fprintf(d.log, "warc: %s: byte %d: %s %v\n", file, r.offset, r.url, r.err)
		if err := d.noteBad(ctx, file, r); err != nil {
			return err
		}
	default:
		if err := d.place(ctx, file, r); err != nil {
			return err
		}
	}
	if err := d.moveTo(ctx, file, r.end); err != nil {
		return err
	}
	if time.Since(d.committed) < d.every {
		return nil
	}
	return d.commit(ctx)
}

// place adds an article, unless its page was read before.
func (d *desk) place(ctx context.Context, file string, r result) error {
	known, err := d.known(ctx, r.url)
	if err != nil || known {
		return err
	}
	p, err := d.clusterer.Add(ctx, r.doc)
	if err != nil {
		return err
	}
	if err := d.insert(ctx, file, r, p.Story); err != nil {
		return err
	}
	for _, c := range p.Changes {
		if err := d.move(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

func (d *desk) commit(ctx context.Context) error {
	snapshot, err := d.clusterer.MarshalBinary()
	if err != nil {
		return err
	}
	d.committed = time.Now()
	return d.base.commit(ctx, snapshot)
}
