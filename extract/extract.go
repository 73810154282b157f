// Package extract finds the article in a news page: its title, authors, date
// and text, without menus, teasers and repeats.
package extract

import (
	"errors"
	"io"
	"net/url"
	"time"

	"github.com/tidings-go/tidings/lang"
)

// A Format is the form of the input.
type Format uint8

const (
	Auto Format = iota // decide from the first bytes
	HTML               // an HTML document, in any encoding
	Text               // plain text dumped from a page, boilerplate included
)

// Options configures extraction. A nil *Options and the zero Options both mean
// the defaults.
type Options struct {
	Format  Format
	URL     *url.URL // address of the page: resolves links, hints at the date
	Charset string   // from the HTTP header, if known; empty means sniff

	// Detect names the language of the extracted text. If nil, only what the
	// page declares is used and no language model is linked in. The usual
	// value is [lang.Detect].
	Detect func(text string) lang.Guess

	// Now bounds publication dates: later ones are taken for mistakes. Zero
	// means no bound; the package never reads the clock.
	Now time.Time

	// MaxBytes bounds the input. Zero means 8 MiB. See [ErrTooLarge].
	MaxBytes int64

	// KeepRejected fills [Article.Rejected], to see why text was left out.
	KeepRejected bool
}

// An Article is what was found. Fields that were not found are zero.
type Article struct {
	Title     string
	Authors   []string
	Site      string
	Published time.Time
	Precision Precision // how much of Published was stated
	Lang      lang.Tag
	Text      string  // paragraphs separated by a blank line, NFC
	Blocks    []Block // the paragraphs of Text, in order
	Rejected  []Block // what was left out, if asked for
	Score     float64 // in [0, 1]: how sure we are that this is an article
}

// Precision says how exact a date is.
type Precision uint8

const (
	NoDate Precision = iota
	Month
	Day
	Minute
)

// A Block is a paragraph, heading or list item.
type Block struct {
	Kind   Kind
	Text   string
	Start  int    // byte offset in Article.Text; in the input for Rejected
	Reason Reason // why it was kept or left out
	Score  float64
}

// Kind is the role of a block.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	Quote
	Caption
	ListItem
)

// Reason is a stable, machine-readable explanation, such as "nav" or "dup".
type Reason string

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
func Extract(r io.Reader, opts *Options) (*Article, error) { return &Article{}, ErrNoArticle }

// FromString is [Extract] for a page already in memory.
func FromString(page string, opts *Options) (*Article, error) { return &Article{}, ErrNoArticle }
