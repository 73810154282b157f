package entity

import (
	"cmp"
	"encoding"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"

	"github.com/tidings-go/tidings/internal/wire"
	"github.com/tidings-go/tidings/lang"
)

var (
	_ encoding.BinaryMarshaler   = (*Linker)(nil)
	_ encoding.BinaryAppender    = (*Linker)(nil)
	_ encoding.BinaryUnmarshaler = (*Linker)(nil)
)

// ErrSnapshot reports data that is not a snapshot of a [Linker], or that is
// damaged.
var ErrSnapshot = errors.New("entity: bad snapshot")

// A snapshot is: magic and version, CRC-32C of what follows, then the state.
const (
	linkerMagic = "tidings-linker:1"
	linkerHead  = len(linkerMagic) + 4
)

// AppendBinary appends a snapshot of what was learned, without the options, to
// b. The same names in the same order give the same bytes.
func (l *Linker) AppendBinary(b []byte) ([]byte, error) {
	start := len(b)
	b = append(b, linkerMagic...)
	w := &wire.Writer{Data: append(b, 0, 0, 0, 0)}
	w.Uint(uint64(l.clock))
	member := map[*variant]bool{}
	for _, list := range l.members {
		for _, v := range list {
			member[v] = true
		}
	}
	w.Uint(uint64(len(l.known)))
	for _, v := range slices.SortedFunc(maps.Values(l.known), inOrder) {
		v.append(w, member[v])
	}
	w.Uint(uint64(len(l.parent)))
	for _, id := range slices.Sorted(maps.Keys(l.parent)) {
		w.String(string(id))
		w.String(string(l.Resolve(id)))
	}
	body := w.Data[start+linkerHead:]
	binary.LittleEndian.PutUint32(w.Data[start+len(linkerMagic):], crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
	return w.Data, nil
}

func inOrder(a, b *variant) int { return cmp.Compare(a.order, b.order) }

func (v *variant) append(w *wire.Writer, member bool) {
	w.String(v.written.Text)
	w.String(string(v.written.Lang))
	w.Uint(uint64(v.key.kind))
	w.String(v.key.fold)
	w.String(string(v.id))
	w.Uint(uint64(v.order))
	w.Uint(uint64(v.seen))
	flag := uint64(0)
	if member {
		flag = 1
	}
	w.Uint(flag)
}

// MarshalBinary is AppendBinary to a new slice.
func (l *Linker) MarshalBinary() ([]byte, error) { return l.AppendBinary(nil) }

// UnmarshalBinary restores a snapshot into a linker made by [NewLinker], whose
// options stay. On error, which wraps [ErrSnapshot], l is unchanged.
func (l *Linker) UnmarshalBinary(data []byte) error {
	if len(data) < linkerHead || string(data[:len(linkerMagic)]) != linkerMagic {
		return fmt.Errorf("%w: not of a linker, or of a later release", ErrSnapshot)
	}
	body := data[linkerHead:]
	if crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)) != binary.LittleEndian.Uint32(data[len(linkerMagic):]) {
		return fmt.Errorf("%w: damaged", ErrSnapshot)
	}
	fresh := NewLinker(l.opts)
	r := wire.NewReader(body)
	fresh.read(r)
	if err := r.Err(); err != nil || r.Len() > 0 {
		return fmt.Errorf("%w: %w", ErrSnapshot, cmp.Or(err, errTrailing))
	}
	*l = *fresh
	return nil
}

var (
	errTrailing = errors.New("data after the end")
	errMerges   = errors.New("merges in a circle")
)

func (l *Linker) read(r *wire.Reader) {
	l.clock = int(r.Uint())
	var members []*variant
	for range r.Count(8) {
		v := &variant{written: Name{Text: r.String(), Lang: lang.Tag(r.String()), Kind: Kind(r.Uint())}}
		v.key = nameKey{r.String(), v.written.Kind}
		v.id, v.order, v.seen = ID(r.String()), int(r.Uint()), int(r.Uint())
		if r.Uint() == 1 {
			members = append(members, v)
		}
		v.name = v.written.parse()
		v.keys = skeletons(v.name)
		l.remember(v)
	}
	for range r.Count(2) {
		from, to := ID(r.String()), ID(r.String())
		l.parent[from] = to
	}
	for _, to := range l.parent {
		if _, ok := l.parent[to]; ok {
			r.Fail(errMerges)
			return
		}
	}
	for _, v := range members {
		id := l.Resolve(v.id)
		l.members[id] = append(l.members[id], v)
	}
}
