package entity

// Compare tells how likely two names, in any scripts, are of the same thing,
// and why.
func Compare(a, b string) (score float64, why Reason) { return 0, "" }

// Reason is a stable, machine-readable explanation, such as "translit" or
// "inflection".
type Reason string
