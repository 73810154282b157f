package extract

import (
	"strings"
	"unicode"
)

// Markdown returns the text of the article with its headings, lists, quotes,
// code and table rows in the form of CommonMark, and the title as the first
// heading. Characters that would mean something there are escaped.
func (a *Article) Markdown() string {
	var b strings.Builder
	if a.Title != "" {
		b.WriteString("# " + escape(a.Title))
	}
	last := Paragraph
	for i := range a.Blocks {
		k := &a.Blocks[i]
		if b.Len() > 0 {
			b.WriteByte('\n')
			if k.Kind != last || k.Kind != ListItem && k.Kind != TableRow {
				b.WriteByte('\n')
			}
		}
		last = k.Kind
		switch k.Kind {
		case Heading:
			b.WriteString(strings.Repeat("#", max(2, k.Level)) + " " + escape(k.Text))
		case Quote:
			b.WriteString("> " + escape(k.Text))
		case ListItem:
			b.WriteString("- " + escape(k.Text))
		case Caption:
			b.WriteString("*" + escape(k.Text) + "*")
		case Code:
			fence := "```"
			for strings.Contains(k.Text, fence) {
				fence += "`"
			}
			b.WriteString(fence + "\n" + k.Text + "\n" + fence)
		case TableRow:
			b.WriteString("| " + strings.ReplaceAll(escape(k.Text), "\t", " | ") + " |")
		default:
			b.WriteString(escape(k.Text))
		}
	}
	return b.String()
}

// escape makes plain text safe to stand in a line of Markdown.
func escape(s string) string {
	const special = "\\`*_[]<&|"
	var b strings.Builder
	if strings.ContainsAny(s[:min(len(s), 1)], "#>-+=~") {
		b.WriteByte('\\')
	}
	lead := true // only digits so far: "1." would begin a list
	for i, c := range s {
		if strings.ContainsRune(special, c) || lead && i > 0 && (c == '.' || c == ')') {
			b.WriteByte('\\')
		}
		lead = lead && unicode.IsDigit(c)
		b.WriteRune(c)
	}
	return b.String()
}
