package lang

import (
	"errors"
	"fmt"

	"github.com/tidings-go/tidings/internal/lid"
)

// Options configures [New]. The zero Options is valid and means the defaults.
// Options are plain values.
type Options struct {
	// Languages restricts the answer. Empty means every language the model
	// knows. Naming the few languages you expect makes short texts reliable.
	// A language without script stands for all its scripts, so that "sr" means
	// Serbian in Cyrillic and in Latin letters; "sr-Cyrl" is the former alone.
	Languages []Tag

	// MaxBytes bounds how much of a text is read: of a longer one, the head,
	// the middle and the tail. Zero means 16 KiB.
	MaxBytes int
}

const defaultMaxBytes = 16 << 10

// ErrUnsupported reports a language that the model does not know.
var ErrUnsupported = errors.New("lang: unsupported language")

// New returns a detector over the embedded model. The error is
// [ErrUnsupported], wrapped with the offending tag.
func New(opts Options) (*Detector, error) {
	d := &Detector{model: Default().model, maxBytes: opts.MaxBytes}
	if d.maxBytes <= 0 {
		d.maxBytes = defaultMaxBytes
	}
	if len(opts.Languages) == 0 {
		return d, nil
	}
	d.allowed = make([]bool, d.model.Labels.Len())
	for _, t := range opts.Languages {
		if !d.allow(t) {
			return nil, fmt.Errorf("%w: %q", ErrUnsupported, t)
		}
	}
	return d, nil
}

// allow permits the labels that t stands for, and reports whether there are
// any.
func (d *Detector) allow(t Tag) bool {
	found := false
	for i := range d.allowed {
		label := Tag(d.model.Labels.At(i))
		full := label + "-" + Tag(d.model.Script(i).Code())
		if (label == t || label.Base() == t || full == t) && label != lid.NoLanguage {
			d.allowed[i], found = true, true
		}
	}
	return found
}
