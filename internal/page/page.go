package page

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// Page is what one pass over a document leaves. It is not changed after [Read]
// returns it.
type Page struct {
	Elems   []Elem
	Blocks  []Block
	Links   []Link
	Times   []Stamp
	Bylines []Byline
	Breaks  []LineBreak // in order

	Title     string   // of the title element
	Lang      string   // of the html element
	Base      string   // of the base element
	Canonical string   // of the canonical link
	Metas     []Meta   // in order
	LD        []string // scripts of JSON-LD
}

// Meta is a meta element, or an element with an itemprop.
type Meta struct{ Key, Value string }

// Elem is an element that may hold blocks.
type Elem struct {
	Parent int32 // -1 for the root
	Tag    atom.Atom
	Depth  int32
	Hint   Hint // of the element itself
	Above  Hint // of its ancestors and itself
	Flags  Flag // of its ancestors and itself
	Sig    uint64
	First  int32 // first block inside
	Last   int32 // one past the last block inside

	words, linked float32 // of the subtree
	good          float32 // words of long, mostly unlinked blocks in the subtree
	direct        float32 // the same, of blocks directly inside
	blocks        int32   // in the subtree
	score         float32 // as in Arc90's Readability
	kids          int32   // child elements
}

// Flag says in which elements a block lies.
type Flag uint32

// The flags.
const (
	InArticle Flag = 1 << iota
	InMain
	InAside
	InNav
	InHeader
	InFooter
	InForm
	InTable
	InList
	InFigure
	InQuote
	InHidden
	InButton
	InHeading
	InPara
	InBody // itemprop=articleBody
	InLink // a link around blocks
	InPre
	InSection
	InCaption
	flags = 20
)

// Block is a stretch of text between two breaks.
type Block struct {
	Text       string
	Start, End int   // in the document, tags included
	Elem       int32 // where it lies
	Para       int32 // blocks with the same number are one paragraph, split by an element set apart
	Heading    int8  // 1 to 6
	Links      int32 // number of links
	Linked     int32 // bytes of linked text
	Bold       int32 // bytes of text in bold or italics
	Inline     Hint  // hints of the inline elements in it
	Most       Hint  // hints of the inline elements that hold most of it
	votes      int   // for Most
	FirstLink  int32 // index into Page.Links
	Break      bool  // ended by line breaks, not by an element
	text       textStats
}

// Link is a link in a block.
type Link struct {
	Href       string
	Start, End int // in the text of its block
	Block      int32
	href       int32
}

// Byline is the text of an inline element that names an author.
type Byline struct {
	Text   string
	Block  int32
	Marked bool // by rel=author or an itemprop, not only by its class
}

// LineBreak is a line break inside a block.
type LineBreak struct {
	Block int32
	At    int32 // in its text
	bold  int32 // bytes of its text before the break that are in bold or italics
}

// A TextLine is what stands in a block between two line breaks.
type TextLine struct {
	Text string
	Bold bool // from end to end
}

// Lines returns the lines of a block.
func (p *Page) Lines(block int) []TextLine {
	b := &p.Blocks[block]
	var out []TextLine
	from, bold := 0, int32(0)
	for _, k := range append(slices.Clip(p.breaksOf(block)), LineBreak{At: int32(len(b.Text)), bold: b.Bold}) {
		at := onRune(b.Text, int(k.At))
		if line := strings.TrimSpace(b.Text[from:at]); line != "" {
			out = append(out, TextLine{line, int(k.bold-bold) >= len(line)})
		}
		from, bold = at, k.bold
	}
	return out
}

// breaksOf returns the line breaks of a block.
func (p *Page) breaksOf(block int) []LineBreak {
	find := func(i int) int {
		n, _ := slices.BinarySearchFunc(p.Breaks, int32(i), func(b LineBreak, k int32) int { return cmp.Compare(b.Block, k) })
		return n
	}
	return p.Breaks[find(block):find(block+1)]
}

// Stamp is a time element.
type Stamp struct {
	Value   string // the datetime attribute
	Text    string
	Block   int32 // the next block when it was met
	Publish bool  // pubdate, itemprop=datePublished
	Elem    int32
	from    int
}
