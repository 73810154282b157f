package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/page"
)

// key returns the letters and digits of s in small letters, words separated by
// one space.
func key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, c := range s {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(c))
		case c == '\'' || c == '’':
		default:
			space = true
		}
	}
	return b.String()
}

// title returns the title of the article, and the block that shows it.
//
// The head of a page names the title, often with the name of the site or cut
// short; the page shows it, among other headings. The block that agrees with
// the head wins, and headings before others.
func (h *htmlPage) title() (string, int) {
	said := h.saidTitles()
	c := titleClues{site: key(h.a.Site), start: h.start()}
	for _, s := range said {
		c.said = append(c.said, key(s))
		c.runs = append(c.runs, titleRuns(s))
	}
	block, best := -1, 0.0
	for i := range h.p.Blocks {
		if s := h.titleScore(i, &c); s > best {
			block, best = i, s
		}
	}
	if block >= 0 && best >= 1 {
		return h.withoutKicker(h.p.Blocks[block].Text, said), block
	}
	for _, s := range said {
		return h.stripSite(s), -1
	}
	if block >= 0 && best > 0.4 {
		return h.p.Blocks[block].Text, block
	}
	return "", -1
}

// withoutKicker takes a rubric off the front of a heading, if the head gives
// the title without it.
func (h *htmlPage) withoutKicker(s string, said []string) string {
	t := key(s)
	for _, x := range said {
		x = h.stripSite(x)
		if k := key(x); len(k) >= 12 && len(k) < len(t) && strings.HasSuffix(t, k) {
			return x
		}
	}
	return s
}

// saidTitles returns what the head says the title is.
func (h *htmlPage) saidTitles() []string {
	var out []string
	for _, s := range [...]string{
		h.p.Meta("og:title"), h.data.Headline, h.p.Meta("twitter:title"),
		h.p.Meta("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline", "title"), h.p.Title,
	} {
		if s = cleanLine(s); s != "" && key(s) != key(h.a.Site) {
			out = append(out, s)
		}
	}
	return out
}

// titleRuns returns the keys of all runs of parts of a title of the head, and
// how sure each would be the title itself.
func titleRuns(s string) map[string]float64 {
	const most = 8
	parts := splitTitle(s)
	parts = parts[:min(len(parts), most)]
	whole := float64(len(s))
	runs := make(map[string]float64, len(parts)*len(parts))
	for i := range parts {
		for j := i; j < len(parts); j++ {
			end := parts[j].start + len(parts[j].text)
			share := float64(end-parts[i].start) / whole
			if k := key(s[parts[i].start:end]); k != "" {
				runs[k] = max(runs[k], 0.75+0.25*min(share*1.5, 1))
			}
		}
	}
	return runs
}

// titleClues is what is known of the title before its block is found.
type titleClues struct {
	said  []string             // keys of the titles in the head
	runs  []map[string]float64 // what each of those may come to without the site
	site  string               // key of its name
	start int                  // where the text begins
}

// titleScore says how much block i looks like the title: 1 and more is enough.
func (h *htmlPage) titleScore(i int, c *titleClues) float64 {
	k := &h.p.Blocks[i]
	const most = 400
	if len(k.Text) > most {
		return 0
	}
	e := &h.p.Elems[k.Elem]
	score := 0.0
	switch {
	case k.Heading == 1:
		score = 0.6
	case k.Heading == 2:
		score = 0.35
	case k.Heading > 2:
		score = 0.2
	case (e.Hint|k.Inline)&page.HintMeta != 0:
		score = 0.15
	case int(k.Bold) == len(k.Text):
		score = 0.1
	case i > c.start+2 || h.keep[i] && i > c.start:
		return 0
	}
	t := key(k.Text)
	if t == "" || t == c.site {
		return 0
	}
	agree := 0.0
	for j, s := range c.said {
		agree = max(agree, c.runs[j][t])
		if score > 0 {
			agree = max(agree, agreement(t, s))
		}
	}
	if agree > 0 && strings.Count(t, " ") >= 2 && i <= c.start && i >= c.start-12 {
		score += 0.15
	}
	score += agree
	if e.Flags&(page.InNav|page.InAside|page.InFooter|page.InHidden) != 0 || e.Above&page.HintComment != 0 {
		score -= 0.35
	}
	if int(k.Linked)*2 > len(k.Text) {
		score -= 0.15
	}
	if len(c.said) == 0 && k.Heading == 1 {
		score += 0.5
	}
	if i > c.start+3 {
		score -= 0.15
	}
	return score - float64(i)/float64(len(h.p.Blocks))/10
}

