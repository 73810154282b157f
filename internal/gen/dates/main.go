// Command dates writes the table of internal/dates: the names of months,
// weekdays and halves of the day from the Unicode CLDR.
package main

import (
	"cmp"
	"encoding/xml"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/dates"
)

// languages in the order in which they win where a name means two things.
const languages = "en zh es ar hi pt bn ru ja de fr id ur tr vi ko it fa pl uk nl ro el hu cs sv sr bg da fi no sk hr he th ms my " +
	"ta te mr gu kn ml pa or as ne si km lo az uz kk ky tg tk mn be ka hy lt lv et sl mk sq bs is fo ga cy gd eu gl ca oc mt lb rm br fy af " +
	"sw ha yo ig zu xh am ti so om rw rn sn st ny lg ln mg fil jv su ceb ku ckb ps sd ug tt ba cv sah os ce se dsb hsb kl haw mi to sm eo ia yi nn fur sc ast an wa dz bo ii"

type keyed struct {
	Type string `xml:"type,attr"`
	Alt  string `xml:"alt,attr"`
	Text string `xml:",chardata"`
}

type context struct {
	Widths []struct {
		Type  string  `xml:"type,attr"`
		Items []keyed `xml:",any"`
	} `xml:",any"`
}

type calendar struct {
	Type    string    `xml:"type,attr"`
	Months  []context `xml:"months>monthContext"`
	Days    []context `xml:"days>dayContext"`
	Periods []context `xml:"dayPeriods>dayPeriodContext"`
	Formats []struct {
		Type    string `xml:"type,attr"`
		Pattern string `xml:"dateFormat>pattern"`
	} `xml:"dateFormats>dateFormatLength"`
}

type locale struct {
	Calendars []calendar `xml:"dates>calendars>calendar"`
}

type table struct {
	langs map[string][]string // "key\tnumber" → languages
	mdy   []string
}

