package entity

import "github.com/tidings-go/tidings/lang"

// A Name is a name as a text writes it. Lang and Kind may be left zero, at
// some cost in quality.
type Name struct {
	Text string
	Lang lang.Tag // of the text that holds the name
	Kind Kind
}

// Compare tells how likely two names, in any scripts, are of the same thing,
// and why.
func Compare(a, b Name) (score float64, why Reason) {
	if Fold(a.Text, a.Lang) == Fold(b.Text, b.Lang) {
		return 1, "translit"
	}
	return 0, ""
}

// Reason is a stable, machine-readable explanation, such as "translit" or
// "inflection".
type Reason string
