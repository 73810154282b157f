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
	l := authorList{own: h.ownNames(), lang: h.p.Lang, loose: true}
	l.add(h.data.Authors...)
	for _, m := range h.p.Metas {
		if len(l.out) > 0 {
			break
		}
		if isAuthorKey(m.Key) {
			l.add(h.p.MetaAll(m.Key)...)
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
		if h.markedNames(l, from, to, marked); len(l.out) > 0 || l.self != "" {
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
	for i := to; i < len(h.p.Blocks); i++ {
		k := &h.p.Blocks[i]
		if e := &h.p.Elems[k.Elem]; (e.Hint|k.Most)&page.HintAuthor == 0 || e.Above&page.HintComment != 0 || !isFullName(k.Text) {
			continue
		}
		if l.add(k.Text); len(l.out) > 0 {
			return
		}
	}
	for i := from; i < to; i++ {
		name, ok := afterBy(h.p.Blocks[i].Text)
		if !ok {
			name, ok = afterColon(h.p.Blocks[i].Text)
		}
		if ok {
			l.add(name)
			if len(l.out) > 0 {
				return
			}
		}
	}
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
		if l.add(b.Text); len(l.out) > before {
			last = i
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

// afterBy returns what follows a word such as "by" at the start of a short
// block.
func afterBy(s string) (string, bool) {
	const most = 80
	if len(s) > most {
		return "", false
	}
	name := cleanAuthor(s)
	if len(name) == len(strings.TrimSpace(s)) || strings.HasSuffix(s, ".") || !isFullName(name) {
		return "", false
	}
	return name, true
}

// afterColon returns the name behind a word such as "author:" inside a short
// block, up to the next word that is none of a name.
func afterColon(s string) (string, bool) {
	const most, words = 250, 4
	if len(s) > most {
		return "", false
	}
	fields := strings.Fields(s)
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

// isFullName reports whether s is two to four words with capitals.
func isFullName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if !isCapitalised(w) {
			return false
		}
	}
	return true
}

// authorList collects names, each once.
type authorList struct {
	own   []string // names of the site, as keys without spaces
	self  string   // the site as author
	lang  string
	loose bool // names come from where nothing but names stands
	out   []string
}

func (l *authorList) add(raw ...string) {
	const most = 20
	for _, r := range raw {
		parts := splitAuthors(withoutDates(r, l.lang))
		for i, n := range parts {
			n = cleanAuthor(n)
			if !l.isName(n) || i > 0 && isDegree(n) || len(l.out) >= most {
				continue
			}
			if k := key(n); l.isOwn(k) {
				l.self = first(l.self, n)
			} else if !l.has(k) {
				l.out = append(l.out, n)
			}
		}
	}
}

// isOwn reports whether the key of a name is that of the site, or nearly.
func (l *authorList) isOwn(k string) bool {
	k = strings.ReplaceAll(k, " ", "")
	const least = 4
	for _, n := range l.own {
		if k == n || len(k) >= least && (strings.Contains(n, k) || strings.Contains(k, n)) {
			return true
		}
	}
	return false
}

// withoutDates puts a comma for every date in a byline.
func withoutDates(s, lang string) string {
	const most = 300
	if len(s) > most {
		return s
	}
	ds := dates.Find(s, lang)
	for i := len(ds) - 1; i >= 0; i-- {
		s = s[:ds[i].Start] + "," + s[ds[i].End:]
	}
	return s
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
	"автори", "авторка", "авторы", "текст", "συντάκτης", "ρεπορτάζ", "reporter", "yazar", "haber", "muhabir", "autorka", "autora", "autorin", "höfundur",
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
	for _, by := range [...]string{" by "} { // "View all posts by"
		if i := strings.LastIndex(s, by); i >= 0 {
			s = s[i+len(by):]
		}
	}
	if i := strings.IndexAny(s, "(<@["); i > 0 {
		s = s[:i]
	}
	for i := 1; i < len(s); i++ { // a time, a number
		if s[i] >= '0' && s[i] <= '9' && s[i-1] == ' ' {
			s = s[:i]
			break
		}
	}
	s = strings.Trim(s, around)
	for _, w := range [...]string{" on", " am", " at", " um", " le", " el", " den"} {
		s = strings.TrimSuffix(s, w)
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
	if s[0] >= '0' && s[0] <= '9' {
		return false
	}
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
