package evidence

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/stem"
	"github.com/tidings-go/tidings/internal/words"
	"github.com/tidings-go/tidings/lang"
)

// How much of a text is read, and what its parts count.
const (
	maxTokens   = 900
	leadTokens  = 150
	titleWeight = 2.0
	leadWeight  = 1.0
	tailWeight  = 0.6
)

// The share of each kind in the neutral vector, chosen on development data.
const (
	entityWeight  = 1.5
	nameWeight    = 1.5
	numberWeight  = 1.0
	latinWeight   = 1.0
	conceptWeight = 0.9
	cognateWeight = 0.5
	soundWeight   = 0.2 // of a name's weight
)

// An Extractor reads articles. It is immutable, and safe for concurrent use
// by multiple goroutines.
type Extractor struct {
	Concepts  *concepts.Table  // nil means none
	Gazetteer entity.Gazetteer // for scripts without capitals; nil means none
	Memory    *Memory          // of this table and gazetteer alone; nil means none
}

// Article returns the evidence in an article.
func (x Extractor) Article(title, text string, tag lang.Tag, ents []entity.Entity) Article {
	r := readers.Get().(*reader)
	defer r.release()
	r.tag, r.full, r.table, r.gazetteer, r.memory = string(tag.Base()), tag, x.Concepts, x.Gazetteer, x.Memory
	r.tokenise(title, text)
	r.survey()
	r.called(ents)
	for i := range r.tokens {
		r.read(i)
	}
	for _, e := range ents {
		if !r.caseless || e.ID.Known() { // without capitals, made-up IDs are of chance
			r.entity(e)
		}
	}
	dated := r.dates(text)
	return Article{Neutral: r.neutral.done(), Words: r.words.done(), Caseless: r.caseless, Sketch: r.sketch(), Dated: dated}
}

// readers keeps readers, which need much room.
var readers = sync.Pool{New: func() any {
	return &reader{neutral: newBag(), words: newBag(), lower: map[string]bool{}, named: map[string]bool{}}
}}

// release forgets the article and keeps the room.
func (r *reader) release() {
	r.neutral.empty()
	r.words.empty()
	clear(r.lower)
	clear(r.named)
	clear(r.tokens)
	*r = reader{neutral: r.neutral, words: r.words, lower: r.lower, named: r.named, tokens: r.tokens[:0], split: r.split[:0]}
	readers.Put(r)
}

// A token is a word or number with what its surroundings say of it.
type token struct {
	text, lower string
	kind        words.Kind
	first       rune
	capital     bool
	start       bool // first of a sentence
	next        bool // follows the token before it with nothing but space between
	title       bool
	weight      float64
}

// A reader holds one article while it is read.
type reader struct {
	tag            string
	full           lang.Tag
	gazetteer      entity.Gazetteer
	table          *concepts.Table
	memory         *Memory
	split          []words.Token
	tokens         []token
	lower          map[string]bool // words that occur in small letters
	named          map[string]bool // stems of the names of entities
	foreign        bool            // Latin is not the main script
	caseless       bool
	before, second *lexeme // of the token before, if it is a word, and of the one before that
	lookedUp       int     // characters looked up in the gazetteer
	neutral, words *bag
}

func (r *reader) tokenise(title, text string) {
	r.append(title, true)
	r.append(text, false)
}

func (r *reader) append(text string, title bool) {
	if len(text) > 16*maxTokens {
		text = text[:16*maxTokens]
	}
	n, start, next, end := 0, true, false, 0
	r.split = words.Append(r.split[:0], text)
	for _, t := range r.split {
		if t.Kind == words.Other {
			start = start || endsSentence(text[t.Start:t.End])
			next = false
			continue
		}
		start = start || strings.IndexByte(text[end:t.Start], '\n') >= 0
		end = t.End
		s := text[t.Start:t.End]
		first, _ := utf8.DecodeRuneInString(s)
		r.tokens = append(r.tokens, token{
			text: s, lower: strings.ToLower(s), kind: t.Kind, first: first, capital: unicode.IsUpper(first) || unicode.IsTitle(first),
			start: start, next: next, title: title, weight: zone(title, n),
		})
		start, next = false, true
		if n++; n >= maxTokens {
			return
		}
	}
}

func zone(title bool, n int) float64 {
	switch {
	case title:
		return titleWeight
	case n < leadTokens:
		return leadWeight
	}
	return tailWeight
}

func endsSentence(s string) bool {
	return strings.Contains(".!?…。！？।؟\"“”„«»:–—|•", s)
}

// survey looks at the whole article before its words are read one by one.
func (r *reader) survey() {
	latin, cased, letters := 0, 0, 0
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.kind == words.Number {
			continue
		}
		letters++
		if t.first < 0x250 {
			latin++
		}
		if !caseless(t.first) {
			cased++
		}
		if !t.capital {
			r.lower[t.lower] = true
		}
	}
	r.foreign = 2*latin < letters
	r.caseless = 2*cased < letters
}

// called notes what entities are called. A name counts as a name and not as
// words besides, or one person would be as much as a person and an event.
func (r *reader) called(ents []entity.Entity) {
	for i := range ents {
		for word := range strings.FieldsSeq(ents[i].Name) {
			r.named[stem.Word(r.tag, strings.ToLower(word))] = true
		}
	}
}

func (r *reader) read(i int) {
	t := &r.tokens[i]
	before := r.before
	r.before = nil
	switch {
	case t.kind == words.Number:
		r.number(t)
	case unspaced(t.first):
		r.run(i)
	default:
		r.before = before
		r.word(i)
	}
}

func (r *reader) word(i int) {
	t := &r.tokens[i]
	if utf8.RuneCountInString(t.text) < 2 {
		r.before, r.second = nil, nil
		return
	}
	l := r.lexeme(t)
	if !t.capital || !r.named[l.stem] {
		r.words.add(l.word, 0, t.weight, t.title, t.text)
	}
	r.addConcepts(l.concepts, t)
	r.phrase(i, l)
	if caseless(t.first) {
		r.knownWord(i, l)
	}
	r.name(t, l)
	r.before = l
}

// phrase adds the concepts of a word with the word before it, or the two.
func (r *reader) phrase(i int, l *lexeme) {
	t := &r.tokens[i]
	if !t.next || r.before == nil {
		r.second = nil
		return
	}
	if r.second != nil && r.second.begins {
		r.addPhrase(t, r.tokens[i-2].lower+" "+r.tokens[i-1].lower+" "+t.lower, r.second.stem+" "+r.before.stem+" "+l.stem)
	}
	if r.before.begins {
		r.addPhrase(t, r.tokens[i-1].lower+" "+t.lower, r.before.stem+" "+l.stem)
	}
	r.second = r.before
}

func (r *reader) addPhrase(t *token, phrase, stems string) {
	list := r.table.Word(r.tag, phrase, stems)
	for i := range list.Len() {
		r.addConcept(list.At(i), list.Len(), t)
	}
}

func (r *reader) addConcepts(keys []Key, t *token) {
	for _, k := range keys {
		r.neutral.add(k, 0, conceptWeight*t.weight/float64(len(keys)), t.title, "")
	}
}

// addConcept adds one of n concepts that a token stands for.
func (r *reader) addConcept(concept uint32, n int, t *token) {
	r.neutral.add(conceptKey(concept), 0, conceptWeight*t.weight/float64(n), t.title, "")
}

func (r *reader) entity(e entity.Entity) {
	w := float64(len(e.Mentions)) + 2*e.Salience
	r.neutral.addEntity(e.ID, entityWeight*w, e.Salience > 0.5, e.Name)
}
