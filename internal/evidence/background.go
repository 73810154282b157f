package evidence

import (
	_ "embed"
	"math"
	"sync"

	"github.com/tidings-go/tidings/internal/flat"
)

// BackgroundKind and BackgroundVersion name the flat file of a background.
const (
	BackgroundKind    = "backgrnd"
	BackgroundVersion = 1
)

// levels is the number of steps in which a background keeps a factor of e.
const levels = 4096

// A Background knows what share of articles in general have a key, so that
// the first articles of a stream are weighed as well as later ones. It is
// immutable, and safe for concurrent use by multiple goroutines. A nil
// Background knows nothing.
type Background struct{ keys flat.Hashes }

// OpenBackground returns the background in data.
func OpenBackground(data string) (*Background, error) {
	f, err := flat.Open(data, BackgroundKind, BackgroundVersion)
	if err != nil {
		return nil, err
	}
	h, err := flat.OpenHashes(f.Section("keys"))
	return &Background{h}, err
}

// Share returns the share of articles that have key, or 0 if it is rare.
func (b *Background) Share(key Key) float64 {
	if b == nil {
		return 0
	}
	i := b.keys.Find(uint32(key))
	if i < 0 {
		return 0
	}
	_, level := b.keys.At(i)
	return math.Exp(-float64(level) / levels)
}

// Level is the form in which a background keeps a share.
func Level(share float64) uint16 { return uint16(min(-math.Log(share)*levels, math.MaxUint16)) }

//go:embed background.bin
var backgroundData string

var (
	backgroundOnce sync.Once
	background     *Background
)

// BuiltinBackground returns the background that comes with the module.
func BuiltinBackground() *Background {
	backgroundOnce.Do(func() { background, _ = OpenBackground(backgroundData) })
	return background
}
