package extract

import (
	"errors"
	"io"
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
// had. The errors are those of r, [ErrTooLarge] and [ErrNoArticle].
//
// Extract is safe for concurrent use, keeps no state between calls, and does
// not sanitise: Article.Text is text, never markup.
func Extract(r io.Reader, opts *Options) (*Article, error) {
	if opts == nil {
		opts = &Options{}
	}
	limit := opts.maxBytes()
	page, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return &Article{}, err
	}
	return FromString(string(page), opts)
}

// FromString is [Extract] for a page already in memory.
func FromString(page string, opts *Options) (*Article, error) {
	if opts == nil {
		opts = &Options{}
	}
	if int64(len(page)) > opts.maxBytes() {
		return &Article{}, ErrTooLarge
	}
	a := extractText(page, opts)
	if a.Text == "" {
		return a, ErrNoArticle
	}
	return a, nil
}
