package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

// What the templates show. All of it is copies.

type storyView struct {
	ID        cluster.StoryID
	Version   uint64
	Lead      headline   // in the reader's language, if there is one
	Headlines []headline // the others, one a language
	Topics    []link
	Articles  []articleLine
	Days      []dayView
	Languages int
	Outlets   []string // without those that only repeat
	Copies    int
	First     time.Time
	Last      time.Time
	Ticks     []tick
	Things    []thing
}

type headline struct {
	Lang  lang.Tag
	Text  string
	Docs  int
	DocID string
}

type articleLine struct {
	headline
	Outlet string
	Time   string
	CopyOf string // headline's outlet that it repeats
	at     time.Time
}

type dayView struct {
	Day      string
	Articles []articleLine
}

// A link leads to an entity, or names a concept.
type link struct {
	ID    entity.ID // empty for what is no entity
	Label string
	Share float64 // in [0, 1], of the heaviest
}

// A tick is an article on the timeline, in percent of its width.
type tick struct{ X float64 }

// A thing is an entity with its forms in each script.
type thing struct {
	ID       entity.ID
	Kind     string
	Name     string
	Articles int
	Forms    []formView
}

type formView struct {
	Lang  lang.Tag
	Texts []string
}

// stories describes the open stories that have an article for which want is
// true, the latest first; those of a single article come apart.
func (r *room) stories(prefer []lang.Tag, want func(id string) bool) (many, single []storyView) {
	for s := range r.clusterer.Stories() {
		if !slices.ContainsFunc(s.Docs, want) {
			continue
		}
		v := r.outline(s, prefer)
		switch {
		case len(v.Articles) > 1:
			many = append(many, v)
		case len(v.Articles) == 1:
			single = append(single, v)
		}
	}
	latest := func(a, b storyView) int {
		return cmp.Or(b.Last.Compare(a.Last), strings.Compare(string(a.ID), string(b.ID)))
	}
	slices.SortFunc(many, latest)
	slices.SortFunc(single, latest)
	return many, single
}

// outline describes a story as far as a list of stories shows it.
func (r *room) outline(s cluster.Story, prefer []lang.Tag) storyView {
	v := storyView{ID: s.ID, Version: s.Version, Topics: r.links(s.Topics, 5), Copies: len(s.Copies), First: s.First, Last: s.Last}
	for _, h := range s.Heads {
		if a, ok := r.article(h.Doc); ok {
			v.Headlines = append(v.Headlines, headline{a.Lang, a.headline(), h.Docs, a.ID})
		}
	}
	v.Languages = len(v.Headlines)
	at := max(0, preferred(v.Headlines, prefer))
	if len(v.Headlines) > 0 {
		v.Lead = v.Headlines[at]
		v.Headlines = slices.Delete(v.Headlines, at, at+1)
	}
	copies := map[string]string{}
	for _, c := range s.Copies {
		copies[c.Doc] = c.Of
	}
	for _, a := range r.of(s.Docs) {
		line := articleLine{headline: headline{Lang: a.Lang, Text: a.headline(), DocID: a.ID}, Outlet: a.Outlet, Time: clock(a), at: a.at()}
		if of, ok := r.article(copies[a.ID]); ok {
			line.CopyOf = of.Outlet
		} else {
			v.Outlets = append(v.Outlets, a.Outlet)
		}
		v.Articles = append(v.Articles, line)
	}
	v.Outlets = dedupe(v.Outlets)
	v.Ticks = ticks(v.Articles)
	return v
}

// preferred returns which headline is in the language that a reader likes
// best, or -1.
func preferred(list []headline, prefer []lang.Tag) int {
	for _, tag := range prefer {
		if i := slices.IndexFunc(list, func(h headline) bool { return h.Lang.Base() == tag.Base() }); i >= 0 {
			return i
		}
	}
	return -1
}

func clock(a *article) string {
	if a.Precision < extract.Minute {
		return ""
	}
	return a.Published.Format("15:04")
}

// ticks places articles on a line from the first to the last.
func ticks(list []articleLine) []tick {
	var first, last time.Time
	for _, a := range list {
		if a.at.IsZero() {
			continue
		}
		if first.IsZero() {
			first = a.at
		}
		last = a.at
	}
	var out []tick
	for _, a := range list {
		switch {
		case a.at.IsZero():
		case first.Equal(last):
			out = append(out, tick{50})
		default:
			x := 2 + 96*a.at.Sub(first).Seconds()/last.Sub(first).Seconds()
			out = append(out, tick{math.Round(10*x) / 10})
		}
	}
	return out
}

