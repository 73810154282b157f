package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// maxDepth bounds the stack of open elements. What is deeper belongs to the
// innermost element that fits.
const maxDepth = 512

// reader is the state of one pass.
type reader struct {
	scanner
	p       *Page
	rewound bool // behind a title that was not closed
	stack   []open
	over    int // elements open beyond maxDepth
	count   [nTags]int32

	out    []byte // text of all blocks
	hintOf map[string]Hint

	cur      Block
	curOn    bool   // the block has text
	curFrom  int    // where it begins in text
	space    bool   // a space is due
	pre      int    // open pre elements
	indent   []byte // line break and indentation that are due in one of them
	breaks   int    // line breaks since the last text
	para     int32
	bold     int
	link     int32 // open link, -1 if none
	inline   Hint
	bounds   [][2]int // of each block in text
	linkHref []string // of the links opened
}

// open is an element on the stack.
type open struct {
	tag    atom.Atom
	name   uint32 // hash of the name where there is no atom
	elem   int32  // -1 for an inline element
	inline Hint   // saved, to put back
	apart  bool   // an inline element that is a block of its own
	author uint8  // it names an author: 2 if its markup says so, 1 if its class
	from   int    // where its text begins
	block  int    // the block it begins in
	bold   bool
}

// Read reads a document, which need not be well-formed. Of the result, only the
// addresses of links share memory with it.
func Read(doc string) *Page {
	r := &reader{p: &Page{}, scanner: scanner{doc: doc}, hintOf: make(map[string]Hint, 64), link: -1}
	r.out = make([]byte, 0, len(doc)/8+64)
	r.p.Elems = make([]Elem, 0, len(doc)/160+8)
	r.p.Elems = append(r.p.Elems, Elem{Parent: -1, Sig: 14695981039346656037})
	r.stack = append(r.stack, open{elem: 0})
	r.run()
	r.flush(false)
	r.finish()
	return r.p
}

func (r *reader) run() {
	for {
		switch r.next() {
		case endOfPage:
			return
		case textToken:
			r.addText(r.text)
		case startTag:
			r.start(r.tag, r.name, r.selfClosing)
		case endTag:
			r.end(r.tag, r.name)
		}
	}
}

func (r *reader) start(tag atom.Atom, name []byte, selfClosing bool) {
	switch tag {
	case atom.Br:
		r.br()
		return
	case atom.Hr:
		r.breakBlock()
		r.closePara()
		return
	case atom.Script:
		a := r.readAttrs(tag)
		r.script(a.kind)
		return
	case atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Xmp:
		r.element()
		return
	case atom.Plaintext: // would swallow the rest of the document
		r.rawTag = ""
		return
	case atom.Title:
		r.title()
		return
	case atom.Template, atom.Svg, atom.Math, atom.Select, atom.Object, atom.Canvas, atom.Datalist, atom.Audio, atom.Video:
		if !selfClosing {
			r.skip(tag)
		}
		return
	case atom.Meta:
		a := r.readAttrs(tag)
		if a.key == "" {
			a.key = a.itemprop
		}
		if a.key != "" && a.content != "" {
			r.p.Metas = append(r.p.Metas, newMeta(a.key, a.content))
		}
		return
	case atom.Link:
		a := r.readAttrs(tag)
		if r.p.Canonical == "" && strings.EqualFold(a.rel, "canonical") {
			r.p.Canonical = strings.Clone(strings.TrimSpace(a.href))
		}
		return
	case atom.Base:
		if a := r.readAttrs(tag); r.p.Base == "" {
			r.p.Base = strings.Clone(strings.TrimSpace(a.href))
		}
		return
	case atom.Img, atom.Input, atom.Wbr, atom.Area, atom.Col, atom.Embed, atom.Param, atom.Source, atom.Track, atom.Keygen, atom.Frame:
		return
	case atom.Html:
		if a := r.readAttrs(tag); r.p.Lang == "" {
			r.p.Lang = strings.Clone(strings.TrimSpace(a.lang))
		}
		return
	case atom.Head:
		return
	}
	a := r.readAttrs(tag)
	if isInline(tag, name) {
		r.startInline(tag, a, selfClosing)
		return
	}
	r.startBlock(tag, name, a)
}

// tooDeep reports whether there is no room on the stack. The last places are
// kept for elements that say what their text is.
func (r *reader) tooDeep(tag atom.Atom) bool {
	if isFiller(tag) {
		if len(r.stack) < maxDepth {
			return false
		}
		r.over++
		return true
	}
	return len(r.stack) >= maxDepth+reserve
}

// reserve is the number of those places.
const reserve = 64

