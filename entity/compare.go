package entity

import (
	"github.com/tidings-go/tidings/internal/names"
	"github.com/tidings-go/tidings/lang"
)

// A Name is a name as a text writes it. Lang and Kind may be left zero, at
// some cost in quality.
type Name struct {
	Text string
	Lang lang.Tag // of the text that holds the name
	Kind Kind
}

// A Reason says what the likeness of two names rests on. It is stable and
// machine-readable.
type Reason string

// The reasons that [Compare] gives. The names ...
const (
	Equal      Reason = "equal"      // have the same words
	Translit   Reason = "translit"   // sound alike in two scripts
	Spelling   Reason = "spelling"   // sound alike in one script
	Inflection Reason = "inflection" // differ in their endings
	Translated Reason = "translated" // have a word that means the same
	Nickname   Reason = "nickname"   // have a word that is short for another
	Initials   Reason = "initials"   // have an initial for a word
	Acronym    Reason = "acronym"    // are an acronym and what it stands for
	Part       Reason = "part"       // are alike, but one says more
	Lone       Reason = "lone"       // share one word, which is all of one of them: a surname is weak evidence
	Different  Reason = "different"  // are not alike
)

// Compare tells how likely two names, in any scripts, are of the same thing,
// and why. It knows only the names: a lone surname gives at most 0.6, whoever
// bears it. It is symmetric, and opens the embedded model on first use.
//
// Sounds of different scripts and spellings are aligned by a joint multigram
// model (Bisani and Ney 2008), learned from names of CLDR, GeoNames, Wikidata
// and EveryPolitician.
func Compare(a, b Name) (score float64, why Reason) {
	return verdict(names.Default().CompareWritten(a.written(), b.written()))
}

func (n Name) written() names.Written {
	return names.Written{Text: n.Text, Tag: string(n.Lang), Kind: n.Kind.forNames()}
}

func (n Name) parse() *names.Name { return names.Parse(n.Text, string(n.Lang), n.Kind.forNames()) }

func (k Kind) forNames() names.Kind {
	switch k {
	case Person:
		return names.Person
	case Place:
		return names.Place
	case Other:
		return names.Unknown
	}
	return names.Thing
}

func verdict(v names.Verdict) (float64, Reason) {
	switch v.Why {
	case names.Lone:
		return v.Probability, Lone
	case names.Part:
		return v.Probability, Part
	case names.Acronym:
		return v.Probability, Acronym
	case names.Initials:
		return v.Probability, Initials
	case names.Nickname:
		return v.Probability, Nickname
	case names.Meaning:
		return v.Probability, Translated
	case names.Inflection:
		return v.Probability, Inflection
	case names.Spelling:
		return v.Probability, Spelling
	case names.Translit:
		return v.Probability, Translit
	case names.Equal:
		return v.Probability, Equal
	}
	return v.Probability, Different
}
