package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"
)

// nTags is the number of counters for open elements; tags may share one.
const nTags = 64

func index(tag atom.Atom) int { return int(uint32(tag) * 2654435761 >> 26) }

// hash is FNV-1a.
func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

const prime64 = 1099511628211 // of FNV-1a

// signature identifies the path of tags and classes to an element.
func signature(parent uint64, name []byte, class uint64) uint64 {
	h := parent
	for _, c := range name {
		h = (h ^ uint64(c)) * prime64
	}
	return (h*prime64 ^ class) * prime64
}

// classHash hashes a class attribute. Digits do not count, so that numbered
// elements have the same class.
func classHash(class string) uint64 {
	h := uint64(0)
	for i := range len(class) {
		c := class[i]
		if c < '0' || c > '9' {
			h = (h ^ uint64(c)) * prime64
		}
	}
	return h
}

// squeeze returns a copy of s, trimmed, with every run of white space made one
// space.
func squeeze(s string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(s) {
		if b.Len() == 0 {
			b.Grow(len(s))
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// addText appends text of the document to the open block.
func (r *reader) addText(s string) {
	before := len(r.out)
	for !r.isRaw {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			break
		}
		r.addPlain(s[:i])
		ref, means := reference(s[i:])
		r.addPlain(means)
		s = s[i+len(ref):]
	}
	r.addPlain(s)
	n := len(r.out) - before
	if n == 0 {
		return
	}
	if r.bold > 0 {
		r.cur.Bold += int32(n)
	}
	if r.inline == r.cur.Most { // majority vote (Boyer and Moore 1981)
		r.cur.votes += n
	} else if r.cur.votes -= n; r.cur.votes < 0 {
		r.cur.Most, r.cur.votes = r.inline, -r.cur.votes
	}
}

// addPlain appends text: white space becomes one space, control characters, soft
// hyphens and zero-width spaces go.
func (r *reader) addPlain(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c <= ' ' {
			if c == ' ' || c >= '\t' && c <= '\r' {
				r.space = true
				r.indentBy(c)
			}
			i++
			continue
		}
		if c < 0x7f {
			r.beginText()
			j := i + 1
			for j < len(s) && s[j] > ' ' && s[j] < 0x7f {
				j++
			}
			r.out = append(r.out, s[i:j]...)
			i = j
			continue
		}
		n := 1
		if c >= 0xC0 {
			_, n = utf8.DecodeRuneInString(s[i:])
		}
		switch odd(s[i : i+n]) {
		case 0:
			r.beginText()
			r.out = append(r.out, s[i:i+n]...)
		case ' ':
			r.space = true
		}
		i += n
	}
}

// indentBy notes a line break in preformatted text, and the white space behind
// it. Empty lines are left out.
func (r *reader) indentBy(c byte) {
	const most = 64
	switch {
	case r.pre == 0:
	case c == '\n':
		r.indent = append(r.indent[:0], c)
	case len(r.indent) > 0 && len(r.indent) < most && (c == ' ' || c == '\t'):
		r.indent = append(r.indent, c)
	}
}

// odd returns ' ' for a space outside ASCII, '-' for a character that is not
// to be kept, and 0 for all others.
func odd(c string) byte {
	switch c[0] {
	case 0x7f:
		return '-'
	case 0xC2:
		switch {
		case len(c) < 2 || c[1] < 0xA0 || c[1] == 0xAD: // C1 controls, soft hyphen
			return '-'
		case c[1] == 0xA0:
			return ' '
		}
	case 0xE2:
		if len(c) == 3 && c[1] == 0x80 {
			switch b := c[2]; {
			case b <= 0x8A || b == 0xA8 || b == 0xA9 || b == 0xAF: // U+2000–200A, 2028, 2029, 202F
				return ' '
			case b == 0x8B || b >= 0xAA && b <= 0xAE || b == 0x8E || b == 0x8F: // U+200B, direction marks
				return '-'
			}
		}
	case 0xE3:
		if len(c) == 3 && c[1] == 0x80 && c[2] == 0x80 { // U+3000
			return ' '
		}
	case 0xEF:
		if len(c) == 3 && (c[1] == 0xBB && c[2] == 0xBF || c[1] == 0xBF && c[2] == 0xBC) { // U+FEFF, U+FFFC
			return '-'
		}
	}
	return 0
}

// beginText makes ready for text that is not white space.
func (r *reader) beginText() {
	switch {
	case !r.curOn:
		r.curOn, r.curFrom = true, len(r.out)
		r.cur = Block{Start: r.at, Para: r.para, FirstLink: -1}
	case len(r.indent) > 0:
		r.out = append(r.out, r.indent...)
	case r.space:
		r.out = append(r.out, ' ')
	}
	r.space, r.breaks, r.indent = false, 0, r.indent[:0]
	r.cur.Inline |= r.inline
	if r.link >= 0 {
		if l := &r.p.Links[len(r.p.Links)-1]; l.Start < 0 {
			l.Start = len(r.out) - r.curFrom
		}
	}
}

// br is a line break: one is a space, two in a row end the block, and so does
// one behind a line that is bold or a link from end to end.
func (r *reader) br() {
	if !r.curOn {
		return
	}
	r.space = true
	r.indentBy('\n')
	linked := int(r.cur.Linked)
	if r.link >= 0 {
		if l := &r.p.Links[len(r.p.Links)-1]; l.Start >= 0 {
			linked += len(r.out) - r.curFrom - l.Start
		}
	}
	line := len(r.out) - r.curFrom
	if r.breaks++; r.breaks == 2 || int(r.cur.Bold) >= line || linked > 0 && linked >= line-1 {
		r.para++
		r.flush(true)
		return
	}
	if r.breaks == 1 && len(r.p.Blocks) < maxBlocks {
		r.p.Breaks = append(r.p.Breaks, LineBreak{int32(len(r.p.Blocks)), int32(line), r.cur.Bold})
	}
}

// breakBlock ends the open block and its paragraph.
func (r *reader) breakBlock() {
	r.para++
	r.flush(false)
}

// closeLink ends the part of the open link that lies in the open block.
func (r *reader) closeLink() {
	l := &r.p.Links[len(r.p.Links)-1]
	if l.Start < 0 {
		r.p.Links = r.p.Links[:len(r.p.Links)-1]
		return
	}
	l.End = len(r.out) - r.curFrom
	r.cur.Linked += int32(l.End - l.Start)
	if r.cur.Links++; r.cur.FirstLink < 0 {
		r.cur.FirstLink = int32(len(r.p.Links) - 1)
	}
}

// maxBlocks bounds how many blocks of a page are read: no page has so many, but
// a hostile one.
const maxBlocks = 30_000

// flush ends the open block.
func (r *reader) flush(byBreak bool) {
	r.space = false
	if !r.curOn {
		return
	}
	if r.link >= 0 {
		r.closeLink()
	}
	if len(r.p.Blocks) == maxBlocks {
		r.out = r.out[:r.curFrom]
		r.curOn, r.breaks, r.cur = false, 0, Block{}
		if r.link >= 0 {
			r.openLink()
		}
		return
	}
	b := r.cur
	b.End, b.Break, b.Elem = r.at, byBreak, r.elem()
	if e := &r.p.Elems[b.Elem]; e.Flags&InHeading != 0 {
		b.Heading = r.level(b.Elem)
	}
	r.bounds = append(r.bounds, [2]int{r.curFrom, len(r.out)})
	r.p.Blocks = append(r.p.Blocks, b)
	r.curOn, r.breaks, r.cur = false, 0, Block{}
	if r.link >= 0 {
		r.openLink()
	}
}

// level returns the level of the heading that elem lies in.
func (r *reader) level(elem int32) int8 {
	for e := elem; e > 0; e = r.p.Elems[e].Parent {
		switch r.p.Elems[e].Tag {
		case atom.P, atom.Li, atom.Td:
			return 0
		case atom.H1:
			return 1
		case atom.H2:
			return 2
		case atom.H3:
			return 3
		case atom.H4:
			return 4
		case atom.H5:
			return 5
		case atom.H6:
			return 6
		}
		if r.p.Elems[r.p.Elems[e].Parent].Flags&InHeading == 0 {
			return 0
		}
	}
	return 0
}

// finish closes what is open and makes strings of the texts.
func (r *reader) finish() {
	r.pop(1)
	r.p.Elems[0].Last = int32(len(r.p.Blocks))
	n := len(r.p.Links)
	for n > 0 && (r.p.Links[n-1].Start < 0 || int(r.p.Links[n-1].Block) >= len(r.p.Blocks)) {
		n--
	}
	r.p.Links = r.p.Links[:n]
	text := string(r.out)
	for i := range r.p.Links {
		l := &r.p.Links[i]
		l.Href = r.linkHref[l.href]
	}
	for i := range r.p.Blocks {
		b := &r.p.Blocks[i]
		b.Text = text[r.bounds[i][0]:r.bounds[i][1]]
		if !isPlain(b.Text) && !norm.NFC.IsNormalString(b.Text) {
			r.normalise(i)
		}
		b.text = statsOf(b.Text)
	}
}

// isPlain reports whether all of s lies before the combining marks of Unicode,
// and so is in NFC.
func isPlain(s string) bool {
	const marks = 0xCC // the first byte of U+0300
	for i := range len(s) {
		if s[i] >= marks {
			return false
		}
	}
	return true
}

// normalise brings the text of block i to NFC and moves its links and line breaks
// along.
func (r *reader) normalise(i int) {
	b := &r.p.Blocks[i]
	r.moveBreaks(i)
	at, from := 0, 0 // in the new text, in the old one
	move := func(i int) int {
		at += len(norm.NFC.String(b.Text[from:i]))
		from = i
		return at
	}
	text := norm.NFC.String(b.Text)
	for i := range b.Links {
		l := &r.p.Links[b.FirstLink+i]
		l.Start = onRune(text, move(l.Start))
		l.End = onRune(text, move(l.End))
	}
	b.Text = text
}

// moveBreaks moves the line breaks of block i to where they are in NFC.
func (r *reader) moveBreaks(i int) {
	text := r.p.Blocks[i].Text
	at, from := 0, 0
	breaks := r.p.breaksOf(i)
	for j := range breaks {
		k := &breaks[j]
		at += len(norm.NFC.String(text[from:k.At]))
		from, k.At = int(k.At), int32(at)
	}
}

// onRune returns the start of the rune at or before i.
func onRune(s string, i int) int {
	i = min(i, len(s))
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
