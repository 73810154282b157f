package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// script reads a script; only JSON-LD is kept.
func (r *reader) script(kind string) {
	const untyped = `{"@context"`
	ld := strings.Contains(kind, "ld+json") || kind == "" && strings.HasPrefix(r.doc[min(r.pos, len(r.doc)):], untyped)
	if t := r.rawText(ld); ld && len(t) > 2 {
		r.p.LD = append(r.p.LD, t)
	}
}

// title reads the title element. One that is not closed swallows what follows;
// then the first line is taken, and reading goes on behind it.
func (r *reader) title() {
	at := r.pos
	t := r.rawText(true)
	if cut := strings.IndexByte(t, '<'); cut >= 0 && len(t) > maxTitle && !r.rewound {
		r.rewound = true
		t, r.pos = t[:cut], at+max(0, strings.IndexByte(r.doc[at:], '<'))
		r.z = html.NewTokenizer(strings.NewReader(r.doc[r.pos:]))
	}
	if r.p.Title == "" {
		r.p.Title = squeeze(t)
	}
}

// maxTitle is longer than any title.
const maxTitle = 600

// rawText reads the text of an element that holds no markup, and its end tag.
// It returns the text if it is to be kept.
func (r *reader) rawText(keep bool) string {
	var text string
	for {
		t := r.z.Next()
		raw := r.z.Raw()
		r.pos += len(raw)
		switch t {
		case html.TextToken:
			if keep {
				text = string(r.z.Text())
			}
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
