package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/page"
)

// A headLine is a block that may be the title, or a line of one.
type headLine struct {
	text  string
	block int // -1 for none
}

// headline looks for the title above the text where the head of the page names
// only the site or the section: a short block set apart, or a line of one,
// whose words the text takes up. Its block is -1 if the title found so far is
// taken up as well, unless it comes from the title element alone and a heading
// says the same in other words.
func (h *htmlPage) headline(title string) headLine {
	const few = 3 // words of a title that may be that of a section
	none := headLine{block: -1}
	if h.head >= 0 && (strings.Count(title, " ") >= few || key(title) == key(h.stripSite(cleanLine(h.p.Title)))) {
		return none
	}
	text := h.textWords()
	const enough = 0.34
	fits := func(i int, line page.TextLine) bool { return title == "" || h.prominence(i, line) > 0 }
	if title != "" && support(title, text) >= enough {
		if h.head >= 0 || len(h.saidTitles()) > 1 {
			return none
		}
		fits = func(i int, line page.TextLine) bool { return h.p.Blocks[i].Heading > 0 && alike(line.Text, title) }
	}
	return h.bestLine(text, fits)
}

// bestLine returns the line above the text that fits, whose words the text takes
// up most, and that stands out most and nearest.
func (h *htmlPage) bestLine(text map[string]bool, fits func(int, page.TextLine) bool) headLine {
	const above, least = 9, 0.5 // blocks, support
	start := h.start()
	best, top := headLine{block: -1}, -1.0
	for i := max(0, start-above); i <= min(start, len(h.p.Blocks)-1); i++ {
		for _, line := range h.headLines(i) {
			s := support(line.Text, text)
			if s < least || !fits(i, line) || !h.mayHead(i, line.Text) {
				continue
			}
			if s += h.prominence(i, line) - float64(start-i)/20; s > top {
				best, top = headLine{line.Text, i}, s
			}
		}
	}
	return best
}

// headLines returns the lines of a short block, or its text.
func (h *htmlPage) headLines(i int) []page.TextLine {
	const most = 400 // bytes
	k := &h.p.Blocks[i]
	if len(k.Text) <= most && k.Heading == 0 {
		return h.p.Lines(i)
	}
	return []page.TextLine{{Text: k.Text, Bold: int(k.Bold)*10 >= len(k.Text)*9}}
}

// mayHead reports whether a block, or the line of one, can be a title by its
// form.
func (h *htmlPage) mayHead(i int, line string) bool {
	const shortest, longest = 3, 25 // words
	k := &h.p.Blocks[i]
	e := &h.p.Elems[k.Elem]
	n := strings.Count(line, " ") + 1
	if n < shortest || n > longest || endsSentence(line) || e.Flags&(page.InNav|page.InAside|page.InFooter|page.InFigure|page.InList) != 0 {
		return false
	}
	if int(k.Linked)*2 > len(k.Text) && k.Heading == 0 {
		return false
	}
	return !h.isByline(line)
}

// prominence says how much a block, or the line of one, stands out.
func (h *htmlPage) prominence(i int, line page.TextLine) float64 {
	k := &h.p.Blocks[i]
	switch e := &h.p.Elems[k.Elem]; {
	case k.Heading > 0:
		return 0.5
	case (e.Hint|k.Most)&page.HintMeta != 0 && (e.Hint|k.Most)&(page.HintAuthor|page.HintDate) == 0:
		return 0.3
	case line.Bold:
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

// alike reports whether half of the longer words of each of two titles are in the
// other, and neither is in the other as a whole.
func alike(a, b string) bool {
	const least = 0.5
	ka, kb := key(a), key(b)
	return support(a, stems(b)) >= least && support(b, stems(a)) >= least && !strings.Contains(ka, kb) && !strings.Contains(kb, ka)
}

// stems returns the stems of the longer words of s.
func stems(s string) map[string]bool {
	out := make(map[string]bool)
	eachStem(s, func(w string) { out[w] = true })
	return out
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
