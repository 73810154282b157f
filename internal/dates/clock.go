package dates

import "unicode/utf8"

// weekdayLeft returns the first token of a date that starts at i, its weekday
// included.
func (w *window) weekdayLeft(i int) int {
	at := w.skipLeft(i-1, ",.")
	if w.short(at, 3) && w.name(at, at, firstWeekday, lastWeekday) == 0 {
		at = w.skipLeft(at-1, ",.") // "понедельник, 15", "domingo, dia 15"
	}
	if w.name(at, at, firstWeekday, lastWeekday) > 0 {
		return at
	}
	return i
}

// addTime looks for a time of the day after token j or before token i, and
// returns the date's first and last token with it.
func (w *window) addTime(d *Date, i, j int) (first, last int) {
	if end, ok := w.timeRight(d, j); ok {
		return i, end
	}
	if start, ok := w.timeLeft(d, i); ok {
		return start, j
	}
	return i, j
}

// timeRight reads "15:51", "at 3.51 pm", "à 15h51", "T15:51:00Z", "15時51分"
// after token j.
func (w *window) timeRight(d *Date, j int) (last int, ok bool) {
	at, half, words := j+1, w.half(w.at(j)), 0 // "日下午" is one word
	for range 6 {
		t := w.at(at)
		switch {
		case t.kind == mark && (w.isMark(at, ",-–—|·•.(@:/;'՝،") || t.r == '։'):
		case t.kind == word && words < 3 && (w.short(at, 6) || w.name(at, at, am, pm) > 0 || t.glued && t.r == 'T' || w.name(at, at, firstWeekday, lastWeekday) > 0):
			words++
			if h := w.half(t); h > 0 {
				half = h
			}
		default:
			return w.clock(d, at, half, words > 0)
		}
		at++
	}
	return 0, false
}

// half returns am or pm if a word says so, alone or after the sign for day.
func (w *window) half(t token) int {
	s := w.text[t.start:t.end]
	r, n := utf8.DecodeRuneInString(s)
	if !cjk(r) { // elsewhere the half comes after the time
		return 0
	}
	if (r == '日' || r == '일') && len(s) > n {
		s = s[n:]
	}
	n, _ = lookup(Key(s), w.lang, am, pm)
	return n
}

// clock reads a time that starts at token h.
func (w *window) clock(d *Date, h, half int, dotOK bool) (last int, ok bool) {
	hour := w.at(h)
	if hour.kind != number || hour.digits > 2 || hour.value > 24 {
		return 0, false
	}
	hourSign := w.startsWith(h+1, "時") || w.startsWith(h+1, "时") || w.startsWith(h+1, "시") || w.startsWith(h+1, "点") || w.startsWith(h+1, "點") || w.at(h+1).kind == word && (w.at(h+1).r == 'h' || w.at(h+1).r == 'H') && w.at(h+1).end == w.at(h+1).start+1
	minute, last := 0, h+1
	switch m := w.at(h + 2); {
	case (w.isMark(h+1, ":") || w.isMark(h+1, ".") && (dotOK || hour.digits == 2 || w.timeSign(h+3)) || hourSign) && m.kind == number && (m.digits == 2 || hourSign) && m.value < 60:
		minute, last = m.value, h+2
		if w.isMark(h+1, ".") && w.isMark(h+3, ".") && w.at(h+4).kind == number && w.at(h+4).glued {
			return 0, false // another date
		}
	case hourSign:
	default:
		return 0, false
	}
	if w.isMark(last+1, ":") && w.at(last+2).kind == number && w.at(last+2).glued && w.at(last+2).digits == 2 { // seconds
		last += 2
		if w.isMark(last+1, ".") && w.at(last+2).kind == number && w.at(last+2).glued {
			last += 2
		}
	}
	if w.startsWith(last+1, "分") || w.startsWith(last+1, "분") {
		last++
	}
	if n, end := w.halfAfter(last + 1); n > 0 {
		half, last = n, end
	}
	d.Hour, d.Min, d.Precision = to24(hour.value, half), minute, Minute
	if d.Hour > 23 {
		d.Hour = 0
	}
	return w.zone(d, last), true
}

