package names

import (
	_ "embed"
	"sync"
)

// model is written by internal/train/names.
//
//go:embed model.bin
var model string

var (
	defaultOnce  sync.Once
	defaultModel *Model
)

// Default returns the embedded model, opened on first use and then shared.
func Default() *Model {
	defaultOnce.Do(func() {
		m, err := Open(model)
		if err != nil {
			m = &Model{}
		}
		defaultModel = m
	})
	return defaultModel
}
