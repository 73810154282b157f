package ner

// A Label says what a token is: outside names, or the first or a further word
// of a name of some type (the BIO scheme of Ramshaw and Marcus 1995).
type Label uint8

// A Type is the type of a name.
type Type uint8

const (
	Person Type = iota
	Org
	Place
	Product
	Event
	Misc
	Types = 6
)

// Labels counts the labels: Outside is 0, the first word of a name of type t is
// First(t), and every further one Inside(t).
const (
	Outside Label = 0
	Labels        = 1 + 2*Types
)

// First returns the label of the first word of a name.
func First(t Type) Label { return Label(1 + 2*t) }

// Inside returns the label of the further words of a name.
func Inside(t Type) Label { return Label(2 + 2*t) }

// Type returns the type of the name that a token labelled l is in.
func (l Label) Type() Type { return Type((l - 1) / 2) }

// inside reports whether l can only follow another word of its name.
func (l Label) inside() bool { return l != 0 && l&1 == 0 }

// Follows reports whether l may come after prev. At the start of a sentence
// prev is Outside.
func (l Label) Follows(prev Label) bool {
	return !l.inside() || prev == l || prev == l-1
}
