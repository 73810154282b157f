package main

import (
	"container/heap"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

// An article is a document of the stream, and the event that it tells of.
type article struct {
	cluster.Doc
	event int32
}

// A stream makes up news: events begin at random, are about a few things out
// of many, of which some are in the news all the time, and are told for hours
// or days, in some languages, in words that go with the event and words that
// go with none. Every fifth article is another one with a sentence changed.
// Names are found in three of four places, and one in twenty is taken for
// something else, as a recogniser would.
type stream struct {
	perDay float64
	words  int
	rng    *rand.Rand
	things *rand.Zipf
	common *rand.Zipf
	topic  *rand.Zipf
	langs  *rand.Zipf
	due    telling
	events int32
	made   int
}

const (
	numThings = 300_000
	numWords  = 40_000 // of a language
	numKinds  = 400    // of events: matches, quakes, trials …
	kindWords = 30     // that go with a kind
	eventSize = 3.5    // articles of an event, about, on average
	copies    = 0.2
	found     = 0.75
	mistaken  = 0.05
)

var tongues = []lang.Tag{
	"en", "es", "ru", "ar", "de", "fr", "pt", "tr", "it", "fa", "pl", "id", "uk", "nl", "el", "ro", "vi", "cs", "hu", "sv", "bg", "sr", "da", "fi", "hr", "is",
}

func newStream(perDay float64, words int, seed uint64) *stream {
	rng := rand.New(rand.NewPCG(seed, 0))
	return &stream{
		perDay: perDay, words: words, rng: rng,
		things: rand.NewZipf(rng, 1.2, 20, numThings-1),
		common: rand.NewZipf(rng, 1.1, 8, numWords-1),
		topic:  rand.NewZipf(rng, 1.3, 3, kindWords-1),
		langs:  rand.NewZipf(rng, 1.3, 3, uint64(len(tongues)-1)),
	}
}

// An event is what articles tell of.
type event struct {
	number  int32
	kind    int
	things  []int // the first is what it is about most
	numbers []int
	own     []int // words that this event brings with it
	left    int
	pace    float64 // mean hours to the next article
	tongues []lang.Tag
	last    *article
}

// A telling is the events with articles to come, in order of their time.
type telling []appointment

type appointment struct {
	at time.Duration
	e  *event
}

func (t telling) Len() int           { return len(t) }
func (t telling) Less(i, j int) bool { return t[i].at < t[j].at }
func (t telling) Swap(i, j int)      { t[i], t[j] = t[j], t[i] }
func (t *telling) Push(x any)        { *t = append(*t, x.(appointment)) }
func (t *telling) Pop() any {
	last := (*t)[len(*t)-1]
	*t = (*t)[:len(*t)-1]
	return last
}

var epoch = time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)

// articles yields n articles in order of time.
func (s *stream) articles(n int) iter.Seq[article] {
	return func(yield func(article) bool) {
		between := float64(24*time.Hour) / (s.perDay / eventSize)
		birth := time.Duration(0)
		for s.made < n {
			for len(s.due) == 0 || birth <= s.due[0].at {
				heap.Push(&s.due, appointment{birth, s.begin()})
				birth += time.Duration(s.rng.ExpFloat64() * between)
			}
			now := heap.Pop(&s.due).(appointment)
			if !yield(s.write(now.e, now.at)) {
				return
			}
			if now.e.left--; now.e.left > 0 {
				wait := time.Duration(s.rng.ExpFloat64() * now.e.pace * float64(time.Hour))
				heap.Push(&s.due, appointment{now.at + wait, now.e})
			}
		}
	}
}

// begin makes an event up.
func (s *stream) begin() *event {
	e := &event{number: s.events, kind: s.rng.IntN(numKinds), left: s.size(), pace: 1 + 3*s.rng.ExpFloat64()}
	s.events++
	e.pace /= math.Sqrt(float64(e.left)) // what many tell of is told at once
	for range 2 + s.rng.IntN(5) {
		e.things = append(e.things, int(s.things.Uint64()))
	}
	for range s.rng.IntN(4) {
		e.numbers = append(e.numbers, 2+s.rng.IntN(5000))
	}
	for range 6 {
		e.own = append(e.own, s.rng.IntN(numWords))
	}
	for range 1 + int(math.Sqrt(float64(e.left))) {
		e.tongues = append(e.tongues, tongues[s.langs.Uint64()])
	}
	return e
}

