package main

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

const (
	pages = "../desk/pages"
	feed  = "../newsroom/news.json"
)

type goldPage struct{ File, Story, Date string }

func gold(t *testing.T) []goldPage {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(pages, "gold.json"))
	require.NoError(t, err)
	var list []goldPage
	require.NoError(t, json.Unmarshal(data, &list))
	return list
}

// copyPages copies the pages to a folder, with the time at which a crawler would
// have fetched them: at the end of the day, and if the page states none, of the
// day of the story.
func copyPages(t *testing.T, list []goldPage) (folder string) {
	t.Helper()
	folder = t.TempDir()
	days := map[string]string{"bridge": "2024-03-17", "strike": "2024-04-10", "summit": "2024-04-19", "takeover": "2024-05-15", "derailment": "2024-05-23", "": "2024-05-01"}
	for _, g := range list {
		day, err := time.Parse(time.DateOnly, g.Date)
		if err != nil {
			day, err = time.Parse(time.DateOnly, days[g.Story])
		}
		require.NoError(t, err)
		data, err := os.ReadFile(filepath.Join(pages, g.File))
		require.NoError(t, err)
		name := filepath.Join(folder, g.File)
		require.NoError(t, os.WriteFile(name, data, 0o600))
		require.NoError(t, os.Chtimes(name, day, day))
	}
	return folder
}

// On the local runner, in windows of a month.
func TestPipeline(t *testing.T) {
	beam.Init()
	list := gold(t)
	out := filepath.Join(t.TempDir(), "stories.jsonl")
	p, s := beam.NewPipelineWithRoot()
	build(s, copyPages(t, list)+"/*", out, 30*24*time.Hour)
	require.NoError(t, beamx.Run(context.Background(), p))
	data, err := os.ReadFile(out)
	require.NoError(t, err)
	storyOf := map[string]string{}
	for _, g := range list {
		storyOf[g.File] = g.Story
	}
	articles, right, large := 0, 0, 0
	for text := range strings.Lines(string(data)) {
		var l line
		require.NoError(t, json.Unmarshal([]byte(text), &l))
		if l.Languages >= 4 {
			large++
		}
		for _, doc := range l.Docs {
			articles++
			if storyOf[filepath.Base(l.Docs[0])] == storyOf[filepath.Base(doc)] {
				right++
			}
		}
	}
	assert.Equal(t, len(list), articles)
	assert.GreaterOrEqual(t, right, articles-2, "in the stories where they belong")
	assert.GreaterOrEqual(t, large, 4)
}

// articles returns all that we have written.
func articles(t *testing.T) []article {
	t.Helper()
	var list []article
	for _, g := range gold(t) {
		data, err := os.ReadFile(filepath.Join(pages, g.File))
		require.NoError(t, err)
		a, err := extract.FromString(string(data), &extract.Options{Detect: lang.Detect})
		require.NoError(t, err)
		d := cluster.Doc{ID: g.File, Title: a.Title, Text: a.Text, Lang: a.Lang}
		if a.Precision >= extract.Day {
			d.Published = a.Published
		}
		list = append(list, article{d})
	}
	data, err := os.ReadFile(feed)
	require.NoError(t, err)
	var f struct {
		Items []struct {
			URL       string    `json:"url"`
			Title     string    `json:"title"`
			Text      string    `json:"content_text"`
			Lang      lang.Tag  `json:"language"`
			Published time.Time `json:"date_published"`
		} `json:"items"`
	}
	require.NoError(t, json.Unmarshal(data, &f))
	for _, it := range f.Items {
		list = append(list, article{cluster.Doc{ID: it.URL, Title: it.Title, Text: it.Text, Lang: it.Lang, Published: it.Published}})
	}
	for i := range list {
		list[i] = (&entitiesFn{}).ProcessElement(list[i])
	}
	slices.SortFunc(list, func(a, b article) int { return strings.Compare(a.ID, b.ID) })
	return list
}

// combine clusters articles in shards, as a runner does: each shard is
// encoded, decoded, and merged.
func combine(t *testing.T, list []article, shards int) desk {
	t.Helper()
	fn := &clusterFn{}
	parts := make([]desk, shards)
	for i := range parts {
		var err error
		parts[i], err = fn.CreateAccumulator()
		require.NoError(t, err)
	}
	for _, a := range list {
		h := fnv.New32a()
		h.Write([]byte(a.ID))
		i := h.Sum32() % uint32(shards)
		var err error
		parts[i], err = fn.AddInput(parts[i], a)
		require.NoError(t, err)
	}
	whole := parts[0]
	for _, part := range parts[1:] {
		data, err := encodeDesk(part)
		require.NoError(t, err)
		part, err = decodeDesk(data)
		require.NoError(t, err)
		whole, err = fn.MergeAccumulators(whole, part)
		require.NoError(t, err)
	}
	return fn.ExtractOutput(whole)
}

// pairs are the pairs of articles that are in one story.
func pairs(d desk) map[string]bool {
	out := map[string]bool{}
	for s := range d.Stories() {
		docs := slices.Sorted(slices.Values(s.Docs))
		for i, a := range docs {
			for _, b := range docs[:i] {
				out[fmt.Sprint(b, " ", a)] = true
			}
		}
	}
	return out
}

func TestEightShardsAgreeWithOne(t *testing.T) {
	list := articles(t)
	one, eight := pairs(combine(t, list, 1)), pairs(combine(t, list, 8))
	both := 0
	for p := range maps.Keys(one) {
		if eight[p] {
			both++
		}
	}
	f1 := 2 * float64(both) / float64(len(one)+len(eight))
	t.Logf("%d pairs in one shard, %d in eight, F1 %.3f", len(one), len(eight), f1)
	assert.GreaterOrEqual(t, f1, 0.97)
}

func TestArticlesSurviveTheCoder(t *testing.T) {
	for _, a := range articles(t)[:5] {
		data, err := encodeArticle(a)
		require.NoError(t, err)
		again, err := decodeArticle(data)
		require.NoError(t, err)
		assert.Equal(t, a, again)
	}
}
