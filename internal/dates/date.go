package dates

import (
	"fmt"
	"time"
)

// A Precision says how much of a date is stated.
type Precision uint8

// The precisions, from none to minutes.
const (
	None Precision = iota
	Year
	Month
	Day
	Minute
)

// A Date is a date that is written in text[Start:End]. It is a plain value.
type Date struct {
	Start, End       int
	Year, Month, Day int
	Hour, Min        int
	Precision        Precision
	HasZone          bool // whether the zone is stated
	Zone             int  // seconds east of UTC
}

// Time returns the earliest moment that the date can mean, in its zone, or in
// UTC where none is stated.
func (d Date) Time() time.Time {
	if d.Precision == None {
		return time.Time{}
	}
	loc := time.UTC
	if d.HasZone && d.Zone != 0 {
		loc = time.FixedZone("", d.Zone)
	}
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), d.Hour, d.Min, 0, 0, loc)
}

// String returns the date as far as it is stated, in the form of ISO 8601.
func (d Date) String() string {
	switch d.Precision {
	case Year:
		return fmt.Sprintf("%04d", d.Year)
	case Month:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case Day:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case Minute:
		return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", d.Year, d.Month, d.Day, d.Hour, d.Min)
	}
	return ""
}

// daysIn returns the number of days of a Gregorian month.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