// size is how many articles an event has: for most one or two, for none more
// than a hundredth of a day's.
func (s *stream) size() int {
	return int(min(math.Pow(1-s.rng.Float64(), -1/1.25), max(s.perDay/100, 10)))
}

// write makes up an article about e.
func (s *stream) write(e *event, at time.Duration) article {
	a := article{event: e.number}
	if e.last != nil && s.rng.Float64() < copies {
		a.Doc = e.last.Doc
		a.Text = "(" + s.sentence(e, a.Lang, 8) + ")\n\n" + a.Text
	} else {
		a.Lang = e.tongues[s.rng.IntN(len(e.tongues))]
		a.Title = s.sentence(e, a.Lang, 9)
		var text strings.Builder
		for n := 0; n < s.words; n += 18 {
			text.WriteString(s.sentence(e, a.Lang, 18))
			text.WriteString(" ")
		}
		a.Text = text.String()
		a.Entities = s.recognise(e)
	}
	a.ID = fmt.Sprintf("a%d", s.made)
	a.Published = epoch.Add(at).Truncate(time.Minute)
	s.made++
	e.last = &a
	return a
}

// sentence writes n words: names, words of the event and its kind, and words
// of no meaning.
func (s *stream) sentence(e *event, tag lang.Tag, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch x := s.rng.Float64(); {
		case x < 0.10:
			b.WriteString(nameOf(s.pick(e.things)))
		case x < 0.12 && len(e.numbers) > 0:
			fmt.Fprint(&b, e.numbers[s.rng.IntN(len(e.numbers))])
		case x < 0.17:
			b.WriteString(word(tag, e.own[s.rng.IntN(len(e.own))]))
		case x < 0.30:
			b.WriteString(word(tag, numWords+e.kind*kindWords+int(s.topic.Uint64())))
		default:
			b.WriteString(word(tag, int(s.common.Uint64())))
		}
	}
	b.WriteByte('.')
	return b.String()
}

// pick prefers the first.
func (s *stream) pick(list []int) int {
	return list[min(int(s.rng.ExpFloat64()*1.5), len(list)-1)]
}

// recognise finds some of the things that an event is about, and some that it
// is not.
func (s *stream) recognise(e *event) []entity.Entity {
	list := []entity.Entity{}
	for i, thing := range e.things {
		switch x := s.rng.Float64(); {
		case x < found:
		case x < found+mistaken:
			thing = int(s.things.Uint64())
		default:
			continue
		}
		name := nameOf(thing)
		mentions := make([]entity.Mention, 1+s.rng.IntN(3))
		list = append(list, entity.Entity{
			ID: entity.ID("wikidata:Q" + fmt.Sprint(thing)), Kind: entity.Person, Name: name, Mentions: mentions, Salience: 1 / float64(1+i),
		})
	}
	return list
}

var (
	heads = []string{"b", "br", "d", "dr", "f", "g", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z"}
	cores = []string{"a", "e", "i", "o", "u", "ai", "ei"}
	tails = []string{"", "n", "r", "s", "l", "m"}
)

// spell writes a number in syllables.
func spell(n int) string {
	var b strings.Builder
	for {
		b.WriteString(heads[n%len(heads)])
		n /= len(heads)
		b.WriteString(cores[n%len(cores)])
		n /= len(cores)
		b.WriteString(tails[n%len(tails)])
		if n /= len(tails); n == 0 {
			return b.String()
		}
	}
}

// word is the word of a language for a meaning.
func word(tag lang.Tag, meaning int) string {
	h := uint32(meaning)*2654435761 + uint32(tag[0])*40503 + uint32(tag[1])*65599
	return spell(int(h % 8_000_000))
}

// nameOf is what a thing is called, in all languages alike.
func nameOf(thing int) string {
	h := uint32(thing+1) * 2654435761
	s := spell(int(h % 400_000_000))
	return strings.ToUpper(s[:1]) + s[1:]
}
