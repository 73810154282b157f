package entity

import "iter"

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

// Chain returns a gazetteer that asks each of gs in turn.
func Chain(gs ...Gazetteer) Gazetteer { return nil }
