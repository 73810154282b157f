package dates

import "slices"

// Find returns the dates in text, in order. lang is the BCP 47 tag of its
// language, if known: it settles what names that differ between languages
// mean ("listopad"), and whether 01/02/2021 is in January or in February.
// Without it the month comes last but for the year, as in most of the world.
func Find(text, lang string) []Date {
	var ds []Date
	for d := range all(text, lang) {
		ds = append(ds, d)
	}
	return ds
}

// First returns the first date in text, and whether there is one.
func First(text, lang string) (Date, bool) {
	for d := range all(text, lang) {
		return d, true
	}
	return Date{}, false
}

// all iterates over the dates of text.
func all(text, lang string) func(func(Date) bool) {
	return func(yield func(Date) bool) {
		var buf [160]token
		floor := 0 // end of the last date
		for at := 0; at < len(text); {
			start, end, n := nextNumber(text, at)
			if n == 0 {
				return
			}
			at = end
			if n != 4 && n != 2 && n != 8 || end <= floor {
				continue
			}
			d, ok := parseAround(buf[:], text, lang, start, end, floor, n)
			if !ok {
				continue
			}
			if !yield(d) {
				return
			}
			floor, at = d.End, max(at, d.End)
		}
	}
}

// nextNumber returns the next run of digits in text from at on, and how many
// digits it has.
func nextNumber(text string, at int) (start, end, n int) {
	for at < len(text) {
		c := text[at]
		if c < 0x80 && (c < '0' || c > '9') {
			at++
			continue
		}
		r, size := decode(text[at:])
		if digit(r) >= 0 {
			break
		}
		at += size
	}
	start, end = at, at
	for end < len(text) {
		r, size := decode(text[end:])
		if digit(r) < 0 {
			break
		}
		end += size
		n++
	}
	return start, end, n
}

// parseAround parses the date whose year is the number text[start:end].
func parseAround(buf []token, text, lang string, start, end, floor, digits int) (Date, bool) {
	tag, _ := base(lang)
	if digits == 2 && !separated(text, start) {
		return Date{}, false
	}
	w := newWindow(buf, text, tag, start, end, floor)
	if w.year < 0 {
		return Date{}, false
	}
	var p parsed
	var ok bool
	switch digits {
	case 2:
		p, ok = w.shortYear(lang)
	case 4:
		if !w.plausibleYear() {
			return Date{}, false
		}
		p, ok = w.match(lang)
	}
	if !ok {
		return Date{}, false
	}
	return w.finish(p)
}

// separated reports whether a dot or slash, with a digit before it, precedes
// text[at].
func separated(text string, at int) bool {
	return at >= 2 && (text[at-1] == '.' || text[at-1] == '/') && text[at-2] >= '0' && text[at-2] <= '9'
}

// plausibleYear checks the number of the year and sets its calendar.
func (w *window) plausibleYear() bool {
	t := w.at(w.year)
	if t.glued && w.at(w.year-1).kind == word && !cjk(w.at(w.year-1).r) {
		return false
	}
	switch v := t.value; {
	case v >= 1900 && v <= 2100:
		return true
	case v >= 2443 && v <= 2643:
		w.buddhist = true
		return w.lang == "" || slices.Contains([]string{"th", "lo", "km", "my"}, w.lang)
	case v >= 1300 && v <= 1450:
		w.solar = true
		return t.r >= 0x6f0 && t.r <= 0x6f9 || slices.Contains([]string{"fa", "ps", "ckb", "az"}, w.lang)
	}
	return false
}

func cjk(r rune) bool { return r >= 0x2e80 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7ff }

// finish checks the numbers of p, converts its calendar, and adds weekday,
// time and zone around it.
func (w *window) finish(p parsed) (Date, bool) {
	d := Date{Year: p.year, Month: p.month, Day: p.day, Precision: Month}
	if p.day > 0 {
		d.Precision = Day
	}
	if !w.toGregorian(&d, p.solar) {
		return Date{}, false
	}
	if d.Day > 0 && d.Day > daysIn(d.Year, d.Month) {
		return Date{}, false
	}
	i, j := w.weekdayLeft(p.i), p.j
	if d.Day > 0 {
		i, j = w.addTime(&d, i, j)
	}
	d.Start, d.End = w.tokens[i].start, w.tokens[j].end
	return d, true
}

func (w *window) toGregorian(d *Date, solarName bool) bool {
	switch {
	case solarName != w.solar && (solarName || !w.numericSolar(d)):
		return false
	case w.solar:
		if d.Day == 0 || d.Day > 31 || d.Month > 6 && d.Day > 30 {
			return false
		}
		d.Year, d.Month, d.Day = solarToGregorian(d.Year, d.Month, d.Day)
	case w.buddhist:
		d.Year -= 543
	}
	return true
}

// numericSolar allows a date in numbers in the Solar Hijri calendar.
func (w *window) numericSolar(d *Date) bool { return w.solar && d.Month <= 12 }
