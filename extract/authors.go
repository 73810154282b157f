package extract

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/dates"
	"github.com/tidings-go/tidings/internal/page"
)

// authors returns the names of the authors: from the data for machines, the
// head, or the byline. The name of the site counts only where no other is
// given.
func (h *htmlPage) authors() []string {
	l := authorList{own: h.ownNames(), lang: h.p.Lang, title: key(h.a.Title), loose: true, stated: true}
	l.add(h.data.Authors...)
	l.stated = false
	for _, m := range h.p.Metas {
		if len(l.out) > 0 {
			break
		}
		if isAuthorKey(m.Key) {
			names := h.p.MetaAll(m.Key)
			if m.Key == "citation_author" || m.Key == "dc.creator" {
				names = familyLast(names)
			}
			l.add(names...)
		}
	}
	if len(l.out) == 0 && h.p.Meta("twitter:label1") != "" { // "Written by", in any language
		l.loose = false
		l.add(h.p.Meta("twitter:data1"))
	}
	if len(l.out) == 0 {
		l.loose = false
		h.bylines(&l)
	}
	if len(l.out) == 0 && l.self != "" {
		return []string{l.self}
	}
	return l.out
}

// familyLast puts names that are given as in a catalogue, "Family, Given", in the
// order in which they are spoken.
func familyLast(names []string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		if family, given, ok := strings.Cut(n, ", "); ok && !strings.Contains(given, ",") && strings.Count(given, " ") <= 2 && !isFullName(family) {
			n = given + " " + family
		}
		out = append(out, n)
	}
	return out
}

// ownNames returns the keys of the names of the site, squeezed.
func (h *htmlPage) ownNames() []string {
	names := []string{h.a.Site, h.data.Publisher}
	for _, u := range [...]string{h.p.Canonical, h.p.Meta("og:url")} {
		if p, err := url.Parse(u); err == nil {
			names = append(names, domain(p.Hostname()))
		}
	}
	if h.o.URL != nil {
		names = append(names, domain(h.o.URL.Hostname()))
	}
	var out []string
	for _, n := range names {
		const least = 4
		if n = strings.ReplaceAll(key(n), " ", ""); len(n) >= least {
			out = append(out, n)
		}
	}
	return out
}

// isAuthorKey reports whether a meta element of that name gives authors.
func isAuthorKey(k string) bool {
	switch k {
	case "byl", "byline", "dc.creator", "dcterms.creator", "creator", "rbauthors", "article:author_name":
		return true
	}
	return strings.HasSuffix(k, "author") || strings.HasSuffix(k, "authors") || strings.HasSuffix(k, "author_name")
}

// bylines looks for the element nearest to the title that names authors.
func (h *htmlPage) bylines(l *authorList) {
	from, to := h.around(6, 25)
	for _, marked := range [...]bool{true, false} {
		if h.markedNames(l, from, to, marked); len(l.out) > 0 {
			return
		}
	}
	try := func(i int) bool {
		k := &h.p.Blocks[i]
		e := &h.p.Elems[k.Elem]
		const most = 160
		if len(k.Text) > most || e.Above&page.HintComment != 0 || e.Flags&(page.InAside|page.InNav) != 0 {
			return false
		}
		if (e.Hint|k.Most)&page.HintAuthor != 0 {
			h.addByline(l, k)
		} else if up := e.Parent; up >= 0 && h.p.Elems[up].Hint&page.HintAuthor != 0 {
			h.addByline(l, k)
		}
		return len(l.out) > 0
	}
	for i := from; i < to; i++ {
		if !try(i) {
			continue
		}
		home := h.p.Elems[h.p.Blocks[i].Elem].Parent
		for j := i + 1; j < min(i+6, to) && h.p.Elems[h.p.Blocks[j].Elem].Parent == home; j++ {
			try(j) // more authors in a list
		}
		return
	}
	const near = 8 // blocks
	high := max(h.start()+4, h.head+near)
	for i := from; i < to; i++ {
		text := h.p.Blocks[i].Text
		var names []string
		if i < high || startsWithBy(text) { // farther down, labels stand before names of all kinds
			names = afterBy(text)
		}
		if name, ok := afterColon(text); ok && names == nil {
			names = []string{name}
		}
		if l.add(names...); len(l.out) > 0 {
			return
		}
	}
	if l.self != "" {
		return
	}
	for i := max(from, h.head+1); i < min(to, h.head+near); i++ {
		if name, ok := h.besideDate(i); ok {
			if l.add(name); len(l.out) > 0 {
				return
			}
		}
	}
	for i := max(from, h.head); i < min(to, h.head+near); i++ {
		if name, ok := h.aboveDate(i); ok {
			if l.add(name); len(l.out) > 0 {
				return
			}
		}
	}
	h.lateBylines(l, to)
}

// aboveDate returns the name that is all of a block, if the next one is a
// dateline, or the one before it.
func (h *htmlPage) aboveDate(i int) (string, bool) {
	k := &h.p.Blocks[i]
	if k.Heading > 0 || !isFullName(k.Text) || h.p.Elems[k.Elem].Flags&(page.InAside|page.InNav) != 0 {
		return "", false
	}
	for _, j := range [...]int{i + 1, i - 1} {
		if j < 0 || j >= len(h.p.Blocks) {
			continue
		}
		if d, ok := dates.Line(h.p.Blocks[j].Text, h.p.Lang); ok && d.Precision >= dates.Day {
			return k.Text, true
		}
	}
	return "", false
}

