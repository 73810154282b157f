package entity

import (
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/ner"
	"github.com/tidings-go/tidings/internal/words"
	"github.com/tidings-go/tidings/lang"
)

// modelTagger tags with a trained model.
type modelTagger struct{ model *ner.Model }

// kinds maps the types of the model.
var kinds = [ner.Types]Kind{
	ner.Person: Person, ner.Org: Org, ner.Place: Place,
	ner.Product: Product, ner.Event: Event, ner.Misc: Other,
}

func (t *modelTagger) Tag(dst []Proposal, text string, tag lang.Tag) []Proposal {
	return t.tag(dst, text, words.Append(nil, text), tag)
}

func (t *modelTagger) tag(dst []Proposal, text string, toks []words.Token, tag lang.Tag) []Proposal {
	for _, s := range t.model.Spans(text, toks, string(tag.Base())) {
		dst = append(dst, Proposal{s.Start, s.End, kinds[s.Type], s.Score})
	}
	return dst
}

// capitals tags runs of words with capitals that do not start a sentence.
type capitals struct{}

// formScore is how sure a name is that is found by its capitals.
const formScore = 0.5

func (capitals) Tag(dst []Proposal, text string, _ lang.Tag) []Proposal {
	inner := false // whether a word of the same sentence came before
	last := -1     // end of the proposal that may go on
	for _, w := range words.Append(nil, text) {
		r, _ := utf8.DecodeRuneInString(text[w.Start:])
		switch {
		case w.Kind == words.Letter && unicode.IsUpper(r) && last >= 0 && text[last:w.Start] == " ":
			dst[len(dst)-1].End = w.End
			last = w.End
		case w.Kind == words.Letter && unicode.IsUpper(r) && inner:
			dst = append(dst, Proposal{w.Start, w.End, Other, formScore})
			last = w.End
		case w.Kind == words.Other:
			inner = inner && r != '.' && r != '!' && r != '?'
			last = -1
		default:
			last = -1
		}
		inner = inner || w.Kind != words.Other
	}
	return dst
}
