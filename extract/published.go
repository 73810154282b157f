package extract

import (
	"strings"
	"time"

	"github.com/tidings-go/tidings/internal/dates"
	"github.com/tidings-go/tidings/internal/page"
)

// published finds the dates of publication and of the last change: from the
// data for machines, the head, time elements, datelines and the address.
func (h *htmlPage) published() {
	h.setPublished(h.findPublished())
	if d, ok := h.date(first(h.data.Modified, h.p.Meta("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod"))); ok {
		h.a.Modified = d.Time()
	}
}

func (h *htmlPage) setPublished(d dates.Date, ok bool) {
	if ok {
		h.a.Published, h.a.Precision = d.Time(), Precision(d.Precision)
	}
}

// date reads a date written for machines.
func (h *htmlPage) date(s string) (dates.Date, bool) {
	if s == "" {
		return dates.Date{}, false
	}
	d, ok := dates.First(s, h.p.Lang)
	return d, ok && h.plausible(d)
}

// plausible reports whether the web was there and the date is not to come.
func (h *htmlPage) plausible(d dates.Date) bool {
	t := d.Time()
	return d.Year >= 1990 && (h.o.Now.IsZero() && d.Year < 2100 || !h.o.Now.IsZero() && t.Before(h.o.Now.Add(36*time.Hour)))
}

// metaDates are the names under which heads state the date of publication.
var metaDates = [...]string{
	"article:published_time", "datepublished", "og:published_time", "article:published", "published_time", "publishdate", "publish-date", "publish_date",
	"date.published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "pubdate", "dc.date",
	"dcterms.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "bt:pubdate", "ptime", "article_date_original", "originalpublicationdate",
	"pub_date", "release_date", "citation_publication_date", "citation_date", "date", "datecreated", "created", "vr:published_time", "article.created", "article.published",
}

func (h *htmlPage) findPublished() (dates.Date, bool) {
	if d, ok := h.date(h.data.Published); ok {
		return d, true
	}
	for _, k := range metaDates {
		if d, ok := h.date(h.p.Meta(k)); ok {
			return d, true
		}
	}
	if d, ok := h.timeElement(); ok {
		return d, true
	}
	fromURL, inURL := h.addressDate()
	if inURL && fromURL.Precision >= dates.Day {
		return fromURL, true
	}
	if d, ok := h.dateline(); ok {
		return d, true
	}
	if d, ok := h.date(h.a.Title); ok && d.Precision >= dates.Day {
		return d, true
	}
	if d, ok := h.date(first(h.data.Modified, h.p.Meta("article:modified_time", "og:updated_time", "datemodified", "last-modified"))); ok {
		return d, true
	}
	return fromURL, inURL
}

// timeElement returns the date of the time element that is marked as that of
// publication, or of the first one near the title, or of the first one.
func (h *htmlPage) timeElement() (dates.Date, bool) {
	from, to := h.around(15, 30)
	var near, far dates.Date
	found, any := false, false
	for _, t := range h.p.Times {
		d, ok := h.date(t.Value)
		if !ok {
			d, ok = h.date(t.Text)
		}
		if !ok {
			continue
		}
		if t.Publish {
			return d, true
		}
		e := &h.p.Elems[t.Elem]
		if e.Above&page.HintComment != 0 || e.Flags&(page.InAside|page.InFooter|page.InNav) != 0 {
			continue
		}
		if !found && int(t.Block) >= from && int(t.Block) <= to {
			near, found = d, true
		}
		if !any && e.Above&page.HintRelated == 0 {
			far, any = d, true
		}
	}
	if found {
		return near, true
	}
	return far, any
}

