package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/tidings-go/tidings/examples/warcfile"
)

// An item is something to read: a page, or an article that a feed gave whole.
type item struct {
	ID      string // its address, or the name of its file
	Outlet  string // who published it, as far as the source says
	Page    []byte
	Charset string
	Whole   *whole
}

// A watcher reads sources, again and again where they may grow.
type watcher struct {
	every  time.Duration // between two looks at a feed
	pace   time.Duration // between two items, so that one can watch
	client *http.Client
	log    io.Writer
}

// look is the time between two looks at a folder.
const look = 2 * time.Second

// watch reads all sources into r until ctx ends. The error tells of a source
// that was not there at the beginning.
func (w *watcher) watch(ctx context.Context, sources []string, r *room) error {
	items := make(chan item)
	var readers sync.WaitGroup
	for range w.workers() {
		readers.Go(func() {
			for it := range items {
				if err := r.add(ctx, it); err != nil {
					w.complain(it.ID, err)
				}
			}
		})
	}
	defer readers.Wait()
	defer close(items)
	for _, name := range sources {
		if !isURL(name) {
			if _, err := os.Stat(name); err != nil {
				return err
			}
		}
	}
	var watchers sync.WaitGroup
	for _, name := range sources {
		if w.pace > 0 { // one after another
			w.follow(ctx, name, items, false)
			continue
		}
		watchers.Go(func() { w.follow(ctx, name, items, true) })
	}
	watchers.Wait()
	return nil
}

func (w *watcher) workers() int {
	if w.pace > 0 {
		return 1
	}
	return runtime.GOMAXPROCS(0)
}

func (w *watcher) complain(name string, err error) {
	if !errors.Is(err, context.Canceled) {
		fmt.Fprintf(w.log, "newsroom: %s: %v\n", name, err)
	}
}

// follow reads a source, and if forever is set, what it has new later.
func (w *watcher) follow(ctx context.Context, name string, items chan<- item, forever bool) {
	seen := map[string]bool{}
	give := func(it item) bool {
		if seen[it.ID] {
			return true
		}
		select {
		case items <- it:
			seen[it.ID] = true
		case <-ctx.Done():
			return false
		}
		return pause(ctx, w.pace)
	}
	for {
		wait, err := w.read(ctx, name, seen, give)
		if err != nil {
			w.complain(name, err)
		}
		if !forever || wait == 0 || !pause(ctx, wait) {
			return
		}
	}
}

func pause(ctx context.Context, d time.Duration) bool {
	if d == 0 {
		return ctx.Err() == nil
	}
	select {
	case <-time.After(d):
		return true
	case <-ctx.Done():
		return false
	}
}

// read goes once through a source, and returns the time after which to look
// again; 0 if it does not grow.
func (w *watcher) read(ctx context.Context, name string, seen map[string]bool, give func(item) bool) (time.Duration, error) {
	if isURL(name) {
		return w.every, w.readFeedURL(ctx, name, seen, give)
	}
	info, err := os.Stat(name)
	if err != nil {
		return look, err
	}
	lower := strings.ToLower(name)
	switch {
	case info.IsDir():
		return look, readFolder(name, seen, give)
	case strings.HasSuffix(lower, ".warc"), strings.HasSuffix(lower, ".warc.gz"):
		return 0, w.readWARC(name, give)
	case isPage(name):
		return 0, readPage(name, give)
	}
	return 0, w.readFeedFile(ctx, name, seen, give)
}

func isURL(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

func isPage(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".txt", ".text":
		return true
	}
	return false
}

func readFolder(root string, seen map[string]bool, give func(item) bool) error {
	return filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != root && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.IsDir() || !isPage(name) || seen[name]:
			return nil
		}
		return readPage(name, give)
	})
}

func readPage(name string, give func(item) bool) error {
	page, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	base := filepath.Base(name)
	if !give(item{ID: name, Outlet: strings.TrimSuffix(base, filepath.Ext(base)), Page: page}) {
		return fs.SkipAll
	}
	return nil
}

// maxRecord bounds a record of a WARC file.
const maxRecord = 16 << 20

func (w *watcher) readWARC(name string, give func(item) bool) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	records, err := warcfile.NewReader(f, 0, maxRecord)
	if err != nil {
		return err
	}
	for {
		rec, err := records.Next()
		var bad *warcfile.BadRecord
		switch {
		case err == io.EOF:
			return nil
		case errors.As(err, &bad):
			w.complain(name, err)
			continue
		case err != nil:
			return err
		}
		page, err := rec.Page()
		if errors.Is(err, warcfile.ErrNoPage) {
			continue
		}
		if err != nil {
			w.complain(page.URL, err)
			continue
		}
		if !give(item{ID: page.URL, Outlet: host(page.URL), Page: page.Body, Charset: page.Charset}) {
			return nil
		}
	}
}

// host is the name of the site that an address is of.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// dedupe keeps the first of equal strings.
func dedupe(list []string) []string {
	out := list[:0:0]
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
