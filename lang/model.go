package lang

import (
	_ "embed"
	"sync"

	"github.com/tidings-go/tidings/internal/lid"
)

//go:embed model.bin
var modelData string

var (
	standardOnce sync.Once
	standard     *Detector
)

// Default returns the detector for every language in [Supported], made on
// first use and then shared.
func Default() *Detector {
	standardOnce.Do(func() {
		standard = &Detector{model: embedded(), maxBytes: defaultMaxBytes}
	})
	return standard
}

// embedded opens the embedded model, which does not copy it.
func embedded() *lid.Model {
	m, err := lid.Open(modelData)
	if err != nil {
		panic("lang: the embedded model is damaged: " + err.Error())
	}
	return m
}
