package main

import (
	"bytes"
	"context"
	"html"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

// An article is what was read of an item. It is not changed any more.
type article struct {
	ID, Outlet string
	*extract.Article
	Entities []entity.Entity // offsets are into Title, a blank line, and Text
	source   string          // the page, if it is in UTF-8: says where blocks were
}

// prose is the text that the offsets of the entities are into.
func (a *article) prose() string { return a.Title + titleGap + a.Text }

const titleGap = "\n\n"

// A room is all that is known. Its methods are safe for concurrent use.
type room struct {
	clusterer *cluster.Clusterer

	mu       sync.RWMutex
	articles map[string]*article
	names    index
	readers  map[chan struct{}]bool // who wants to know of changes
	added    int
}

func newRoom() (*room, error) {
	c, err := cluster.New(cluster.Defaults())
	if err != nil {
		return nil, err
	}
	return &room{clusterer: c, articles: map[string]*article{}, names: index{}, readers: map[chan struct{}]bool{}}, nil
}

// add reads an item and puts it into its story. An item that was read before
// is left alone.
func (r *room) add(ctx context.Context, it item) error {
	r.mu.RLock()
	known := r.articles[it.ID] != nil
	r.mu.RUnlock()
	if known {
		return nil
	}
	a, err := read(it)
	if err != nil {
		return err
	}
	d := cluster.Doc{ID: a.ID, Title: a.Title, Text: a.Text, Lang: a.Lang, Entities: a.Entities}
	if a.Precision >= extract.Day {
		d.Published = a.Published
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, err := r.clusterer.Add(ctx, d); err != nil {
		return err
	}
	r.articles[a.ID] = a
	r.names.add(a)
	r.added++
	r.forget()
	r.tell()
	return nil
}

// read finds the article in an item and the entities in the article.
func read(it item) (*article, error) {
	a := &article{ID: it.ID, Outlet: it.Outlet}
	var err error
	if it.Whole != nil {
		a.Article, err = it.Whole.article()
	} else {
		a.Article, err = extract.Extract(bytes.NewReader(it.Page), options(it))
		a.source = strings.ToValidUTF8(string(it.Page), "")
	}
	if err != nil {
		return nil, err
	}
	if a.Site != "" {
		a.Outlet = a.Site
	}
	a.Entities = entity.Entities(a.prose(), a.Lang)
	if a.Entities == nil {
		a.Entities = []entity.Entity{} // none, rather than not looked for
	}
	return a, nil
}

func options(it item) *extract.Options {
	o := &extract.Options{Charset: it.Charset, Detect: lang.Detect, KeepRejected: true}
	if u, err := url.Parse(it.ID); err == nil && isURL(it.ID) {
		o.URL = u
	}
	return o
}

// article reads what a feed gave as the article.
func (w *whole) article() (*extract.Article, error) {
	page := "<article><h1>" + html.EscapeString(w.Title) + "</h1>" + w.markup() + "</article>"
	a, err := extract.FromString(page, &extract.Options{Format: extract.HTML, Detect: lang.Detect, KeepRejected: true})
	if err != nil {
		return nil, err
	}
	a.Title, a.Authors, a.Published, a.Precision = w.Title, w.Authors, w.Published, extract.Minute
	if w.Published.IsZero() {
		a.Precision = extract.NoDate
	}
	return a, nil
}

// markup is the content as HTML: plain text gets its paragraphs.
func (w *whole) markup() string {
	if strings.Contains(w.Content, "</") || strings.Contains(w.Content, "<br") {
		return w.Content
	}
	var b strings.Builder
	for p := range strings.SplitSeq(w.Content, "\n\n") {
		b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
	}
	return b.String()
}

// sweep is after how many articles those of closed stories are forgotten.
const sweep = 256

func (r *room) forget() {
	if r.added%sweep != 0 {
		return
	}
	for id, a := range r.articles {
		if _, open := r.clusterer.StoryOf(id); !open {
			delete(r.articles, id)
			r.names.remove(a)
		}
	}
}

// tell wakes all who listen, who may be slow.
func (r *room) tell() {
	for c := range r.readers {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

// listen returns a channel that gets a value when something has changed.
func (r *room) listen() (changes <-chan struct{}, stop func()) {
	c := make(chan struct{}, 1)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.readers[c] = true
	return c, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.readers, c)
	}
}

// of returns the articles with the given IDs, oldest first.
func (r *room) of(ids []string) []*article {
	r.mu.RLock()
	defer r.mu.RUnlock()
	list := make([]*article, 0, len(ids))
	for _, id := range ids {
		if a := r.articles[id]; a != nil {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b *article) int { return a.Published.Compare(b.Published) })
	return list
}

func (r *room) article(id string) (*article, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	a, ok := r.articles[id]
	return a, ok
}

// day is the day of publication, as exactly as it is known.
func (a *article) day() string {
	switch a.Precision {
	case extract.NoDate:
		return ""
	case extract.Year:
		return a.Published.Format("2006")
	case extract.Month:
		return a.Published.Format("January 2006")
	case extract.Day:
		return a.Published.Format("2 January 2006")
	}
	return a.Published.Format("2 January 2006, 15:04")
}

// headline is the title, or the beginning of a text that has none.
func (a *article) headline() string {
	if a.Title != "" {
		return a.Title
	}
	text, _, _ := strings.Cut(a.Text, "\n")
	const most = 90
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// at is when an article counts as published; zero if the day is not known.
func (a *article) at() time.Time {
	if a.Precision < extract.Day {
		return time.Time{}
	}
	return a.Published
}
