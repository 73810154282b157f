package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/tidings-go/tidings/internal/dates"
	"github.com/tidings-go/tidings/internal/dump"
	"github.com/tidings-go/tidings/internal/page"
)

// choose decides which blocks to keep by what the model says of them. If it is
// sure of next to nothing, as on pages with a few lines of news, it is asked
// for less.
func (h *htmlPage) choose() {
	const enough = 140 // bytes
	h.keep = make([]bool, len(h.prob))
	for _, least := range [...]float32{0.5, 0.3, 0.15} {
		kept := 0
		for i, p := range h.prob {
			h.keep[i] = p >= least
			if h.keep[i] {
				kept += len(h.p.Blocks[i].Text)
			}
		}
		if kept >= enough {
			return
		}
	}
	for i, p := range h.prob {
		h.keep[i] = p >= 0.3
	}
}

// refine drops what the model kept but what the metadata or the shape of the
// block shows to be none of the text.
func (h *htmlPage) refine() {
	h.evenLists()
	h.dropRole(page.HintComment, Comment)
	h.dropRole(page.HintLegal, Legal)
	title := key(h.a.Title)
	inText := false
	seen := make(map[string]bool)
	for i := range h.p.Blocks {
		if !h.keep[i] {
			continue
		}
		k := &h.p.Blocks[i]
		switch {
		case i < h.head && !inText && len(k.Text) < 100:
			h.drop(i, Nav)
		case !inText && (key(k.Text) == title || k.Heading == 0 && h.isByline(k.Text) || h.isHead(i, title)):
			h.drop(i, Meta)
		case seen[k.Text]:
			h.drop(i, Dup)
		case k.Links > 1 && int(k.Linked)*10 >= len(k.Text)*8 && !endsSentence(k.Text):
			h.drop(i, Nav)
		case isTeaser(k, h.p.Elems[k.Elem].Flags):
			h.drop(i, Related)
		case inText && isAddressLine(k.Text):
			h.drop(i, Meta)
		case k.Heading == 0 && len(k.Text) < 250 && mayCredit(k.Text) && dump.IsCredit(k.Text):
			h.drop(i, Picture)
		case k.Heading == 0 && mayTease(k.Text) && dump.IsTeaser(k.Text):
			h.drop(i, Related)
		case k.Heading == 0 && len(k.Text) > 100:
			inText = true
		}
		const repeatable = 40 // bytes: what is shorter may well stand twice
		if h.keep[i] && len(k.Text) > repeatable {
			seen[k.Text] = true
		}
	}
	h.dropLinkLists()
	h.trimHeadings()
}

// dropRole drops what stands in elements of a role that is none of an article,
// unless that is most of what there is.
func (h *htmlPage) dropRole(role page.Hint, why Reason) {
	all, inside := 0, 0
	for i, keep := range h.keep {
		if !keep {
			continue
		}
		k := &h.p.Blocks[i]
		all += len(k.Text)
		if h.p.Elems[k.Elem].Above&role != 0 {
			inside += len(k.Text)
		}
	}
	if inside == 0 || 2*inside > all {
		return
	}
	for i, keep := range h.keep {
		if keep && h.p.Elems[h.p.Blocks[i].Elem].Above&role != 0 {
			h.drop(i, why)
		}
	}
}

// evenLists keeps lists whole or not at all: what the model says of most of their
// text counts for all.
func (h *htmlPage) evenLists() {
	const most = 80 // blocks
	for i := range h.p.Elems {
		e := &h.p.Elems[i]
		if e.Tag != atom.Ul && e.Tag != atom.Ol || e.Last-e.First < 2 || e.Last-e.First > most {
			continue
		}
		var all, kept, linked int
		for j := e.First; j < e.Last; j++ {
			k := &h.p.Blocks[j]
			all += len(k.Text)
			linked += int(k.Linked)
			if h.keep[j] {
				kept += len(k.Text)
			}
		}
		if kept == 0 || kept == all || 2*linked > all {
			continue
		}
		for j := e.First; j < e.Last; j++ {
			if keep := 2*kept >= all; !keep {
				h.drop(int(j), Outside)
			} else if h.p.Blocks[j].Most&page.HintHidden == 0 {
				h.keep[j] = true
			}
		}
	}
}

