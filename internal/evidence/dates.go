package evidence

import (
	"fmt"
	"strings"

	"github.com/tidings-go/tidings/internal/dates"
)

const (
	dateBytes  = 4000 // of a text that are searched for dates
	dateLines  = 4    // first lines that may be the dateline
	maxDates   = 12
	dateWeight = 1.5
)

// dates adds the days that are named with their year, and returns the day of
// the dateline.
func (r *reader) dates(text string) int64 {
	text = text[:min(len(text), dateBytes)]
	for i, d := range dates.Find(text, r.tag) {
		if i == maxDates {
			break
		}
		if d.Precision >= dates.Day {
			day := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
			r.neutral.add(MakeKey(Number, "", day), 0, dateWeight, false, day)
		}
	}
	for range dateLines {
		line, rest, more := strings.Cut(text, "\n")
		if d, ok := dates.Line(line, r.tag); ok && d.Precision >= dates.Day {
			return d.Time().Unix()
		}
		if text = rest; !more {
			break
		}
	}
	return 0
}
