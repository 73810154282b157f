package ner

import (
	"encoding/binary"
	"sort"

	"github.com/tidings-go/tidings/internal/flat"
)

// A feature's weights are found by its hash in buckets of one cache line. The
// high bits of the hash choose the bucket and the low ones are kept as a
// fingerprint, so that a feature that was never learned is told apart.
const (
	bucketSize = 64
	rowSize    = 16 // fingerprint uint16, exponent uint8, one int8 for each label
	rowsIn     = bucketSize / rowSize
	listSize   = 4 // fingerprint of 20 bits, lists of 12
	listsIn    = bucketSize / listSize
	maxProbe   = 16

	printBits = 20
	printMask = 1<<printBits - 1
)

// bucket returns which of n buckets h belongs to.
func bucket(h uint64, n int) int { return int(h >> 32 * uint64(n) >> 32) }

func rowPrint(h uint64) uint16  { return max(uint16(h), 1) }
func listPrint(h uint64) uint32 { return max(uint32(h)&printMask, 1) }

// rows is a table of weights, read in place.
type rows struct {
	data []int8
	n    int // buckets
}

func openRows(s string) rows {
	return rows{flat.Int8s(s), len(s) / bucketSize}
}

// find returns the row of the feature with hash h, or nil.
func (t rows) find(h uint64) *[rowSize]int8 {
	if t.n == 0 {
		return nil
	}
	want := rowPrint(h)
	b := bucket(h, t.n)
	for range maxProbe {
		line := (*[bucketSize]int8)(t.data[b*bucketSize:])
		for k := 0; k < bucketSize; k += rowSize {
			switch uint16(uint8(line[k])) | uint16(uint8(line[k+1]))<<8 {
			case want:
				return (*[rowSize]int8)(line[k:])
			case 0:
				return nil
			}
		}
		if b++; b == t.n {
			b = 0
		}
	}
	return nil
}

// listTable is a table of the lists that words are on, read in place.
type listTable struct {
	data string
	n    int // buckets
}

func openLists(s string) listTable { return listTable{s, len(s) / bucketSize} }

// of returns the lists that the key h is on.
func (t listTable) of(h uint64) Lists {
	if t.n == 0 {
		return 0
	}
	want := listPrint(h)
	b := bucket(h, t.n)
	for range maxProbe {
		line := t.data[b*bucketSize : (b+1)*bucketSize]
		for k := range listsIn {
			v := flat.Uint32(line, k)
			if v&printMask == want {
				return Lists(v >> printBits)
			}
			if v == 0 {
				return 0
			}
		}
		if b++; b == t.n {
			b = 0
		}
	}
	return 0
}

// A Row is a learned feature.
type Row struct {
	Hash    uint64
	Weights [Labels]float32
}

// AppendRows appends a table of rows to dst. Rows come in order of falling
// worth: those that find no room are left out, and how many is returned.
func AppendRows(dst []byte, list []Row) ([]byte, int) {
	n := (len(list)*4/3 + rowsIn - 1) / rowsIn
	table := make([]byte, n*bucketSize)
	lost := 0
	for _, r := range list {
		at := place(n, rowsIn, bucket(r.Hash, n), func(slot int) bool {
			p := uint16(table[slot*rowSize]) | uint16(table[slot*rowSize+1])<<8
			return p == 0
		})
		if at < 0 {
			lost++
			continue
		}
		putRow(table[at*rowSize:(at+1)*rowSize], r)
	}
	return append(dst, table...), lost
}

// place returns the first free slot from bucket b on, or -1.
func place(n, in, b int, free func(slot int) bool) int {
	for range min(maxProbe, n) {
		for k := range in {
			if free(b*in + k) {
				return b*in + k
			}
		}
		if b++; b == n {
			b = 0
		}
	}
	return -1
}

// unit is the smallest step of a weight.
const unit = 1.0 / 64

// putRow writes r with as small an exponent as holds its largest weight.
func putRow(b []byte, r Row) {
	p := rowPrint(r.Hash)
	b[0], b[1] = byte(p), byte(p>>8)
	top := float32(0)
	for _, w := range r.Weights {
		top = max(top, w, -w)
	}
	exp := 0
	for exp < 4 && top > 127*unit*float32(int(1)<<exp) {
		exp++
	}
	b[2] = byte(exp)
	for i, w := range r.Weights {
		b[3+i] = byte(int8(round(w / unit / float32(int(1)<<exp))))
	}
}

func round(x float32) int {
	x = min(max(x, -127), 127)
	if x < 0 {
		return int(x - 0.5)
	}
	return int(x + 0.5)
}

// AppendLists appends a table of lists to dst.
func AppendLists(dst []byte, lists map[uint64]Lists) []byte {
	keys := make([]uint64, 0, len(lists))
	for k := range lists {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	n := (len(keys)*4/3 + listsIn - 1) / listsIn
	table := make([]byte, n*bucketSize)
	for _, key := range keys {
		at := place(n, listsIn, bucket(key, n), func(slot int) bool {
			return binary.LittleEndian.Uint32(table[slot*listSize:]) == 0
		})
		if at < 0 {
			continue
		}
		binary.LittleEndian.PutUint32(table[at*listSize:], listPrint(key)|uint32(lists[key])<<printBits)
	}
	return append(dst, table...)
}
