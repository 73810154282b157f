package concepts

import (
	_ "embed"
	"sync"
)

//go:embed concepts.bin
var data string

var (
	once    sync.Once
	builtin *Table
)

// Builtin returns the lexicon that comes with the module.
func Builtin() *Table {
	once.Do(func() { builtin, _ = Open(data) })
	return builtin
}
