package main

import (
	"errors"
	"math"
	"net/url"
	"strings"
	"time"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

type page struct{ ID, HTML, Text, URL string }

type article struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Text   string `json:"text"`
	Date   string `json:"date"`
	Author string `json:"author"`
	Lang   string `json:"lang"`
}

var errNoPage = errors.New(`neither "html" nor "text" in the line`)

func extractPage(p page) (article, error) {
	opts := extract.Options{Format: extract.HTML, Detect: lang.Detect}
	if p.HTML == "" {
		opts.Format = extract.Text
	}
	if p.URL != "" {
		u, err := url.Parse(p.URL)
		if err != nil {
			return article{}, err
		}
		opts.URL = u
	}
	if p.HTML+p.Text == "" {
		return article{}, errNoPage
	}
	a, err := extract.FromString(p.HTML+p.Text, &opts)
	if err != nil && !errors.Is(err, extract.ErrNoArticle) {
		return article{}, err
	}
	return article{p.ID, a.Title, a.Text, date(a), strings.Join(a.Authors, "; "), tag(a.Lang)}, nil
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

// tag writes the tag for a reader who expects BCP 47.
func tag(t lang.Tag) string {
	if t == lang.Und {
		return "und"
	}
	return string(t)
}

type text struct{ Text string }

type guess struct {
	Lang       string  `json:"lang"`
	Confidence float64 `json:"confidence"`
}

func detect(t text) (guess, error) {
	const steps = 1e4 // four digits
	g := lang.Detect(t.Text)
	return guess{tag(g.Tag), math.Round(g.Confidence*steps) / steps}, nil
}

type taggedText struct{ ID, Lang, Text string }

type mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	ID    string `json:"id"`
	Name  string `json:"name"`
}

type mentions struct {
	ID       string    `json:"id"`
	Entities []mention `json:"entities"`
}

func entities(t taggedText) (mentions, error) {
	out := mentions{t.ID, []mention{}}
	for _, e := range entity.Entities(t.Text, known(t.Lang, t.Text)) {
		for _, m := range e.Mentions {
			out.Entities = append(out.Entities, mention{m.Start, m.End, e.Kind.String(), string(e.ID), m.Base})
		}
	}
	return out, nil
}

// known returns the tag that the caller gave, or else the detected one.
func known(given, text string) lang.Tag {
	if given != "" && given != "und" {
		return lang.Tag(given)
	}
	return lang.Detect(text).Tag
}

type pair struct {
	A, B  string
	LangA string `json:"lang_a"`
	LangB string `json:"lang_b"`
	Type  string // of both, optional
}

type verdict struct {
	Same  bool    `json:"same"`
	Score float64 `json:"score"`
}

func compare(p pair) (verdict, error) {
	k := kind(p.Type)
	score, _ := entity.Compare(entity.Name{Text: p.A, Lang: lang.Tag(p.LangA), Kind: k}, entity.Name{Text: p.B, Lang: lang.Tag(p.LangB), Kind: k})
	return verdict{score >= 0.5, score}, nil
}

// kind reads the short form of a kind; what it does not know is Other.
func kind(short string) entity.Kind {
	for k := entity.Other; k <= entity.Event; k++ {
		if k.String() == short {
			return k
		}
	}
	return entity.Other
}
