package extract

import (
	"time"

	"github.com/tidings-go/tidings/internal/dates"
	"github.com/tidings-go/tidings/internal/page"
)

// shownDate is a date that readers see.
type shownDate struct {
	dates.Date
	block int // that it stands in, -1 for the address
}

// shownDates returns the dates that readers see near the title, or in the
// address.
func (h *htmlPage) shownDates() []shownDate {
	var out []shownDate
	add := func(d dates.Date, ok bool, block int) {
		if ok && d.Precision >= dates.Day && h.plausible(d) {
			out = append(out, shownDate{d, block})
		}
	}
	d, ok := h.addressDate()
	add(d, ok, -1)
	from, to := h.around(15, 30)
	for i := range h.p.Times {
		if t := &h.p.Times[i]; int(t.Block) >= from && int(t.Block) <= to && h.isOwnStamp(t) {
			d, ok := h.stampDate(t)
			add(d, ok, int(t.Block))
		}
	}
	from, to = h.around(10, 25)
	for i := from; i < to; i++ {
		k := &h.p.Blocks[i]
		e := &h.p.Elems[k.Elem]
		if e.Above&page.HintComment != 0 || e.Flags&(page.InAside|page.InNav) != 0 {
			continue
		}
		d, ok := dates.Line(k.Text, h.p.Lang)
		if !ok {
			d, ok = h.leadingDate(k, e)
		}
		add(d, ok, i)
	}
	return out
}

// leadingDate returns the date of a short block that begins with it, or whose
// markup says that it has one.
func (h *htmlPage) leadingDate(k *page.Block, e *page.Elem) (dates.Date, bool) {
	const short = 250
	if len(k.Text) > short {
		return dates.Date{}, false
	}
	d, ok := dates.First(k.Text, h.p.Lang)
	return d, ok && (d.Start == 0 || (e.Hint|k.Inline)&page.HintDate != 0)
}

// stamp reads a date written for machines, and returns it on the day on which
// the page shows it: stamps are often in UTC, and the day is another one where
// the readers are. It also settles which number is the month.
func (h *htmlPage) stamp(s string) (dates.Date, bool) {
	d, ok := h.date(s)
	if !ok {
		return d, false
	}
	for _, s := range h.shown {
		if sameDay(d, s.Date) {
			return d, true
		}
	}
	_, digitsFirst := digits(s, 4)
	for _, s := range h.shown {
		if digitsFirst < 4 && s.Year == d.Year && s.Month == d.Day && s.Day == d.Month {
			d.Month, d.Day = s.Month, s.Day
			return d, true
		}
		if zone, ok := zoneOf(d, s.Date); ok {
			t := d.Time().In(time.FixedZone("", zone))
			d.Year, d.Month, d.Day, d.Hour, d.Min, d.Zone = t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), zone
			return d, true
		}
	}
	return d, true
}

func sameDay(a, b dates.Date) bool { return a.Year == b.Year && a.Month == b.Month && a.Day == b.Day }

// zoneOf returns the offset from UTC, in seconds, with which a moment falls on
// the day, and at the time if one is shown, of s. Of many it is the nearest to
// UTC.
func zoneOf(d, s dates.Date) (int, bool) {
	const west, east, quarter, hour = -12 * 3600, 14 * 3600, 900, 3600
	if d.Precision < dates.Minute || !d.HasZone {
		return 0, false
	}
	moment := d.Time().Unix()
	wall := time.Date(s.Year, time.Month(s.Month), s.Day, s.Hour, s.Min, 0, 0, time.UTC).Unix()
	if s.Precision >= dates.Minute {
		off := wall - moment
		return int(off), off >= west && off <= east && off%quarter == 0
	}
	const day = 24 * hour
	off := int64(0)
	switch {
	case moment < wall: // the day begins later
		off = (wall - moment + hour - 1) / hour * hour
	case moment >= wall+day: // it has ended
		off = -((moment-wall-day)/hour + 1) * hour
	}
	return int(off), off >= west && off <= east
}
