// Package flat reads models and tables that are embedded in a program as one
// string, in place: nothing is copied to the heap and nothing is built at
// start-up. The same package writes them, so that trainers and generators
// share the format with their readers.
//
// A file is, in little-endian byte order:
//
//	magic "tdg1"  kind [8]byte  version uint16  sections uint16  checksum uint32 (of all but itself)
//	per section: name [8]byte  offset uint32  length uint32      (offset from the start of the file, a multiple of 32)
//	the sections
//
// Every accessor checks its bounds and answers with a zero value outside
// them, so that a damaged table gives wrong answers at worst, never a panic.
package flat

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"unsafe"
)

const (
	magic      = "tdg1"
	nameLen    = 8
	headerLen  = 4 + nameLen + 2 + 2 + 4
	sectionLen = nameLen + 4 + 4
	align      = 32
)

// ErrFormat reports data that is not a flat file of the wanted kind and
// version, or that is damaged.
var ErrFormat = errors.New("flat: bad format")

// File is an opened flat file. It is immutable, and safe for concurrent use.
type File struct {
	data     string
	sections int
}

// Open checks data and returns the file in it. kind has at most eight bytes.
func Open(data, kind string, version uint16) (File, error) {
	if len(data) < headerLen || data[:4] != magic {
		return File{}, fmt.Errorf("%w: no %s file", ErrFormat, kind)
	}
	if trim(data[4:4+nameLen]) != kind {
		return File{}, fmt.Errorf("%w: kind %q, want %q", ErrFormat, trim(data[4:4+nameLen]), kind)
	}
	if v := Uint16(data[12:], 0); v != version {
		return File{}, fmt.Errorf("%w: %s version %d, want %d", ErrFormat, kind, v, version)
	}
	n := int(Uint16(data[14:], 0))
	if len(data) < headerLen+n*sectionLen || checksum(data) != Uint32(data[headerLen-4:], 0) {
		return File{}, fmt.Errorf("%w: %s file is damaged", ErrFormat, kind)
	}
	return File{data, n}, nil
}

// Section returns the section called name, or "" if there is none.
func (f File) Section(name string) string {
	for i := range f.sections {
		h := f.data[headerLen+i*sectionLen:]
		if trim(h[:nameLen]) != name {
			continue
		}
		off, n := uint64(Uint32(h[nameLen:], 0)), uint64(Uint32(h[nameLen+4:], 0))
		if off+n > uint64(len(f.data)) {
			return ""
		}
		return f.data[off : off+n]
	}
	return ""
}

// Size returns the number of bytes of the whole file.
func (f File) Size() int { return len(f.data) }

// Uint16 returns the i-th uint16 of s, or 0 outside it.
func Uint16(s string, i int) uint16 {
	if i < 0 || len(s) < 2*i+2 {
		return 0
	}
	return uint16(s[2*i]) | uint16(s[2*i+1])<<8
}

// Uint32 returns the i-th uint32 of s, or 0 outside it.
func Uint32(s string, i int) uint32 {
	if i < 0 || len(s) < 4*i+4 {
		return 0
	}
	s = s[4*i : 4*i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Float32 returns the i-th float32 of s, or 0 outside it.
func Float32(s string, i int) float32 { return math.Float32frombits(Uint32(s, i)) }

// Int8s views s as signed bytes without copying. The caller must not write.
func Int8s(s string) []int8 {
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(s))), len(s))
}

func trim(name string) string {
	for len(name) > 0 && name[len(name)-1] == 0 {
		name = name[:len(name)-1]
	}
	return name
}

// checksum covers the whole file but the four bytes that hold it. It is a
// multiplicative hash of 64-bit words, folded: a damaged file passes with a
// probability of 2^-32. The CRCs of the standard library would do as well, but
// cost every program that imports this package 13 kB and work before main.
func checksum(s string) uint32 {
	h := absorb(0, s[:headerLen-4])
	h = absorb(h, s[headerLen:])
	return uint32(h ^ h>>32)
}

// absorb takes s into h, eight bytes at a time; every step can be undone, so
// that no change of one word is lost.
func absorb(h uint64, s string) uint64 {
	h ^= uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		h = step(h, uint64(Uint32(s, 0))|uint64(Uint32(s, 1))<<32)
	}
	var tail uint64
	for i := len(s) - 1; i >= 0; i-- {
		tail = tail<<8 | uint64(s[i])
	}
	return step(h, tail)
}

// step multiplies by 2^64 divided by the golden ratio (Knuth, TAOCP vol. 3, 6.4).
func step(h, word uint64) uint64 {
	h = (h ^ word) * 0x9e3779b97f4a7c15
	return h ^ h>>32
}

// Builder collects the sections of a new file.
type Builder struct {
	kind     string
	version  uint16
	names    []string
	sections [][]byte
}

// NewBuilder returns an empty builder. kind has at most eight bytes.
func NewBuilder(kind string, version uint16) *Builder {
	return &Builder{kind: kind, version: version}
}

// Add appends a section. name has at most eight bytes.
func (b *Builder) Add(name string, data []byte) {
	b.names = append(b.names, name)
	b.sections = append(b.sections, data)
}

// Bytes returns the file. It reports names that are too long and files over
// 4 GiB.
func (b *Builder) Bytes() ([]byte, error) {
	head := make([]byte, headerLen+len(b.sections)*sectionLen)
	if len(b.kind) > nameLen {
		return nil, fmt.Errorf("flat: kind %q is longer than %d bytes", b.kind, nameLen)
	}
	copy(head, magic)
	copy(head[4:], b.kind)
	binary.LittleEndian.PutUint16(head[12:], b.version)
	binary.LittleEndian.PutUint16(head[14:], uint16(len(b.sections)))
	out := head
	for i, s := range b.sections {
		if len(b.names[i]) > nameLen {
			return nil, fmt.Errorf("flat: section %q is longer than %d bytes", b.names[i], nameLen)
		}
		for len(out)%align != 0 {
			out = append(out, 0)
		}
		h := out[headerLen+i*sectionLen:]
		copy(h, b.names[i])
		binary.LittleEndian.PutUint32(h[nameLen:], uint32(len(out)))
		binary.LittleEndian.PutUint32(h[nameLen+4:], uint32(len(s)))
		out = append(out, s...)
	}
	if len(out) > math.MaxUint32 {
		return nil, errors.New("flat: file over 4 GiB")
	}
	binary.LittleEndian.PutUint32(out[headerLen-4:], checksum(unsafe.String(&out[0], len(out))))
	return out, nil
}