func (r *reader) startBlock(tag atom.Atom, name []byte, a attrs) {
	r.breakBlock()
	switch tag {
	case atom.Body:
		a.hint = 0 // says what kind of page it is, not what part of it
	case atom.P, atom.Ul, atom.Ol:
		r.closeHeading()
	case atom.Li:
		r.closeTo(atom.Li, atom.Ul, atom.Ol)
	case atom.Dd, atom.Dt:
		r.closeTo(atom.Dd, atom.Dl, 0)
		r.closeTo(atom.Dt, atom.Dl, 0)
	case atom.Tr:
		r.closeTo(atom.Tr, atom.Table, 0)
	case atom.Td, atom.Th:
		r.closeTo(atom.Td, atom.Table, atom.Tr)
		r.closeTo(atom.Th, atom.Table, atom.Tr)
	case atom.Option:
		r.closeTo(atom.Option, atom.Select, 0)
	}
	r.closePara()
	if r.tooDeep(tag) {
		return
	}
	r.microdata(tag, a)
	parent := r.elem()
	up := &r.p.Elems[parent]
	up.kids++
	e := Elem{
		Parent: parent, Tag: tag, Depth: up.Depth + 1, Hint: a.hint, Above: up.Above | a.hint,
		Flags: up.Flags | a.flags | tagFlag(tag), First: int32(len(r.p.Blocks)),
	}
	if a.hidden {
		e.Flags |= InHidden
	}
	if r.link >= 0 {
		e.Flags |= InLink
	}
	e.Sig = signature(up.Sig, name, a.class)
	r.stack = append(r.stack, open{tag: tag, name: hash(name), elem: int32(len(r.p.Elems)), inline: r.inline})
	r.count[index(tag)]++
	if tag == atom.Pre {
		r.pre++
	}
	r.p.Elems = append(r.p.Elems, e)
}

// elem returns the innermost open element that may hold blocks.
func (r *reader) elem() int32 {
	for i := len(r.stack) - 1; i > 0; i-- {
		if e := r.stack[i].elem; e >= 0 {
			return e
		}
	}
	return 0
}

// closePara closes an open p, as the start of every block does.
func (r *reader) closePara() {
	if r.count[index(atom.P)] > 0 {
		r.closeTo(atom.P, atom.Table, atom.Button)
	}
}

// closeHeading closes a heading that has its text and was left open. The HTML
// standard would make a heading of all that follows.
func (r *reader) closeHeading() {
	for i := len(r.stack) - 1; i > 0 && i >= len(r.stack)-4; i-- {
		if e := r.stack[i].elem; e >= 0 && tagFlag(r.stack[i].tag) == InHeading {
			if int(r.p.Elems[e].First) < len(r.p.Blocks) {
				r.pop(i)
			}
			return
		}
	}
}

// closeTo closes the innermost open tag, unless one of the stops is further in.
func (r *reader) closeTo(tag, stop1, stop2 atom.Atom) {
	if r.count[index(tag)] == 0 {
		return
	}
	for i := len(r.stack) - 1; i > 0; i-- {
		switch t := r.stack[i].tag; {
		case t == tag:
			r.pop(i)
			return
		case t == stop1 || t == stop2 && t != 0:
			return
		case tag == atom.P && (t == atom.Td || t == atom.Th):
			return
		}
	}
}

func (r *reader) end(tag atom.Atom, name []byte) {
	switch tag {
	case atom.Html, atom.Body, atom.Head:
		return // what follows still belongs to the body
	case atom.Br:
		r.br()
		return
	}
	if r.over > 0 && isFiller(tag) {
		r.over--
		return
	}
	if r.count[index(tag)] == 0 {
		if tag == atom.P {
			r.breakBlock()
		}
		return
	}
	inline := isInline(tag, name)
	h := uint32(0)
	if tag == 0 {
		h = hash(name)
	}
	for i := len(r.stack) - 1; i > 0; i-- {
		o := &r.stack[i]
		if o.tag == tag && (tag != 0 || o.name == h) {
			if inline {
				r.endInline(i)
			} else {
				r.pop(i)
			}
			return
		}
		if !inline && (o.tag == atom.Td || o.tag == atom.Th) && tag != atom.Tr && tag != atom.Table && tag != atom.Tbody {
			return // a stray end tag in a cell closes nothing outside
		}
	}
}

// pop closes the i-th open element and all inside it.
func (r *reader) pop(i int) {
	for len(r.stack) > i {
		o := r.stack[len(r.stack)-1]
		if o.elem >= 0 {
			r.breakBlock()
			r.p.Elems[o.elem].Last = int32(len(r.p.Blocks))
		}
		r.close(o)
		r.stack = r.stack[:len(r.stack)-1]
		r.inline = o.inline
	}
}

// close undoes what an element changed in the state.
func (r *reader) close(o open) {
	r.count[index(o.tag)]--
	if o.author > 0 {
		r.addByline(o)
	}
	if o.apart {
		r.flush(false)
	}
	if o.bold {
		r.bold--
	}
	switch o.tag {
	case atom.Pre:
		r.pre--
	case atom.A:
		r.closeLink()
		r.link = -1
	case atom.Time:
		r.closeTime()
	}
}