// story describes a story in full.
func (r *room) story(id cluster.StoryID, prefer []lang.Tag) (storyView, bool) {
	s, ok := r.clusterer.Story(id)
	if !ok {
		return storyView{}, false
	}
	v := r.outline(s, prefer)
	for _, line := range v.Articles {
		day := "No date"
		if !line.at.IsZero() {
			day = line.at.Format("Monday, 2 January 2006")
		}
		if n := len(v.Days); n == 0 || v.Days[n-1].Day != day {
			v.Days = append(v.Days, dayView{Day: day})
		}
		last := &v.Days[len(v.Days)-1]
		last.Articles = append(last.Articles, line)
	}
	v.Things = r.things(s.Docs)
	return v, true
}

// mostThings is how many entities of a story are shown.
const mostThings = 24

// things lists what the articles name, the most widely named first.
func (r *room) things(ids []string) []thing {
	articles := r.of(ids)
	in := map[entity.ID]int{}
	forms := map[entity.ID]map[form]int{}
	for _, a := range articles {
		text := a.prose()
		for _, e := range a.Entities {
			in[e.ID]++
			if forms[e.ID] == nil {
				forms[e.ID] = map[form]int{}
			}
			for _, m := range e.Mentions {
				forms[e.ID][form{a.Lang, text[m.Start:m.End]}]++
			}
		}
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	var list []thing
	for id, n := range in {
		if k := r.names[id]; k != nil && (n > 1 || len(articles) == 1) {
			list = append(list, thing{id, kindName(k.Kind), k.name(), n, formsOf(forms[id])})
		}
	}
	slices.SortFunc(list, func(a, b thing) int { return cmp.Or(b.Articles-a.Articles, strings.Compare(a.Name, b.Name)) })
	return list[:min(len(list), mostThings)]
}

// mostForms is how many forms of a name are shown in one language.
const mostForms = 4

func formsOf(counts map[form]int) []formView {
	byLang := map[lang.Tag][]string{}
	for f := range counts {
		byLang[f.Lang] = append(byLang[f.Lang], f.Text)
	}
	var out []formView
	for _, tag := range slices.Sorted(maps.Keys(byLang)) {
		texts := byLang[tag]
		slices.SortFunc(texts, func(a, b string) int {
			return cmp.Or(counts[form{tag, b}]-counts[form{tag, a}], strings.Compare(a, b))
		})
		out = append(out, formView{tag, texts[:min(len(texts), mostForms)]})
	}
	return out
}

// links names terms; an entity is called what most articles call it.
func (r *room) links(terms []cluster.Term, most int) []link {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []link
	for _, t := range terms {
		l := link{Label: t.Label, Share: t.Weight / max(terms[0].Weight, 1e-9)}
		if k := r.names[t.Entity]; k != nil {
			l.ID, l.Label = t.Entity, k.name()
		}
		if !slices.ContainsFunc(out, func(o link) bool { return o.Label == l.Label }) {
			out = append(out, l)
		}
	}
	return out[:min(len(out), most)]
}

// kindName is what readers call a kind of entity.
func kindName(k entity.Kind) string {
	switch k {
	case entity.Person:
		return "person"
	case entity.Org:
		return "organisation"
	case entity.Place:
		return "place"
	case entity.Product:
		return "product"
	case entity.Event:
		return "event"
	}
	return "name"
}

// langName is what a language calls itself.
func langName(tag lang.Tag) string {
	if tag == lang.Und {
		return "unknown language"
	}
	t := language.Make(string(tag))
	return cmp.Or(display.Self.Name(t), display.English.Tags().Name(t), string(tag))
}

// direction is that in which a language is written.
func direction(tag lang.Tag) string {
	script, _ := language.Make(string(tag)).Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm":
		return "rtl"
	}
	return "ltr"
}

// plural writes a number of things.
func plural(n int, one string, more ...string) string {
	if n == 1 {
		return "1 " + one
	}
	if len(more) > 0 {
		return fmt.Sprintf("%d %s", n, more[0])
	}
	return fmt.Sprintf("%d %ss", n, one)
}
