package entity

import "github.com/tidings-go/tidings/lang"

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
