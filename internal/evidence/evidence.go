package evidence

import (
	"math"
	"slices"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/concepts"
)

// A Kind says what a key stands for.
type Kind uint8

// The kinds of keys. All but Word mean the same in every language.
const (
	Entity  Kind = iota // an entity ID
	Name                // the consonants of a name
	Number              // a number, its separators normalised
	Latin               // a Latin string inside another script, or a Latin name
	Concept             // a concept of the news lexicon
	Cognate             // the consonants of any long word
	Sound               // the classes of a name's consonants, which the most distant scripts share
	Word                // a stem, or two characters of an unspaced script, of one language
)

// A Key is a hash of a kind and what it stands for. The kind is in the upper
// three bits.
type Key uint32

// Kind returns what the key stands for.
func (k Key) Kind() Kind { return Kind(k >> 29) }

// MakeKey returns the key of s, which scope sets apart: the language of a
// word, or nothing.
func MakeKey(kind Kind, scope, s string) Key {
	h := concepts.Hash(scope, s)
	return Key(kind)<<29 | Key(h>>3)
}

// An Item is one key of an article.
type Item struct {
	Key    Key
	Of     Key // for a variant spelling: the key of the full one; else zero
	Weight float32
	Title  bool
	Entity entity.ID
	Label  string // the word or name as the article has it; empty for a concept
}

// An Article is what the placing of an article goes by.
type Article struct {
	Neutral  []Item // sorted by key
	Words    []Item // sorted by key
	Caseless bool   // written in a script without capital letters
	Sketch   Sketch // of its wording
	Dated    int64  // the day of its dateline in Unix seconds, or 0
}

// A bag collects items while an article is read.
type bag struct {
	at    map[Key]int
	items []Item
}

func newBag() *bag { return &bag{at: make(map[Key]int, 256)} }

func (b *bag) empty() {
	clear(b.at)
	clear(b.items)
	b.items = b.items[:0]
}

func (b *bag) add(key, of Key, weight float64, title bool, label string) {
	i, ok := b.at[key]
	if !ok {
		i = len(b.items)
		b.at[key] = i
		b.items = append(b.items, Item{Key: key, Of: of, Label: label})
	}
	it := &b.items[i]
	it.Weight += float32(weight)
	it.Title = it.Title || title
	if of == 0 {
		it.Of = 0
	}
}

// addEntity adds an entity under the name that an article gives it.
func (b *bag) addEntity(id entity.ID, weight float64, title bool, name string) {
	key := EntityKey(id)
	b.add(key, 0, weight, title, name)
	b.items[b.at[key]].Entity = id
}

// done returns a copy of the items sorted by key, with repetition dampened.
func (b *bag) done() []Item {
	items := slices.Clone(b.items)
	for i := range items {
		items[i].Weight = float32(math.Log1p(float64(items[i].Weight)))
	}
	slices.SortFunc(items, func(a, b Item) int { return int(int64(a.Key) - int64(b.Key)) })
	return items
}

// EntityKey returns the key of an entity.
func EntityKey(id entity.ID) Key { return MakeKey(Entity, "", string(id)) }

func conceptKey(concept uint32) Key { return Key(Concept)<<concepts.KeyBits | Key(concept) }

// Concept returns the key of a concept in the lexicon.
func (k Key) Concept() uint32 { return uint32(k & (1<<concepts.KeyBits - 1)) }
