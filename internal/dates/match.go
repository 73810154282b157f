package dates

// parsed is a date in the tokens i to j of a window.
type parsed struct {
	year, month, day int
	i, j             int
	solar            bool // the month has a name of the Solar Hijri calendar
}

// match tries the forms of a date around the year, those that state the day
// first.
func (w *window) match(lang string) (parsed, bool) {
	var monthOnly parsed
	for _, try := range []func(string) (parsed, bool){w.numbersLeft, w.numbersRight, w.markers, w.namesLeft, w.namesRight} {
		p, ok := try(lang)
		if ok && p.day > 0 {
			return p, true
		}
		if ok && monthOnly.month == 0 {
			monthOnly = p
		}
	}
	return monthOnly, monthOnly.month > 0
}

// num returns the value of token i if it is a number from 1 to limit of at
// most two digits, or 0.
func (w *window) num(i, limit int) int {
	t := w.at(i)
	if t.kind != number || t.digits > 2 || t.value > limit {
		return 0
	}
	return t.value
}

// numbersLeft matches 15.02.2021, 02/15/2021, 15 - 2 - 2021 and 02/2021.
func (w *window) numbersLeft(lang string) (parsed, bool) {
	y := w.year
	if !w.isMark(y-1, "./-‑–") {
		return parsed{}, false
	}
	b, a := w.num(y-2, 31), 0
	if w.isMark(y-3, string(w.at(y-1).r)) {
		a = w.num(y-4, 31)
	}
	p := parsed{year: w.at(y).value, i: y - 4, j: y}
	if a == 0 || b == 0 {
		p.i, p.month = y-2, w.num(y-2, 12)
		whole := w.at(y-2).digits == 2 && w.isMark(y-1, "./") && w.at(y-1).glued && w.at(y).glued && !w.joined(y-2)
		return p, p.month > 0 && whole
	}
	if w.joined(y - 4) {
		return parsed{}, false
	}
	p.day, p.month = order(a, b, w.at(y-1).r, lang)
	return p, p.month > 0
}

// order tells the day from the month in a date in numbers: what is above
// twelve is the day, and else the custom of the language counts, which is
// day.month wherever the separator is a dot.
func order(a, b int, sep rune, lang string) (day, month int) {
	switch {
	case a > 12 && b > 12:
		return 0, 0
	case a > 12:
		return a, b
	case b > 12 || sep != '.' && monthFirst(lang):
		return b, a
	}
	return a, b
}

// joined reports whether token i continues a longer number or word to its
// left, as in "1.15.02" or "v2.02".
func (w *window) joined(i int) bool {
	t, before := w.at(i), w.at(i-1)
	if !t.glued {
		return false
	}
	if before.kind == word {
		return !cjk(before.r)
	}
	return w.isMark(i-1, ".,/-$€£¥") && before.glued && w.at(i-2).kind == number || w.isMark(i-1, "$€£¥#")
}

// numbersRight matches 2021-02-15, 2021/02/15, "2021. 02. 15." and 2021-02.
func (w *window) numbersRight(string) (parsed, bool) {
	y := w.year
	if !w.isMark(y+1, "./-‑–") || w.joined(y) {
		return parsed{}, false
	}
	p := parsed{year: w.at(y).value, month: w.num(y+2, 12), i: y, j: y + 2}
	if p.month == 0 {
		return parsed{}, false
	}
	if w.isMark(y+3, string(w.at(y+1).r)) {
		if p.day = w.num(y+4, 31); p.day > 0 {
			p.j = y + 4
			if w.isMark(y+5, ".") && w.at(y+1).r == '.' && w.at(y+5).glued {
				p.j++
			}
			return p, true
		}
	}
	next := w.at(y + 3)
	alone := w.at(y+2).digits == 2 && w.isMark(y+1, "-/") && w.at(y+1).glued && w.at(y+2).glued
	return p, alone && !(next.glued && (next.kind == word || w.isMark(y+3, "-/.") && w.at(y+4).glued && w.at(y+4).kind == number))
}

// markers matches dates with a sign after each number: 2021年2月15日,
// 2021년 2월 15일, "2021 оны 2-р сарын 15".
func (w *window) markers(string) (parsed, bool) {
	y := w.year
	m := y + 2
	if !w.startsWith(y+1, "年") && !w.startsWith(y+1, "년") && !w.startsWith(y+1, "он") {
		return parsed{}, false
	}
	p := parsed{year: w.at(y).value, month: w.num(m, 12), i: y}
	at := m + 1
	if w.isMark(at, "-") && w.short(at+1, 2) { // "2-р сарын"
		at += 2
	}
	if p.month == 0 || !w.startsWith(at, "月") && !w.startsWith(at, "월") && !w.startsWith(at, "сар") {
		return parsed{}, false
	}
	p.j = at
	if p.day = w.num(at+1, 31); p.day > 0 {
		p.j = at + 1
		if w.startsWith(at+2, "日") || w.startsWith(at+2, "일") || w.startsWith(at+2, "號") {
			p.j++
		}
	}
	return p, true
}

// month looks for the name of a month that ends at token j, and returns its
// number and first token. Names have one or two words.
func (w *window) monthEnding(j int) (n, first int, solar bool) {
	for _, i := range []int{j - 1, j} {
		if n, solar = w.month(i, j); n > 0 {
			return n, i, solar
		}
	}
	return 0, 0, false
}

