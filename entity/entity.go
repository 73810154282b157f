// Package entity finds the people, organisations, places and products that a
// text is about, and gives the same thing the same ID in every language and
// script: Putin, Путіну, Πούτιν and Pútín are one entity.
package entity

import (
	"iter"

	"github.com/tidings-go/tidings/lang"
)

// A Kind is a coarse class of entity.
type Kind uint8

const (
	Other Kind = iota
	Person
	Org
	Place
	Product
	Event
)

// An ID names an entity across languages, documents and releases. A registered
// thing carries its register's name, such as "iso3166:RO" or "geonames:683506";
// anything else is "name:" and the folded name, such as "name:elon musk", which
// is equal whenever the folded names are. Once released, an ID keeps its meaning.
type ID string

// Known reports whether id comes from a register rather than from the name.
func (id ID) Known() bool { return len(id) > 5 && id[:5] != "name:" }

// An Entity is one thing named in a text, with every place that names it.
type Entity struct {
	ID       ID
	Kind     Kind
	Name     string    // the fullest name in the text, in its base form
	Mentions []Mention // in order of Start; never empty
	Salience float64   // in [0, 1]: how central it is to the text
}

// A Mention is text[Start:End], in bytes, on rune boundaries.
type Mention struct {
	Start, End int
	Score      float64
}

// Entities returns the entities of text, most salient first, found with the
// embedded data. tag may be [lang.Und], at some cost in quality.
//
// It is short for Default().Entities(text, tag).
func Entities(text string, tag lang.Tag) []Entity { return nil }

// A Recognizer finds entities. It is immutable, and safe for concurrent use by
// multiple goroutines.
type Recognizer struct{ _ int }

// Default returns the recognizer over the embedded [Builtin] gazetteer, built
// on first use and then shared.
func Default() *Recognizer { return &Recognizer{} }

// Options configures [New]. The zero Options is valid: it finds names by form
// alone and links in no embedded data.
type Options struct {
	// Gazetteer resolves names to known entities. To add to the embedded one:
	// Chain(mine, Builtin()). Nil means none.
	Gazetteer Gazetteer

	// Tagger proposes names that no gazetteer holds. Nil means the built-in
	// rules.
	Tagger Tagger

	MinScore float64
}

// New returns a recognizer.
func New(opts Options) *Recognizer { return &Recognizer{} }

// Entities returns the entities of text, most salient first. The result does
// not depend on map order, time, or earlier calls.
func (r *Recognizer) Entities(text string, tag lang.Tag) []Entity { return nil }

// A Gazetteer maps folded names to candidates. Implementations must be safe
// for concurrent use. Keys are made by [Fold].
type Gazetteer interface {
	Lookup(key string) iter.Seq[Candidate]
}

// A Candidate is a possible meaning of a name.
type Candidate struct {
	ID    ID
	Kind  Kind
	Prior float64
}

// A Tagger marks the tokens of a sentence that belong to names.
// Implementations must be safe for concurrent use.
type Tagger interface {
	// Tag appends one Proposal per name to dst and returns it.
	Tag(dst []Proposal, tokens []Token, tag lang.Tag) []Proposal
}

// A Token is text[Start:End].
type Token struct{ Start, End int }

// A Proposal is a name: tokens[First:Last+1].
type Proposal struct {
	First, Last int
	Kind        Kind
	Score       float64
}

// Builtin returns the embedded gazetteer. Calling it links the data in.
func Builtin() Gazetteer { return nil }

// Chain returns a gazetteer that asks each of gs in turn.
func Chain(gs ...Gazetteer) Gazetteer { return nil }

// Fold returns the script-independent key of a name, such as "vladimir putin"
// for Βλαντίμιρ Πούτιν.
func Fold(name string, tag lang.Tag) string { return name }

// Compare tells how likely two names, in any scripts, are of the same thing,
// and why.
func Compare(a, b string) (score float64, why Reason) { return 0, "" }

// Reason is a stable, machine-readable explanation, such as "translit" or
// "inflection".
type Reason string
