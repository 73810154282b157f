package extract

import (
	"strings"

	"github.com/tidings-go/tidings/internal/dates"
)

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

// urlDate reads /2021/02/15/, /2021-02-15-, /20210215, /2021/02/ or /15-02-2021
// in an address.
func urlDate(s string) (dates.Date, bool) {
	for i := 0; i+6 < len(s); i++ {
		if s[i] != '/' && s[i] != '-' && s[i] != '_' && s[i] != '=' && s[i] != '.' {
			continue
		}
		if d, ok := dateAt(s[i+1:]); ok {
			return d, true
		}
		if d, ok := dayFirst(s[i+1:]); ok {
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

// dayFirst reads 15-02-2021 at the start of s.
func dayFirst(s string) (d dates.Date, ok bool) {
	const form = "00-00-0000"
	if len(s) < len(form) || s[2] != '-' || s[5] != '-' {
		return d, false
	}
	day, n := digits(s, 2)
	month, m := digits(s[3:], 2)
	year, y := digits(s[6:], 5)
	if n != 2 || m != 2 || y != 4 || day < 1 || month < 1 || month > 12 || year < 1990 || year > 2100 {
		return d, false
	}
	d = dates.Date{Year: year, Month: month, Day: day, Precision: dates.Day}
	return d, d.Time().Day() == day
}

// digits reads up to most digits.
func digits(s string, most int) (v, n int) {
	for n < len(s) && n < most && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}
