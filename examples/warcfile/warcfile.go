// Package warcfile reads the records of WARC files (ISO 28500), plain or with
// each record compressed by itself, as Common Crawl and most other archives
// publish them. A record that is broken is reported and passed over.
//
// It is a part of the example programs, and no part of the library's stable
// API. What it needs is in the standard library.
package warcfile

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"
	"time"
)

// A Record is one record of a file. It is a plain value.
type Record struct {
	Type   string // response, request, warcinfo …
	ID     string
	URI    string // of what was fetched
	Date   time.Time
	Block  []byte
	Offset int64 // where the record begins in the file, or the compressed member that it is in
	End    int64 // from where to go on after it
}

// A BadRecord is an error after which Next may be called again.
type BadRecord struct {
	Offset int64 // of the record in the file
	Err    error
}

func (e *BadRecord) Error() string { return fmt.Sprintf("record at byte %d: %v", e.Offset, e.Err) }

func (e *BadRecord) Unwrap() error { return e.Err }

var (
	errNotWARC  = errors.New("no WARC record")
	errTooLarge = errors.New("record too large")
	errLength   = errors.New("no valid Content-Length")
)

// A Reader reads records one after another. It is not safe for concurrent use.
type Reader struct {
	src  io.ReadSeeker
	max  int64
	in   *counter
	zip  *gzip.Reader // of the member at hand; nil between members, and in a plain file
	body *bufio.Reader
	from int64 // where the member at hand begins
	bad  bool  // the next record must be looked for
}

// NewReader returns a reader of the records from a byte offset on, which is 0
// or the End of a record. Records whose block is longer than max bytes are bad.
func NewReader(src io.ReadSeeker, offset, max int64) (*Reader, error) {
	r := &Reader{src: src, max: max}
	return r, r.seek(offset)
}

func (r *Reader) seek(offset int64) error {
	if _, err := r.src.Seek(offset, io.SeekStart); err != nil {
		return err
	}
	r.in = &counter{r: bufio.NewReaderSize(r.src, 1<<16), n: offset}
	r.zip = nil
	return nil
}

// Next returns the next record. The error is io.EOF at the end, a *BadRecord
// if this record cannot be read but others may, and else that of the source.
func (r *Reader) Next() (*Record, error) {
	if r.bad {
		r.bad = false
		if err := r.resume(); err != nil {
			return nil, err
		}
	}
	body, err := r.open()
	if err != nil {
		return nil, r.fail(err)
	}
	rec, err := readRecord(body, r.max)
	if err != nil {
		return nil, r.fail(err)
	}
	if err := r.close(); err != nil {
		return nil, r.fail(err)
	}
	rec.Offset, rec.End = r.from, r.in.n
	if r.zip != nil {
		rec.End = r.from // of a member with more records: it is read again
	}
	return rec, nil
}

// fail turns what went wrong into a *BadRecord, unless it is the end or the
// source's own error.
func (r *Reader) fail(err error) error {
	if err == io.EOF || r.in.err != nil && r.in.err != io.EOF {
		return err
	}
	r.bad = true
	if err == io.ErrUnexpectedEOF {
		err = errors.New("the file ends within it")
	}
	return &BadRecord{r.from, err}
}

// A source gives bytes and nothing more than is asked for.
type source interface {
	io.Reader
	io.ByteReader
}

// open returns what the next record is read from; io.EOF if there is none.
func (r *Reader) open() (source, error) {
	if r.zip != nil {
		return r.body, nil
	}
	r.from = r.in.n
	head, err := r.in.r.Peek(1)
	for err == nil && (head[0] == '\r' || head[0] == '\n') {
		_, _ = r.in.ReadByte()
		r.from = r.in.n
		head, err = r.in.r.Peek(1)
	}
	switch {
	case len(head) == 0:
		r.in.note(err)
		return nil, err
	case head[0] != 0x1f:
		return r.in, nil
	}
	zip, err := gzip.NewReader(r.in)
	if err != nil {
		return nil, unexpected(err)
	}
	zip.Multistream(false)
	r.zip, r.body = zip, bufio.NewReader(zip)
	return r.body, nil
}

// close leaves a compressed member that holds no more records.
func (r *Reader) close() error {
	if r.zip == nil {
		return nil
	}
	for {
		c, err := r.body.ReadByte()
		switch {
		case err == io.EOF:
			r.zip = nil
			return nil
		case err != nil:
			return unexpected(err)
		case c != '\r' && c != '\n':
			return r.body.UnreadByte()
		}
	}
}

// resume looks for the record after a bad one.
func (r *Reader) resume() error {
	if err := r.seek(r.from + 1); err != nil {
		return err
	}
	for {
		head, err := r.in.r.Peek(10)
		if bytes.HasPrefix(head, []byte{0x1f, 0x8b, 8}) || bytes.HasPrefix(head, []byte("WARC/1.")) {
			return nil
		}
		if len(head) == 0 {
			r.in.note(err)
			return err
		}
		_, _ = r.in.ReadByte()
	}
}

// readRecord reads the header and the block of a record.
func readRecord(in source, max int64) (*Record, error) {
	version, err := line(in)
	if err != nil {
		return nil, unexpected(err)
	}
	if !strings.HasPrefix(version, "WARC/1.") && !strings.HasPrefix(version, "WARC/0.") {
		return nil, errNotWARC
	}
	header := textproto.MIMEHeader{}
	for n := 0; ; n++ {
		s, err := line(in)
		if err != nil {
			return nil, unexpected(err)
		}
		if s == "" {
			break
		}
		if n > 1000 {
			return nil, errTooLarge
		}
		if name, value, ok := strings.Cut(s, ":"); ok {
			header.Set(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, errLength
	}
	if length > max {
		return nil, errTooLarge
	}
	block, err := io.ReadAll(io.LimitReader(in, length))
	if err != nil {
		return nil, unexpected(err)
	}
	if int64(len(block)) < length {
		return nil, io.ErrUnexpectedEOF
	}
	date, _ := time.Parse(time.RFC3339Nano, header.Get("WARC-Date"))
	return &Record{
		Type: header.Get("WARC-Type"), ID: header.Get("WARC-Record-ID"),
		URI: strings.Trim(header.Get("WARC-Target-URI"), "<>"), Date: date, Block: block,
	}, nil
}

// maxLine bounds a line of a header.
const maxLine = 1 << 16

func line(in source) (string, error) {
	var b []byte
	for {
		c, err := in.ReadByte()
		if err != nil {
			return "", err
		}
		if c == '\n' {
			return strings.TrimSuffix(string(b), "\r"), nil
		}
		if b = append(b, c); len(b) > maxLine {
			return "", errNotWARC
		}
	}
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// A counter counts what is taken from it, byte by byte or in larger pieces.
type counter struct {
	r   *bufio.Reader
	n   int64
	err error // of the source
}

func (c *counter) note(err error) {
	if err != nil {
		c.err = err
	}
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.note(err)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	c.note(err)
	return b, err
}
