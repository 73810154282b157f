package extract

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/tidings-go/tidings/internal/page"
)

// metadata fills the fields of the article that stand beside its text.
func (h *htmlPage) metadata() {
	a := h.a
	a.Site = h.site()
	a.Title, h.head = h.title()
	if line := h.headline(a.Title); line.block >= 0 {
		a.Title, h.head = line.text, line.block
	}
	if a.Site == "" {
		a.Site = h.siteInTitle()
	}
	a.Authors = h.authors()
	h.published()
	if u := first(h.p.Canonical, h.p.Meta("og:url"), h.data.URL); u != "" {
		a.URL = h.resolve(u)
	}
	if u := first(h.p.Meta("og:image", "twitter:image", "twitter:image:src"), h.data.Image); u != "" {
		a.Image = h.resolve(u)
	}
	a.Tags = h.tags()
	a.Paywall = h.data.Paywall || strings.EqualFold(h.p.Meta("article:content_tier"), "locked")
	a.Subtitle = h.subtitle()
	a.Lang = declared(first(h.p.Lang, h.p.Meta("content-language", "language", "dc.language"), h.data.Lang, h.p.Meta("og:locale")))
}

// start returns the block that the running text begins with.
func (h *htmlPage) start() int {
	const long = 80
	for i, keep := range h.keep {
		if k := &h.p.Blocks[i]; keep && len(k.Text) >= long && k.Heading == 0 && int(k.Linked)*2 < len(k.Text) {
			return i
		}
	}
	for i, keep := range h.keep {
		if keep {
			return i
		}
	}
	return len(h.keep)
}

// around returns the blocks around the title and the beginning of the text.
func (h *htmlPage) around(before, behind int) (from, to int) {
	start := h.start()
	if h.head >= 0 && start-h.head <= 4*behind { // else it is repeated at the top of the page
		return max(0, h.head-before), min(len(h.p.Blocks), max(h.head+behind, min(start+4, h.head+2*behind)))
	}
	return max(0, start-behind), min(len(h.p.Blocks), start+4)
}

// first returns the first string that is not empty.
func first(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

// site returns the name of the site.
func (h *htmlPage) site() string {
	return cleanLine(first(h.p.Meta("og:site_name"), h.data.Publisher, h.p.Meta("application-name", "apple-mobile-web-app-title", "dc.publisher")))
}

// siteInTitle returns what the head of the page puts behind the title of the
// article: as a rule, the name of the site.
func (h *htmlPage) siteInTitle() string {
	const longest = 40 // runes
	rest, ok := strings.CutPrefix(cleanLine(h.p.Title), h.a.Title)
	if !ok || h.a.Title == "" {
		return ""
	}
	parts := splitTitle(rest)
	site := strings.TrimSpace(parts[len(parts)-1].text)
	if len(parts) < 2 || utf8.RuneCountInString(site) > longest {
		return ""
	}
	return site
}

// tags returns the keywords of the article.
func (h *htmlPage) tags() []string {
	tags := h.p.MetaAll("article:tag")
	if len(tags) == 0 {
		tags = h.data.Keywords
	}
	if len(tags) == 0 {
		tags = strings.Split(h.p.Meta("news_keywords", "keywords", "sailthru.tags", "parsely-tags"), ",")
	}
	const most = 30
	var out []string
	seen := make(map[string]bool)
	for _, t := range tags {
		if t = cleanLine(t); t != "" && !seen[t] && len(out) < most {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

// subtitle returns the standfirst: what the page says the alternative headline
// is, or the description if a block beside the title repeats it.
func (h *htmlPage) subtitle() string {
	if h.data.Alt != "" && h.data.Alt != h.a.Title {
		return cleanLine(h.data.Alt)
	}
	if h.head < 0 {
		return ""
	}
	const least, most = 20, 400 // bytes
	said := key(first(h.p.Meta("og:description", "description", "twitter:description"), h.data.Summary))
	for i := h.head + 1; i < min(h.head+6, len(h.p.Blocks)); i++ {
		k := &h.p.Blocks[i]
		t := key(k.Text)
		switch hint := h.p.Elems[k.Elem].Hint | k.Most; {
		case len(k.Text) <= least || len(k.Text) > most || hint&(page.HintAuthor|page.HintDate) != 0:
		case said != "" && strings.HasPrefix(said, t), hint&page.HintLead != 0 && k.Linked == 0:
			return k.Text
		}
	}
	return ""
}

// resolve makes href absolute. It returns "" for scripts, mail and fragments.
func resolve(page *url.URL, base, href string) string {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' {
		return ""
	}
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	if base != "" {
		if b, err := url.Parse(base); err == nil {
			u = b.ResolveReference(u)
		}
	}
	if page != nil {
		u = page.ResolveReference(u)
	}
	return u.String()
}

// cleanLine brings a string to NFC, on one line.
func cleanLine(s string) string {
	return norm.NFC.String(strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " "))
}
