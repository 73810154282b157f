package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/page"
)

// headline looks for the title above the text where the head of the page names
// only the site or the section: a short block set apart, whose words the text
// takes up. It returns -1 if the title found so far is taken up as well.
func (h *htmlPage) headline(title string) int {
	const few = 3 // words of a title that may be that of a section
	if h.head >= 0 && (strings.Count(title, " ") >= few || key(title) == key(h.stripSite(cleanLine(h.p.Title)))) {
		return -1
	}
	text := h.textWords()
	const least, enough = 0.5, 0.34
	if title != "" && support(title, text) >= enough {
		return -1
	}
	const above = 9 // blocks
	start := h.start()
	best, top := -1, 0.0
	for i := max(0, start-above); i <= min(start, len(h.p.Blocks)-1); i++ {
		s := support(h.p.Blocks[i].Text, text)
		if s < least || title != "" && h.prominence(i) == 0 || !h.mayHead(i) {
			continue
		}
		if s += h.prominence(i) - float64(start-i)/20; s > top {
			best, top = i, s
		}
	}
	return best
}

// mayHead reports whether a block can be a title by its form.
func (h *htmlPage) mayHead(i int) bool {
	const shortest, longest = 3, 25 // words
	k := &h.p.Blocks[i]
	e := &h.p.Elems[k.Elem]
	n := strings.Count(k.Text, " ") + 1
	if n < shortest || n > longest || endsSentence(k.Text) || e.Flags&(page.InNav|page.InAside|page.InFooter|page.InFigure|page.InList) != 0 {
		return false
	}
	if int(k.Linked)*2 > len(k.Text) && k.Heading == 0 {
		return false
	}
	return !h.isByline(k)
}

// prominence says how much a block stands out.
func (h *htmlPage) prominence(i int) float64 {
	k := &h.p.Blocks[i]
	switch e := &h.p.Elems[k.Elem]; {
	case k.Heading > 0:
		return 0.5
	case (e.Hint|k.Most)&page.HintMeta != 0 && (e.Hint|k.Most)&(page.HintAuthor|page.HintDate) == 0:
		return 0.3
	case int(k.Bold)*10 >= len(k.Text)*9:
		return 0.2
	}
	return 0
}

// textWords returns the stems of the longer words of the text.
func (h *htmlPage) textWords() map[string]bool {
	words := make(map[string]bool, 256)
	for i := range h.p.Blocks {
		if k := &h.p.Blocks[i]; h.keep[i] && k.Heading == 0 {
			eachStem(k.Text, func(s string) { words[s] = true })
		}
	}
	return words
}

// support returns which part of the longer words of s are in the text.
func support(s string, text map[string]bool) float64 {
	n, in := 0.0, 0.0
	eachStem(s, func(w string) {
		n++
		if text[w] {
			in++
		}
	})
	if n == 0 {
		return 0
	}
	return in / n
}

// eachStem calls yield with the first letters of every word of four letters and
// more, in small letters.
func eachStem(s string, yield func(string)) {
	const least, most = 4, 5 // runes
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }) {
		if utf8.RuneCountInString(w) < least {
			continue
		}
		w = strings.ToLower(w)
		n, end := 0, len(w)
		for i := range w {
			if n == most {
				end = i
				break
			}
			n++
		}
		yield(w[:end])
	}
}
