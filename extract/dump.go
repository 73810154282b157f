package extract

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/dates"
	"github.com/tidings-go/tidings/internal/dump"
)

// extractText finds the article in a plain-text dump of a page. text is valid
// UTF-8; the bounds of o have been checked. The caller reports ErrNoArticle
// if the Article has no Text, and fills Lang by o.Detect.
func extractText(text string, o *Options) *Article {
	a := &Article{}
	p := dump.Parse(text, string(dumpLanguage(text, o)))
	p.Judge()
	h := p.ReadHeader()
	p.DropHeader(h)
	a.Title, a.Authors = h.Title, h.Authors
	if d := h.Date; d.Precision > dates.None && (o.Now.IsZero() || !d.Time().After(o.Now)) {
		a.Published, a.Precision = d.Time(), Precision(d.Precision)
	}
	a.Score = articleScore(p)
	a.setBlocks(dumpBlocks(p), o)
	return a
}

// dumpLanguage guesses the language of the whole dump, for its dates.
func dumpLanguage(text string, o *Options) string {
	if o.Detect == nil {
		return ""
	}
	const enough = 8 << 10
	if len(text) > enough {
		cut := enough
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut]
	}
	if g := o.Detect(text); g.Confidence >= 0.5 {
		return string(g.Tag)
	}
	return ""
}

// dumpBlocks turns units into blocks: kept ones that follow each other on a
// line make one paragraph.
func dumpBlocks(p *dump.Page) (bs []block) {
	for i := 0; i < len(p.Units); {
		u := &p.Units[i]
		j, sum := i+1, u.Prob
		for u.Keep && j < len(p.Units) && p.Units[j].Keep && p.Units[j].LineNo == u.LineNo && p.Units[j].Break >= dump.Sentence {
			sum += p.Units[j].Prob
			j++
		}
		end := p.Units[j-1].End
		b := block{text: oneLine(p.Text[u.Start:end]), start: u.Start, end: end, keep: u.Keep, score: sum / float64(j-i)}
		b.kind, b.reason = dumpKind(p, i)
		if b.text != "" {
			bs = append(bs, b)
		}
		i = j
	}
	return bs
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// dumpKind names the role of a unit, and why it was kept or left out.
func dumpKind(p *dump.Page, i int) (Kind, Reason) {
	u := &p.Units[i]
	if u.Keep {
		if p.Crosshead(i) {
			return Heading, Near
		}
		return Paragraph, Body
	}
	switch p.Role(i) {
	case dump.Copy:
		return Paragraph, Dup
	case dump.Head:
		return Paragraph, Meta
	case dump.Caption:
		return Caption, Picture
	case dump.Teaser:
		return ListItem, Related
	case dump.Buttons:
		return Paragraph, Share
	case dump.Rights:
		return Paragraph, Legal
	case dump.Talk:
		return Paragraph, Comment
	case dump.Foreign:
		return Paragraph, Outside
	}
	return ListItem, Nav
}

// articleScore says how sure we are that the dump holds an article: there is
// text enough, and the judgement of it is clear.
func articleScore(p *dump.Page) float64 {
	words, sum := 0.0, 0.0
	for i := range p.Units {
		if u := &p.Units[i]; u.Keep {
			words += u.Words()
			sum += u.Words() * u.Prob
		}
	}
	if words == 0 {
		return 0
	}
	return sum / words * (1 - math.Exp(-words/60))
}
