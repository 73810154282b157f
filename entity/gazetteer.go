package entity

import (
	"fmt"
	"iter"
	"unsafe"

	"github.com/tidings-go/tidings/internal/gazetteer"
	"github.com/tidings-go/tidings/lang"
)

// A Gazetteer maps names to the things they may mean. Implementations must be
// safe for concurrent use.
type Gazetteer interface {
	// Lookup returns the things that name, in its base form, may mean in a text
	// in the language tag, which may be [lang.Und]; the likeliest first. An
	// implementation of one's own may know names by what [Fold] makes of them.
	Lookup(name string, tag lang.Tag) iter.Seq[Candidate]
}

// A Candidate is a possible meaning of a name.
type Candidate struct {
	ID    ID
	Kind  Kind
	Prior float64 // in (0, 1]: how likely, among the gazetteer's meanings of the name
}

// An Entry says that a name means a thing. A thing with several names has
// several entries with the same ID.
type Entry struct {
	Name string
	Lang lang.Tag // of Name, or Und
	Kind Kind     // the first entry of an ID decides
	ID   ID       // empty means that Name is all that identifies the thing

	// Weight is how much is said of the thing, against others of the same
	// name: inhabitants, readers, articles. Zero means one.
	Weight float64
}

// NewGazetteer returns a gazetteer of entries, which is immutable and safe for
// concurrent use by multiple goroutines. It keeps a hash of each name, not the
// name: a name costs up to sixteen bytes, and a thing its ID and six. It looks
// a name up as it sounds in its language, and, if it has several words, failing
// that by [Fold]. It ignores names without letters and digits, and fails only
// beyond sixteen million things.
func NewGazetteer(entries iter.Seq[Entry]) (Gazetteer, error) {
	b := gazetteer.NewBuilder()
	for e := range entries {
		b.Add(e.Name, string(e.Lang), gazetteer.Thing{ID: string(e.ID), Kind: uint8(e.Kind), Weight: e.Weight})
	}
	data, err := b.Bytes()
	if err != nil {
		return nil, fmt.Errorf("entity: %w", err)
	}
	return openTable(unsafe.String(unsafe.SliceData(data), len(data))), nil
}

// Chain returns a gazetteer that asks each of gs in turn, and gives all their
// candidates, those of the first one first. Nil ones are left out. It is as
// safe for concurrent use as they are.
func Chain(gs ...Gazetteer) Gazetteer {
	var c chain
	for _, g := range gs {
		if g != nil {
			c = append(c, g)
		}
	}
	return c
}

type chain []Gazetteer

func (c chain) Lookup(name string, tag lang.Tag) iter.Seq[Candidate] {
	return func(yield func(Candidate) bool) {
		for _, g := range c {
			for candidate := range g.Lookup(name, tag) {
				if !yield(candidate) {
					return
				}
			}
		}
	}
}

// table is a gazetteer over a flat table.
type table struct{ *gazetteer.Table }

// openTable returns the gazetteer in data, an empty one if that is damaged.
func openTable(data string) Gazetteer {
	t, err := gazetteer.Open(data)
	if err != nil {
		return Chain()
	}
	return table{t}
}

func (t table) Lookup(name string, tag lang.Tag) iter.Seq[Candidate] {
	return func(yield func(Candidate) bool) {
		m := t.Table.Lookup(name, string(tag))
		var sum float64
		for i := range m.Len() {
			sum += m.At(i).Weight
		}
		for i := range m.Len() {
			thing := m.At(i)
			if !yield(Candidate{ID(thing.ID), Kind(thing.Kind), thing.Weight / sum}) {
				return
			}
		}
	}
}
