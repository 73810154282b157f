package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tidings-go/tidings/internal/page"
	"github.com/tidings-go/tidings/internal/train/sets"
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

// load reads a set: dir has gold.jsonl, and the pages that it names.
func load(dir string) ([]*gold, error) {
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

// site names the site of a page.
func site(g *gold) string {
	addr := g.URL
	if addr == "" || strings.Contains(addr, "fakehost") {
		addr = g.page.Canonical
	}
	if s := sets.Site(addr); s != "" {
		return s
	}
	return g.ID
}
