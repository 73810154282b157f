package translit

import (
	_ "embed"
	"hash/crc32"
	"sort"
	"sync"

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
		n             int
		keys          flat.Strings
	}
)

// spoken returns the key of a word of names, which is byRule unless the table
// knows better. A word that is a key is left alone.
func spoken(word, byRule string) string {
	if word == byRule {
		return byRule
	}
	spokenOnce.Do(func() {
		f, err := flat.Open(spokenWords, "spoken", 1)
		if err != nil {
			return
		}
		t := &spokenTable
		t.hashes, t.index = f.Section("hash"), f.Section("key")
		t.keys, _ = flat.OpenStrings(f.Section("keys"))
		t.n = min(len(t.hashes)/4, len(t.index)/2)
	})
	t := &spokenTable
	h := SpokenHash(word)
	i := sort.Search(t.n, func(i int) bool { return flat.Uint32(t.hashes, i) >= h })
	if i < t.n && flat.Uint32(t.hashes, i) == h {
		return t.keys.At(int(flat.Uint16(t.index, i)))
	}
	return byRule
}

// SpokenHash returns the hash under which the table of spoken words holds a
// word.
func SpokenHash(word string) uint32 {
	return crc32.Checksum([]byte(word), crc32.MakeTable(crc32.Castagnoli))
}
