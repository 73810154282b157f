package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
)

// A goldPage is what a reader finds in one of the pages.
type goldPage struct {
	File, Story, Lang, Title, Date string
	Authors                        []string
	Must                           []string
	MustNot                        []string `json:"must_not"`
	Entities                       []struct {
		Name  string
		Forms []string
	}
}

// pages reads the folder of pages once, with what is true of each.
func pages(t *testing.T) ([]goldPage, reading) {
	t.Helper()
	data, err := os.ReadFile("pages/gold.json")
	require.NoError(t, err)
	var gold []goldPage
	require.NoError(t, json.Unmarshal(data, &gold))
	r, err := read(context.Background(), []string{"pages"}, io.Discard)
	require.NoError(t, err)
	require.Empty(t, r.failed)
	require.Len(t, r.articles, len(gold))
	return gold, r
}

func pageOf(t *testing.T, r reading, file string) *extract.Article {
	t.Helper()
	i := slices.IndexFunc(r.articles, func(a article) bool { return filepath.Base(a.File) == file })
	require.GreaterOrEqual(t, i, 0, file)
	return r.articles[i].page
}

func squash(s string) string { return strings.Join(strings.Fields(s), " ") }

// A tally counts what came out right, and logs what did not.
type tally struct{ right, of int }

func (c *tally) add(t *testing.T, ok bool, format string, args ...any) {
	t.Helper()
	c.of++
	if ok {
		c.right++
	} else {
		t.Logf(format, args...)
	}
}

func (c *tally) atLeast(t *testing.T, share float64, what string) {
	t.Helper()
	t.Logf("%s: %d of %d", what, c.right, c.of)
	assert.GreaterOrEqual(t, float64(c.right), share*float64(c.of), what)
}

func TestArticlesOfThePages(t *testing.T) {
	gold, r := pages(t)
	var must, mustNot, title, day, language, authors tally
	for _, g := range gold {
		a := pageOf(t, r, g.File)
		text := squash(a.Text)
		for _, s := range g.Must {
			must.add(t, strings.Contains(text+" "+squash(a.Title), squash(s)), "%s lost %q", g.File, s)
		}
		for _, s := range g.MustNot {
			mustNot.add(t, !strings.Contains(text, squash(s)), "%s kept %q", g.File, s)
		}
		title.add(t, squash(a.Title) == squash(g.Title), "%s: title %q, want %q", g.File, a.Title, g.Title)
		day.add(t, date(a) == g.Date, "%s: date %q, want %q", g.File, date(a), g.Date)
		language.add(t, string(a.Lang) == g.Lang, "%s: language %q", g.File, a.Lang)
		authors.add(t, slices.Equal(a.Authors, g.Authors), "%s: authors %q, want %q", g.File, a.Authors, g.Authors)
	}
	must.atLeast(t, 0.98, "passages of articles kept")
	mustNot.atLeast(t, 0.95, "boilerplate left out")
	title.atLeast(t, 0.9, "titles")
	day.atLeast(t, 0.9, "dates")
	language.atLeast(t, 1, "languages")
	authors.atLeast(t, 0.8, "authors")
}

// Whoever is on several pages must have one ID on all of them.
func TestIdentitiesAcrossThePages(t *testing.T) {
	gold, r := pages(t)
	ids := map[string][]entity.ID{}
	var names []string
	for _, g := range gold {
		a := pageOf(t, r, g.File)
		text := a.Title + "\n\n" + a.Text
		found := entity.Entities(text, a.Lang)
		for _, e := range g.Entities {
			if !slices.Contains(names, e.Name) {
				names = append(names, e.Name)
			}
			ids[e.Name] = append(ids[e.Name], idOf(found, text, e.Forms))
		}
	}
	var pairs tally
	for _, name := range names {
		for i, a := range ids[name] {
			for _, b := range ids[name][:i] {
				pairs.add(t, a != "" && a == b, "%s: %q and %q", name, a, b)
			}
		}
	}
	pairs.atLeast(t, 0.8, "pairs of pages that agree on a name")
}

// idOf returns the ID that most of the mentions with one of the forms have, as
// they stand or in their base form.
func idOf(found []entity.Entity, text string, forms []string) entity.ID {
	var best entity.ID
	most := 0
	for _, e := range found {
		n := 0
		for _, m := range e.Mentions {
			if slices.Contains(forms, text[m.Start:m.End]) || slices.Contains(forms, m.Base) {
				n++
			}
		}
		if n > most {
			best, most = e.ID, n
		}
	}
	return best
}

func TestPagesMeetInTheirStories(t *testing.T) {
	gold, r := pages(t)
	d, err := group(context.Background(), r, true)
	require.NoError(t, err)
	storyOf := map[string]string{}
	for _, g := range gold {
		storyOf[g.File] = g.Story
	}
	var together tally
	for _, s := range d.Stories {
		first := storyOf[filepath.Base(s.Articles[0].File)]
		for _, e := range s.Articles {
			story := storyOf[filepath.Base(e.File)]
			ok := len(s.Articles) == 1 || story != "" && story == first
			assert.True(t, ok, "%s (%s) is in a story of %s", e.File, story, first)
			together.add(t, (story == "") == (len(s.Articles) == 1), "%s: alone, or in company it should not have", e.File)
			if len(s.Articles) > 1 {
				assert.NotNil(t, e.Why, e.File)
			}
		}
	}
	together.atLeast(t, 1, "pages in their story")
	assert.Len(t, d.Stories, 5+5)
}