// dateline returns the date that a short block near the title states, or the
// text itself at its beginning or behind its end.
func (h *htmlPage) dateline() (dates.Date, bool) {
	from, to := h.around(10, 25)
	if d, ok := h.datelineIn(from, to); ok {
		return d, true
	}
	const most, lead = 4, 80 // blocks of the text, bytes of each
	last, n := -1, 0
	for i, k := range h.keep {
		if !k {
			continue
		}
		if n++; n <= most {
			text := h.p.Blocks[i].Text
			if d, ok := h.date(text[:min(len(text), lead)]); ok && d.Precision >= dates.Day {
				return d, true
			}
		}
		last = i
	}
	if d, ok := h.datelineIn(last+1, min(last+8, len(h.p.Blocks))); ok {
		return d, true
	}
	for i := range h.p.Blocks {
		k := &h.p.Blocks[i]
		e := &h.p.Elems[k.Elem]
		if (e.Hint|k.Most)&page.HintDate == 0 || e.Above&(page.HintComment|page.HintRelated) != 0 || e.Flags&(page.InAside|page.InNav|page.InFooter) != 0 {
			continue
		}
		if d, ok := dates.Line(k.Text, h.p.Lang); ok && d.Precision >= dates.Day && h.plausible(d) {
			return d, true
		}
	}
	return dates.Date{}, false
}

// datelineIn looks for a dateline in a range of blocks: a block that is nothing
// else, or else a short one with a date in it.
func (h *htmlPage) datelineIn(from, to int) (dates.Date, bool) {
	var loose dates.Date
	found := false
	for i := from; i < to; i++ {
		k := &h.p.Blocks[i]
		e := &h.p.Elems[k.Elem]
		if e.Above&page.HintComment != 0 || e.Flags&(page.InAside|page.InNav) != 0 {
			continue
		}
		if d, ok := dates.Line(k.Text, h.p.Lang); ok && d.Precision >= dates.Day && h.plausible(d) {
			return d, true
		}
		const short = 250
		if found || len(k.Text) > short {
			continue
		}
		if d, ok := dates.First(k.Text, h.p.Lang); ok && d.Precision >= dates.Day && h.plausible(d) {
			if (e.Hint|k.Inline)&page.HintDate != 0 {
				return d, true
			}
			loose, found = d, true
		}
	}
	return loose, found
}

// addressDate returns the date in the address of the page.
func (h *htmlPage) addressDate() (dates.Date, bool) {
	for _, s := range h.addresses() {
		if i := strings.LastIndex(s, "http"); i > 0 {
			s = s[i:] // an address within that of an archive
		}
		if d, ok := urlDate(s); ok && h.plausible(d) {
			return d, true
		}
	}
	return dates.Date{}, false
}

func (h *htmlPage) addresses() []string {
	out := []string{h.p.Canonical, h.p.Meta("og:url")}
	if h.o.URL != nil {
		out = append(out, h.o.URL.Path)
	}
	return out
}

// urlDate reads /2021/02/15/, /2021-02-15-, /20210215 or /2021/02/ in an address.
func urlDate(s string) (dates.Date, bool) {
	for i := 0; i+6 < len(s); i++ {
		if s[i] != '/' && s[i] != '-' && s[i] != '_' && s[i] != '=' && s[i] != '.' {
			continue
		}
		if d, ok := dateAt(s[i+1:]); ok {
			return d, true
		}
	}
	return dates.Date{}, false
}

// dateAt reads a date of digits at the start of s.
func dateAt(s string) (d dates.Date, ok bool) {
	year, n := digits(s, 4)
	if n != 4 || year < 1990 || year > 2100 {
		return d, false
	}
	rest := s[4:]
	sep := byte(0)
	if rest != "" && (rest[0] == '/' || rest[0] == '-' || rest[0] == '_' || rest[0] == '.') {
		sep, rest = rest[0], rest[1:]
	}
	month, n := digits(rest, 2)
	if n == 0 || sep == 0 && n != 2 || month < 1 || month > 12 {
		return d, false
	}
	d = dates.Date{Year: year, Month: month, Precision: dates.Month}
	rest = rest[n:]
	if sep != 0 {
		if rest == "" || rest[0] != sep {
			return d, sep == '/' && n == 2
		}
		rest = rest[1:]
	}
	day, n := digits(rest, 2)
	if n == 0 || day < 1 || day > 31 || len(rest) > n && rest[n] >= '0' && rest[n] <= '9' && sep != 0 {
		return d, sep == '/'
	}
	if sep == 0 && n != 2 {
		return dates.Date{}, false
	}
	d.Day, d.Precision = day, dates.Day
	if day > 28 && d.Time().Day() != day {
		return dates.Date{}, false
	}
	return d, true
}

// digits reads up to most digits.
func digits(s string, most int) (v, n int) {
	for n < len(s) && n < most && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}
