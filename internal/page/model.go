package page

import (
	_ "embed"
	"sync"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

//go:embed blocks.bin
var blocks string

var (
	once  sync.Once
	model Model
)

// Default returns the embedded model. CARD.md of package extract describes it.
func Default() *Model {
	once.Do(func() {
		f, err := flat.Open(blocks, "blocks", 1)
		if err != nil {
			f = flat.File{} // judges nothing to be an article; a test holds that it opens
		}
		model = Model{trees.Read(f, "a"), trees.Read(f, "b")}
	})
	return &model
}
