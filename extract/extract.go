package extract

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"

	"github.com/tidings-go/tidings/internal/page"
)

var (
	// ErrNoArticle means that the input holds no article, only boilerplate.
	// The *Article returned with it still has what metadata was found.
	ErrNoArticle = errors.New("extract: no article found")

	// ErrTooLarge means that the input is longer than Options.MaxBytes.
	ErrTooLarge = errors.New("extract: input too large")
)

// Extract reads a page from r and returns the article in it.
//
// Malformed input is not an error: unclosed tags, elements nested thousands
// deep, wrong encodings and invalid UTF-8 give the best article that can be
// had. The errors are those of r, [ErrTooLarge] and [ErrNoArticle]. The Article
// is never nil.
//
// Extract is safe for concurrent use, keeps no state between calls, and does
// not sanitise: Article.Text is text, never markup.
func Extract(r io.Reader, opts *Options) (*Article, error) {
	if opts == nil {
		opts = &Options{}
	}
	data, err := io.ReadAll(io.LimitReader(r, opts.maxBytes()+1))
	if err != nil {
		return &Article{}, err
	}
	if int64(len(data)) > opts.maxBytes() {
		return &Article{}, ErrTooLarge
	}
	if isGzip(string(data[:min(len(data), 3)])) {
		return inflate(bytes.NewReader(data), opts)
	}
	return extract(page.Decode(data, opts.Charset), opts)
}

// FromString is [Extract] for a page already in memory. The page may be in any
// encoding; a Go string is only bytes.
func FromString(s string, opts *Options) (*Article, error) {
	if opts == nil {
		opts = &Options{}
	}
	if int64(len(s)) > opts.maxBytes() {
		return &Article{}, ErrTooLarge
	}
	if isGzip(s) {
		return inflate(strings.NewReader(s), opts)
	}
	return extract(page.DecodeString(s, opts.Charset), opts)
}

func isGzip(s string) bool { return strings.HasPrefix(s, "\x1f\x8b\x08") }

// inflate reads a page that was stored as it was sent, compressed. One that was
// cut off is read as far as it goes.
func inflate(r io.Reader, o *Options) (*Article, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return &Article{}, ErrNoArticle
	}
	data, _ := io.ReadAll(io.LimitReader(z, o.maxBytes()+1))
	if int64(len(data)) > o.maxBytes() {
		return &Article{}, ErrTooLarge
	}
	return extract(page.Decode(data, o.Charset), o)
}

// extract finds the article in a page in UTF-8.
func extract(doc string, o *Options) (*Article, error) {
	if page.IsBinary(doc) {
		return &Article{}, ErrNoArticle
	}
	format := o.Format
	if format == Auto {
		format = sniff(doc)
	}
	var a *Article
	if format == HTML {
		a = extractHTML(doc, o)
	} else {
		a = extractText(doc, o)
	}
	a.Lang = language(a, o)
	if a.Text == "" {
		return a, ErrNoArticle
	}
	return a, nil
}

// sniff tells HTML from text: HTML has a tag that a page begins with, or many
// tags.
func sniff(doc string) Format {
	const head = 2048
	s := strings.ToLower(doc[:min(len(doc), head)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<meta ", "<title"} {
		if strings.Contains(s, tag) {
			return HTML
		}
	}
	tags := 0
	for _, tag := range [...]string{"<div", "<p>", "<p ", "<br", "<a ", "</", "<h1", "<span", "<article", "<section"} {
		tags += strings.Count(s, tag)
	}
	if tags >= 3 || strings.HasPrefix(strings.TrimSpace(s), "<") && tags > 0 {
		return HTML
	}
	return Text
}
