package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// token is the kind of a token.
type token uint8

const (
	endOfPage token = iota
	textToken
	startTag
	endTag
)

// scanner cuts a document into tokens, by the rules of the HTML standard but
// without copying: names, attributes and text are parts of the document.
// Comments and declarations are passed over.
type scanner struct {
	doc     string
	at, pos int // where this token begins and ends

	text        string // of a text token
	isRaw       bool   // no character references in it
	tag         atom.Atom
	name        []byte // of a tag, in small letters; valid until the next token
	selfClosing bool
	attrs       []attr // of a start tag

	rawTag string // the element just opened, if it holds no markup
	lower  [64]byte
}

// attr is an attribute as it stands in the document.
type attr struct{ key, value string }

// maxAttrs bounds the attributes that are read of one tag.
const maxAttrs = 64

// next reads the next token.
func (s *scanner) next() token {
	for {
		s.at = s.pos
		if s.rawTag != "" {
			if t, ok := s.rawText(); ok {
				s.text, s.isRaw = t, !isEscapable(s.rawTag)
				s.rawTag = ""
				return textToken
			}
			s.rawTag = ""
		}
		if s.pos >= len(s.doc) {
			return endOfPage
		}
		if n := s.textLength(); n > 0 {
			s.text, s.isRaw = s.doc[s.pos:s.pos+n], false
			s.pos += n
			return textToken
		}
		switch c := s.doc[s.pos+1]; {
		case c == '!':
			s.declaration()
		case c == '?':
			s.passOver(">")
		case c == '/':
			if s.pos+2 < len(s.doc) && isLetter(s.doc[s.pos+2]) {
				s.pos += 2
				return s.tagToken(endTag)
			}
			s.passOver(">")
		default:
			s.pos++
			return s.tagToken(startTag)
		}
	}
}

// textLength returns how far it is to the next tag, comment or declaration.
func (s *scanner) textLength() int {
	rest := s.doc[s.pos:]
	for n := 0; ; n++ {
		i := strings.IndexByte(rest[n:], '<')
		if i < 0 || n+i+1 >= len(rest) {
			return len(rest)
		}
		n += i
		if c := rest[n+1]; isLetter(c) || c == '!' || c == '?' || c == '/' && n+2 < len(rest) {
			return n
		}
	}
}

// passOver moves behind the next end.
func (s *scanner) passOver(end string) {
	if i := strings.Index(s.doc[s.pos:], end); i >= 0 {
		s.pos += i + len(end)
		return
	}
	s.pos = len(s.doc)
}

// declaration passes over a comment or a declaration.
func (s *scanner) declaration() {
	if !strings.HasPrefix(s.doc[s.pos:], "<!--") {
		s.passOver(">")
		return
	}
	s.pos += 2 // so that <!--> and <!---> end
	if strings.HasPrefix(s.doc[s.pos:], "-->") || strings.HasPrefix(s.doc[s.pos:], "--->") {
		s.passOver(">")
		return
	}
	s.pos += 2
	for {
		i := strings.Index(s.doc[s.pos:], "--")
		if i < 0 {
			s.pos = len(s.doc)
			return
		}
		s.pos += i + 1
		if rest := s.doc[s.pos+1:]; strings.HasPrefix(rest, ">") || strings.HasPrefix(rest, "!>") {
			s.passOver(">")
			return
		}
	}
}

// tagToken reads a tag from its name on.
func (s *scanner) tagToken(t token) token {
	s.tagName()
	s.attrs, s.selfClosing = s.attrs[:0], false
	for s.pos < len(s.doc) {
		switch c := s.doc[s.pos]; {
		case c == '>':
			s.pos++
			if t == startTag {
				s.rawTag = rawElement(s.tag)
			}
			return t
		case c == '/':
			s.pos++
			s.selfClosing = s.pos < len(s.doc) && s.doc[s.pos] == '>'
		case isSpace(c):
			s.pos++
		default:
			s.attribute()
		}
	}
	return endOfPage // a tag cut off says nothing
}

