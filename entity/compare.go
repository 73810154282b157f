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
	v := names.Default().CompareWritten(a.written(), b.written())
	return v.Probability, reasonOf(v.Why)
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

// reasonOf returns the public name of a reason.
func reasonOf(why names.Why) Reason {
	switch why {
	case names.Lone:
		return Lone
	case names.Part:
		return Part
	case names.Acronym:
		return Acronym
	case names.Initials:
		return Initials
	case names.Nickname:
		return Nickname
	case names.Meaning:
		return Translated
	case names.Inflection:
		return Inflection
	case names.Spelling:
		return Spelling
	case names.Translit:
		return Translit
	case names.Equal:
		return Equal
	}
	return Different
}
