package page

import (
	"strings"

	"golang.org/x/net/html"
)

// Data is what a page tells machines about its article, in JSON-LD
// (schema.org).
type Data struct {
	Found     bool // the page describes an article
	Type      string
	Headline  string
	Alt       string // alternativeHeadline
	Summary   string // description
	Body      string
	Published string
	Modified  string
	Authors   []string
	Publisher string
	Section   string
	Image     string
	URL       string
	Lang      string
	Keywords  []string
	Paywall   bool
}

// ReadData gathers what the JSON-LD of the page says.
func (p *Page) ReadData() *Data {
	d := &Data{}
	l := ldReader{data: d}
	scripts := p.LD
	for _, m := range p.Metas {
		if m.Key == "script:ld+json" { // where it stands on pages that a router of React put together
			scripts = append(scripts, m.Value)
		}
	}
	for _, s := range scripts {
		for _, v := range readJSON(s) {
			l.index(v, 0)
		}
	}
	for _, o := range l.articles {
		l.article(o)
	}
	d.Found = len(l.articles) > 0
	for _, o := range l.others {
		l.other(o)
	}
	return d
}

// ldReader finds the articles in JSON-LD, and what they refer to by @id.
type ldReader struct {
	data     *Data
	articles []object
	others   []object // with a date of their own
	ids      map[string]object
}

// index walks a value, and notes articles and objects with an @id.
func (l *ldReader) index(v any, depth int) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.index(x, depth)
		}
	case object:
		if id := str(v.get("@id")); id != "" && len(v) > 1 {
			if l.ids == nil {
				l.ids = make(map[string]object)
			}
			if len(v) > len(l.ids[id]) {
				l.ids[id] = v
			}
		}
		if isArticle(v) && depth == 0 {
			l.articles = append(l.articles, v)
		} else if depth == 0 && v.get("datePublished") != nil {
			l.others = append(l.others, v)
		}
		for _, m := range v {
			next := depth + 1
			if m.key == "@graph" || m.key == "mainEntity" || m.key == "mainEntityOfPage" {
				next = depth
			}
			switch m.key {
			case "itemListElement", "hasPart", "comment", "relatedLink", "isPartOf":
				continue
			}
			l.index(m.value, next)
		}
	}
}

// isArticle reports whether an object is of a type that news come as.
func isArticle(o object) bool {
	for _, t := range list(o.get("@type")) {
		t = strings.TrimPrefix(strings.TrimPrefix(t, "http://schema.org/"), "https://schema.org/")
		if strings.HasSuffix(t, "Article") || t == "BlogPosting" || t == "LiveBlogPosting" || t == "Report" || strings.HasSuffix(t, "NewsArticle") {
			return true
		}
	}
	return o.get("headline") != nil && o.get("datePublished") != nil
}

// article takes over what the object says and no earlier one has said.
func (l *ldReader) article(o object) {
	d := l.data
	set := func(to *string, keys ...string) {
		for _, k := range keys {
			if *to == "" {
				*to = clean(l.name(o.get(k)))
			}
		}
	}
	set(&d.Headline, "headline", "name")
	set(&d.Alt, "alternativeHeadline")
	set(&d.Summary, "description")
	set(&d.Published, "datePublished", "dateCreated", "uploadDate")
	set(&d.Modified, "dateModified")
	set(&d.Section, "articleSection")
	set(&d.Publisher, "publisher")
	set(&d.Lang, "inLanguage")
	set(&d.Image, "image", "thumbnailUrl")
	set(&d.URL, "url", "mainEntityOfPage")
	if d.Type == "" {
		d.Type = str(o.get("@type"))
	}
	if b := str(o.get("articleBody")); len(b) > len(d.Body) {
		d.Body = b
	}
	if free := strings.ToLower(str(o.get("isAccessibleForFree"))); free == "false" {
		d.Paywall = true
	}
	if len(d.Authors) == 0 {
		for _, k := range [...]string{"author", "creator"} {
			l.people(o.get(k))
			if len(d.Authors) > 0 {
				break
			}
		}
	}
	if len(d.Keywords) == 0 {
		for _, k := range list(o.get("keywords")) {
			for _, w := range strings.Split(k, ",") {
				if w = clean(w); w != "" {
					d.Keywords = append(d.Keywords, w)
				}
			}
		}
	}
}

// other takes over dates and authors from what is not called an article, such
// as a WebPage or a VideoObject.
func (l *ldReader) other(o object) {
	d := l.data
	if d.Published == "" {
		d.Published = str(o.get("datePublished"))
	}
	if d.Modified == "" {
		d.Modified = str(o.get("dateModified"))
	}
	if len(d.Authors) == 0 {
		l.people(o.get("author"))
	}
}

// people appends the names of authors. An organisation counts as one: some
// bylines are those of an agency.
func (l *ldReader) people(v any) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.people(x)
		}
	case object:
		if names, ok := v.get("name").([]any); ok {
			l.people(names)
			return
		}
		n := clean(l.name(v))
		if n == "" {
			n = clean(str(v.get("givenName")) + " " + str(v.get("familyName")))
		}
		if n != "" {
			l.data.Authors = append(l.data.Authors, n)
		}
	default:
		if n := clean(l.name(v)); n != "" {
			l.data.Authors = append(l.data.Authors, n)
		}
	}
}

// name returns the string that stands for a value: itself, its first element,
// or its name, address or identifier, looked up where it only points.
func (l *ldReader) name(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			if _, nested := v[0].([]any); !nested {
				return l.name(v[0])
			}
		}
	case object:
		for _, k := range [...]string{"name", "url", "@value", "contentUrl"} {
			if s := str(v.get(k)); s != "" {
				return s
			}
		}
		id := str(v.get("@id"))
		if o, ok := l.ids[id]; ok {
			for _, k := range [...]string{"name", "url", "contentUrl"} {
				if s := str(o.get(k)); s != "" {
					return s
				}
			}
		}
		if len(v) == 1 || len(v) == 2 && v.get("@type") != nil {
			return id
		}
	}
	return ""
}

// str returns a string, or the first of a list of strings.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			s, _ := v[0].(string)
			return s
		}
	}
	return ""
}

// list returns the strings of a value.
func list(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// clean undoes character references, which some pages leave in JSON, and
// squeezes white space.
func clean(s string) string {
	if strings.Contains(s, "&") {
		s = html.UnescapeString(html.UnescapeString(s))
	}
	return squeeze(s)
}
