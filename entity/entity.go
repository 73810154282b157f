package entity

import "github.com/tidings-go/tidings/lang"

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

// String returns the usual short form of k: PER, ORG, LOC, PRO, EVT or MISC.
func (k Kind) String() string {
	switch k {
	case Person:
		return "PER"
	case Org:
		return "ORG"
	case Place:
		return "LOC"
	case Product:
		return "PRO"
	case Event:
		return "EVT"
	}
	return "MISC"
}

// An ID names an entity across languages, documents and releases. A registered
// thing carries its register's name, such as "iso3166:RO" or "geonames:683506";
// anything else is "name:" and the folded name, such as "name:elon musk", which
// is equal whenever the folded names are. The ID of a registered thing keeps
// its meaning for good. Until version 1.0 the keys of [Fold], and with them the
// IDs of all else, may change with a release: the changelog says when, and an
// ID made with one release is best not compared with those of another.
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
	Base       string // the base form of these very words: Путін for Путіну
	Score      float64
}

// Entities returns the entities of text, most salient first, found with the
// embedded data. tag may be [lang.Und], at some cost in quality.
//
// It is short for Default().Entities(text, tag).
func Entities(text string, tag lang.Tag) []Entity { return Default().Entities(text, tag) }
