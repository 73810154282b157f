package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

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
		r.p.Times = append(r.p.Times, Stamp{
			Value: strings.Clone(strings.TrimSpace(a.datetime)), Block: int32(len(r.p.Blocks)), Elem: r.elem(),
			from: len(r.out), Publish: a.pubdate || a.itemprop == "datePublished",
		})
	}
	switch {
	case o.apart:
		r.flush(false)
	case a.hint&(HintDate|HintAuthor) != 0 && r.curOn: // set off by a margin, if not by a space
		last := r.out[len(r.out)-1]
		r.space = r.space || isLetter(last) || isDigit(last) || last >= utf8.RuneSelf
	}
	r.inline |= a.hint
	if a.hidden {
		r.inline |= HintHidden
	}
	if tag == atom.A {
		r.startLink(a.href)
	}
	o.from, o.block = len(r.out), len(r.p.Blocks)
	r.stack = append(r.stack, o)
	r.count[index(tag)]++
}

func (r *reader) startLink(href string) {
	r.linkHref = append(r.linkHref, strings.TrimSpace(href))
	r.link = int32(len(r.linkHref) - 1)
	r.openLink()
}

// openLink begins the part of the open link that lies in this block.
func (r *reader) openLink() {
	r.p.Links = append(r.p.Links, Link{Start: -1, href: r.link, Block: int32(len(r.p.Blocks))})
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

// addByline notes the text of an inline element that names an author.
func (r *reader) addByline(o open) {
	if !r.curOn || o.block != len(r.p.Blocks) || o.from > len(r.out) || len(r.out)-o.from > maxAttr {
		return
	}
	if t := squeeze(string(r.out[o.from:])); t != "" {
		r.p.Bylines = append(r.p.Bylines, Byline{Text: t, Block: int32(o.block), Marked: o.author == 2})
	}
}

func (r *reader) closeTime() {
	t := &r.p.Times[len(r.p.Times)-1]
	if r.curOn && int(t.Block) == len(r.p.Blocks) && len(r.out)-t.from < maxAttr {
		t.Text = squeeze(string(r.out[t.from:]))
	}
}
