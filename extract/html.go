package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/page"
)

// htmlPage is an HTML page on its way to an article.
type htmlPage struct {
	o     *Options
	p     *page.Page
	data  *page.Data
	a     *Article
	prob  []float32
	keep  []bool
	why   map[int]Reason // of blocks that the model would have kept
	head  int            // block of the title, -1 if it is not among the blocks
	shown []shownDate
}

// extractHTML finds the article in an HTML document.
func extractHTML(doc string, o *Options) *Article {
	h := &htmlPage{o: o, p: page.Read(doc), a: &Article{}, head: -1}
	h.data = h.p.ReadData()
	rough := h.p.RoughTitle(h.data)
	h.prob = page.Default().Judge(page.FeaturesOf(h.p, rough, h.data.Body))
	h.choose()
	h.dropColumns()
	h.metadata()
	h.refine()
	bs := h.tableRows(h.judged())
	h.a.Score = h.p.IsArticle(h.prob, h.data)
	if alt := h.dataBody(bs); alt != nil {
		const stated = 0.9 // the page says that it has an article, and gives it
		bs, h.a.Score = alt, max(h.a.Score, stated)
	}
	h.a.setBlocks(bs, o)
	h.links()
	return h.a
}

// judged turns the blocks of the page into those of the article. Pieces of one
// paragraph are put together again.
func (h *htmlPage) judged() []block {
	bs := make([]block, 0, len(h.p.Blocks))
	last := int32(-1) // paragraph of the last block kept
	for i := range h.p.Blocks {
		k := &h.p.Blocks[i]
		b := block{
			text: h.withoutTeasers(k), kind: h.kind(k), level: int(k.Heading), start: k.Start, end: k.End, linked: int(k.Linked), elem: k.Elem,
			keep: h.keep[i], score: float64(h.prob[i]),
		}
		if b.keep && b.text == "" {
			b.text, b.keep = k.Text, false
			h.drop(i, Related)
		}
		if b.keep && k.Para == last {
			p := &bs[len(bs)-1]
			if p.keep {
				p.text += " " + b.text
				p.end, p.linked = b.end, p.linked+b.linked
				continue
			}
		}
		if b.keep {
			last = k.Para
			b.reason = Body
			if k.Heading > 0 || len(b.text) < 60 {
				b.reason = Near
			}
		} else {
			b.reason = h.whyNot(i)
		}
		bs = append(bs, b)
	}
	return bs
}

// kind returns the role of a block.
func (h *htmlPage) kind(k *page.Block) Kind {
	e := &h.p.Elems[k.Elem]
	switch {
	case k.Heading > 0:
		return Heading
	case e.Flags&page.InCaption != 0 || (e.Hint|k.Inline)&page.HintCaption != 0 && e.Flags&page.InFigure != 0:
		return Caption
	case e.Flags&page.InQuote != 0:
		return Quote
	case e.Flags&page.InPre != 0:
		return Code
	case e.Flags&page.InList != 0:
		return ListItem
	}
	return Paragraph
}

// whyNot explains why a block was left out, by the strongest sign.
func (h *htmlPage) whyNot(i int) Reason {
	if r, ok := h.why[i]; ok {
		return r
	}
	k := &h.p.Blocks[i]
	e := &h.p.Elems[k.Elem]
	hint, above := e.Hint|k.Inline, e.Above|k.Inline
	linked := int(k.Linked)*2 > len(k.Text)
	switch {
	case i == h.head || hint&page.HintMeta != 0 && !linked:
		return Meta
	case e.Flags&page.InHidden != 0 || hint&page.HintHidden != 0:
		return Hidden
	case above&page.HintComment != 0:
		return Comment
	case above&page.HintLegal != 0:
		return Legal
	case e.Flags&page.InFigure != 0 || above&page.HintCaption != 0 && !linked:
		return Picture
	case above&page.HintShare != 0 || e.Flags&page.InButton != 0:
		return Share
	case e.Flags&(page.InNav|page.InHeader) != 0 || above&page.HintNav != 0:
		return Nav
	case above&page.HintRelated != 0 || linked && len(k.Text) > 30:
		return Related
	case e.Flags&page.InFooter != 0 || above&page.HintFooter != 0:
		return Legal
	case linked || len(k.Text) < 30:
		return Nav
	}
	return Outside
}

// dataBody returns the text that the page gives to machines, if that is much
// more than what it shows, or nil.
func (h *htmlPage) dataBody(bs []block) []block {
	body := h.data.Body
	if hasTag(body) {
		q := page.Read(body)
		var parts []string
		for i := range q.Blocks {
			parts = append(parts, q.Blocks[i].Text)
		}
		body = strings.Join(parts, "\n")
	}
	kept := 0
	for i := range bs {
		if bs[i].keep {
			kept += len(bs[i].text)
		}
	}
	const least = 300
	if len(body) < least || len(body) < 2*kept {
		return nil
	}
	for i := range bs {
		if bs[i].keep {
			bs[i].keep, bs[i].reason = false, Dup
		}
	}
	for _, line := range strings.Split(body, "\n") {
		if line = cleanLine(line); line != "" {
			bs = append(bs, block{text: line, start: -1, end: -1, keep: true, reason: Body, score: 0.5})
		}
	}
	return bs
}

// hasTag reports whether there is something like a tag in s.
func hasTag(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if c := s[i+1]; s[i] == '<' && (c|0x20 >= 'a' && c|0x20 <= 'z' || c == '/' || c == '!') {
			return true
		}
	}
	return false
}

// links tells the links of the article from those to other articles.
func (h *htmlPage) links() {
	const most = 500
	for i := range h.p.Links {
		l := &h.p.Links[i]
		k := &h.p.Blocks[l.Block]
		text := strings.TrimSpace(k.Text[l.Start:max(l.Start, l.End)])
		addr := h.resolve(l.Href)
		if text == "" || addr == "" {
			continue
		}
		switch {
		case h.keep[l.Block]:
			if len(h.a.Links) < most {
				h.a.Links = append(h.a.Links, Link{addr, text})
			}
		case isHeadline(text) && len(h.a.Related) < most:
			switch h.whyNot(int(l.Block)) {
			case Related, Outside, Nav:
				h.a.Related = append(h.a.Related, Link{addr, text})
			}
		}
	}
}

// isHeadline reports whether the text of a link is long enough for a headline.
func isHeadline(s string) bool {
	const least, leastLetters = 20, 16
	if len(s) < least {
		return false
	}
	if strings.Count(s, " ") >= 2 || strings.IndexFunc(s, func(c rune) bool { return c >= 0x2E80 }) >= 0 {
		return true
	}
	return strings.IndexFunc(s, isSpaceless) >= 0 && utf8.RuneCountInString(s) >= leastLetters
}

// isSpaceless reports whether c is Thai, Lao, Burmese or Khmer: alphabets without
// spaces between words.
func isSpaceless(c rune) bool {
	return c >= 0xE00 && c < 0xF00 || c >= 0x1000 && c < 0x10A0 || c >= 0x1780 && c < 0x1800
}

// resolve returns the absolute address of a link, or "" for what leads to no
// page.
func (h *htmlPage) resolve(href string) string {
	return resolve(h.o.URL, h.p.Base, href)
}
