package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

// An articleView is an article as its page shows it.
type articleView struct {
	ID, URL  string
	Lang     lang.Tag
	Outlet   string
	Day      string
	Authors  []string
	Title    []segment
	Blocks   []blockView
	Rejected int // blocks that were left out, shown or not
	Story    storyView
	Why      why
	CopyOf   *headline
}

// A blockView is a block of the article, or one that was left out.
type blockView struct {
	Class    string // paragraph, heading, quote …
	Reason   string // why it was left out; empty if it was not
	Segments []segment
}

// A segment is a piece of text, which may name an entity.
type segment struct {
	Text string
	ID   entity.ID // empty for plain text
	Kind string
	Name string
}

// A why says in words why an article is in its story.
type why struct {
	Sentences []string
	Nearest   *headline
	Shared    []link
	RunnerUp  *headline
	RunnerID  cluster.StoryID
}

func (r *room) page(id string, prefer []lang.Tag, rejected bool) (articleView, bool) {
	a, ok := r.article(id)
	if !ok {
		return articleView{}, false
	}
	v := articleView{ID: id, Lang: a.Lang, Outlet: a.Outlet, Day: a.day(), Authors: a.Authors, Rejected: len(a.Rejected)}
	if isURL(id) {
		v.URL = id
	}
	mentions := a.mentions()
	v.Title = cut(a.headline(), 0, mentions)
	if a.Title == "" {
		v.Title = []segment{{Text: a.headline()}}
	}
	v.Blocks = a.blocks(mentions)
	if rejected {
		v.Blocks = a.withRejected(v.Blocks)
	}
	story, ok := r.clusterer.StoryOf(id)
	if !ok {
		return v, true
	}
	if s, ok := r.clusterer.Story(story); ok {
		v.Story = r.outline(s, prefer)
		v.Why = r.why(a, s, prefer)
		for _, c := range s.Copies {
			if of, ok := r.article(c.Of); ok && c.Doc == id {
				v.CopyOf = &headline{Lang: of.Lang, Text: of.Outlet, DocID: of.ID}
			}
		}
	}
	return v, true
}

// A mark is a mention with the entity it is of.
type mark struct {
	start, end int
	entity     *entity.Entity
}

// mentions returns all mentions in order.
func (a *article) mentions() []mark {
	var list []mark
	for i := range a.Entities {
		for _, m := range a.Entities[i].Mentions {
			list = append(list, mark{m.Start, m.End, &a.Entities[i]})
		}
	}
	slices.SortFunc(list, func(x, y mark) int { return cmp.Or(x.start-y.start, y.end-x.end) })
	return list
}

// cut divides text, which begins at a byte of the article's prose, at the
// mentions in it.
func cut(text string, at int, mentions []mark) []segment {
	var out []segment
	done := 0
	for _, m := range mentions {
		start, end := m.start-at, m.end-at
		if start < done || end > len(text) {
			continue
		}
		if start > done {
			out = append(out, segment{Text: text[done:start]})
		}
		out = append(out, segment{text[start:end], m.entity.ID, kindName(m.entity.Kind), m.entity.Name})
		done = end
	}
	if done < len(text) {
		out = append(out, segment{Text: text[done:]})
	}
	return out
}

func (a *article) blocks(mentions []mark) []blockView {
	text := len(a.Title) + len(titleGap)
	out := make([]blockView, len(a.Blocks))
	for i, b := range a.Blocks {
		out[i] = blockView{Class: class(b.Kind), Segments: cut(b.Text, text+b.Start, mentions)}
	}
	return out
}

func class(k extract.Kind) string {
	switch k {
	case extract.Heading:
		return "heading"
	case extract.Quote:
		return "quote"
	case extract.Caption:
		return "caption"
	case extract.ListItem:
		return "item"
	case extract.Code:
		return "code"
	case extract.TableRow:
		return "row"
	}
	return "paragraph"
}

// withRejected puts what was left out where it was in the page: between the
// blocks that were kept, which are looked up by how they begin.
func (a *article) withRejected(kept []blockView) []blockView {
	var out []blockView
	left := a.Rejected
	from := 0
	for i, b := range a.Blocks {
		if at := strings.Index(a.source[from:], beginning(b.Text)); at >= 0 {
			from += at
			for len(left) > 0 && left[0].Start <= from {
				out = append(out, leftOut(left[0]))
				left = left[1:]
			}
		}
		out = append(out, kept[i])
	}
	for _, b := range left {
		out = append(out, leftOut(b))
	}
	return out
}

// beginning is enough of a block to find it by in the page, where the white
// space may be another.
func beginning(s string) string {
	const enough = 24
	if len(s) > enough {
		s = strings.ToValidUTF8(s[:enough], "")
	}
	s, _, _ = strings.Cut(s, "\n")
	return s
}

func leftOut(b extract.Block) blockView {
	return blockView{Class: class(b.Kind), Reason: reason(b.Reason), Segments: []segment{{Text: b.Text}}}
}

// reason is what readers call a reason for leaving a block out.
func reason(r extract.Reason) string {
	switch r {
	case extract.Nav:
		return "navigation"
	case extract.Related:
		return "other articles"
	case extract.Share:
		return "buttons"
	case extract.Legal:
		return "legal"
	case extract.Comment:
		return "comments"
	case extract.Picture:
		return "caption"
	case extract.Meta:
		return "about the article"
	case extract.Dup:
		return "printed twice"
	case extract.Hidden:
		return "hidden"
	}
	return "not of the article"
}

// mostShared is how many things in common an explanation names.
const mostShared = 8

// why explains in words what the clusterer says of an article.
func (r *room) why(a *article, s cluster.Story, prefer []lang.Tag) why {
	x, ok := r.clusterer.Explain(a.ID)
	if !ok {
		return why{}
	}
	var w why
	switch {
	case len(s.Docs) == 1:
		w.Sentences = append(w.Sentences, "No other article tells of this event so far.")
	case x.Score == 0:
		w.Sentences = append(w.Sentences, "The story began with this article.")
	default:
		w.Sentences = append(w.Sentences, fmt.Sprintf("This article belongs to the story with a probability of %s; %s would have been enough.", percent(x.Score), percent(x.Threshold)))
	}
	if near, ok := r.article(x.Nearest); ok {
		w.Nearest = &headline{Lang: near.Lang, Text: near.headline(), DocID: near.ID}
		w.Sentences = append(w.Sentences, "The most similar article of the story was published "+apart(x.Gap)+".")
		w.Shared = r.links(x.Shared, mostShared)
	}
	if other, ok := r.clusterer.Story(x.RunnerUp); ok && other.ID != s.ID {
		o := r.outline(other, prefer)
		w.RunnerUp, w.RunnerID = &o.Lead, other.ID
	}
	return w
}

// percent never claims to be certain.
func percent(p float64) string {
	return fmt.Sprintf("%d %%", int(max(1, min(99, math.Round(100*p)))))
}

func apart(gap time.Duration) string {
	switch hours := gap.Abs().Hours(); {
	case hours < 1:
		return "at nearly the same time"
	case hours < 36:
		return "within " + plural(int(hours+0.5), "hour")
	default:
		return "within " + plural(int(hours/24+0.5), "day")
	}
}
