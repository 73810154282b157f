package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/page"
)

// authors returns the names of the authors: from the data for machines, the
// head, or the byline. The name of the site counts only where no other is
// given.
func (h *htmlPage) authors() []string {
	l := authorList{site: key(h.a.Site), loose: true}
	l.add(h.data.Authors...)
	for _, m := range h.p.Metas {
		if len(l.out) > 0 {
			break
		}
		if isAuthorKey(m.Key) {
			l.add(h.p.MetaAll(m.Key)...)
		}
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
	try := func(i int) bool {
		k := &h.p.Blocks[i]
		e := &h.p.Elems[k.Elem]
		const most = 160
		if len(k.Text) > most || e.Above&page.HintComment != 0 || e.Flags&(page.InAside|page.InNav) != 0 {
			return false
		}
		if (e.Hint|k.Inline)&page.HintAuthor != 0 {
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
	for i := to; i < len(h.p.Blocks); i++ {
		if try(i) {
			return
		}
	}
	for i := from; i < to; i++ {
		if name, ok := afterBy(h.p.Blocks[i].Text); ok {
			l.add(name)
			if len(l.out) > 0 {
				return
			}
		}
	}
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

// around returns the blocks around the title and the beginning of the text.
func (h *htmlPage) around(before, behind int) (from, to int) {
	start := 0
	for start < len(h.keep) && !h.keep[start] {
		start++
	}
	if h.head >= 0 {
		return max(0, h.head-before), min(len(h.p.Blocks), max(h.head+behind, min(start+4, h.head+2*behind)))
	}
	return max(0, start-behind), min(len(h.p.Blocks), start+4)
}

// afterBy returns what follows a word such as "by" at the start of a short
// block.
func afterBy(s string) (string, bool) {
	const most = 80
	if len(s) > most {
		return "", false
	}
	name := cleanAuthor(s)
	words := strings.Fields(name)
	if len(name) == len(strings.TrimSpace(s)) || len(words) < 2 || len(words) > 4 || strings.HasSuffix(s, ".") {
		return "", false
	}
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) {
			return "", false
		}
	}
	return name, true
}

// authorList collects names, each once.
type authorList struct {
	site  string
	self  string // the site as author
	loose bool   // names come from where nothing but names stands
	out   []string
}

func (l *authorList) add(raw ...string) {
	const most = 20
	for _, r := range raw {
		parts := splitAuthors(r)
		for i, n := range parts {
			n = cleanAuthor(n)
			if !l.isName(n) || i > 0 && isDegree(n) || len(l.out) >= most {
				continue
			}
			if k := key(n); k == l.site {
				l.self = n
			} else if !l.has(k) {
				l.out = append(l.out, n)
			}
		}
	}
}

func (l *authorList) has(k string) bool {
	for _, o := range l.out {
		if key(o) == k {
			return true
		}
	}
	return false
}

// joins are what stands between names.
var joins = [...]string{
	" and ", " und ", " et ", " y ", " e ", " og ", " och ", " i ", " и ", " та ", " і ", " και ", " si ", " și ", " ve ", " en ", " & ",
	" | ", ";", "|", " / ", " – ", " — ", " - ", "•", "·", "，", "、", "\n",
}

// splitAuthors splits a list of names. A word between names splits only where
// two words stand on one side of it.
func splitAuthors(s string) []string {
	s = strings.ToValidUTF8(s, "")
	for _, sep := range joins {
		if strings.Contains(s, sep) && (sep[0] != ' ' || !unicode.IsLetter(rune(sep[1])) || strings.Count(s, " ") >= 3) {
			s = strings.ReplaceAll(s, sep, ",")
		}
	}
	return strings.Split(s, ",")
}

// isDegree reports whether a part behind a name is a degree or a title.
func isDegree(s string) bool {
	return len(s) <= 6 && !strings.Contains(s, " ") && (strings.ToUpper(s) == s || s == "PhD" || s == "Ph.D" || s == "Jr" || s == "Dr")
}

// beforeName are words that stand before the name in a byline.
var beforeName = [...]string{
	"by", "von", "par", "por", "di", "da", "de", "door", "av", "af", "text", "texto", "testo", "author", "autor", "autore", "auteur", "автор", "van",
	"written", "posted", "reported", "edited", "story", "words", "opinion", "analysis", "published", "reporting", "ein", "eine", "kommentar", "analyse",
	"interview", "γράφει", "ο", "η", "του", "της", "oleh", "tekst", "eingestellt", "erstellt", "geschrieben", "yazan", "szerző", "написал",
}

// cleanAuthor takes off what stands around a name.
func cleanAuthor(s string) string {
	const around = " \t,;:.|–—-•·*()[]\"“”„/†"
	s = strings.Join(strings.Fields(strings.Trim(s, around)), " ")
	for again := true; again; {
		again = false
		low := strings.ToLower(s)
		for _, w := range beforeName {
			if len(low) == len(s) && len(s) > len(w)+1 && strings.HasPrefix(low, w) && (s[len(w)] == ' ' || s[len(w)] == ':') {
				s = strings.TrimLeft(s[len(w):], " :")
				again = true
				break
			}
		}
	}
	if i := strings.LastIndexAny(s, ":："); i >= 0 {
		s = strings.TrimLeft(s[i:], ":： ")
	}
	if i := strings.IndexAny(s, "(<@[0123456789"); i > 0 {
		s = s[:i]
	}
	return strings.Trim(s, around)
}

// isName reports whether s can be the name of a person or an agency.
func (l *authorList) isName(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 60 || strings.ContainsAny(s, "/@<>{}=_") || strings.Contains(s, "www.") || len(strings.Fields(s)) > 6 {
		return false
	}
	letters, upper := 0, false
	for _, c := range s {
		if unicode.IsLetter(c) {
			letters++
			upper = upper || !unicode.IsLower(c)
		}
	}
	switch strings.ToLower(s) {
	case "admin", "administrator", "null", "undefined", "none", "author", "authors", "autor", "guest", "user", "root", "by", "von", "editor", "staff":
		return false
	}
	return letters > 1 && (upper || l.loose)
}
