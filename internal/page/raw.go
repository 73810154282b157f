package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// script reads a script; only JSON-LD is kept.
func (r *reader) script(kind string) {
	const untyped = `{"@context"`
	ld := strings.Contains(kind, "ld+json") || kind == "" && strings.HasPrefix(r.doc[r.pos:], untyped)
	if t := r.element(); ld && len(t) > 2 {
		r.p.LD = append(r.p.LD, strings.Clone(t))
	}
}

// title reads the title element. One that is not closed swallows what follows;
// then the first line is taken, and reading goes on behind it.
func (r *reader) title() {
	from := r.pos
	t := r.element()
	if cut := strings.IndexByte(t, '<'); cut >= 0 && len(t) > maxTitle && !r.rewound {
		r.rewound = true
		t, r.pos = t[:cut], from+cut
	}
	if r.p.Title == "" {
		r.p.Title = squeeze(html.UnescapeString(t))
	}
}

// maxTitle is longer than any title.
const maxTitle = 600

// element reads the text of the element just opened, which holds no markup, and
// its end tag.
func (r *reader) element() string {
	if r.rawTag == "" {
		return ""
	}
	t, _ := r.rawText()
	r.rawTag = ""
	r.next() // the end tag
	return t
}

// skip leaves out an element with everything in it.
// An element that is never closed ends where the element around it does.
func (r *reader) skip(tag atom.Atom) {
	depth, divs := 1, 0
	for depth > 0 {
		switch r.next() {
		case endOfPage:
			return
		case startTag:
			switch {
			case r.selfClosing || r.tag == atom.Plaintext:
				r.rawTag = ""
			case r.tag == tag:
				depth++
			case r.tag == atom.Div:
				divs++
			}
		case endTag:
			switch r.tag {
			case tag:
				depth--
			case atom.Body, atom.Html:
				return
			case atom.Div:
				if divs--; divs < 0 {
					r.end(r.tag, r.name)
					return
				}
			}
		}
	}
}