func main() {
	cldr := flag.String("cldr", "", "folder common/main of the CLDR")
	out := flag.String("out", "", "file to write")
	flag.Parse()
	t := &table{langs: map[string][]string{}}
	for _, lang := range strings.Fields(languages) {
		if err := t.addLanguage(*cldr, lang); err != nil {
			log.Fatal(err)
		}
	}
	t.addExtra()
	if err := os.WriteFile(*out, []byte(t.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}

// addLanguage adds a language with all its scripts and regions.
func (t *table) addLanguage(dir, lang string) error {
	files, err := filepath.Glob(filepath.Join(dir, lang+"*.xml"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	own := false
	for _, f := range files {
		tag := strings.TrimSuffix(filepath.Base(f), ".xml")
		if tag != lang && !strings.HasPrefix(tag, lang+"_") {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		var l locale
		if err := xml.Unmarshal(b, &l); err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
		for _, c := range l.Calendars {
			t.addCalendar(lang, tag, c)
			own = own || c.Type == "gregorian" && len(c.Months) > 0
		}
	}
	if !own {
		log.Printf("no months for %s", lang)
	}
	return nil
}

func (t *table) addCalendar(lang, tag string, c calendar) {
	switch c.Type {
	case "gregorian":
		for _, m := range c.Months {
			t.addMonths(lang, m, 0)
		}
		for _, d := range c.Days {
			t.addWeekdays(lang, d)
		}
		for _, p := range c.Periods {
			t.addPeriods(lang, p)
		}
		t.addOrder(lang, tag, c)
	case "persian":
		if lang == "fa" || lang == "ps" || lang == "ckb" || lang == "az" {
			for _, m := range c.Months {
				t.addMonths(lang, m, 30)
			}
		}
	}
}

func (t *table) addMonths(lang string, c context, base int) {
	for _, w := range c.Widths {
		if w.Type == "narrow" {
			continue
		}
		var wide []string
		for _, m := range w.Items {
			n := 0
			fmt.Sscan(m.Type, &n)
			if n < 1 || n > 12 {
				continue
			}
			t.add(lang, m.Text, base+n)
			if lang == "eu" { // "otsailaren 15a": the genitive is in the pattern
				t.add(lang, m.Text+"ren", base+n)
			}
			wide = append(wide, m.Text)
		}
		if w.Type == "wide" && base == 0 && len(wide) == 12 {
			t.addPrefixes(lang, wide)
		}
	}
}

// extra has forms of months that the CLDR lacks and newspapers print.
const extra = "en:9:sept es:9:setiembre es:9:set pt:9:set it:9:sett bn:1:জানুয়ারি bn:2:ফেব্রুয়ারি hi:2:फरवरी hi:8:अगस्त ar:1:جانفي ar:2:فيفري"

func (t *table) addExtra() {
	for _, f := range strings.Fields(extra) {
		p := strings.Split(f, ":")
		n := 0
		fmt.Sscan(p[1], &n)
		t.add(p[0], p[2], n)
	}
}

// addPrefixes adds the first three and four letters of the names where they
// tell them apart: what editors write though CLDR has another abbreviation.
func (t *table) addPrefixes(lang string, wide []string) {
	for n := 3; n <= 4; n++ {
		seen := map[string]int{}
		short := make([]string, len(wide))
		for i, w := range wide {
			k := []rune(dates.Key(w))
			if !unicode.In(k[0], unicode.Latin, unicode.Cyrillic, unicode.Greek) || len(k) < n {
				continue
			}
			short[i] = string(k[:n])
			seen[short[i]]++
		}
		for i, s := range short {
			if s != "" && seen[s] == 1 {
				t.add(lang, s, i+1)
			}
		}
	}
}

func (t *table) addWeekdays(lang string, c context) {
	for _, w := range c.Widths {
		if w.Type == "narrow" {
			continue
		}
		for _, d := range w.Items {
			if i := slices.Index([]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}, d.Type); i >= 0 {
				t.add(lang, d.Text, 13+i)
			}
		}
	}
}

func (t *table) addPeriods(lang string, c context) {
	for _, w := range c.Widths {
		if w.Type == "narrow" {
			continue
		}
		for _, p := range w.Items {
			switch p.Type {
			case "am":
				t.add(lang, p.Text, 20)
			case "pm":
				t.add(lang, p.Text, 21)
			}
		}
	}
}

// addOrder notes tags whose short date has the month first, and marks each
// language with a region that has an order of its own by "language+".
func (t *table) addOrder(lang, tag string, c calendar) {
	for _, f := range c.Formats {
		m, d, y := strings.IndexByte(f.Pattern, 'M'), strings.IndexByte(f.Pattern, 'd'), strings.IndexByte(f.Pattern, 'y')
		if f.Type != "short" || m < 0 || d < 0 || y < 0 {
			continue
		}
		tag = strings.ReplaceAll(tag, "_", "-")
		switch first := m < d && d < y; {
		case first && tag == lang:
			t.mdy = append(t.mdy, tag)
			if tag == "en" { // the region of the language itself has no order of its own
				t.mdy = append(t.mdy, "en-US", "en-PH")
			}
		case first:
			t.mdy = append(t.mdy, tag)
		case tag != lang && slices.Contains(t.mdy, lang):
			t.mdy = append(t.mdy, lang+"+")
		}
	}
}

func (t *table) add(lang, text string, n int) {
	k := strings.TrimSpace(dates.Key(text))
	if k == "" || unicode.IsDigit([]rune(k)[0]) || strings.HasPrefix(k, "m0") || strings.HasPrefix(k, "m1") {
		return
	}
	if n < 20 && utf8.RuneCountInString(k) < 2 { // a letter says too little
		return
	}
	id := fmt.Sprintf("%s\t%d", k, n)
	if !slices.Contains(t.langs[id], lang) {
		t.langs[id] = append(t.langs[id], lang)
	}
}

func (t *table) String() string {
	type line struct {
		key  string
		n    int
		lang []string
	}
	var ls []line
	for id, langs := range t.langs {
		k, num, _ := strings.Cut(id, "\t")
		n := 0
		fmt.Sscan(num, &n)
		ls = append(ls, line{k, n, langs})
	}
	rank := strings.Fields(languages)
	slices.SortFunc(ls, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(slices.Index(rank, a.lang[0]), slices.Index(rank, b.lang[0])), cmp.Compare(a.n, b.n))
	})
	slices.Sort(t.mdy)
	out := []string{"=mdy\t" + strings.Join(slices.Compact(t.mdy), ",")}
	for i, l := range ls {
		f := fmt.Sprintf("%d:%s", l.n, strings.Join(l.lang, ","))
		if i > 0 && ls[i-1].key == l.key {
			out[len(out)-1] += "\t" + f
			continue
		}
		out = append(out, l.key+"\t"+f)
	}
	slices.Sort(out)
	return strings.Join(out, "\n") + "\n"
}