// lateBylines looks for authors behind the beginning of the text.
func (h *htmlPage) lateBylines(l *authorList, from int) {
	for i := from; i < len(h.p.Blocks); i++ {
		k := &h.p.Blocks[i]
		if e := &h.p.Elems[k.Elem]; (e.Hint|k.Most)&page.HintAuthor == 0 || e.Above&page.HintComment != 0 || !isFullName(k.Text) {
			continue
		}
		if l.add(k.Text); len(l.out) > 0 {
			return
		}
	}
	last := len(h.keep) - 1
	for last >= 0 && !h.keep[last] {
		last--
	}
	const behind, beside = 30, 3 // blocks
	if h.markedNames(l, last+1, min(last+behind, len(h.p.Blocks)), true); len(l.out) > 0 {
		return
	}
	for i := max(last-1, 0); i < min(last+beside, len(h.p.Blocks)); i++ {
		if name, ok := afterColon(h.p.Blocks[i].Text); ok {
			if l.add(name); len(l.out) > 0 {
				return
			}
		}
	}
}

// besideDate returns the name that stands alone with a date in a block.
func (h *htmlPage) besideDate(i int) (string, bool) {
	const most = 100
	k := &h.p.Blocks[i]
	e := &h.p.Elems[k.Elem]
	if len(k.Text) > most || e.Above&page.HintComment != 0 || e.Flags&(page.InAside|page.InNav) != 0 {
		return "", false
	}
	rest := withoutDates(k.Text, h.p.Lang)
	if rest == k.Text {
		return "", false
	}
	name := ""
	others := false
	for _, raw := range splitAuthors(rest) {
		part := cleanAuthor(raw)
		switch {
		case part == "":
		case isShortUncased(part) && withoutRole(strings.TrimSpace(raw)) == part && part != strings.TrimSpace(raw):
			return part, true
		case name == "" && (isFullName(part) || isUncasedName(part)):
			name = part
		default:
			others = true
		}
	}
	return name, name != "" && !others
}

// isUncasedName reports whether s can be a full name in a script without
// capitals.
func isUncasedName(s string) bool {
	const most = 30 // runes
	n := strings.Count(s, " ") + 1
	return n >= 2 && n <= 3 && utf8.RuneCountInString(s) <= most && strings.IndexFunc(s, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsMark(c) && c != ' ' && c != '\'' && c != '-' || unicode.ToUpper(c) != unicode.ToLower(c) && !unicode.Is(unicode.Georgian, c)
	}) < 0
}

// markedNames takes the names out of the inline elements that hold them: the
// first, and those close behind it.
func (h *htmlPage) markedNames(l *authorList, from, to int, marked bool) {
	const close = 4
	last := -1
	for _, b := range h.p.Bylines {
		i := int(b.Block)
		if b.Marked != marked || i < from || i >= to || last >= 0 && i > last+close {
			continue
		}
		e := &h.p.Elems[h.p.Blocks[i].Elem]
		if e.Above&page.HintComment != 0 || e.Flags&(page.InAside|page.InNav) != 0 || h.p.Blocks[i].Most&page.HintHidden != 0 {
			continue
		}
		before := len(l.out)
		l.loose = marked && l.self == ""
		if l.add(b.Text); len(l.out) > before {
			last = i
		}
	}
	l.loose = false
}

// addByline takes the names out of a byline: the links in it, if there are
// names among them, else its text.
func (h *htmlPage) addByline(l *authorList, k *page.Block) {
	before := len(l.out)
	for i := range k.Links {
		link := &h.p.Links[int(k.FirstLink)+int(i)]
		l.add(k.Text[link.Start:max(link.Start, link.End)])
	}
	if len(l.out) == before {
		l.add(k.Text)
	}
}

// afterBy returns the names that follow a word such as "by" at the start of a
// short block, if nothing else follows it.
func afterBy(s string) []string {
	const most = 120
	if len(s) > most {
		return nil
	}
	var names []string
	for i, part := range splitAuthors(s) {
		name := cleanAuthor(part)
		part = strings.TrimSpace(part)
		if i == 0 && (len(name) == len(part) || !strings.HasSuffix(part, name)) || !isFullName(name) {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// startsWithBy reports whether the first word of s is one such as "by".
func startsWithBy(s string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(s, "(["), " ")
	return slices.Contains(beforeName[:], strings.ToLower(strings.TrimSuffix(word, ":")))
}

// afterColon returns the name behind a word such as "author:" inside a short
// block, up to the next word that is none of a name.
func afterColon(s string) (string, bool) {
	const most, words = 250, 4
	if len(s) > most {
		return "", false
	}
	fields := strings.Fields(strings.ReplaceAll(s, " :", ":"))
	for i, f := range fields {
		by, ok := strings.CutSuffix(strings.ToLower(f), ":")
		if !ok || !slices.Contains(beforeName[:], by) {
			continue
		}
		n := i + 1
		for n < len(fields) && n <= i+words && !strings.HasSuffix(fields[n], ":") && isCapitalised(fields[n]) {
			n++
			if strings.HasSuffix(fields[n-1], ",") {
				break
			}
		}
		if name := strings.Trim(strings.Join(fields[i+1:n], " "), ",|"); isFullName(name) {
			return name, true
		}
	}
	return "", false
}

func isCapitalised(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

// isFullName reports whether s is two to four words with capitals, but for
// particles such as "de la" within.
func isFullName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for i, w := range words {
		const particle = 3
		c, _ := utf8.DecodeRuneInString(w)
		if !isCapitalised(w) && (i == 0 || i == len(words)-1 || len(w) > particle || !unicode.IsLetter(c)) {
			return false
		}
	}
	return true
}
