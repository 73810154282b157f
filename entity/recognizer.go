package entity

import (
	"sync"

	"github.com/tidings-go/tidings/internal/mojibake"
	"github.com/tidings-go/tidings/internal/words"
	"github.com/tidings-go/tidings/lang"
)

// A Recognizer finds entities. It is immutable, and safe for concurrent use by
// multiple goroutines.
type Recognizer struct {
	opts  Options
	kinds [Event + 1]bool
}

var (
	defaultOnce       sync.Once
	defaultRecognizer *Recognizer
)

// Default returns the recognizer over the embedded [Model] and [Builtin]
// gazetteer, built on first use and then shared.
func Default() *Recognizer {
	defaultOnce.Do(func() {
		defaultRecognizer = New(Options{Gazetteer: Builtin(), Tagger: Model()})
	})
	return defaultRecognizer
}

// New returns a recognizer. It uses no embedded data but what opts name.
func New(opts Options) *Recognizer {
	r := &Recognizer{opts: opts}
	if r.opts.Gazetteer == nil {
		r.opts.Gazetteer = Chain()
	}
	for _, k := range opts.Kinds {
		if int(k) < len(r.kinds) {
			r.kinds[k] = true
		}
	}
	if opts.Tagger == nil {
		r.opts.Tagger = capitals{}
		r.kinds[Other] = opts.Kinds == nil
	}
	if opts.Kinds == nil {
		for k := Person; k <= Event; k++ {
			r.kinds[k] = true
		}
	}
	return r
}

// Entities returns the entities of text, most salient first. The result does
// not depend on map order, time, or earlier calls. Invalid UTF-8 is in no
// mention. A text that was encoded twice ("campaÃ±a") is read as it was meant;
// offsets are into text as it is. Time is linear in the text.
func (r *Recognizer) Entities(text string, tag lang.Tag) []Entity {
	meant, ok := mojibake.Repair(text)
	if !ok {
		return r.entities(text, tag)
	}
	found := r.entities(meant.Text, tag)
	for _, e := range found {
		for i := range e.Mentions {
			m := &e.Mentions[i]
			m.Start, m.End = meant.Source(m.Start), meant.Source(m.End)
		}
	}
	return found
}

// entities returns the entities of text, which is read as it is.
func (r *Recognizer) entities(text string, tag lang.Tag) []Entity {
	a := r.read(text, tag)
	a.spread()
	a.lemmatise()
	a.spreadForms()
	a.gather()
	a.identify()
	return a.entities()
}

// read returns the article with the names that the tagger proposes.
func (r *Recognizer) read(text string, tag lang.Tag) *article {
	a := &article{r: r, text: text, tag: tag, toks: words.Append(nil, text)}
	var proposals []Proposal
	if t, ok := r.opts.Tagger.(*modelTagger); ok {
		a.lists = t.model
		proposals = t.tag(nil, text, a.toks, tag)
	} else {
		proposals = r.opts.Tagger.Tag(nil, text, tag)
	}
	end := 0
	for _, p := range a.unbracket(proposals) {
		m, ok := a.mention(p)
		if !ok || m.start < end || m.score < r.opts.MinScore || a.isCommon(m) {
			continue
		}
		end = m.end
		a.mentions = append(a.mentions, m)
	}
	return a
}
