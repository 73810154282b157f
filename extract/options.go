package extract

import (
	"net/url"
	"time"

	"github.com/tidings-go/tidings/lang"
)

// A Format is the form of the input.
type Format uint8

// The formats.
const (
	Auto Format = iota // decide from the first bytes
	HTML               // an HTML document, in any encoding
	Text               // plain text dumped from a page, boilerplate included
)

// Options configures extraction. A nil *Options and the zero Options both mean
// the defaults. Options is only read, and may be shared by goroutines.
type Options struct {
	Format  Format
	URL     *url.URL // address of the page: resolves links, hints at the date
	Charset string   // from the HTTP header, if known; empty means sniff

	// Detect names the language of the extracted text. If nil, only what the
	// page declares is used and no language model is linked in. The usual
	// value is [lang.Detect].
	Detect func(text string) lang.Guess

	// Now bounds publication dates: later ones are taken for mistakes. Zero
	// means no bound; the package never reads the clock.
	Now time.Time

	// MaxBytes bounds the input. Zero means 8 MiB. See [ErrTooLarge].
	MaxBytes int64

	// KeepRejected fills [Article.Rejected], to see why text was left out.
	KeepRejected bool
}

const defaultMaxBytes = 8 << 20

// maxBytes returns the bound on the input.
func (o *Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return defaultMaxBytes
}
