package dates

import (
	_ "embed"
	"strings"
)

// names holds a line for each name, sorted by key:
//
//	key TAB number ':' language,language… TAB number ':' …
//
// Numbers 1 to 12 are months, 13 to 19 weekdays from Sunday on, 20 and 21 the
// halves of the day, 31 to 42 months of the Solar Hijri calendar. The key
// "=mdy" lists the languages and regions that write the month before the day
// in numeric dates.
//
//go:embed names.txt
var names string

const (
	firstWeekday = 13
	lastWeekday  = 19
	am           = 20
	pm           = 21
	solarBase    = 30
)

// entry returns the rest of the line of key, or "".
func entry(key string) string {
	lo, hi := 0, len(names)
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(names[:mid], '\n') + 1
		end := start + strings.IndexByte(names[start:], '\n')
		if end < start {
			end = len(names)
		}
		k, rest, _ := strings.Cut(names[start:end], "\t")
		switch {
		case k == key:
			return rest
		case k < key:
			lo = end + 1
		default:
			hi = start
		}
	}
	return ""
}

// lookup returns the number from lo to hi of a name, preferring what it means
// in lang. It is 0 where there is none, and own reports that lang has it.
func lookup(key, lang string, lo, hi int) (n int, own bool) {
	rest := entry(key)
	for rest != "" {
		var f string
		f, rest, _ = strings.Cut(rest, "\t")
		num, langs, _ := strings.Cut(f, ":")
		v := atoi(num)
		if v < lo || v > hi {
			continue
		}
		if n == 0 {
			n = v
		}
		if lang != "" && has(langs, lang) {
			return v, true
		}
	}
	return n, false
}

// has reports whether item is in the comma-separated list.
func has(list, item string) bool {
	for list != "" {
		var x string
		x, list, _ = strings.Cut(list, ",")
		if x == item {
			return true
		}
	}
	return false
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// monthFirst reports whether lang, a BCP 47 tag, writes 02/15/2021.
func monthFirst(lang string) bool {
	list := entry("=mdy")
	if has(list, lang) {
		return true
	}
	base, region := base(lang)
	if region != "" && has(list, base+"+") { // a region that CLDR has, with an order of its own
		return has(list, base+"-"+region)
	}
	return has(list, base)
}

// base returns the language of a BCP 47 tag in lower case, and its region if
// it states one.
func base(tag string) (lang, region string) {
	tag = strings.ReplaceAll(tag, "_", "-")
	lang, rest, _ := strings.Cut(tag, "-")
	for rest != "" {
		var s string
		s, rest, _ = strings.Cut(rest, "-")
		if len(s) == 2 {
			region = strings.ToUpper(s)
			break
		}
	}
	lang = strings.ToLower(lang)
	switch lang {
	case "nb":
		lang = "no"
	case "sh", "cnr":
		lang = "sr"
	case "tl":
		lang = "fil"
	case "iw":
		lang = "he"
	case "in":
		lang = "id"
	case "prs":
		lang = "fa"
	}
	return lang, region
}
