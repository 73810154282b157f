package entity

import (
	_ "embed"
	"sync"

	"github.com/tidings-go/tidings/internal/ner"
)

//go:embed recogniser.bin
var modelData string

var (
	modelOnce sync.Once
	model     *modelTagger
)

// Model returns the tagger over the embedded model for all languages, which is
// immutable and safe for concurrent use by multiple goroutines. Calling it
// links the model in.
//
// CARD.md in the package's folder says what it was made from and how good it is.
func Model() Tagger {
	modelOnce.Do(func() {
		m, err := ner.Open(modelData)
		if err != nil { // the data is embedded: cannot happen
			m = ner.WithLists("", "")
		}
		model = &modelTagger{m}
	})
	return model
}
