package lang

import "iter"

// A Span is a run of text in one language: text[Start:End], in bytes. It is a
// plain value.
type Span struct {
	Start, End int
	Guess      Guess
}

// Spans yields the single-language runs of a mixed text, in order. The runs
// cover the whole text and do not overlap.
func (d *Detector) Spans(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		if text != "" {
			yield(Span{0, len(text), d.Detect(text)})
		}
	}
}
