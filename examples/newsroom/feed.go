package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/tidings-go/tidings/lang"
)

// A whole is an article as a feed gives it.
type whole struct {
	Title, Content string // Content may be HTML
	Authors        []string
	Published      time.Time
	Lang           lang.Tag
	Image          string
}

const (
	fetchTime = 20 * time.Second
	fetchMost = 8 << 20 // bytes of a page or feed
	// enough is how long the content of a feed is at least if it is the
	// article and no teaser for it: in letters, of which one of Chinese,
	// Japanese or Korean says as much as three.
	enough = 280
)

func (w *watcher) readFeedFile(ctx context.Context, name string, seen map[string]bool, give func(item) bool) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return w.readFeed(ctx, data, seen, give)
}

func (w *watcher) readFeedURL(ctx context.Context, address string, seen map[string]bool, give func(item) bool) error {
	data, _, err := w.fetch(ctx, address)
	if err != nil {
		return err
	}
	return w.readFeed(ctx, data, seen, give)
}

func (w *watcher) readFeed(ctx context.Context, data []byte, seen map[string]bool, give func(item) bool) error {
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return err
	}
	for _, entry := range feed.Items {
		it := itemOf(feed, entry)
		if seen[it.ID] {
			continue
		}
		if length(it.Whole.Content) < enough && isURL(entry.Link) {
			page, charset, err := w.fetch(ctx, entry.Link)
			if err == nil {
				it.Page, it.Charset, it.Whole = page, charset, nil
			} else {
				w.complain(entry.Link, err)
			}
		}
		if !give(it) {
			return ctx.Err()
		}
	}
	return nil
}

func length(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x2e80 {
			n += 2
		}
	}
	return n
}

func itemOf(feed *gofeed.Feed, e *gofeed.Item) item {
	w := &whole{Title: e.Title, Content: cmp.Or(e.Content, e.Description), Lang: lang.Tag(feed.Language)}
	if e.PublishedParsed != nil {
		w.Published = *e.PublishedParsed
	} else if e.UpdatedParsed != nil {
		w.Published = *e.UpdatedParsed
	}
	for _, p := range e.Authors {
		w.Authors = append(w.Authors, p.Name)
	}
	if e.Image != nil {
		w.Image = e.Image.URL
	}
	return item{ID: cmp.Or(e.Link, e.GUID, e.Title), Outlet: cmp.Or(host(e.Link), feed.Title), Whole: w}
}

// fetch gets a page or feed, and the charset that the server names.
func (w *watcher) fetch(ctx context.Context, address string) (body []byte, charset string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, "", err
	}
	req.Header.Set("User-Agent", "tidings-newsroom")
	resp, err := w.client.Do(req)
	if err != nil {
		return nil, "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, "", fmt.Errorf("the server says %s", resp.Status)
	}
	body, err = io.ReadAll(io.LimitReader(resp.Body, fetchMost))
	return body, charsetOf(resp.Header.Get("Content-Type")), err
}

func charsetOf(contentType string) string {
	_, params, _ := mime.ParseMediaType(contentType)
	return params["charset"]
}
