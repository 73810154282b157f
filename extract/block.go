package extract

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// block is a stretch of text between two breaks of the page, before and after
// it has been judged. The HTML path and the text path share it.
type block struct {
	text       string // NFC, single spaces, trimmed; line breaks only in code, tabs only there and between cells
	kind       Kind
	level      int   // of a heading, 0 if not known
	start, end int   // in the decoded input, -1 if not known
	linked     int   // bytes of text that are inside links
	elem       int32 // of the page that it lies in

	keep   bool
	reason Reason
	score  float64 // probability that it belongs to the article
}

// setBlocks fills Text, Blocks and, if asked for, Rejected from judged blocks.
func (a *Article) setBlocks(bs []block, o *Options) {
	var text strings.Builder
	for i := range bs {
		b := &bs[i]
		b.text = norm.NFC.String(b.text) // does not copy what is NFC
		out := Block{Kind: b.kind, Level: b.level, Text: b.text, Start: b.start, Reason: b.reason, Score: b.score}
		if !b.keep {
			if o.KeepRejected {
				a.Rejected = append(a.Rejected, out)
			}
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		out.Start = text.Len()
		text.WriteString(b.text)
		a.Blocks = append(a.Blocks, out)
	}
	a.Text = text.String()
}
