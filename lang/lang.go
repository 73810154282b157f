// Package lang identifies the language of a text.
package lang

import (
	"errors"
	"iter"
)

// A Tag is a canonical BCP 47 language tag, such as "uk", "sr-Latn" or
// "zh-Hant". The zero Tag means the language is not known.
//
// Tags are comparable, sort and marshal as plain strings, and convert to
// golang.org/x/text/language with language.Make(string(t)).
type Tag string

// Und is the zero Tag: the language is not known.
const Und Tag = ""

// Base returns the language without script: "sr" for "sr-Latn".
func (t Tag) Base() Tag {
	for i := range len(t) {
		if t[i] == '-' {
			return t[:i]
		}
	}
	return t
}

// A Guess is one candidate language for a text.
type Guess struct {
	Tag        Tag
	Confidence float64 // calibrated probability in [0, 1]
}

// Detect returns the most probable language of text, judged with the embedded
// model. Confidence is 0 and Tag is [Und] if text holds no evidence, as in
// "12:30", or is empty. Invalid UTF-8 is skipped.
//
// It is short for Default().Detect(text).
func Detect(text string) Guess { return Default().Detect(text) }

// A Detector identifies languages. It is immutable, and safe for concurrent
// use by multiple goroutines.
type Detector struct{ _ int }

// Default returns the detector for every language in [Supported], built on
// first use and then shared.
func Default() *Detector { return &Detector{} }

// Options configures [New]. The zero Options is valid and means the defaults.
type Options struct {
	// Languages restricts the answer. Empty means every language the model
	// knows. Naming the few languages you expect makes short texts reliable.
	Languages []Tag

	// MaxBytes bounds how much of a text is read. Zero means 16 KiB.
	MaxBytes int
}

// ErrUnsupported reports a language that the model does not know.
var ErrUnsupported = errors.New("lang: unsupported language")

// New returns a detector over the embedded model. The error is
// [ErrUnsupported], wrapped with the offending tag.
func New(opts Options) (*Detector, error) { return &Detector{}, nil }

// Detect returns the most probable language of text.
func (d *Detector) Detect(text string) Guess { return Guess{} }

// Rank yields every candidate, best first. Confidences sum to at most 1.
func (d *Detector) Rank(text string) iter.Seq[Guess] { return func(func(Guess) bool) {} }

// A Span is a run of text in one language: text[Start:End], in bytes.
type Span struct {
	Start, End int
	Guess      Guess
}

// Spans yields the single-language runs of a mixed text, in order. The runs
// cover the whole text and do not overlap.
func (d *Detector) Spans(text string) iter.Seq[Span] { return func(func(Span) bool) {} }

// Supported yields the languages of the embedded model, sorted.
func Supported() iter.Seq[Tag] { return func(func(Tag) bool) {} }
