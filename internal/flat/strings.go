package flat

import (
	"encoding/binary"
	"fmt"
)

// Strings is a list of strings read in place: a count, then count+1 offsets,
// then the bytes, all uint32 but the bytes. It is immutable, and safe for
// concurrent use.
type Strings struct {
	offsets, bytes string
	n              int
}

// OpenStrings returns the list that [AppendStrings] wrote to s.
func OpenStrings(s string) (Strings, error) {
	n := int(Uint32(s, 0))
	end := 4 + 4*(n+1)
	if len(s) < end {
		return Strings{}, fmt.Errorf("%w: string list cut short", ErrFormat)
	}
	l := Strings{s[4:end], s[end:], n}
	if int(Uint32(l.offsets, n)) > len(l.bytes) {
		return Strings{}, fmt.Errorf("%w: string list cut short", ErrFormat)
	}
	return l, nil
}

// Len returns the number of strings.
func (l Strings) Len() int { return l.n }

// At returns the i-th string, or "" outside the list.
func (l Strings) At(i int) string {
	if i < 0 || i >= l.n {
		return ""
	}
	a, b := Uint32(l.offsets, i), Uint32(l.offsets, i+1)
	if a > b || uint64(b) > uint64(len(l.bytes)) {
		return ""
	}
	return l.bytes[a:b]
}

// Search returns the index of key in a sorted list, or where it would be, and
// whether it is there.
func (l Strings) Search(key string) (int, bool) {
	lo, hi := 0, l.n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if l.At(mid) < key {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < l.n && l.At(lo) == key
}

// AppendStrings appends list to dst in the form that [OpenStrings] reads.
func AppendStrings(dst []byte, list []string) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(list)))
	off := uint32(0)
	for _, s := range list {
		dst = binary.LittleEndian.AppendUint32(dst, off)
		off += uint32(len(s))
	}
	dst = binary.LittleEndian.AppendUint32(dst, off)
	for _, s := range list {
		dst = append(dst, s...)
	}
	return dst
}