// dropLinkLists drops runs of blocks that are nothing but links: lists of other
// articles, which hardly ever stand within a text.
func (h *htmlPage) dropLinkLists() {
	const least = 3
	run := make([]int, 0, 64)
	end := func() {
		if len(run) >= least {
			for _, i := range run {
				h.drop(i, Related)
			}
		}
		run = run[:0]
	}
	for i := range h.p.Blocks {
		if !h.keep[i] {
			continue
		}
		if k := &h.p.Blocks[i]; int(k.Linked)*10 >= len(k.Text)*7 && !endsSentence(k.Text) {
			run = append(run, i)
		} else {
			end()
		}
	}
	end()
}

func (h *htmlPage) drop(i int, why Reason) {
	h.keep[i] = false
	if h.why == nil {
		h.why = make(map[int]Reason)
	}
	h.why[i] = why
}

// isByline reports whether a text says who wrote the text and when, and hardly
// anything else.
func (h *htmlPage) isByline(text string) bool {
	const most = 120
	if len(text) > most {
		return false
	}
	if _, ok := dates.Line(text, h.p.Lang); ok {
		return true
	}
	rest, found := text, false
	for _, a := range h.a.Authors {
		if strings.Contains(rest, a) {
			rest, found = strings.ReplaceAll(rest, a, " "), true
		}
	}
	if !found {
		return false
	}
	if d, ok := dates.First(rest, h.p.Lang); ok {
		rest = rest[:d.Start] + rest[d.End:]
	}
	return len(strings.Fields(key(rest))) <= 2
}

// isHead reports whether a block is the one with the title and has further lines,
// none of them a sentence.
func (h *htmlPage) isHead(i int, title string) bool {
	if i != h.head {
		return false
	}
	said := false
	for _, line := range h.headLines(i) {
		if said = said || key(line.Text) == title; endsSentence(line.Text) {
			return false
		}
	}
	return said
}

// mayCredit rules out most text that dump.IsCredit would take longer to.
func mayCredit(s string) bool { return !endsSentence(s) || strings.ContainsAny(s, ":(©/") }

// mayTease rules out most text that dump.IsTeaser would take longer to.
func mayTease(s string) bool {
	const most, label = 250, 60 // bytes
	return len(s) <= most && strings.IndexByte(s[:min(len(s), label)], ':') > 0
}

// isAddressLine reports whether a block is little but the mail address of a
// reporter.
func isAddressLine(s string) bool {
	const words = 6
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.Count(s, " ") < words && strings.IndexByte(s[at:], '.') > 0 && !strings.Contains(s[at:], " ")
}

// isTeaser reports whether a paragraph is nothing but a link to another
// article, with a few words before it such as "Read also:".
func isTeaser(k *page.Block, in page.Flag) bool {
	if k.Heading > 0 || k.Links == 0 || in&(page.InList|page.InQuote) != 0 {
		return false
	}
	if int(k.Linked)*100 < len(k.Text)*60 || strings.Count(k.Text, " ") < 3 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(k.Text)
	return unicode.IsLetter(last) || unicode.IsDigit(last) || last == '?' || last == '…' || strings.ContainsRune(`"'”»›→`, last)
}

// trimHeadings drops headings that no text follows.
func (h *htmlPage) trimHeadings() {
	for i := len(h.keep) - 1; i >= 0; i-- {
		if !h.keep[i] {
			continue
		}
		if h.p.Blocks[i].Heading == 0 {
			return
		}
		h.drop(i, Nav)
	}
}
