package names

import (
	"hash/crc32"
	"math"
	"sync"
	"unsafe"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

// Kind and version of the file of a model.
const (
	FileKind    = "names"
	FileVersion = 2
)

const (
	// WeightScale is what the natural logarithms of weights are multiplied
	// with to be stored in a byte, and SelfScale what information is.
	WeightScale = 8
	SelfScale   = 16
)

// A Model compares names. It is immutable, and safe for concurrent use.
type Model struct {
	alias  string // for each table, the one that is used for it
	single string // for each table, 64 by 64 weights of at most one sound for one
	self   string // for each table and side, the information of each sound
	begin  string // for each table and side, which two sounds begin runs
	ops    hashed // weights of longer runs, by table
	common hashed // how common words are
	terms  hashed // pairs of words that translate each other
	forest *trees.Forest
	exp    [256]float64

	scratch sync.Pool // of *comparison
	parsed  sync.Pool // of *[2]Name
}

// Open returns the model in data, which is used in place.
func Open(data string) (*Model, error) {
	f, err := flat.Open(data, FileKind, FileVersion)
	if err != nil {
		return nil, err
	}
	m := &Model{
		alias: f.Section("alias"), single: f.Section("single"), self: f.Section("self"), begin: f.Section("begin"),
		ops: openHashed(f.Section("ops")), common: openHashed(f.Section("common")), terms: openHashed(f.Section("terms")),
		forest: trees.Read(f, "t"),
	}
	if len(m.single) < Tables*Letters*Letters || len(m.alias) < Tables || len(m.self) < 2*Tables*Letters || len(m.begin) < 2*Tables*BeginLen {
		return nil, flat.ErrFormat
	}
	m.scratch.New = func() any { return new(comparison) }
	for i := range m.exp {
		m.exp[i] = math.Exp(float64(int8(i)) / WeightScale)
	}
	return m, nil
}

// OpKey returns the key of an operation in the table of weights.
func OpKey(table int, op uint64) uint64 { return op ^ uint64(table)*0x9E3779B97F4A7C15 }

// BeginLen is how many bytes tell, of a table and side, which two sounds begin
// a run of two in any operation, and behind them which begin one of three.
const BeginLen = 2 * Letters * Letters / 8

// BeginBit returns the number of the bit for runs of a length that begin with
// two sounds.
func BeginBit(first, second uint8, length int) int {
	return ((length-2)*Letters+int(first))*Letters + int(second)
}

// WordKey returns the key of a word, by its sounds, in the table of common
// words.
func WordKey(sounds []byte) uint64 {
	return uint64(crc32.Checksum(sounds, crc32.MakeTable(crc32.Castagnoli)))
}

// TermKey returns the key of two words, by their hashes, in the table of words
// that mean the same, or with a negative weight are short for the same name.
func TermKey(a, b uint32) uint64 {
	return uint64(max(a, b))<<32 | uint64(min(a, b))
}

// WordHash returns the hash of the text of a word.
func WordHash(text string) uint32 {
	return crc32.Checksum(unsafe.Slice(unsafe.StringData(text), len(text)), crc32.MakeTable(crc32.Castagnoli))
}
