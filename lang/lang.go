package lang

import "iter"

// A Tag is a canonical BCP 47 language tag, such as "uk", "sr-Latn" or
// "zh-Hant". The zero Tag means that the language is not known.
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

// A Guess is one candidate language for a text. It is a plain value.
type Guess struct {
	Tag        Tag
	Confidence float64 // calibrated probability in [0, 1]
}

// Detect returns the most probable language of text, judged with the embedded
// model. Confidence is 0 and Tag is [Und] if text is empty or holds no
// evidence, as in "12:30". Invalid UTF-8 is skipped.
//
// It is short for Default().Detect(text).
func Detect(text string) Guess { return Default().Detect(text) }

// Supported yields the languages of the embedded model, sorted.
func Supported() iter.Seq[Tag] {
	return func(yield func(Tag) bool) {
		for _, t := range Default().languages() {
			if !yield(t) {
				return
			}
		}
	}
}
