package join

import (
	_ "embed"
	"sync"
)

//go:embed join.bin
var data string

var (
	once    sync.Once
	builtin *Model
)

// Builtin returns the model that comes with the module.
func Builtin() *Model {
	once.Do(func() { builtin, _ = OpenModel(data) })
	return builtin
}
