package extract_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

var update = flag.Bool("update", false, "write what is found as what is expected")

// expected is what a golden page holds.
type expected struct {
	Error     string   `json:"error,omitempty"`
	Title     string   `json:"title"`
	Subtitle  string   `json:"subtitle,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Site      string   `json:"site,omitempty"`
	Published string   `json:"published,omitempty"`
	Modified  string   `json:"modified,omitempty"`
	Lang      string   `json:"lang,omitempty"`
	URL       string   `json:"url,omitempty"`
	Image     string   `json:"image,omitempty"`
	Tags      []string `json:"tags,omitempty"`
	Paywall   bool     `json:"paywall,omitempty"`
	Blocks    []string `json:"blocks"`          // "kind: text"
	Links     []string `json:"links,omitempty"` // texts of links in the article
	Related   []string `json:"related"`         // titles of other articles
}

func kindName(k extract.Kind) string {
	return [...]string{"paragraph", "heading", "quote", "caption", "item", "code", "row"}[k]
}

func expectedOf(a *extract.Article, err error) expected {
	e := expected{
		Title: a.Title, Subtitle: a.Subtitle, Authors: a.Authors, Site: a.Site, Lang: string(a.Lang), URL: a.URL, Image: a.Image, Tags: a.Tags, Paywall: a.Paywall,
		Blocks: []string{}, Related: []string{},
	}
	if err != nil {
		e.Error = err.Error()
	}
	switch a.Precision {
	case extract.Minute:
		e.Published = a.Published.Format(time.RFC3339)
	case extract.Day:
		e.Published = a.Published.Format(time.DateOnly)
	case extract.Month:
		e.Published = a.Published.Format("2006-01")
	}
	if !a.Modified.IsZero() {
		e.Modified = a.Modified.Format(time.RFC3339)
	}
	for _, l := range a.Links {
		e.Links = append(e.Links, l.Text)
	}
	for _, b := range a.Blocks {
		e.Blocks = append(e.Blocks, kindName(b.Kind)+": "+b.Text)
	}
	for _, l := range a.Related {
		e.Related = append(e.Related, l.Text)
	}
	return e
}

func TestPages(t *testing.T) {
	dirs, err := filepath.Glob("testdata/pages/*")
	require.NoError(t, err)
	require.NotEmpty(t, dirs)
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			f, err := os.Open(filepath.Join(dir, "source.html"))
			require.NoError(t, err)
			defer f.Close()
			a, err := extract.Extract(f, nil)
			check(t, a, err)
			got := expectedOf(a, err)
			name := filepath.Join(dir, "expected.json")
			if *update {
				data, err := json.MarshalIndent(got, "", " ")
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(name, append(data, '\n'), 0o644))
			}
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			var want expected
			require.NoError(t, json.Unmarshal(data, &want))
			assert.Equal(t, want, got)
		})
	}
}
