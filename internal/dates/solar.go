package dates

// solarToGregorian converts a date of the Solar Hijri calendar, which Iran
// and Afghanistan use, by the 33-year cycle of leap years that holds for the
// years 1178 to 1633 (Borkowski, "The Persian calendar for 3000 years", 1996).
func solarToGregorian(year, month, day int) (y, m, d int) {
	days := 365*(year-1178) + leaps(year) - leaps(1178)
	if month <= 7 {
		days += 31 * (month - 1)
	} else {
		days += 30*(month-1) + 6
	}
	// 1 Farvardin 1178 is 21 March 1799.
	days += day - 1 + 79 // days since 1 January 1799
	for y = 1799; ; y++ {
		n := 337 + daysIn(y, 2)
		if days < n {
			break
		}
		days -= n
	}
	for m = 1; days >= daysIn(y, m); m++ {
		days -= daysIn(y, m)
	}
	return y, m, days + 1
}

// leaps counts the leap years before year, from a common start.
func leaps(year int) int {
	n := 8 * (year / 33)
	for r := year - year%33; r < year; r++ {
		if solarLeap(r) {
			n++
		}
	}
	return n
}

func solarLeap(year int) bool { return (25*year+11)%33 < 8 }
