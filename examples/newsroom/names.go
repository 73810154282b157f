package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

// An index knows what each entity is called, and which articles name it.
type index map[entity.ID]*known

type known struct {
	ID       entity.ID
	Kind     entity.Kind
	Names    map[string]int // full names in base form, and in how many articles
	Forms    map[form]int   // names as articles have them, and how often
	Articles map[string]bool
}

// A form is a name as it stands in the texts of a language.
type form struct {
	Lang lang.Tag
	Text string
}

func (x index) add(a *article) {
	text := a.prose()
	for _, e := range a.Entities {
		k := x[e.ID]
		if k == nil {
			k = &known{ID: e.ID, Kind: e.Kind, Names: map[string]int{}, Forms: map[form]int{}, Articles: map[string]bool{}}
			x[e.ID] = k
		}
		k.Names[e.Name]++
		k.Articles[a.ID] = true
		for _, m := range e.Mentions {
			k.Forms[form{a.Lang, text[m.Start:m.End]}]++
		}
	}
}

func (x index) remove(a *article) {
	text := a.prose()
	for _, e := range a.Entities {
		k := x[e.ID]
		if k == nil {
			continue
		}
		if delete(k.Articles, a.ID); len(k.Articles) == 0 {
			delete(x, e.ID)
			continue
		}
		lessen(k.Names, e.Name)
		for _, m := range e.Mentions {
			lessen(k.Forms, form{a.Lang, text[m.Start:m.End]})
		}
	}
}

func lessen[K comparable](counts map[K]int, key K) {
	if counts[key]--; counts[key] <= 0 {
		delete(counts, key)
	}
}

// name is the commonest of the full names; of equals, one in Latin script.
func (k *known) name() string {
	return slices.MinFunc(slices.Collect(maps.Keys(k.Names)), func(a, b string) int {
		return cmp.Or(k.Names[b]-k.Names[a], cmp.Compare(foreign(a), foreign(b)), strings.Compare(a, b))
	})
}

// foreign tells names in Latin script (0) from others (1).
func foreign(s string) int {
	for _, r := range s {
		if r > 0x24f {
			return 1
		}
	}
	return 0
}

// alike is the probability from which two names are taken for one.
const alike = 0.8

// find returns the entities that a query names, in any script: those that the
// gazetteer has under the name, those whose key is the same, and failing that
// those whose names are likely to be the same.
func (x index) find(query string) []*known {
	tag := lang.Detect(query).Tag
	means := map[entity.ID]bool{}
	for c := range entity.Builtin().Lookup(query, tag) {
		means[c.ID] = true
	}
	key := entity.Fold(query, tag)
	lower := strings.ToLower(query)
	var found, close []*known
	for id, k := range x {
		switch {
		case means[id] || k.has(lower, key):
			found = append(found, k)
		case k.like(entity.Name{Text: query, Lang: tag}):
			close = append(close, k)
		}
	}
	if len(found) == 0 {
		found = close
	}
	slices.SortFunc(found, func(a, b *known) int {
		return cmp.Or(len(b.Articles)-len(a.Articles), strings.Compare(string(a.ID), string(b.ID)))
	})
	return found
}

// has reports whether the entity has a name that is the query, or has it as
// one of its words.
func (k *known) has(lower, key string) bool {
	for f := range k.Forms {
		text := strings.ToLower(f.Text)
		if text == lower || slices.Contains(strings.Fields(text), lower) || key != "" && entity.Fold(f.Text, f.Lang) == key {
			return true
		}
	}
	for name := range k.Names {
		if key != "" && entity.Fold(name, lang.Und) == key {
			return true
		}
	}
	return false
}

func (k *known) like(query entity.Name) bool {
	for name := range k.Names {
		if score, _ := entity.Compare(query, entity.Name{Text: name, Kind: k.Kind}); score >= alike {
			return true
		}
	}
	return false
}
