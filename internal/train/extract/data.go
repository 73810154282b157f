package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tidings-go/tidings/internal/page"
)

// gold is a page with what people found in it.
type gold struct {
	ID      string   `json:"id"`
	HTML    string   `json:"html"`
	URL     string   `json:"url"`
	Text    string   `json:"text"`
	Must    []string `json:"must"`
	MustNot []string `json:"must_not"`

	set   string
	site  string
	page  *page.Page
	feat  *page.Features
	label []float32 // share of each block that belongs to the article, -1 for unknown
	wt    []float32
}

// load reads a set: dir has gold.jsonl, and the pages that it names. If plain is set, every page is followed by a copy that says less.
func load(dir string, plain bool) ([]*gold, error) {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []*gold
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			g := &gold{set: filepath.Base(dir)}
			if err := json.Unmarshal(line, g); err != nil {
				return nil, err
			}
			doc, err := readPage(filepath.Join(dir, g.HTML))
			if err != nil {
				return nil, err
			}
			g.prepare(doc)
			out = append(out, g)
			if plain {
				out = append(out, g.plain(doc))
			}
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func readPage(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(z)
	return page.Decode(b, ""), err
}

// prepare computes the features and labels of the page.
func (g *gold) prepare(doc string) {
	g.page = page.Read(doc)
	d := g.page.ReadData()
	g.feat = page.FeaturesOf(g.page, g.page.RoughTitle(d), d.Body)
	g.site = site(g)
	g.labelBlocks()
}

// plain returns a copy of the page as its site might have written it long ago:
// without data for machines, and without names of roles or elements for them.
// From these the model learns not to lean on either.
func (g *gold) plain(doc string) *gold {
	c := &gold{ID: g.ID, URL: g.URL, Text: g.Text, Must: g.Must, MustNot: g.MustNot, set: g.set + " (plain)", site: g.site}
	c.page = page.Read(doc)
	const semantic = page.InArticle | page.InMain | page.InAside | page.InNav | page.InHeader | page.InFooter | page.InFigure |
		page.InCaption | page.InBody | page.InSection | page.InHidden
	for i := range c.page.Elems {
		e := &c.page.Elems[i]
		e.Hint, e.Above, e.Flags = 0, 0, e.Flags&^semantic
	}
	for i := range c.page.Blocks {
		c.page.Blocks[i].Inline, c.page.Blocks[i].Most = 0, 0
	}
	c.feat = page.FeaturesOf(c.page, c.page.Title, "")
	c.label, c.wt = g.label, slices.Clone(g.wt)
	for i := range c.wt {
		c.wt[i] *= plainWeight
	}
	return c
}

// plainWeight is what a plain copy weighs against the page itself.
const plainWeight = 0.4

// site names the site of a page, so that its pages stay together when pages
// are split for cross-validation.
func site(g *gold) string {
	addr := g.URL
	if addr == "" || strings.Contains(addr, "fakehost") {
		addr = g.page.Canonical
	}
	u, err := url.Parse(addr)
	if err != nil || u.Host == "" {
		return g.ID
	}
	parts := strings.Split(strings.TrimPrefix(u.Host, "www."), ".")
	if n := len(parts); n > 2 && len(parts[n-2]) > 3 {
		parts = parts[n-2:]
	} else if n > 3 {
		parts = parts[n-3:]
	}
	return strings.Join(parts, ".")
}