func to24(hour, half int) int {
	switch {
	case half == pm && hour < 12:
		return hour + 12
	case half == am && hour == 12:
		return 0
	}
	return hour
}

// timeSign reports whether what stands at token i says that a time precedes
// it.
func (w *window) timeSign(i int) bool {
	n, _ := w.halfAfter(i)
	t := w.at(i)
	return n > 0 || t.kind == word && has("Uhr,uhr,Std,hrs,ч,годин,год,น", w.text[t.start:t.end])
}

// halfAfter returns am or pm if it stands at token i, also as "p.m.", and the
// last token of it.
func (w *window) halfAfter(i int) (half, last int) {
	if w.isMark(i+1, ".") && w.at(i+2).kind == word && w.at(i+2).glued {
		if n := w.name(i, i+2, am, pm); n > 0 && w.isMark(i+3, ".") {
			return n, i + 3
		} else if n > 0 {
			return n, i + 2
		}
	}
	return w.name(i, i, am, pm), i
}

// timeLeft reads "15:51," before token i, where a zone, half or weekday may
// stand between.
func (w *window) timeLeft(d *Date, i int) (first int, ok bool) {
	at, words, half := i-1, 0, 0
	for range 5 {
		switch t := w.at(at); {
		case w.isMark(at, ",-–|·•.("):
		case t.kind == word && words < 3 && (w.short(at, 4) || t.end-t.start <= 4 || w.name(at, at, am, pm) > 0):
			words++
			if n := w.name(at, at, am, pm); n > 0 {
				half = n
			}
		default:
			return w.clockBefore(d, at, half)
		}
		at--
	}
	return 0, false
}

// clockBefore reads a time whose last token is m.
func (w *window) clockBefore(d *Date, m, half int) (first int, ok bool) {
	minute, hour := w.at(m), w.at(m-2)
	if minute.kind != number || minute.digits != 2 || minute.value > 59 || !w.isMark(m-1, ":") || hour.kind != number || hour.digits > 2 || hour.value > 23 || w.joined(m-2) || w.isMark(m-3, ":") {
		return 0, false
	}
	d.Hour, d.Min, d.Precision = to24(hour.value, half), minute.value, Minute
	return m - 2, true
}

// zones are names of time zones that mean one offset, in minutes.
const zones = " Z:0 UTC:0 GMT:0 WET:0 BST:60 WEST:60 CET:60 MEZ:60 CEST:120 MESZ:120 EET:120 EEST:180 MSK:180 МСК:180 EST:-300 EDT:-240 CDT:-300 MST:-420 MDT:-360 PST:-480 PDT:-420 JST:540 KST:540 HKT:480 SGT:480 WIB:420 WITA:480 WIT:540 AEST:600 AEDT:660 NZST:720 NZDT:780 "

// zone reads a time zone after token j and returns the date's last token.
func (w *window) zone(d *Date, j int) int {
	if t := w.at(j + 1); t.kind == word {
		if min, ok := namedZone(w.text[t.start:t.end]); ok {
			d.HasZone, d.Zone = true, min*60
			j++
			if min != 0 {
				return j
			}
		}
	}
	if !w.isMark(j+1, "+-−") || !w.at(j+2).glued || w.at(j+2).kind != number {
		return j
	}
	h, m, last := w.at(j+2).value, 0, j+2
	switch {
	case w.at(j+2).digits == 4:
		h, m = h/100, h%100
	case w.isMark(j+3, ":") && w.at(j+4).digits == 2 && w.at(j+4).glued:
		m, last = w.at(j+4).value, j+4
	}
	if h > 14 || m > 59 {
		return j
	}
	z := (h*60 + m) * 60
	if !w.isMark(j+1, "+") {
		z = -z
	}
	d.HasZone, d.Zone = true, z
	return last
}

func namedZone(s string) (minutes int, ok bool) {
	for rest := zones; rest != ""; {
		var f string
		f, rest = cutSpace(rest)
		if len(f) > len(s) && f[:len(s)] == s && f[len(s)] == ':' {
			v := f[len(s)+1:]
			if v[0] == '-' {
				return -atoi(v[1:]), true
			}
			return atoi(v), true
		}
	}
	return 0, false
}

func cutSpace(s string) (field, rest string) {
	for i := range len(s) {
		if s[i] == ' ' {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
