package translit

import (
	_ "embed"
	"hash/crc32"
	"math"
	"sync"
	"unsafe"

	"github.com/tidings-go/tidings/internal/flat"
)

// spokenWords holds the keys of words that are not said as rules read them:
// John, George, Jacques; بوتين, whose vowels are not written. It is learned
// from names that stand beside their Cyrillic and Greek forms, and written by
// internal/train/names.
//
//go:embed spoken.bin
var spokenWords string

var (
	spokenOnce  sync.Once
	spokenTable struct {
		hashes, index string
		first         [257]uint16 // of the hashes with each first byte, and the end
		keys          flat.Strings
	}
)

func openSpoken() {
	f, err := flat.Open(spokenWords, "spoken", 1)
	if err != nil {
		return
	}
	t := &spokenTable
	t.hashes, t.index = f.Section("hash"), f.Section("key")
	t.keys, _ = flat.OpenStrings(f.Section("keys"))
	n := min(len(t.hashes)/4, len(t.index)/2, math.MaxUint16)
	for i := range n {
		t.first[flat.Uint32(t.hashes, i)>>24+1]++
	}
	for i := range 256 {
		t.first[i+1] += t.first[i]
	}
}

// appendSpoken appends the key of a word of names, which is that by rule
// unless the table knows better. A word that is a key is left alone.
func appendSpoken(dst []byte, word, tag string) []byte {
	start := len(dst)
	if dst = appendWord(dst, word, tag, false); string(dst[start:]) == word {
		return dst
	}
	spokenOnce.Do(openSpoken)
	t := &spokenTable
	h := SpokenHash(word)
	lo, end := int(t.first[h>>24]), int(t.first[h>>24+1])
	for hi := end; lo < hi; {
		if m := (lo + hi) / 2; flat.Uint32(t.hashes, m) < h {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < end && flat.Uint32(t.hashes, lo) == h {
		return append(dst[:start], t.keys.At(int(flat.Uint16(t.index, lo)))...)
	}
	return dst
}

// SpokenHash returns the hash under which the table of spoken words holds a
// word.
func SpokenHash(word string) uint32 {
	return crc32.Checksum(unsafe.Slice(unsafe.StringData(word), len(word)), crc32.MakeTable(crc32.Castagnoli))
}
