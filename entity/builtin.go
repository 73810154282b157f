package entity

import (
	_ "embed"
	"sync"
)

//go:embed gazetteer.bin
var builtinData string

var (
	builtinOnce sync.Once
	builtin     Gazetteer
)

// Builtin returns the embedded gazetteer: countries, regions and cities of the
// world, and the people, organisations, products and events most often in its
// news, with their names in many languages. Calling it links the data in. It
// is immutable, and safe for concurrent use by multiple goroutines.
//
// GAZETTEER.md in the package's folder says what it holds and where it is from.
func Builtin() Gazetteer {
	builtinOnce.Do(func() { builtin = openTable(builtinData) })
	return builtin
}