// monthStarting is monthEnding from the first token.
func (w *window) monthStarting(i int) (n, last int, solar bool) {
	for _, j := range []int{i + 1, i} {
		if n, solar = w.month(i, j); n > 0 {
			return n, j, solar
		}
	}
	return 0, 0, false
}

func (w *window) month(i, j int) (n int, solar bool) {
	if w.solar {
		if n = w.name(i, j, solarBase+1, solarBase+12); n > 0 {
			return n - solarBase, true
		}
	}
	if i < j && w.at(i).kind == word && !w.at(j).glued && w.at(j).kind == mark {
		return 0, false
	}
	if n = w.name(i, j, 1, 12); n == 0 && w.startsWith(i, "ב") { // Hebrew "in"
		n, _ = lookup(Key(w.text[w.at(i).start+len("ב"):w.at(j).end]), w.lang, 1, 12)
	}
	return n, false
}

// namesLeft matches "15. febrúar 2021", "15 de febrero de 2021", "February
// 15th, 2021" and "february 2021".
func (w *window) namesLeft(string) (parsed, bool) {
	y := w.year
	j := w.skipLeft(y-1, ",.'’/-")
	if n := w.num(j, 31); n > 0 || w.short(j, 3) && w.at(j).glued && w.num(j-1, 31) > 0 {
		if p, ok := w.monthBeforeDay(j); ok {
			return p, true
		}
	}
	month, first, solar := w.monthEnding(j)
	if month == 0 && w.short(j, 4) {
		j = w.skipLeft(j-1, ",.")
		month, first, solar = w.monthEnding(j)
	}
	if month == 0 {
		return parsed{}, false
	}
	p := parsed{year: w.at(y).value, month: month, i: first, j: y, solar: solar}
	if day, at := w.dayLeft(first); day > 0 {
		p.day, p.i = day, at
	}
	return p, true
}

// monthBeforeDay matches "February 15th," before a year. Token j is the last
// of the day.
func (w *window) monthBeforeDay(j int) (parsed, bool) {
	d := j
	if w.at(d).kind == word {
		d--
	}
	m := w.skipLeft(d-1, ".")
	month, first, solar := w.monthEnding(m)
	if month == 0 {
		return parsed{}, false
	}
	return parsed{w.at(w.year).value, month, w.num(d, 31), first, w.year, solar}, true
}

// dayLeft looks for a day before token i.
func (w *window) dayLeft(i int) (day, at int) {
	at = w.skipLeft(i-1, ".,-–/'’ºª°")
	if w.short(at, 3) && !w.at(at).glued { // "15 de febrero"
		at = w.skipLeft(at-1, ".'’ºª°")
	}
	if w.at(at).kind == word && w.at(at).glued && w.short(at, 4) { // "15th", "1er"
		at--
		if w.isMark(at, "-") {
			at--
		}
	}
	if day = w.num(at, 31); day == 0 || w.joined(at) {
		return 0, 0
	}
	return day, at
}

// namesRight matches "2021. február 15.", "2021 m. vasario 15 d.", "2021.
// gada 15. februāris" and "2021 February".
func (w *window) namesRight(string) (parsed, bool) {
	y := w.year
	if w.joined(y) {
		return parsed{}, false
	}
	at := w.skipRight(y+1, ".,-/")
	month, last, solar := w.monthStarting(at)
	if month == 0 && w.num(at, 31) == 0 && w.short(at, 5) { // "gada", "m.", "eko"
		at = w.skipRight(at+1, ".,-")
		month, last, solar = w.monthStarting(at)
	}
	p := parsed{year: w.at(y).value, month: month, i: y, j: last, solar: solar}
	if month > 0 {
		d := w.skipRight(last+1, ".,-/")
		if day := w.num(d, 31); day > 0 && !w.isMark(d+1, ":") {
			p.day, p.j = day, d
			if w.isMark(d+1, ".") && w.at(d+1).glued {
				p.j++
			}
		}
		return p, true
	}
	if p.day = w.num(at, 31); p.day == 0 { // the day before the month
		return parsed{}, false
	}
	m := w.skipRight(at+1, ".-")
	p.month, p.j, p.solar = w.monthStarting(m)
	return p, p.month > 0
}

// skipLeft returns the first token at or before i that is none of the marks,
// passing at most two.
func (w *window) skipLeft(i int, marks string) int {
	for range 2 {
		if w.isMark(i, marks) {
			i--
		}
	}
	return i
}

// skipRight returns the first token at or after i that is none of the marks,
// passing at most two.
func (w *window) skipRight(i int, marks string) int {
	for range 2 {
		if w.isMark(i, marks) {
			i++
		}
	}
	return i
}

// shortYear matches 15.02.21 and 15/02/21, each part of two digits.
func (w *window) shortYear(lang string) (parsed, bool) {
	y := w.year
	sep := w.at(y - 1).r
	for i := y - 4; i <= y; i += 2 {
		if t := w.at(i); t.kind != number || t.digits != 2 {
			return parsed{}, false
		}
	}
	next := w.at(y + 1)
	if !w.isMark(y-3, string(sep)) || w.joined(y-4) || !w.at(y-3).glued || next.glued && (next.kind == word || w.isMark(y+1, "-/") || w.isMark(y+1, ".:") && w.at(y+2).glued) {
		return parsed{}, false
	}
	p := parsed{year: 2000 + w.at(y).value, i: y - 4, j: y}
	if p.year >= 2070 {
		p.year -= 100
	}
	p.day, p.month = order(w.num(y-4, 31), w.num(y-2, 31), sep, lang)
	return p, p.month > 0 && p.day > 0
}