// agreement is 1 if two keys are equal, and the share of the longer one where
// one is part of the other or they begin alike.
func agreement(a, b string) float64 {
	if a == b {
		return 1
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 8 {
		return 0
	}
	if strings.Contains(b, a) {
		return 0.5 + 0.5*float64(len(a))/float64(len(b))
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	if n*2 > len(a) {
		return 0.8 * float64(n) / float64(len(b))
	}
	return 0
}

// stripSite takes the name of the site off a title of the head: a part behind
// or before a separator that is the name or the domain of the site, or else
// the shorter end.
func (h *htmlPage) stripSite(s string) string {
	names := []string{key(h.a.Site)}
	if h.o.URL != nil {
		names = append(names, strings.ReplaceAll(domain(h.o.URL.Hostname()), "-", ""))
	}
	for {
		cut := h.stripOnce(s, names)
		if cut == s {
			return s
		}
		s = cut
	}
}

func (h *htmlPage) stripOnce(s string, names []string) string {
	parts := splitTitle(s)
	if len(parts) < 2 {
		return s
	}
	head, tail := parts[0], parts[len(parts)-1]
	for _, n := range names {
		if n == "" {
			continue
		}
		squeezed := strings.ReplaceAll(n, " ", "")
		if t := strings.ReplaceAll(key(tail.text), " ", ""); t == squeezed || strings.Contains(t, squeezed) || len(t) > 3 && strings.Contains(squeezed, t) {
			return strings.TrimSpace(s[:tail.from])
		}
		if t := strings.ReplaceAll(key(head.text), " ", ""); t == squeezed || strings.Contains(t, squeezed) && len(t) < len(squeezed)+8 {
			return strings.TrimSpace(s[parts[1].start:])
		}
	}
	switch {
	case isHost(tail.text):
		return strings.TrimSpace(s[:tail.from])
	case isHost(head.text):
		return strings.TrimSpace(s[parts[1].start:])
	}
	if n := utf8.RuneCountInString(tail.text); tail.strong && n < utf8.RuneCountInString(s)/2 && n < 40 {
		return strings.TrimSpace(s[:tail.from])
	}
	return s
}

// isHost reports whether a part of a title is the name of a host.
func isHost(s string) bool {
	s = strings.TrimSpace(s)
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || strings.ContainsAny(s, " /") {
		return false
	}
	const shortest, longest = 2, 4
	top := s[i+1:]
	if len(top) < shortest || len(top) > longest {
		return false
	}
	for _, c := range top {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// titlePart is a part of a title between separators.
type titlePart struct {
	text   string
	from   int  // where the separator before it begins
	start  int  // where it begins
	strong bool // the separator before it hardly ever stands within a title
}

// splitTitle splits a title at the separators that set off names of sites.
func splitTitle(s string) []titlePart {
	var out []titlePart
	from, start, strong := 0, 0, false
	for i, c := range s {
		n := utf8.RuneLen(c)
		for c == '-' && i+n < len(s) && s[i+n] == '-' {
			n++
		}
		switch c {
		case '|', '·', '•', '»', '«', '‹', '›', '–', '—', '-', '/', ':', '￨', '｜', '_':
		default:
			continue
		}
		spaced := i > 0 && s[i-1] == ' ' && i+n < len(s) && s[i+n] == ' '
		if !spaced && c != '|' && c != '｜' && c != '_' {
			continue
		}
		if i < start {
			continue
		}
		out = append(out, titlePart{s[start:i], from, start, strong})
		from, start = i, i+n
		strong = c != ':' && c != '-' && c != '–' && c != '—' || c == '-'
	}
	return append(out, titlePart{s[start:], from, start, strong})
}

// domain returns the label of a host that names its owner: "example" for
// www.example.co.uk.
func domain(host string) string {
	labels := strings.Split(strings.ToLower(host), ".")
	best := ""
	for _, l := range labels[:max(len(labels)-1, 0)] {
		if len(l) >= len(best) && l != "www" {
			best = l
		}
	}
	return best
}
