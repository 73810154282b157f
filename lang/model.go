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
		m, err := lid.Open(modelData)
		if err != nil {
			panic("lang: the embedded model is damaged: " + err.Error())
		}
		standard = &Detector{model: m, maxBytes: defaultMaxBytes}
	})
	return standard
}
