package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/page"
)

// authors returns the names of the authors: from the data for machines, the
// head, or the byline.
func (h *htmlPage) authors() []string {
	var names authorList
	names.site = key(h.a.Site)
	names.add(h.data.Authors...)
	if len(names.out) == 0 {
		for _, k := range [...]string{"author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "dc.contributor", "citation_author", "cxenseparse:author", "rbauthors"} {
			names.add(h.p.MetaAll(k)...)
			if len(names.out) > 0 {
				break
			}
		}
	}
	if len(names.out) == 0 {
		names.add(h.bylines()...)
	}
	return names.out
}

// bylines returns the texts of the elements near the title that name authors.
func (h *htmlPage) bylines() []string {
	const near = 25
	from, to := 0, len(h.p.Blocks)
	if h.head >= 0 {
		from, to = max(0, h.head-5), min(to, h.head+near)
	}
	for i := from; i < to; i++ {
		k := &h.p.Blocks[i]
		e := &h.p.Elems[k.Elem]
		if h.keep[i] && len(k.Text) > 100 || e.Above&(page.HintComment|page.HintRelated) != 0 {
			continue
		}
		if (e.Hint|k.Inline)&page.HintAuthor != 0 && len(k.Text) < 150 {
			var out []string
			for l := range k.Links {
				link := &h.p.Links[int(k.FirstLink)+int(l)]
				out = append(out, k.Text[link.Start:max(link.Start, link.End)])
			}
			var names authorList
			names.add(out...)
			if len(names.out) > 0 {
				return out
			}
			names.add(k.Text)
			if len(names.out) > 0 {
				return []string{k.Text}
			}
		}
	}
	return nil
}

// authorList collects names, each once.
type authorList struct {
	site string
	out  []string
}

func (l *authorList) add(raw ...string) {
	const most = 20
	for _, r := range raw {
		for _, n := range splitAuthors(r) {
			n = cleanAuthor(n)
			if !isName(n) || key(n) == l.site || len(l.out) >= most {
				continue
			}
			dup := false
			for _, o := range l.out {
				dup = dup || key(o) == key(n)
			}
			if !dup {
				l.out = append(l.out, n)
			}
		}
	}
}

// splitAuthors splits a list of names.
func splitAuthors(s string) []string {
	s = cleanLine(s)
	for _, sep := range [...]string{" and ", " und ", " et ", " y ", " e ", " og ", " och ", " i ", " и ", " та ", " і ", " και ", " si ", " și ", " ve ", " en ", " & ", " | ", ";", "|", " / ", " – ", " - ", "•", "·", "，", "、", "、"} {
		if strings.Contains(s, sep) && (len(sep) != 4 || sep == " - " || sep == " / " || sep == " | " || sep == " & " || strings.Count(s, " ") >= 3) {
			s = strings.ReplaceAll(s, sep, ",")
		}
	}
	return strings.Split(s, ",")
}

// before are words that stand before the name in a byline.
var before = [...]string{
	"by", "von", "par", "por", "di", "da", "de", "door", "av", "af", "skrifar", "text", "texto", "testo", "author", "autor", "autore", "auteur", "автор",
	"written by", "posted by", "reported by", "edited by", "story by", "words by", "opinion by", "analysis by", "published by", "reporting by",
	"ein kommentar von", "eine analyse von", "kommentar von", "interview", "interview von", "γράφει ο", "γράφει η", "του", "της", "oleh", "bởi", "por:", "van", "tekst", "tekst:", "text:", "foto",
}

// cleanAuthor takes off what stands around a name.
func cleanAuthor(s string) string {
	s = strings.Trim(s, " \t,;:.|–—-•·*()[]\"“”/")
	for again := true; again; {
		again = false
		low := strings.ToLower(s)
		for _, w := range before {
			if len(s) > len(w) && strings.HasPrefix(low, w) && (s[len(w)] == ' ' || s[len(w)] == ':') {
				s = strings.TrimLeft(s[len(w):], " :")
				again = true
				break
			}
		}
	}
	if i := strings.IndexAny(s, "(<@["); i > 0 {
		s = s[:i]
	}
	return strings.Trim(s, " \t,;:.|–—-•·*")
}

// isName reports whether s can be the name of a person or an agency.
func isName(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 60 || strings.Contains(s, "//") || strings.Contains(s, "@") || strings.Contains(s, "www.") {
		return false
	}
	words := strings.Fields(s)
	if len(words) > 6 {
		return false
	}
	letters, digits, upper := 0, 0, false
	for _, c := range s {
		switch {
		case unicode.IsLetter(c):
			letters++
			upper = upper || !unicode.IsLower(c)
		case unicode.IsDigit(c):
			digits++
		}
	}
	switch strings.ToLower(s) {
	case "admin", "administrator", "redaktion", "editor", "staff", "redazione", "redacción", "redacao", "redação", "null", "undefined", "none", "author", "guest", "user", "root":
		return false
	}
	return letters > 1 && digits*2 < letters && upper
}