// tagName reads the name of a tag.
func (s *scanner) tagName() {
	from := s.pos
	for s.pos < len(s.doc) && !endsName(s.doc[s.pos]) {
		s.pos++
	}
	s.name = s.lower[:min(s.pos-from, len(s.lower))]
	for i := range s.name {
		c := s.doc[from+i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		s.name[i] = c
	}
	s.tag = 0
	if s.pos-from <= len(s.lower) {
		s.tag = atom.Lookup(s.name)
	}
}

// attribute reads an attribute.
func (s *scanner) attribute() {
	from := s.pos
	s.pos++ // which may be =
	for s.pos < len(s.doc) && s.doc[s.pos] != '=' && !endsName(s.doc[s.pos]) {
		s.pos++
	}
	a := attr{key: s.doc[from:s.pos]}
	s.skipSpace()
	if s.pos < len(s.doc) && s.doc[s.pos] == '=' {
		s.pos++
		s.skipSpace()
		a.value = s.attrValue()
	}
	if len(s.attrs) < maxAttrs && !s.has(a.key) {
		s.attrs = append(s.attrs, a)
	}
}

// has reports whether the tag has an attribute already: the first one counts.
func (s *scanner) has(key string) bool {
	for _, a := range s.attrs {
		if len(a.key) == len(key) && strings.EqualFold(a.key, key) {
			return true
		}
	}
	return false
}

func (s *scanner) attrValue() string {
	if s.pos >= len(s.doc) {
		return ""
	}
	if q := s.doc[s.pos]; q == '"' || q == '\'' {
		s.pos++
		from := s.pos
		i := strings.IndexByte(s.doc[from:], q)
		if i < 0 {
			s.pos = len(s.doc)
			return s.doc[from:]
		}
		s.pos = from + i + 1
		return s.doc[from : from+i]
	}
	from := s.pos
	for s.pos < len(s.doc) && s.doc[s.pos] != '>' && !isSpace(s.doc[s.pos]) {
		s.pos++
	}
	return s.doc[from:s.pos]
}

func (s *scanner) skipSpace() {
	for s.pos < len(s.doc) && isSpace(s.doc[s.pos]) {
		s.pos++
	}
}

// rawText reads what stands before the end tag of the element just opened. It
// reports false if there is nothing.
func (s *scanner) rawText() (string, bool) {
	from := s.pos
	to := len(s.doc)
	switch {
	case s.rawTag == "plaintext":
	case s.rawTag == "script":
		to = from + scriptEnd(s.doc[from:])
	default:
		to = from + endTagIn(s.doc[from:], s.rawTag)
	}
	s.pos = to
	return s.doc[from:to], to > from
}

// endTagIn returns where the end tag of an element begins in a document.
func endTagIn(doc, name string) int {
	for n := 0; ; {
		i := strings.Index(doc[n:], "</")
		if i < 0 {
			return len(doc)
		}
		n += i + 2
		if isNamed(doc[n:], name) {
			return n - 2
		}
	}
}

// isNamed reports whether a tag begins with a name.
func isNamed(tag, name string) bool {
	return len(tag) > len(name) && strings.EqualFold(tag[:len(name)], name) && endsName(tag[len(name)])
}

// scriptEnd is endTagIn for scripts, where a comment may hold scripts with end
// tags of their own.
func scriptEnd(doc string) int {
	const name = "script"
	from := 0
	for {
		end := from + endTagIn(doc[from:], name)
		open := strings.Index(doc[from:end], "<!--")
		if open < 0 {
			return end
		}
		open += from
		if i := strings.Index(doc[open:end], "-->"); i >= 0 {
			from = open + i + len("-->")
			continue
		}
		inner := open
		for {
			i := strings.IndexByte(doc[inner:end], '<')
			if i < 0 {
				return end
			}
			if inner += i + 1; isNamed(doc[inner:], name) {
				break
			}
		}
		if from = end + len("</"); from >= len(doc) {
			return len(doc)
		}
	}
}

// rawElement returns the name of an element whose text holds no markup.
func rawElement(tag atom.Atom) string {
	switch tag {
	case atom.Script:
		return "script"
	case atom.Style:
		return "style"
	case atom.Title:
		return "title"
	case atom.Textarea:
		return "textarea"
	case atom.Iframe:
		return "iframe"
	case atom.Noscript:
		return "noscript"
	case atom.Noembed:
		return "noembed"
	case atom.Noframes:
		return "noframes"
	case atom.Xmp:
		return "xmp"
	case atom.Plaintext:
		return "plaintext"
	}
	return ""
}

// isEscapable reports whether character references count in a raw element.
func isEscapable(name string) bool { return name == "title" || name == "textarea" }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' && c != '\v' }

func endsName(c byte) bool { return c == '>' || c == '/' || isSpace(c) }

// reference returns the character reference at the start of s, which begins
// with an ampersand, and what it stands for.
func reference(s string) (ref, means string) {
	const most = 40 // longer than any name
	n := 1
	in := func(c byte) bool { return isLetter(c) || isDigit(c) }
	if strings.HasPrefix(s, "&#") {
		n, in = 2, isDigit
		if n < len(s) && s[n]|0x20 == 'x' {
			n, in = 3, isHex
		}
	}
	for n < len(s) && n < most && in(s[n]) {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	ref = s[:n]
	switch ref {
	case "&":
		return ref, ref
	case "&nbsp;":
		return ref, "\u00a0"
	case "&amp;":
		return ref, "&"
	case "&quot;":
		return ref, `"`
	case "&#39;", "&#039;", "&apos;":
		return ref, "'"
	case "&#8217;", "&rsquo;":
		return ref, "’"
	}
	return ref, html.UnescapeString(ref)
}

// unescape returns the value of an attribute.
func unescape(value string) string {
	i := strings.IndexByte(value, '&')
	if i < 0 {
		return value
	}
	var b strings.Builder
	b.Grow(len(value))
	for i >= 0 {
		b.WriteString(value[:i])
		ref, means := reference(value[i:])
		value = value[i+len(ref):]
		if isPartOf(ref, means, value) {
			means = ref
		}
		b.WriteString(means)
		i = strings.IndexByte(value, '&')
	}
	b.WriteString(value)
	return b.String()
}

// isPartOf reports whether what looks like a reference in an attribute is part
// of an address, as in "?a=1&copy=2".
func isPartOf(ref, means, rest string) bool {
	if strings.HasPrefix(ref, "&#") {
		return false
	}
	last := means[len(means)-1]
	if ref[len(ref)-1] == ';' {
		return last == ';' && ref != "&semi;"
	}
	return strings.HasPrefix(rest, "=") || isLetter(last) || isDigit(last)
}
