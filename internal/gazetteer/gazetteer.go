// Package gazetteer is a table from names to the things they may mean, flat
// and read in place. A name is kept as 40 bits of the hash of its [ExactKey]
// and, if it has several words, of its folded key, each in 8 bytes with the
// reference to its meanings; a name that is not in a table of a million seems
// to be there once in a million look-ups.
package gazetteer

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/translit"
)

const (
	kind    = "gazettr"
	version = 1

	checkBits = 8              // of the hash, above the 32 that the order is by
	refBits   = 32 - checkBits // of the reference to the meanings
	refMask   = 1<<refBits - 1

	// weightScale steps of a stored weight double it: 255 steps reach 2^32.
	weightScale = 8
)

// ErrTooLarge reports more things and ambiguous names than a table can hold.
var ErrTooLarge = errors.New("gazetteer: more than 2^24 things and ambiguous names")

// A Thing is a possible meaning of a name.
type Thing struct {
	ID     string
	Kind   uint8
	Weight float64 // how much is said of it, against others of the same name
}

// A Table is an opened gazetteer. It is immutable, and safe for concurrent use.
type Table struct {
	hashes string // sorted uint32s: the upper half of each key's hash
	refs   string // for each, checkBits more of it and the reference
	lists  string // uint32s: a count and so many things, for keys with several
	ids    flat.Strings
	attrs  string // two bytes a thing: its kind, its weight
	digest string // of the making of the keys
	size   int
}

// Open returns the table in data, as [Builder.Bytes] wrote it.
func Open(data string) (*Table, error) {
	f, err := flat.Open(data, kind, version)
	if err != nil {
		return nil, err
	}
	ids, err := flat.OpenStrings(f.Section("ids"))
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	t := &Table{
		hashes: f.Section("hashes"), refs: f.Section("refs"), lists: f.Section("lists"),
		ids: ids, attrs: f.Section("attrs"), digest: f.Section("digest"), size: f.Size(),
	}
	if len(t.hashes) != len(t.refs) || len(t.attrs) != 2*ids.Len() {
		return nil, fmt.Errorf("gazetteer: %w: sections of different lengths", flat.ErrFormat)
	}
	return t, nil
}

// Len returns the number of keys.
func (t *Table) Len() int { return len(t.hashes) / 4 }

// Things returns the number of things.
func (t *Table) Things() int { return t.ids.Len() }

// Size returns the number of bytes of the table.
func (t *Table) Size() int { return t.size }

// Digest returns what [Digest] was when the table was made.
func (t *Table) Digest() string { return t.digest }

// Lookup returns the things that a name in the language tag may mean: those of
// its exact key, in that language before others if it is short, or, if there
// are none, of its loose key.
func (t *Table) Lookup(name, tag string) Meanings {
	var buf [96]byte
	exact := appendExact(buf[:0], name, tag)
	if len(exact) > 0 {
		if own, ok := appendOwn(exact, tag); ok {
			if m, ok := t.find(exactHash(own)); ok {
				return m
			}
		}
		if m, ok := t.find(exactHash(exact)); ok {
			return m
		}
	}
	if loose := translit.AppendFold(buf[:0], name, tag); isLoose(loose) {
		m, _ := t.find(looseHash(loose))
		return m
	}
	return Meanings{}
}

// Meanings are the things that a name may mean, the heaviest first.
type Meanings struct {
	t     *Table
	n     int
	first int // the thing if n is 1, else where the list of them begins
}

// Len returns the number of things.
func (m Meanings) Len() int { return m.n }

// At returns the i-th thing.
func (m Meanings) At(i int) Thing {
	if m.n > 1 {
		return m.t.thing(int(flat.Uint32(m.t.lists, m.first+i)))
	}
	return m.t.thing(m.first)
}

