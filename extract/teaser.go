package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/page"
)

// withoutTeasers returns the text of a paragraph without the links to other
// articles that stand in it between two sentences, as in "He left. Read also:
// Storm closes the pass. The road is open again."
//
// Such a link is a sentence of its own that no mark ends, and what stands
// before it, a few words and a colon at most, begins a sentence too.
func (h *htmlPage) withoutTeasers(k *page.Block) string {
	text := k.Text
	if k.Links == 0 || k.Heading > 0 {
		return text
	}
	var out strings.Builder
	done := 0
	for i := range k.Links {
		l := &h.p.Links[k.FirstLink+i]
		from, ok := teaserStart(text, done, l.Start, l.End)
		if !ok {
			continue
		}
		out.WriteString(text[done:from])
		done = l.End
	}
	if done == 0 {
		return text
	}
	out.WriteString(text[done:])
	return strings.Join(strings.Fields(out.String()), " ")
}

// teaserStart tells whether the link text[start:end] is a teaser, and returns
// where it begins with the label before it. floor is the end of the last one.
func teaserStart(text string, floor, start, end int) (int, bool) {
	if start < floor || end <= start || end > len(text) {
		return 0, false
	}
	const least, leastAlone = 4, 5 // words with and without a label
	link := strings.TrimSpace(text[start:end])
	words := strings.Count(link, " ") + 1
	if words < least || !startsSentence(link) || endsSentence(link) {
		return 0, false
	}
	if rest := strings.TrimSpace(text[end:]); rest != "" && !startsSentence(rest) {
		return 0, false
	}
	const near = 120 // a label is short
	floor = max(floor, start-near)
	for !utf8.RuneStart(text[floor]) {
		floor++
	}
	before := strings.TrimRight(text[floor:start], " ")
	labelled := strings.Contains(link[:min(len(link), 40)], ":")
	if label := lastSentence(before); strings.HasSuffix(label, ":") && strings.Count(label, " ") < 3 && startsSentence(label) {
		return floor + len(before) - len(label), true
	}
	if before == "" || !endsSentence(before) {
		return 0, false
	}
	return start, labelled || words >= leastAlone && strings.TrimSpace(text[end:]) != ""
}

// lastSentence returns what follows the last end of a sentence in s.
func lastSentence(s string) string {
	from := strings.LastIndexAny(s, ".!?…»”")
	if from >= 0 {
		_, n := utf8.DecodeRuneInString(s[from:])
		from += n
	}
	return strings.TrimLeft(s[max(from, 0):], " ")
}

// startsSentence reports whether s begins with a capital, perhaps quoted.
func startsSentence(s string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'«„“‘¡¿(`))
	return unicode.IsUpper(c)
}

// endsSentence reports whether s ends with a mark that ends a sentence.
func endsSentence(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'»”“’)`))
	return strings.ContainsRune(".!?…。！？।", c)
}
