package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/entity"
	own "github.com/tidings-go/tidings/internal/corpus/gazetteer"
	"github.com/tidings-go/tidings/internal/gazetteer"
)

// Weights say how much the world's news say of a thing, in inhabitants of a
// city, so that names shared by several things go to the likeliest.
const (
	countryWeight = 2    // a country's inhabitants count for so much more
	capitalWeight = 10   // and those of a capital
	leastCountry  = 20e6 // no country or continent weighs less
	regionWeight  = 0.1  // a region's name is mostly its city's
	leastRegion   = 3e4  // of which the inhabitants are not known
)

// weightOf is how much a thing of our own tables weighs, by kind.
var weightOf = map[string]float64{"per": 3e5, "org": 2e6, "loc": 5e6, "pro": 1e6, "evt": 1e6}

var kindOf = map[string]entity.Kind{
	"per": entity.Person, "org": entity.Org, "loc": entity.Place, "pro": entity.Product, "evt": entity.Event,
}

// A gathering collects names for the table.
type gathering struct {
	builder  *gazetteer.Builder
	european map[string][]name // CLDR's names of the EU and the UN, by code
	stats    []stat
}

// A stat counts what a source gave.
type stat struct {
	source        string
	things, names int
}

type name struct{ lang, text string }

func newGathering() *gathering {
	return &gathering{builder: gazetteer.NewBuilder(), european: map[string][]name{}}
}

// add puts the names of one thing into the table.
func (g *gathering) add(id string, kind entity.Kind, weight float64, names []name) {
	for _, n := range names {
		for _, text := range variants(n.text) {
			if utf8.RuneCountInString(text) > 1 {
				g.builder.Add(text, n.lang, gazetteer.Thing{ID: id, Kind: uint8(kind), Weight: weight})
			}
		}
	}
	s := &g.stats[len(g.stats)-1]
	s.things++
	s.names += len(names)
}

func (g *gathering) source(name string) { g.stats = append(g.stats, stat{source: name}) }

// variants returns text, and for "Myanmar (Burma)" both names.
func variants(text string) []string {
	head, tail, ok := strings.Cut(text, "(")
	if !ok {
		return []string{text}
	}
	tail, _, _ = strings.Cut(tail, ")")
	out := []string{strings.TrimSpace(head)}
	if first, _ := utf8.DecodeRuneInString(tail); strings.ToLower(string(first)) != string(first) {
		out = append(out, strings.TrimSpace(tail))
	}
	return out
}

// own adds the project's own tables, kind by kind.
func (g *gathering) own(things []own.Thing) {
	id := identities(things)
	for _, kind := range []string{"per", "org", "loc", "pro", "evt"} {
		g.source("own tables, " + kind)
		for i, t := range things {
			if t.Kind != kind {
				continue
			}
			var names []name
			for _, n := range t.Names {
				names = append(names, name{n.Lang, n.Text})
			}
			names = append(names, g.european[t.Name]...)
			g.add(id[i], kindOf[t.Kind], weight(t), names)
		}
	}
}

// weight is more for people whose names the tables give in more languages: of
// two that sound alike, the world mostly means the one it names most.
func weight(t own.Thing) float64 {
	w := weightOf[t.Kind]
	if t.Kind == "per" {
		w *= float64(5+len(t.Names)) / 15
	}
	return w
}

// identities gives each thing the ID of its register, or else of its folded
// English name; where several fold to the same, each that of its exact key.
func identities(things []own.Thing) []string {
	folded := map[string]int{}
	for _, t := range things {
		folded[entity.Fold(t.Name, "en")]++
	}
	out := make([]string, len(things))
	for i, t := range things {
		key := entity.Fold(t.Name, "en")
		if folded[key] > 1 {
			key = gazetteer.ExactKey(t.Name, "en")
		}
		out[i] = "name:" + key
		if t.Register != "" {
			out[i] = t.Register
		}
	}
	return out
}

func (g *gathering) card(data []byte) []byte {
	var b strings.Builder
	t, err := gazetteer.Open(string(data))
	if err != nil {
		panic(err)
	}
	fmt.Fprintf(&b, card, len(data), t.Len(), t.Things(), fmt.Sprintf("%x", data[16:20]))
	b.WriteString("\n| source | things | names |\n|---|---|---|\n")
	for _, s := range g.stats {
		fmt.Fprintf(&b, "| %s | %d | %d |\n", s.source, s.things, s.names)
	}
	return []byte(b.String())
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
