package extract

import (
	"time"

	"github.com/tidings-go/tidings/internal/dates"
	"github.com/tidings-go/tidings/internal/page"
)

// published finds the dates of publication and of the last change: from the
// data for machines, the head, time elements, datelines and the address.
func (h *htmlPage) published() {
	d, ok := h.findPublished()
	if ok && d.Precision < dates.Day {
		d = h.finer(d)
	}
	h.setPublished(d, ok)
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
	"date.published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "pubdate", "cxenseparse:recs:publishtime",
	"cxenseparse:publishtime", "bt:pubdate", "ptime", "article_date_original", "originalpublicationdate", "pub_date", "release_date",
	"citation_publication_date", "citation_date", "vr:published_time", "article.published",
}

// vagueDates are those under which many systems state when they made the page.
var vagueDates = [...]string{
	"dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date", "datecreated", "created", "article.created",
}

func (h *htmlPage) findPublished() (dates.Date, bool) {
	h.shown = h.shownDates()
	if d, ok := h.stamp(h.data.Published); ok {
		return d, true
	}
	if d, ok := h.metaDate(metaDates[:]); ok {
		return d, true
	}
	if d, ok := h.markedTime(); ok {
		return d, true
	}
	fromURL, inURL := h.addressDate()
	vague, stated := h.metaDate(vagueDates[:])
	if inURL && !stated && fromURL.Precision >= dates.Day {
		return fromURL, true
	}
	if d, ok := h.nearest(); ok {
		return d, true
	}
	if stated {
		return vague, true
	}
	if d, ok := h.dateline(); ok {
		return d, true
	}
	if d, ok := h.anyTime(); ok {
		return d, true
	}
	if d, ok := h.date(first(h.data.Modified, h.p.Meta("article:modified_time", "og:updated_time", "datemodified", "last-modified"))); ok {
		return d, true
	}
	if d, ok := h.date(h.a.Title + "\n" + h.p.Meta("og:description", "description")); ok && d.Precision >= dates.Day {
		return d, true
	}
	return fromURL, inURL
}

// finer returns the day within the year or month d that the page states elsewhere,
// or d.
func (h *htmlPage) finer(d dates.Date) dates.Date {
	for _, find := range [...]func() (dates.Date, bool){h.markedTime, h.addressDate, h.nearest, h.dateline} {
		f, ok := find()
		if ok && f.Precision >= dates.Day && f.Year == d.Year && (d.Precision == dates.Year || f.Month == d.Month) {
			return f
		}
	}
	return d
}

func (h *htmlPage) metaDate(keys []string) (dates.Date, bool) {
	for _, k := range keys {
		if d, ok := h.stamp(h.p.Meta(k)); ok {
			return d, true
		}
	}
	return dates.Date{}, false
}

// markedTime returns the date of the time element that says that it is that of
// publication.
func (h *htmlPage) markedTime() (dates.Date, bool) {
	for i := range h.p.Times {
		if t := &h.p.Times[i]; t.Publish {
			if d, ok := h.stampDate(t); ok {
				return d, true
			}
		}
	}
	return dates.Date{}, false
}

// anyTime returns the date of the first time element of the article.
func (h *htmlPage) anyTime() (dates.Date, bool) {
	for i := range h.p.Times {
		t := &h.p.Times[i]
		if e := &h.p.Elems[t.Elem]; e.Flags&page.InAside != 0 || e.Above&page.HintRelated != 0 || !h.isOwnStamp(t) {
			continue
		}
		if d, ok := h.stampDate(t); ok {
			return d, true
		}
	}
	return dates.Date{}, false
}

// nearest returns the date that stands nearest to the title in a time element
// or a dateline; what stands above the title counts as farther off.
func (h *htmlPage) nearest() (best dates.Date, found bool) {
	const far = 1000
	least := far
	for _, s := range h.shown {
		if off := s.block - h.head; s.block >= 0 {
			if off < 0 {
				off = 3 - 2*off
			}
			if off < least {
				best, least, found = s.Date, off, true
			}
		}
	}
	return best, found
}

func (h *htmlPage) stampDate(t *page.Stamp) (dates.Date, bool) {
	if d, ok := h.date(t.Value); ok {
		return d, true
	}
	return h.date(t.Text)
}

// isOwnStamp reports whether a time element may be that of the article.
func (h *htmlPage) isOwnStamp(t *page.Stamp) bool {
	e := &h.p.Elems[t.Elem]
	if e.Above&page.HintComment != 0 || e.Flags&(page.InFooter|page.InNav) != 0 {
		return false
	}
	return e.Flags&page.InAside == 0 || e.Hint&(page.HintMeta|page.HintDate) != 0
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
	if last >= 0 {
		if d, ok := dates.Line(h.p.Blocks[last].Text, h.p.Lang); ok && d.Precision >= dates.Day && h.plausible(d) {
			return d, true
		}
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
