package warcfile

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
)

// A Page is the page that a record holds. It is a plain value.
type Page struct {
	URL     string
	Charset string // that the server named, if any
	Body    []byte
}

// ErrNoPage means that a record is not the successful answer of a web server
// with a page of text.
var ErrNoPage = errors.New("no page")

// Page returns the page that a response or resource record holds, its
// transfer and content encodings undone. The error is ErrNoPage, or what is
// wrong with the answer.
func (r *Record) Page() (Page, error) {
	if r.Type != "response" || !strings.HasPrefix(r.URI, "http") {
		return Page{}, ErrNoPage
	}
	answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(r.Block)), nil)
	if err != nil {
		return Page{}, fmt.Errorf("HTTP: %w", err)
	}
	defer answer.Body.Close()
	kind, params, _ := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	if answer.StatusCode != http.StatusOK || !isPage(kind) {
		return Page{}, ErrNoPage
	}
	raw, err := io.ReadAll(answer.Body)
	if err != nil { // many crawlers undo the transfer encoding and leave the header
		_, raw, _ = bytes.Cut(r.Block, []byte("\r\n\r\n"))
	}
	body, err := decode(raw, answer.Header.Get("Content-Encoding"))
	return Page{r.URI, params["charset"], body}, err
}

// isPage reports whether a media type is that of a page; a server may fail to
// name one.
func isPage(kind string) bool {
	switch kind {
	case "", "text/html", "application/xhtml+xml", "text/plain":
		return true
	}
	return false
}

// maxPage bounds what a page grows to when its compression is undone.
const maxPage = 8 << 20

func decode(raw []byte, encoding string) ([]byte, error) {
	var in io.Reader
	var err error
	switch strings.ToLower(encoding) {
	case "gzip", "x-gzip":
		in, err = gzip.NewReader(bytes.NewReader(raw))
	case "deflate":
		in, err = zlib.NewReader(bytes.NewReader(raw))
	case "", "identity":
		return raw, nil
	default:
		return nil, fmt.Errorf("HTTP: content encoding %q is not known", encoding)
	}
	if err != nil {
		return raw, nil // undone already
	}
	return io.ReadAll(io.LimitReader(in, maxPage))
}
