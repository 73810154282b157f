package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// attrs is what is read of the attributes of an element.
type attrs struct {
	hint                        Hint
	href, lang, itemprop        string
	key, content, datetime, rel string
	kind                        string // type
	class                       uint64 // hash of the class, without digits
	hidden, pubdate             bool
	flags                       Flag
}

// readAttrs reads the attributes of the tag just read.
func (r *reader) readAttrs(tag atom.Atom) (a attrs) {
	for _, at := range r.attrs {
		v := at.value
		switch k := strings.ToLower(at.key); k {
		case "class", "id", "data-testid", "data-component", "data-module", "data-type":
			h, ok := r.hintOf[v]
			if !ok {
				h = attrHint(v)
				r.hintOf[v] = h
			}
			a.hint |= h
			if len(k) == 5 && len(v) > 0 {
				a.class = classHash(v)
			}
		case "itemprop":
			a.itemprop = v
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
				a.href = unescape(v)
			}
		case "rel":
			a.rel = v
			if tag == atom.A && strings.Contains(a.rel, "author") {
				a.hint |= HintAuthor
			}
		case "lang", "xml:lang":
			if tag == atom.Html {
				a.lang = v
			}
		case "name", "property", "http-equiv":
			if tag == atom.Meta && (a.key == "" || k == "property") || k == "property" {
				a.key = v
			}
		case "content":
			if tag == atom.Meta || len(v) < maxAttr {
				a.content = unescape(v)
			}
		case "datetime":
			a.datetime = unescape(v)
		case "pubdate":
			a.pubdate = true
		case "type":
			if tag == atom.Script {
				a.kind = v
			}
		case "hidden":
			a.hidden = true
		case "style":
			a.hidden = a.hidden || hides(v)
		case "role":
			a.readRole(v)
		}
	}
	return a
}

// readRole takes in a role of WAI-ARIA.
func (a *attrs) readRole(role string) {
	switch role {
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
	case "dialog", "alertdialog":
		a.hint |= HintLegal
	}
}

// hides reports whether a style attribute keeps an element off the screen.
func hides(style string) bool {
	style = strings.ToLower(style[:min(len(style), maxAttr)])
	_, rest, ok := strings.Cut(style, "display")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, " :"), "none")
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
		r.p.Metas = append(r.p.Metas, newMeta(a.itemprop, a.content))
	}
	if a.datetime != "" && tag != atom.Time && tag != atom.Del && tag != atom.Ins {
		r.p.Times = append(r.p.Times, Stamp{
			Value: strings.Clone(strings.TrimSpace(a.datetime)), Block: int32(len(r.p.Blocks)), Elem: r.elem(),
			Publish: a.itemprop == "datePublished",
		})
	}
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
