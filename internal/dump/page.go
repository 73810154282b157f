package dump

import (
	"github.com/tidings-go/tidings/internal/dates"
)

// A Page is a dump cut into units. It is not safe for concurrent use while
// its probabilities are set, and only read afterwards.
type Page struct {
	Text  string
	Lang  string // BCP 47 tag, if known: tells dates apart
	Units []Unit
	Dates []dates.Date

	tokens  []token
	lex     *lexicon
	common  []bool  // by word: function words
	cueWord []int32 // by word: number in the table of cues, or -1
	cues    *cueTable
	lines   int
	total   float64 // words

	bodyWords map[string]struct{} // stems of the words of the article, when asked for
}

// A Break says what divides a unit from the one before it.
type Break uint8

// The breaks, from the firmest to the softest.
const (
	Line     Break = iota // a line break
	Cue                   // a cue that interrupts a line, or what follows it
	Stamp                 // a date or the signature of an embedded post
	Sentence              // the end of a sentence
	Join                  // a capital where no sentence has ended
)

// A Unit is Text[Start:End].
type Unit struct {
	Start, End  int
	Break       Break
	LineNo      int
	first, last int     // tokens, half-open
	words       float64 // words; characters of unspaced scripts count half
	long        bool    // part of a long line
	signature   bool    // "— Name (@handle) date" of an embedded post
	header      bool    // part of the headline, or says it again
	trait       *trait

	Prob float64 // that it belongs to the article
	Keep bool
	Dup  bool // kept elsewhere already
}

// Parse cuts a dump into units.
func Parse(text, lang string) *Page {
	p := &Page{Text: text, Lang: lang, cues: cues()}
	p.tokens, p.lex = tokenize(text, p.cues.isCredit)
	p.common = p.lex.common()
	p.cueWord = p.cues.number(p.lex)
	p.Dates = dates.Find(text, lang)
	p.cut()
	return p
}

// wordsIn weighs the words among the tokens first to last.
func (p *Page) wordsIn(first, last int) float64 {
	n := 0.0
	for _, t := range p.tokens[first:last] {
		switch t.shape {
		case mark:
		case glyph:
			n += 0.5
		default:
			n++
		}
	}
	return n
}
