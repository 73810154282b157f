package names

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"

	"github.com/tidings-go/tidings/internal/flat"
)

// hashed maps numbers to small weights, in place: slots of four bytes, three of
// the key's hash and one of weight, probed in order. Keys that are not there
// are taken for others once in some million times.
type hashed struct {
	slots string
	shift int
}

func openHashed(s string) hashed {
	n := len(s) / 4
	if n == 0 || n&(n-1) != 0 {
		return hashed{}
	}
	return hashed{s, 64 - bits.TrailingZeros(uint(n))}
}

// scramble spreads a key over all bits (Fibonacci hashing, Knuth 1998); the
// highest choose the slot, those below 40 tell the key.
func scramble(key uint64) uint64 { return (key ^ key>>29) * 0x9E3779B97F4A7C15 }

func mark(h uint64) uint32 { return uint32(h>>16)&0xFFFFFF | 1 }

func (t hashed) get(key uint64) (int8, bool) {
	if t.slots == "" {
		return 0, false
	}
	h := scramble(key)
	want := mark(h)
	mask := len(t.slots)/4 - 1
	for i := int(h >> t.shift); ; i = (i + 1) & mask {
		v := flat.Uint32(t.slots, i)
		if v == 0 {
			return 0, false
		}
		if v>>8 == want {
			return int8(v), true
		}
	}
}

// AppendHashed appends the table of weights that the model reads.
func AppendHashed(dst []byte, weights map[uint64]int8) []byte {
	n := 16
	for n*3 < len(weights)*4 {
		n *= 2
	}
	slots := make([]uint32, n)
	shift := 64 - bits.TrailingZeros(uint(n))
	for _, key := range slices.Sorted(maps.Keys(weights)) {
		h := scramble(key)
		i := int(h >> shift)
		for slots[i] != 0 {
			i = (i + 1) & (n - 1)
		}
		slots[i] = mark(h)<<8 | uint32(uint8(weights[key]))
	}
	for _, v := range slots {
		dst = binary.LittleEndian.AppendUint32(dst, v)
	}
	return dst
}
