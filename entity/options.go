package entity

import "github.com/tidings-go/tidings/lang"

// Options configures [New]. The zero Options is valid: it finds names by their
// capitals alone and links in no embedded data.
type Options struct {
	// Gazetteer resolves names to known entities. To add to the embedded one:
	// Chain(mine, Builtin()). Nil means none.
	Gazetteer Gazetteer

	// Tagger proposes names. Nil means runs of words with capitals, of no kind
	// in particular.
	Tagger Tagger

	// Kinds are the kinds wanted. Nil means all but Other.
	Kinds []Kind

	// MinScore drops names that are less sure. Zero keeps all.
	MinScore float64
}

// A Tagger finds names in a text. Implementations must be safe for concurrent
// use.
type Tagger interface {
	// Tag appends one Proposal per name in text to dst, in order and without
	// overlaps, and returns it. tag is the language of text, or [lang.Und].
	Tag(dst []Proposal, text string, tag lang.Tag) []Proposal
}

// A Proposal says that text[Start:End] is a name.
type Proposal struct {
	Start, End int
	Kind       Kind
	Score      float64 // in [0, 1]
}
