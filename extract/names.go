package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/dates"
)

// authorList collects names, each once.
type authorList struct {
	own    []string // names of the site, as keys without spaces
	self   string   // the site as author
	lang   string
	title  string // of the article, as a key
	loose  bool   // names come from where nothing but names stands
	stated bool   // names come from the data for machines
	out    []string
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
	if i := strings.IndexByte(s, '@'); i >= 0 {
		s = s[:strings.LastIndexByte(s[:i], ' ')+1]
	}
	if i := strings.IndexAny(s, "(<["); i > 0 {
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
	return strings.Trim(withoutRole(s), around)
}

// withoutRole takes a degree or a role off the end of a name of two words or
// more.
func withoutRole(s string) string {
	for _, role := range [...]string{" 기자", " 특파원", "記者", "记者"} { // reporter, correspondent
		s = strings.TrimSpace(strings.TrimSuffix(s, role))
	}
	for strings.Count(s, " ") >= 2 {
		i := strings.LastIndexByte(s, ' ')
		switch s[i+1:] {
		case "MS", "MA", "MD", "RD", "RN", "MPH", "MSc", "BSc", "PhD", "Ph.D", "Editor", "Writer", "Reporter", "Author", "Correspondent", "Contributor",
			"Redakteur", "Redakteurin", "Reporterin", "Autorin":
			s = strings.TrimRight(s[:i], " ,")
		default:
			return s
		}
	}
	return s
}

// isName reports whether s can be the name of a person or an agency.
func (l *authorList) isName(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 60 || strings.ContainsAny(s, "/@<>{}=_") || strings.Contains(s, "www.") || len(strings.Fields(s)) > 6 {
		return false
	}
	letters, upper := 0, false
	if s[0] >= '0' && s[0] <= '9' || strings.Contains(s, " ") && strings.ContainsAny(s, "0123456789") {
		return false
	}
	if l.self != "" && !isFullName(s) && !isShortUncased(s) { // what is to stand for the name of the site has to look like a person's
		return false
	}
	for _, c := range s {
		if unicode.IsLetter(c) {
			letters++
			upper = upper || !unicode.IsLower(c) || unicode.Is(unicode.Georgian, c) // whose capitals are for whole lines
		}
	}
	low := strings.ToLower(s)
	if low == s && strings.Contains(s, ".") && !strings.Contains(s, " ") && !l.isOwn(key(s)) { // the name of an account or a host
		return false
	}
	if !l.stated && isPhrase(s) {
		return false
	}
	if !l.loose && strings.Contains(low, " ") && strings.Contains(" "+l.title+" ", " "+key(s)+" ") { // the title, cut up
		return false
	}
	for _, w := range strings.FieldsFunc(low, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if isFurniture(w) {
			return false
		}
	}
	switch low {
	case "admin", "administrator", "null", "undefined", "none", "author", "authors", "autor", "guest", "user", "root", "by", "von", "editor", "staff",
		"writer", "reporter", "text", "unknown", "chefredakteur", "redakteur":
		return false
	}
	return letters > 1 && (upper || l.loose)
}

// isPhrase reports whether s begins with a capital and goes on with two longer
// words in small letters or more, as no name does.
func isPhrase(s string) bool {
	const particle = 3 // letters
	small := 0
	words := strings.Fields(s)
	for _, w := range words[min(1, len(words)):] {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsLower(c) && utf8.RuneCountInString(w) > particle {
			small++
		}
	}
	return small >= 2
}

// isShortUncased reports whether s is a word of a script without capitals, no
// longer than a name.
func isShortUncased(s string) bool {
	const most = 8 // runes
	c, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsUpper(c) && !unicode.IsLower(c) && utf8.RuneCountInString(s) <= most
}

// isFurniture reports whether a word is one of buttons, labels and headings
// beside bylines, and of no name.
func isFurniture(w string) bool {
	switch w {
	case "author", "post", "follow", "share", "comment", "comments", "updated", "published", "popular", "searches", "uncategorized", "captcha", "image", "photo", "actions",
		"version", "subscribe", "newsletter", "guide", "article", "articles", "posts", "information", "read", "related",
		"teilen", "kommentar", "kommentare", "artikel", "beitrag", "beiträge", "veröffentlicht", "aktualisiert", "weitere", "informationen", "ähnliche",
		"partager", "commentaire", "commentaires", "publié", "compartir", "comentario", "comentarios", "publicado", "actualizado", "condividi", "commenti",
		"pubblicato", "aggiornato", "compartilhar", "comentários", "udostępnij", "komentarze", "поделиться", "комментарии", "опубликовано":
		return true
	}
	return false
}
