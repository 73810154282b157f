package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth bounds the stack of open elements. What is deeper belongs to the
// innermost element that fits.
const maxDepth = 512

// reader is the state of one pass.
type reader struct {
	p       *Page
	z       *html.Tokenizer
	doc     string
	rewound bool // behind a title that was not closed
	pos     int  // of the token after this one
	at      int  // of this token
	stack   []open
	over    int // elements open beyond maxDepth
	count   [nTags]int32

	text   []byte // of all blocks
	hrefs  []byte
	hintOf map[string]Hint

	cur      Block
	curOn    bool // the block has text
	curFrom  int  // where it begins in text
	space    bool // a space is due
	breaks   int  // line breaks since the last text
	para     int32
	bold     int
	link     int32 // open link, -1 if none
	inline   Hint
	bounds   [][2]int // of each block in text
	linkHref [][2]int
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

// Read reads a document, which need not be well-formed. The result does not
// share memory with it.
func Read(doc string) *Page {
	r := &reader{p: &Page{}, doc: doc, hintOf: make(map[string]Hint, 64), link: -1}
	r.text = make([]byte, 0, len(doc)/8+64)
	r.p.Elems = make([]Elem, 0, len(doc)/160+8)
	r.p.Elems = append(r.p.Elems, Elem{Parent: -1, Sig: 14695981039346656037})
	r.stack = append(r.stack, open{elem: 0})
	r.z = html.NewTokenizer(strings.NewReader(doc))
	r.run()
	r.flush(false)
	r.finish()
	return r.p
}

func (r *reader) run() {
	for {
		t := r.z.Next()
		r.at = r.pos
		r.pos += len(r.z.Raw())
		switch t {
		case html.ErrorToken:
			return
		case html.TextToken:
			r.addText(r.z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := r.z.TagName()
			r.start(atom.Lookup(name), name, more, t == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := r.z.TagName()
			r.end(atom.Lookup(name), name)
		}
	}
}

// attrs is what is read of the attributes of an element.
type attrs struct {
	hint                        Hint
	href, lang, itemprop        string
	key, content, datetime, rel string
	kind                        string // type
	class                       string
	hidden, body, pubdate       bool
	role                        Hint
	flags                       Flag
}

func (r *reader) attrs(tag atom.Atom, more bool) (a attrs) {
	for more {
		var k, v []byte
		k, v, more = r.z.TagAttr()
		switch string(k) {
		case "class", "id", "data-testid", "data-component", "data-module", "data-type":
			h, ok := r.hintOf[string(v)]
			if !ok {
				h = attrHint(v)
				r.hintOf[string(v)] = h
			}
			a.hint |= h
			if len(k) == 5 && len(v) > 0 {
				a.class = string(v)
			}
		case "itemprop":
			a.itemprop = string(v)
			switch a.itemprop {
			case "articleBody":
				a.flags |= InBody
			case "author":
				a.hint |= HintAuthor | HintMeta
			case "datePublished", "dateModified":
				a.hint |= HintDate | HintMeta
			case "comment":
				a.hint |= HintComment
			case "description":
				a.hint |= HintLead
			}
		case "href":
			if tag == atom.A || tag == atom.Link || tag == atom.Base {
				a.href = string(v)
			}
		case "rel":
			a.rel = string(v)
			if tag == atom.A && strings.Contains(a.rel, "author") {
				a.hint |= HintAuthor
			}
		case "lang", "xml:lang":
			if tag == atom.Html {
				a.lang = string(v)
			}
		case "name", "property", "http-equiv":
			if tag == atom.Meta && (a.key == "" || string(k) == "property") || string(k) == "property" {
				a.key = string(v)
			}
		case "content":
			a.content = string(v)
		case "datetime":
			a.datetime = string(v)
		case "pubdate":
			a.pubdate = true
		case "type":
			if tag == atom.Script {
				a.kind = string(v)
			}
		case "hidden":
			a.hidden = true
		case "style":
			a.hidden = a.hidden || hides(v)
		case "role":
			switch string(v) {
			case "navigation", "menu", "menubar", "tablist", "search", "toolbar":
				a.flags |= InNav
			case "complementary":
				a.flags |= InAside
			case "banner":
				a.flags |= InHeader
			case "contentinfo":
				a.flags |= InFooter
			case "main":
				a.flags |= InMain
			case "article":
				a.flags |= InArticle
			case "button":
				a.flags |= InButton
			}
		}
	}
	return a
}

// hides reports whether a style attribute keeps an element off the screen.
func hides(style []byte) bool {
	i := strings.Index(strings.ToLower(string(style[:min(len(style), maxAttr)])), "display")
	if i < 0 {
		return false
	}
	rest := strings.TrimLeft(string(style[i+len("display"):min(len(style), maxAttr)]), " :")
	return strings.HasPrefix(strings.ToLower(rest), "none")
}

func (r *reader) start(tag atom.Atom, name []byte, more, selfClosing bool) {
	switch tag {
	case atom.Br:
		r.br()
		return
	case atom.Hr:
		r.breakBlock()
		r.closePara()
		return
	case atom.Script:
		a := r.attrs(tag, more)
		r.script(a.kind)
		return
	case atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Xmp:
		r.rawText()
		return
	case atom.Plaintext: // would swallow the rest of the document
		r.z.NextIsNotRawText()
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
		a := r.attrs(tag, more)
		if a.key == "" {
			a.key = a.itemprop
		}
		if a.key != "" && a.content != "" {
			r.p.Metas = append(r.p.Metas, Meta{strings.ToLower(a.key), squeeze(a.content)})
		}
		return
	case atom.Link:
		a := r.attrs(tag, more)
		if r.p.Canonical == "" && strings.EqualFold(a.rel, "canonical") {
			r.p.Canonical = strings.TrimSpace(a.href)
		}
		return
	case atom.Base:
		if a := r.attrs(tag, more); r.p.Base == "" {
			r.p.Base = strings.TrimSpace(a.href)
		}
		return
	case atom.Img, atom.Input, atom.Wbr, atom.Area, atom.Col, atom.Embed, atom.Param, atom.Source, atom.Track, atom.Keygen, atom.Frame:
		return
	case atom.Html:
		if a := r.attrs(tag, more); r.p.Lang == "" {
			r.p.Lang = strings.TrimSpace(a.lang)
		}
		return
	case atom.Head:
		return
	}
	a := r.attrs(tag, more)
	if isInline(tag, name) {
		r.startInline(tag, a, selfClosing)
		return
	}
	r.startBlock(tag, name, a)
}

// isInline reports whether an element runs within a line.
func isInline(tag atom.Atom, name []byte) bool {
	switch tag {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em,
		atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Q, atom.Rb, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp,
		atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Picture, atom.Map:
		return true
	}
	return false
}

// apart are the roles that take an inline element out of the sentence.
const apart = HintRelated | HintShare | HintAd | HintCaption | HintComment | HintHidden | HintFooter

func (r *reader) startInline(tag atom.Atom, a attrs, selfClosing bool) {
	if selfClosing && tag != atom.A {
		return
	}
	if tag == atom.A && r.count[index(tag)] > 0 {
		r.end(atom.A, nil)
	}
	if r.tooDeep(tag) {
		return
	}
	r.microdata(tag, a)
	o := open{tag: tag, elem: -1, inline: r.inline, author: r.authorMark(a)}
	o.apart = (a.hint&apart != 0 && a.hint&(HintBody|HintQuote) == 0 || a.hidden) && tag != atom.Mark
	switch tag {
	case atom.B, atom.Strong, atom.Em, atom.I:
		o.bold = true
		r.bold++
	case atom.Time:
		r.p.Times = append(r.p.Times, Stamp{Value: strings.TrimSpace(a.datetime), Block: int32(len(r.p.Blocks)), Elem: r.elem(),
			from: len(r.text), Publish: a.pubdate || a.itemprop == "datePublished"})
	}
	if o.apart {
		r.flush(false)
	}
	r.inline |= a.hint
	if a.hidden {
		r.inline |= HintHidden
	}
	if tag == atom.A {
		r.startLink(a.href)
	}
	o.from, o.block = len(r.text), len(r.p.Blocks)
	r.stack = append(r.stack, o)
	r.count[index(tag)]++
}

// authorMark says how surely an element names an author.
func (r *reader) authorMark(a attrs) uint8 {
	known := (r.inline|r.p.Elems[r.elem()].Hint)&HintAuthor != 0
	switch {
	case strings.Contains(a.rel, "author"), toAuthor(a.href), a.itemprop == "author", a.itemprop == "name" && known:
		return 2
	case a.hint&HintAuthor != 0:
		return 1
	}
	return 0
}

// toAuthor reports whether a link leads to the page of an author, by the names
// that sites give to the folder of those pages.
func toAuthor(href string) bool {
	for href != "" {
		part, rest, more := strings.Cut(href, "/")
		switch strings.ToLower(part) {
		case "author", "authors", "autor", "autores", "autoren", "auteur", "auteurs", "autori", "autore", "autorzy", "writers", "writer", "staff", "profile",
			"profiles", "profil", "people", "person", "contributor", "contributors", "journalist", "journalists", "redakteure", "newsteam", "columnist",
			"columnists", "yazar", "yazarlar", "avtor", "signature", "firmas", "reporter", "reporters", "team", "byline", "by":
			return more && rest != ""
		}
		href = rest
	}
	return false
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

// isFiller reports whether an element says nothing of its text.
func isFiller(tag atom.Atom) bool {
	return tag == atom.Div || tag == atom.Span || tag == atom.Font || tag == atom.Center || tag == 0
}

// microdata notes the values that an element carries in its attributes.
func (r *reader) microdata(tag atom.Atom, a attrs) {
	if a.itemprop == "" {
		a.itemprop = a.key[strings.LastIndexByte(a.key, ':')+1:] // RDFa
	}
	if a.itemprop != "" && a.content != "" {
		r.p.Metas = append(r.p.Metas, Meta{strings.ToLower(a.itemprop), squeeze(a.content)})
	}
	if a.datetime != "" && tag != atom.Time && tag != atom.Del && tag != atom.Ins {
		r.p.Times = append(r.p.Times, Stamp{Value: strings.TrimSpace(a.datetime), Block: int32(len(r.p.Blocks)), Elem: r.elem(),
			Publish: a.itemprop == "datePublished"})
	}
}

func (r *reader) startLink(href string) {
	from := len(r.hrefs)
	r.hrefs = append(r.hrefs, strings.TrimSpace(href)...)
	r.linkHref = append(r.linkHref, [2]int{from, len(r.hrefs)})
	r.link = int32(len(r.linkHref) - 1)
	r.openLink()
}

// openLink begins the part of the open link that lies in this block.
func (r *reader) openLink() {
	r.p.Links = append(r.p.Links, Link{Start: -1, href: r.link, Block: int32(len(r.p.Blocks))})
}

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
	e := Elem{Parent: parent, Tag: tag, Depth: up.Depth + 1, Hint: a.hint, Above: up.Above | a.hint,
		Flags: up.Flags | a.flags | tagFlag(tag), First: int32(len(r.p.Blocks))}
	if a.hidden {
		e.Flags |= InHidden
	}
	if r.link >= 0 {
		e.Flags |= InLink
	}
	e.Sig = signature(up.Sig, name, a.class)
	r.stack = append(r.stack, open{tag: tag, name: hash(name), elem: int32(len(r.p.Elems)), inline: r.inline})
	r.count[index(tag)]++
	r.p.Elems = append(r.p.Elems, e)
}

// tagFlag returns the flag of an element for what is inside.
func tagFlag(tag atom.Atom) Flag {
	switch tag {
	case atom.Article:
		return InArticle
	case atom.Main:
		return InMain
	case atom.Aside:
		return InAside
	case atom.Nav, atom.Menu:
		return InNav
	case atom.Header:
		return InHeader
	case atom.Footer, atom.Address:
		return InFooter
	case atom.Form, atom.Fieldset:
		return InForm
	case atom.Table:
		return InTable
	case atom.Ul, atom.Ol, atom.Dl:
		return InList
	case atom.Figure:
		return InFigure
	case atom.Figcaption, atom.Caption:
		return InFigure | InCaption
	case atom.Blockquote:
		return InQuote
	case atom.Button:
		return InButton
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return InHeading
	case atom.P:
		return InPara
	case atom.Pre:
		return InPre
	case atom.Section:
		return InSection
	case atom.Dialog:
		return InHidden
	}
	return 0
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

// endInline closes an inline element. Blocks that were opened inside it stay
// open, as in the adoption agency of the HTML standard.
func (r *reader) endInline(i int) {
	o := r.stack[i]
	for j := len(r.stack) - 1; j >= i; j-- {
		if r.stack[j].elem >= 0 { // blocks inside: take the element out of the stack
			r.close(o)
			r.stack = append(r.stack[:i], r.stack[i+1:]...)
			r.inline = o.inline
			return
		}
	}
	r.pop(i)
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
	case atom.A:
		r.closeLink()
		r.link = -1
	case atom.Time:
		r.closeTime()
	}
}

// addByline notes the text of an inline element that names an author.
func (r *reader) addByline(o open) {
	if !r.curOn || o.block != len(r.p.Blocks) || o.from > len(r.text) || len(r.text)-o.from > maxAttr {
		return
	}
	if t := squeeze(string(r.text[o.from:])); t != "" {
		r.p.Bylines = append(r.p.Bylines, Byline{Text: t, Block: int32(o.block), Marked: o.author == 2})
	}
}

func (r *reader) closeTime() {
	t := &r.p.Times[len(r.p.Times)-1]
	if r.curOn && int(t.Block) == len(r.p.Blocks) && len(r.text)-t.from < maxAttr {
		t.Text = squeeze(string(r.text[t.from:]))
	}
}

// script reads a script; only JSON-LD is kept.
func (r *reader) script(kind string) {
	t := r.rawText()
	if strings.Contains(kind, "ld+json") && len(t) > 2 {
		r.p.LD = append(r.p.LD, t)
	}
}

// title reads the title element. One that is not closed swallows what follows;
// then the first line is taken, and reading goes on behind it.
func (r *reader) title() {
	at := r.pos
	t := r.rawText()
	if cut := strings.IndexByte(t, '<'); cut >= 0 && len(t) > maxTitle && !r.rewound {
		r.rewound = true
		t, r.pos = t[:cut], at
		r.z = html.NewTokenizer(strings.NewReader(r.doc[at:]))
	}
	if r.p.Title == "" {
		r.p.Title = squeeze(t)
	}
}

// maxTitle is longer than any title.
const maxTitle = 600

// rawText reads the text of an element that holds no markup, and its end tag.
func (r *reader) rawText() string {
	var text string
	for {
		t := r.z.Next()
		raw := r.z.Raw()
		r.pos += len(raw)
		switch t {
		case html.TextToken:
			text = string(r.z.Text())
		case html.EndTagToken, html.ErrorToken:
			return text
		default:
			return text
		}
	}
}

// skip leaves out an element with everything in it.
// An element that is never closed ends where the element around it does.
func (r *reader) skip(tag atom.Atom) {
	depth, divs := 1, 0
	for depth > 0 {
		t := r.z.Next()
		r.pos += len(r.z.Raw())
		switch t {
		case html.ErrorToken:
			return
		case html.SelfClosingTagToken:
			r.z.NextIsNotRawText()
		case html.StartTagToken:
			name, _ := r.z.TagName()
			switch a := atom.Lookup(name); a {
			case tag:
				depth++
			case atom.Div:
				divs++
			case atom.Plaintext:
				r.z.NextIsNotRawText()
			}
		case html.EndTagToken:
			name, _ := r.z.TagName()
			switch a := atom.Lookup(name); a {
			case tag:
				depth--
			case atom.Body, atom.Html:
				return
			case atom.Div:
				if divs--; divs < 0 {
					r.end(a, name)
					return
				}
			}
		}
	}
}
