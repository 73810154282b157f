package warcfile_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/examples/warcfile"
)

const limit = 1 << 20

// record writes a response record that holds an answer.
func record(uri, answer string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:%s>\r\nWARC-Target-URI: %s\r\n"+
		"WARC-Date: 2024-03-16T17:48:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", uri, uri, len(answer), answer)
}

func answer(header, body string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n" + header + "\r\n" + body
}

func zipped(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.String()
}

// read reads all records of a file and what is wrong with it.
func read(t testing.TB, file string, from int64) (records []*warcfile.Record, bad []*warcfile.BadRecord) {
	t.Helper()
	r, err := warcfile.NewReader(strings.NewReader(file), from, limit)
	require.NoError(t, err)
	for {
		rec, err := r.Next()
		var b *warcfile.BadRecord
		switch {
		case err == io.EOF:
			return records, bad
		case errors.As(err, &b):
			bad = append(bad, b)
		default:
			require.NoError(t, err)
			records = append(records, rec)
		}
	}
}

func uris(records []*warcfile.Record) []string {
	out := []string{}
	for _, r := range records {
		out = append(out, r.URI)
	}
	return out
}

func TestRecords(t *testing.T) {
	a, b, c := record("http://a", answer("", "A")), record("http://b", answer("", "B")), record("http://c", answer("", "C"))
	broken := "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nbody\r\n\r\n"
	huge := strings.Replace(b, "Content-Length: ", "Content-Length: 99999999", 1)
	za, zb, zc := zipped(t, a), zipped(t, b), zipped(t, c)
	damaged := []byte(zb)
	damaged[len(damaged)/2] ^= 0x55
	for _, test := range []struct {
		name, file string
		want       []string
		bad        int
	}{
		{"plain", a + b + c, []string{"http://a", "http://b", "http://c"}, 0},
		{"each compressed", za + zb + zc, []string{"http://a", "http://b", "http://c"}, 0},
		{"compressed as a whole", zipped(t, a+b+c), []string{"http://a", "http://b", "http://c"}, 0},
		{"empty", "", []string{}, 0},
		{"bad length", za + zipped(t, broken) + zc, []string{"http://a", "http://c"}, 1},
		{"bad length, plain", a + broken + c, []string{"http://a", "http://c"}, 1},
		{"too large", za + zipped(t, huge) + zc, []string{"http://a", "http://c"}, 1},
		{"damaged member", za + string(damaged) + zc, []string{"http://a", "http://c"}, 1},
		{"not a record", za + zipped(t, "nothing\r\n\r\n") + zc, []string{"http://a", "http://c"}, 1},
		{"cut", za + zb[:len(zb)-9], []string{"http://a"}, 1},
		{"no WARC at all", strings.Repeat("nothing here\n", 100), []string{}, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			records, bad := read(t, test.file, 0)
			assert.Equal(t, test.want, uris(records))
			assert.Len(t, bad, test.bad)
		})
	}
}

func TestGoOnFromTheEndOfARecord(t *testing.T) {
	for _, pack := range []func(string) string{func(s string) string { return s }, func(s string) string { return zipped(t, s) }} {
		file := pack(record("http://a", answer("", "A"))) + pack(record("http://b", answer("", "B")))
		all, _ := read(t, file, 0)
		require.Len(t, all, 2)
		rest, bad := read(t, file, all[0].End)
		assert.Empty(t, bad)
		assert.Equal(t, []string{"http://b"}, uris(rest))
		assert.Equal(t, all[1].Offset, rest[0].Offset)
	}
}

func TestPage(t *testing.T) {
	for _, test := range []struct{ name, block, body, charset string }{
		{"plain", answer("", "<p>A"), "<p>A", "koi8-r"},
		{"chunked", answer("Transfer-Encoding: chunked\r\n", "4\r\n<p>A\r\n0\r\n\r\n"), "<p>A", "koi8-r"},
		{"chunks undone", answer("Transfer-Encoding: chunked\r\n", "<p>A"), "<p>A", "koi8-r"},
		{"gzip", answer("Content-Encoding: gzip\r\n", zipped(t, "<p>A")), "<p>A", "koi8-r"},
		{"gzip undone", answer("Content-Encoding: gzip\r\n", "<p>A"), "<p>A", "koi8-r"},
	} {
		t.Run(test.name, func(t *testing.T) {
			page, err := (&warcfile.Record{Type: "response", URI: "http://a", Block: []byte(test.block)}).Page()
			require.NoError(t, err)
			assert.Equal(t, test.body, string(page.Body))
			assert.Equal(t, test.charset, page.Charset)
		})
	}
	for _, test := range []struct{ name, kind, block string }{
		{"a request", "request", "GET / HTTP/1.1\r\n\r\n"},
		{"not found", "response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno"},
		{"an image", "response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nno"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := (&warcfile.Record{Type: test.kind, URI: "http://a", Block: []byte(test.block)}).Page()
			assert.ErrorIs(t, err, warcfile.ErrNoPage)
		})
	}
	_, err := (&warcfile.Record{Type: "response", URI: "http://a", Block: []byte("no answer")}).Page()
	assert.Error(t, err)
}

// Whatever a file holds, reading it ends, and goes forward.
func FuzzReader(f *testing.F) {
	f.Add([]byte(record("http://a", answer("", "A")) + record("http://b", answer("", "B"))))
	f.Add([]byte(zipped(f, record("http://a", answer("", "A"))) + "\x1f\x8b\x08rest"))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := warcfile.NewReader(bytes.NewReader(file), 0, limit)
		require.NoError(t, err)
		last := int64(0)
		for range len(file) + 2 {
			rec, err := r.Next()
			if err == io.EOF {
				return
			}
			if err != nil {
				continue
			}
			require.GreaterOrEqual(t, rec.Offset, last)
			require.LessOrEqual(t, rec.End, int64(len(file)))
			last = rec.Offset
			_, _ = rec.Page()
		}
		t.Fatal("reading does not end")
	})
}