// find returns the meanings of a key.
func (t *Table) find(h uint64) (Meanings, bool) {
	want, check := uint32(h>>32), uint32(h)>>refBits
	n := t.Len()
	lo, hi := 0, n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if flat.Uint32(t.hashes, mid) < want {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < n && flat.Uint32(t.hashes, lo) == want; lo++ {
		if r := flat.Uint32(t.refs, lo); r>>refBits == check {
			return t.meanings(int(r & refMask)), true
		}
	}
	return Meanings{}, false
}

// meanings resolves a reference: a thing, or behind those a list of things.
func (t *Table) meanings(ref int) Meanings {
	at := ref - t.ids.Len()
	if at < 0 {
		return Meanings{t, 1, ref}
	}
	return Meanings{t, min(int(flat.Uint32(t.lists, at)), len(t.lists)/4-at-1), at + 1}
}

func (t *Table) thing(i int) Thing {
	if i < 0 || 2*i+2 > len(t.attrs) {
		return Thing{}
	}
	return Thing{t.ids.At(i), t.attrs[2*i], math.Exp2(float64(t.attrs[2*i+1]) / weightScale)}
}

// fnv starts the 64-bit FNV-1a hash.
const fnv = 14695981039346656037

// hash is the FNV-1a hash, begun with h and finished with a multiplication and
// shifts (the finaliser of MurmurHash3), for FNV mixes its upper bits poorly.
func hash(h uint64, s []byte) uint64 {
	for _, c := range s {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	return h ^ h>>33
}

func exactHash(key []byte) uint64 { return hash(fnv, key) }

// looseHash keeps loose keys apart from exact ones, as if a zero byte stood
// before them.
func looseHash(key []byte) uint64 {
	const zero = fnv * 1099511628211 & (1<<64 - 1)
	return hash(zero, key)
}

// A Builder collects names and the things they mean.
type Builder struct {
	ids   map[string]uint32
	names []string
	attrs []byte
	keys  []entry
	exact []byte // room for keys
	loose []byte
}

type entry struct {
	hash  uint64
	thing uint32
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder { return &Builder{ids: map[string]uint32{}} }

// Add says that name may mean the thing. The first Add of an ID fixes its kind;
// its weight is the greatest that was given. The ID of a thing without one is
// "name:" and the folded name. A name without letters and digits is ignored.
func (b *Builder) Add(name, tag string, thing Thing) {
	if b.exact = appendExact(b.exact[:0], name, tag); len(b.exact) == 0 {
		return
	}
	b.loose = translit.AppendFold(append(b.loose[:0], unregistered...), name, tag)
	folded := b.loose[len(unregistered):]
	i := b.thing(thing)
	exact, _ := appendOwn(b.exact, tag)
	b.keys = append(b.keys, entry{exactHash(exact), i})
	if isLoose(folded) {
		b.keys = append(b.keys, entry{looseHash(folded), i})
	}
}

// unregistered begins the IDs of things that their names identify.
const unregistered = "name:"

// thing returns the number of a thing, whose name is in loose, a new one for a
// new ID.
func (b *Builder) thing(t Thing) uint32 {
	id := b.loose
	if t.ID != "" {
		id = append(b.exact[len(b.exact):], t.ID...)
	}
	w := quantise(t.Weight)
	i, ok := b.ids[string(id)]
	if !ok {
		i = uint32(len(b.names))
		own := string(id)
		b.ids[own] = i
		b.names = append(b.names, own)
		b.attrs = append(b.attrs, t.Kind, w)
	}
	b.attrs[2*i+1] = max(b.attrs[2*i+1], w)
	return i
}

func quantise(weight float64) byte {
	if !(weight > 1) {
		return 0
	}
	return byte(min(255, math.Round(weightScale*math.Log2(weight))))
}

// Bytes returns the table as a file for [Open]. It reports [ErrTooLarge].
func (b *Builder) Bytes() ([]byte, error) {
	b.keys = sorted(b.keys)
	for same := range runs(b.keys) {
		slices.SortFunc(same, func(x, y entry) int { return b.heavier(x.thing, y.thing) })
	}
	b.keys = slices.CompactFunc(b.keys, func(x, y entry) bool {
		return x.hash>>refBits == y.hash>>refBits && x.thing == y.thing
	})
	hashes, refs := make([]byte, 0, 4*len(b.keys)), make([]byte, 0, 4*len(b.keys))
	var lists []byte
	for same := range runs(b.keys) {
		ref := same[0].thing
		if len(same) > 1 {
			ref = uint32(len(b.names) + len(lists)/4)
			lists = appendUint32(lists, uint32(len(same)))
			for _, e := range same {
				lists = appendUint32(lists, e.thing)
			}
		}
		if ref > refMask {
			return nil, ErrTooLarge
		}
		h := same[0].hash
		hashes = appendUint32(hashes, uint32(h>>32))
		refs = appendUint32(refs, uint32(h)>>refBits<<refBits|ref)
	}
	f := flat.NewBuilder(kind, version)
	f.Add("hashes", hashes)
	f.Add("refs", refs)
	f.Add("lists", lists)
	f.Add("ids", flat.AppendStrings(nil, b.names))
	f.Add("attrs", b.attrs)
	f.Add("digest", []byte(Digest()))
	return f.Bytes()
}

// sorted returns keys by the part of their hashes that is kept (a radix sort
// from the least byte on, Knuth 1998, 5.2.5).
func sorted(keys []entry) []entry {
	other := make([]entry, len(keys))
	for shift := refBits; shift < 64; shift += 8 {
		var at [257]int
		for _, k := range keys {
			at[k.hash>>shift&0xFF+1]++
		}
		for i := range 256 {
			at[i+1] += at[i]
		}
		for _, k := range keys {
			c := k.hash >> shift & 0xFF
			other[at[c]] = k
			at[c]++
		}
		keys, other = other, keys
	}
	return keys
}

// heavier orders things by weight, then by ID, so that no order depends on
// that of the additions.
func (b *Builder) heavier(x, y uint32) int {
	return cmp.Or(cmp.Compare(b.attrs[2*y+1], b.attrs[2*x+1]), strings.Compare(b.names[x], b.names[y]))
}

// runs yields the entries of each key.
func runs(keys []entry) iter.Seq[[]entry] {
	return func(yield func([]entry) bool) {
		for len(keys) > 0 {
			n := 1
			for n < len(keys) && keys[n].hash>>refBits == keys[0].hash>>refBits {
				n++
			}
			if !yield(keys[:n]) {
				return
			}
			keys = keys[n:]
		}
	}
}

func appendUint32(b []byte, v uint32) []byte {
	return append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
}
