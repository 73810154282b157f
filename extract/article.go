package extract

import (
	"time"

	"github.com/tidings-go/tidings/lang"
)

// An Article is what was found. Fields that were not found are zero. The
// methods of an Article only read it, and may be called concurrently.
type Article struct {
	Title     string
	Subtitle  string
	Authors   []string // names only
	Site      string
	Published time.Time // on the day that the page shows, where it states the moment in UTC
	Precision Precision // how much of Published was stated
	Modified  time.Time
	Lang      lang.Tag
	URL       string // canonical address of the article, if the page names one
	Image     string // address of the lead image
	Tags      []string
	Paywall   bool // the page says that it is not free to read

	Text     string  // paragraphs separated by a blank line, NFC
	Blocks   []Block // the paragraphs of Text, in order
	Rejected []Block // what was left out, if asked for
	Links    []Link  // links inside the text
	Related  []Link  // links to other articles, which were left out
	Score    float64 // in [0, 1]: probability that this is an article, and no front page, list or player of videos
}

// A Link is a hyperlink of the page.
type Link struct {
	URL  string // resolved against Options.URL, if that was given
	Text string
}

// Precision says how exact a date is.
type Precision uint8

// The precisions, in rising order.
const (
	NoDate Precision = iota
	Year
	Month
	Day
	Minute
)

// A Block is a paragraph, heading, quote, list item, caption, piece of code or
// row of a table. Only code has line breaks.
type Block struct {
	Kind   Kind
	Level  int // of a Heading: 1 to 6, 0 if not known
	Text   string
	Start  int    // byte offset in Article.Text; in the decoded input for Rejected, -1 if not known
	Reason Reason // why it was kept or left out
	Score  float64
}

// Kind is the role of a block.
type Kind uint8

// The kinds.
const (
	Paragraph Kind = iota
	Heading
	Quote
	Caption
	ListItem
	Code
	TableRow // cells separated by tabs
)

// Reason is a stable, machine-readable explanation of why a block was kept or
// left out.
type Reason string

// The reasons.
const (
	Body    Reason = "body"    // kept: running text of the article
	Near    Reason = "near"    // kept: short, but in the midst of the article
	Nav     Reason = "nav"     // menus, breadcrumbs, page furniture
	Related Reason = "related" // headlines of and links to other articles
	Share   Reason = "share"   // buttons to share, follow or subscribe
	Legal   Reason = "legal"   // cookie notices, copyright, terms
	Comment Reason = "comment" // what readers wrote
	Picture Reason = "caption" // text of an image or a video
	Meta    Reason = "meta"    // title, byline, date, tags
	Dup     Reason = "dup"     // printed twice
	Hidden  Reason = "hidden"  // not shown to readers
	Outside Reason = "outside" // text, but not of this article
)
