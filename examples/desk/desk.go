package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

// A desk is the stories of a reading, the largest first.
type desk struct {
	Stories []story   `json:"stories"`
	Failed  []failure `json:"failed,omitempty"`
}

type story struct {
	ID        cluster.StoryID `json:"id"`
	Headlines []headline      `json:"headlines"` // one a language
	First     string          `json:"first,omitempty"`
	Last      string          `json:"last,omitempty"`
	Topics    []topic         `json:"topics"`
	Articles  []entry         `json:"articles"`
}

type headline struct {
	Lang  lang.Tag `json:"lang"`
	Title string   `json:"title"`
}

type topic struct {
	Entity string  `json:"entity,omitempty"`
	Label  string  `json:"label"`
	Weight float64 `json:"weight"`
}

type entry struct {
	File    string   `json:"file"`
	Lang    lang.Tag `json:"lang"`
	Date    string   `json:"date,omitempty"`
	Title   string   `json:"title,omitempty"`
	Authors []string `json:"authors,omitempty"`
	Why     *why     `json:"why,omitempty"`
}

type why struct {
	Nearest string  `json:"nearest,omitempty"`
	Score   float64 `json:"score"`
	Shared  []topic `json:"shared"`
}

// describe turns the clusterer's stories into what is printed.
func describe(c *cluster.Clusterer, r reading, explain bool) desk {
	pages := map[string]*extract.Article{}
	for _, a := range r.articles {
		pages[a.File] = a.page
	}
	d := desk{Failed: r.failed}
	for s := range c.Stories() {
		d.Stories = append(d.Stories, tell(c, s, pages, explain))
	}
	slices.SortStableFunc(d.Stories, func(a, b story) int {
		return cmp.Or(cmp.Compare(len(b.Articles), len(a.Articles)), strings.Compare(a.First, b.First))
	})
	return d
}

func tell(c *cluster.Clusterer, s cluster.Story, pages map[string]*extract.Article, explain bool) story {
	out := story{ID: s.ID, Topics: topics(s.Topics)}
	for _, id := range s.Docs {
		page := pages[id]
		e := entry{File: id, Lang: page.Lang, Date: date(page), Title: headlineOf(page), Authors: page.Authors}
		if explain && len(s.Docs) > 1 {
			e.Why = because(c, id)
		}
		out.Articles = append(out.Articles, e)
	}
	slices.SortStableFunc(out.Articles, func(a, b entry) int { return strings.Compare(a.Date, b.Date) })
	for _, e := range out.Articles {
		if !slices.ContainsFunc(out.Headlines, func(h headline) bool { return h.Lang == e.Lang }) {
			out.Headlines = append(out.Headlines, headline{e.Lang, e.Title})
		}
		if e.Date != "" {
			out.First, out.Last = cmp.Or(out.First, e.Date), e.Date
		}
	}
	return out
}

func because(c *cluster.Clusterer, id string) *why {
	x, ok := c.Explain(id)
	if !ok {
		return nil
	}
	return &why{x.Nearest, x.Score, topics(x.Shared)}
}

// maxTopics is how many topics of a story or an explanation are shown.
const maxTopics = 8

func topics(terms []cluster.Term) []topic {
	out := []topic{}
	for _, t := range terms[:min(len(terms), maxTopics)] {
		out = append(out, topic{string(t.Entity), t.Label, t.Weight})
	}
	return out
}

// headlineOf returns the title, or the beginning of a text that has none.
func headlineOf(a *extract.Article) string {
	if a.Title != "" {
		return a.Title
	}
	text, _, _ := strings.Cut(a.Text, "\n")
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// date writes as much of the date as the page states.
func date(a *extract.Article) string {
	switch a.Precision {
	case extract.NoDate:
		return ""
	case extract.Year:
		return a.Published.Format("2006")
	case extract.Month:
		return a.Published.Format("2006-01")
	}
	return a.Published.Format(time.DateOnly)
}

func (d desk) writeJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(d)
}

func (d desk) writeText(w io.Writer) error {
	for i, s := range d.Stories {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := s.writeText(w); err != nil {
			return err
		}
	}
	return nil
}

func (s story) writeText(w io.Writer) error {
	fmt.Fprintf(w, "%s  %s, %s%s\n", s.ID, count(len(s.Articles), "article"), count(len(s.Headlines), "language"), span(s.First, s.Last))
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, h := range s.Headlines {
		fmt.Fprintf(tw, "  %s\t%s\n", tagOf(h.Lang), h.Title)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	if labels := labels(s.Topics); labels != "" {
		fmt.Fprintf(w, "  about: %s\n", labels)
	}
	for _, e := range s.Articles {
		fmt.Fprintf(tw, "    %s\t%s\t%s\n", cmp.Or(e.Date, "no date"), tagOf(e.Lang), e.File)
		if e.Why != nil && e.Why.Nearest != "" {
			fmt.Fprintf(tw, "    \t\tlike %s (%.2f): %s\n", e.Why.Nearest, e.Why.Score, labels(e.Why.Shared))
		}
	}
	return tw.Flush()
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func span(first, last string) string {
	switch first {
	case "":
		return ""
	case last:
		return ", " + first
	}
	return ", " + first + " to " + last
}

func tagOf(t lang.Tag) string { return cmp.Or(string(t), "und") }

func labels(ts []topic) string {
	names := make([]string, len(ts))
	for i, t := range ts {
		names[i] = t.Label
	}
	return strings.Join(names, ", ")
}
