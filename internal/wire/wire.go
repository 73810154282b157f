// Package wire writes and reads the plain values that snapshots are made of:
// variable-length integers, floats, and strings with their length. A [Reader]
// checks every bound, so that damaged or hostile data gives an error and never
// a panic or a large allocation.
package wire

import (
	"encoding/binary"
	"errors"
	"math"
)

// ErrShort reports data that ends too early or holds a length that cannot be.
var ErrShort = errors.New("wire: data cut short")

// A Writer appends values to Data. It is not safe for concurrent use.
type Writer struct{ Data []byte }

// Uint appends x.
func (w *Writer) Uint(x uint64) { w.Data = binary.AppendUvarint(w.Data, x) }

// Int appends x.
func (w *Writer) Int(x int64) { w.Data = binary.AppendVarint(w.Data, x) }

// Bool appends b.
func (w *Writer) Bool(b bool) {
	x := byte(0)
	if b {
		x = 1
	}
	w.Data = append(w.Data, x)
}

// Float appends x.
func (w *Writer) Float(x float64) {
	w.Data = binary.LittleEndian.AppendUint64(w.Data, math.Float64bits(x))
}

// Float32 appends x.
func (w *Writer) Float32(x float32) {
	w.Data = binary.LittleEndian.AppendUint32(w.Data, math.Float32bits(x))
}

// String appends s.
func (w *Writer) String(s string) {
	w.Uint(uint64(len(s)))
	w.Data = append(w.Data, s...)
}

// A Reader takes values off data. After the first error every value is zero.
// It is not safe for concurrent use.
type Reader struct {
	data []byte
	err  error
}

// NewReader returns a reader of data.
func NewReader(data []byte) *Reader { return &Reader{data: data} }

// Err returns the first error.
func (r *Reader) Err() error { return r.err }

// Len returns the number of bytes left.
func (r *Reader) Len() int { return len(r.data) }

// Fail records an error unless there is one.
func (r *Reader) Fail(err error) {
	if r.err == nil {
		r.err = err
	}
	r.data = nil
}

// Uint takes an unsigned integer.
func (r *Reader) Uint() uint64 {
	x, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.Fail(ErrShort)
		return 0
	}
	r.data = r.data[n:]
	return x
}

// Int takes a signed integer.
func (r *Reader) Int() int64 {
	x, n := binary.Varint(r.data)
	if n <= 0 {
		r.Fail(ErrShort)
		return 0
	}
	r.data = r.data[n:]
	return x
}

// Index takes a number below n.
func (r *Reader) Index(n int) int {
	x := r.Uint()
	if x >= uint64(n) {
		r.Fail(ErrShort)
		return 0
	}
	return int(x)
}

// Bool takes a bool.
func (r *Reader) Bool() bool { return r.Index(2) == 1 }

// Count takes the length of a list whose elements take at least size bytes.
func (r *Reader) Count(size int) int {
	n := r.Uint()
	if n > uint64(len(r.data)/max(size, 1)) {
		r.Fail(ErrShort)
		return 0
	}
	return int(n)
}

// Float takes a float that is a number.
func (r *Reader) Float() float64 {
	if len(r.data) < 8 {
		r.Fail(ErrShort)
		return 0
	}
	x := math.Float64frombits(binary.LittleEndian.Uint64(r.data))
	r.data = r.data[8:]
	return r.finite(x)
}

// Float32 takes a float that is a number.
func (r *Reader) Float32() float32 {
	if len(r.data) < 4 {
		r.Fail(ErrShort)
		return 0
	}
	x := math.Float32frombits(binary.LittleEndian.Uint32(r.data))
	r.data = r.data[4:]
	return float32(r.finite(float64(x)))
}

func (r *Reader) finite(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		r.Fail(ErrShort)
		return 0
	}
	return x
}

// String takes a string.
func (r *Reader) String() string {
	n := r.Count(1)
	s := string(r.data[:min(n, len(r.data))])
	r.data = r.data[len(s):]
	return s
}
