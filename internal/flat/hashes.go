package flat

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// Hashes maps 32-bit hashes to 16-bit values, read in place: a count, 4097
// bucket starts, the sorted hashes, then the values. It is immutable, and safe
// for concurrent use.
type Hashes struct {
	starts, keys, vals string
}

const hashBuckets = 1 << 12

// OpenHashes returns the map that [AppendHashes] wrote to s.
func OpenHashes(s string) (Hashes, error) {
	const a = 4 + 4*(hashBuckets+1)
	count := uint64(Uint32(s, 0))
	if uint64(len(s)) < a+6*count {
		return Hashes{}, fmt.Errorf("%w: hash table cut short", ErrFormat)
	}
	n := int(count)
	b := a + 4*n
	return Hashes{s[4:a], s[a:b], s[b : b+2*n]}, nil
}

// Len returns the number of hashes.
func (h Hashes) Len() int { return len(h.keys) / 4 }

// Find returns the index of the first entry of key, or -1. Entries of one key
// follow each other.
func (h Hashes) Find(key uint32) int {
	b := int(key >> 20)
	lo, hi := int(Uint32(h.starts, b)), int(Uint32(h.starts, b+1))
	if lo >= hi {
		return -1
	}
	// hashes lie evenly, so that an entry is near where its share of the bucket is
	at := lo + int(uint64(key&(1<<20-1))*uint64(hi-lo)>>20)
	for at > lo && Uint32(h.keys, at-1) >= key {
		at--
	}
	for at < hi && Uint32(h.keys, at) < key {
		at++
	}
	if at < hi && Uint32(h.keys, at) == key {
		return at
	}
	return -1
}

// At returns the i-th entry, or zeros outside the map.
func (h Hashes) At(i int) (key uint32, val uint16) { return Uint32(h.keys, i), Uint16(h.vals, i) }

// A HashEntry is one entry of a map to write.
type HashEntry struct {
	Key uint32
	Val uint16
}

// AppendHashes appends entries to dst in the form that [OpenHashes] reads. It
// sorts them by key, then value.
func AppendHashes(dst []byte, entries []HashEntry) []byte {
	sort.Slice(entries, func(i, j int) bool {
		a, b := entries[i], entries[j]
		return a.Key < b.Key || a.Key == b.Key && a.Val < b.Val
	})
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(entries)))
	at := 0
	for b := range hashBuckets + 1 {
		for at < len(entries) && int(entries[at].Key>>20) < b {
			at++
		}
		dst = binary.LittleEndian.AppendUint32(dst, uint32(at))
	}
	for _, e := range entries {
		dst = binary.LittleEndian.AppendUint32(dst, e.Key)
	}
	for _, e := range entries {
		dst = binary.LittleEndian.AppendUint16(dst, e.Val)
	}
	return dst
}
