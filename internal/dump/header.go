package dump

import (
	"strings"

	"github.com/tidings-go/tidings/internal/dates"
)

// body returns the first and the last unit of the article that are running
// text, half-open. Both are 0 where there is none.
func (p *Page) body() (from, to int) {
	for _, sure := range [...]bool{true, false} {
		from, to = -1, 0
		for i := range p.Units {
			if u := &p.Units[i]; u.Keep && (u.trait.good > 5 || !sure && u.trait.run > 10) {
				if from < 0 {
					from = i
				}
				to = i + 1
			}
		}
		if to > 0 {
			break
		}
	}
	return max(from, 0), to
}

// A Header is what a page says about its article, as spans of its text.
type Header struct {
	Title   string
	Date    dates.Date // zero where none is stated
	Authors []string

	title Unit // its span; first is last where there is none
}

// ReadHeader reads title, date and authors of the article that Judge found.
func (p *Page) ReadHeader() Header {
	var h Header
	from, to := p.body()
	if to == 0 {
		return h
	}
	stamp := p.dateline(from, to)
	if stamp >= 0 {
		h.Date = p.Dates[stamp]
	}
	from = p.pastLead(from, to, stamp)
	h.Authors = p.authors(from, to, stamp)
	h.title = p.findTitle(from, stamp, h.Authors)
	if h.title.last > h.title.first {
		h.Title = p.Text[h.title.Start:h.title.End]
	}
	return h
}

// pastLead returns where the text begins if what Judge took for its beginning
// is a headline of several sentences: the first words of a long line, and the
// date behind them.
func (p *Page) pastLead(from, to, stamp int) int {
	const most = 30 // words
	if stamp < 0 || from > 0 || !p.Units[from].long {
		return from
	}
	at := p.unitAt(p.Dates[stamp].Start)
	if at <= from || p.between(from, at) > most {
		return from
	}
	for i := at + 1; i < to; i++ {
		if p.Units[i].Keep && p.Units[i].trait.good > 5 {
			return i
		}
	}
	return from
}

// unitAt returns the unit that holds byte at of the text.
func (p *Page) unitAt(at int) int {
	lo, hi := 0, len(p.Units)
	for lo < hi {
		m := (lo + hi) / 2
		if p.Units[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// dateline returns the number of the date of publication among the dates of
// the page, or -1: a date outside of running text, best between the title
// and the text, not too far before, or else right after it.
func (p *Page) dateline(from, to int) int {
	best, bestScore := -1, 0.0
	for k, d := range p.Dates {
		i := p.unitAt(d.Start)
		if i >= len(p.Units) {
			break
		}
		if s := p.datelineScore(d, i, from, to); s > bestScore {
			best, bestScore = k, s
		}
	}
	return best
}

func (p *Page) datelineScore(d dates.Date, i, from, to int) float64 {
	u := &p.Units[i]
	t := u.trait
	if d.Precision < dates.Month || u.signature {
		return 0
	}
	rest := t.words * (1 - t.dated) // words beside the date
	s := 1.0
	switch {
	case u.Keep && i >= from && i < to && t.good > 5 && (d.Start > u.Start || t.dated < 0.4):
		return 0 // told in the story
	case rest > 12:
		return 0
	case rest > 5:
		s -= 0.4
	}
	s += 0.2*float64(d.Precision) + 0.5*bit(t.cueAny, Time) + 0.4*bit(t.cueAny, By)
	if i > 0 && p.Units[i-1].words < 8 {
		s += 0.3 * (bit(p.Units[i-1].trait.cueAny, Time) + bit(p.Units[i-1].trait.cueAny, By))
	}
	switch {
	case i < from:
		s += 1.2 - 0.08*float64(min(from-i, 20))
	case i < to:
		s += 0.6 - 0.05*float64(min(i-from, 20))
	default:
		s -= 0.5 + 0.15*float64(min(i-to, 20))
		if p.listed(i, to) {
			return 0
		}
	}
	return s
}

// listed reports whether unit i after the article is in a list: teasers stand
// between it and the article, or more dates follow.
func (p *Page) listed(i, to int) bool {
	const far = 40
	if i-to > far {
		return true
	}
	for k := to; k < i; k++ {
		if t := p.Units[k].trait; t.words > 4 && t.ends == 0 && t.date == 0 && t.cued < 0.5 || t.cueStart&(1<<List|1<<Related) != 0 {
			return true
		}
	}
	dated := 0
	for k := i; k < min(i+12, len(p.Units)); k++ {
		if p.Units[k].trait.date > 0 {
			dated++
		}
	}
	return dated > 2
}

// authors returns the names in the byline: beside a cue such as "by", or
// alone near the date.
func (p *Page) authors(from, to, stamp int) []string {
	at := from
	if stamp >= 0 {
		at = p.unitAt(p.Dates[stamp].Start)
	}
	var best []string
	bestScore := 0.0
	for i := max(0, from-14); i < min(len(p.Units), to+3); i++ {
		if i > from+6 && i < to {
			continue
		}
		names, s := p.byline(i)
		if names == nil {
			continue
		}
		d := min(abs(i-at), abs(i-from))
		s += 0.8 - 0.2*float64(min(d, 8))
		if stamp >= 0 && abs(i-at) <= 1 {
			s += 0.5
		}
		if i >= to {
			s -= 0.8
		}
		if s > bestScore {
			best, bestScore = names, s
		}
	}
	const least = 0.75
	switch {
	case bestScore >= least:
		return best
	case stamp >= 0 && p.Units[at].long:
		if names := p.gluedAuthor(stamp); names != nil {
			return names
		}
		return p.leadAuthor(at + 1)
	}
	return nil
}

func abs(n int) int { return max(n, -n) }

// byline reads unit i as a byline and says how much it looks like one.
func (p *Page) byline(i int) (names []string, score float64) {
	u := &p.Units[i]
	t := u.trait
	if u.Keep && t.good > 5 || t.words > 16 || t.words < 1 || u.signature {
		return nil, 0
	}
	first, last, cued := u.first, u.last, 0.0
	if k, next := p.match(first, last); k&(1<<By) != 0 && k&(1<<Photo) == 0 {
		first, cued = next, 1
		if first < last && p.tokens[first].r == ':' {
			first++
		}
	}
	last, found := p.beforeDate(first, last)
	if !found && i > 0 && p.Units[i-1].LineNo == u.LineNo && u.Break == Stamp && cued == 0 && t.words > 3 {
		return nil, 0
	}
	for last > first { // "X skrifar", "X / 기자"
		if k, next := p.match(last-1, u.last); k&(1<<By|1<<Time) != 0 && next >= last && (k&(1<<Time) != 0 || p.tokens[last-1].shape != upper) {
			cued += bit(k, By)
			last--
		} else if p.tokens[last-1].shape == mark {
			last--
		} else {
			break
		}
	}
	if cued == 0 && u.Break == Join && last-first > 2 && (p.binds(u.first-1) || p.inBody(p.tokens[first].id)) {
		first++ // the end of the headline
	}
	if cued > 0 {
		first = p.nameStart(first, last)
		for last-first > 2 && p.tokens[last-1].shape != mark && p.inBody(p.tokens[last-1].id) && p.tokens[last-2].shape != mark {
			last--
		}
	}
	if cued == 0 && first < last && p.tokens[first].shape == lower {
		return nil, 0 // without capitals only a cue tells names
	}
	names = p.names(first, last)
	if names == nil {
		return nil, 0
	}
	score = cued
	for _, n := range names {
		if !strings.ContainsAny(n, " ・·") && cued == 0 {
			score -= 0.6 // one word is seldom a name
		}
	}
	if t.core > 0.6 && cued == 0 {
		score -= 0.5 // somebody in the story
	}
	return names, score
}

// beforeDate returns the end of what stands before the first date among the
// tokens.
func (p *Page) beforeDate(first, last int) (end int, found bool) {
	if first >= last {
		return first, false
	}
	from, to := int(p.tokens[first].start), int(p.tokens[last-1].end)
	k := p.dateFrom(from)
	if k == len(p.Dates) || p.Dates[k].Start >= to {
		return last, false
	}
	for end = first; end < last && int(p.tokens[end].start) < p.Dates[k].Start; end++ {
	}
	return end, true
}

// nameStart skips words of the headline before a name: what the article's
// text has too.
func (p *Page) nameStart(first, last int) int {
	for last-first > 3 {
		k := p.tokens[first]
		if k.shape != mark && k.shape != lower && !p.inBody(k.id) {
			break
		}
		first++
	}
	return first
}

// names splits tokens into names of persons: two to five capitalised words
// each, divided by commas, bars or one small word ("and"). It returns nil if
// anything else is there.
func (p *Page) names(first, last int) []string {
	var out []string
	for first < last {
		end := first
		words := 0
		for end < last && p.inName(end, words) {
			if p.tokens[end].shape != mark && !p.small(end) {
				words++
			}
			end++
		}
		if words == 0 || words > 5 || len(out) > 4 {
			return nil
		}
		for p.small(end - 1) {
			end--
		}
		out = append(out, p.Text[p.tokens[first].start:p.tokens[end-1].end])
		if end < last && p.tokens[end].shape == mark && p.tokens[end].r == '(' {
			break
		}
		if end < last && (p.tokens[end].shape == lower || strings.ContainsRune(",|/&;·•、，", p.tokens[end].r) && p.tokens[end].shape == mark) {
			end++
		} else if end < last {
			return nil
		}
		first = end
	}
	return out
}

// small reports whether token i is a word in small letters of a script that
// has capitals.
func (p *Page) small(i int) bool { return p.tokens[i].shape == lower && cased(p.tokens[i].r) }

// inName reports whether token i goes on a name that has some words.
func (p *Page) inName(i, words int) bool {
	t := p.tokens[i]
	switch t.shape {
	case upper, caps:
		kinds, _ := p.match(i, i+1)
		return kinds&(1<<Nav|1<<Share|1<<List|1<<Account|1<<Related|1<<Comment|1<<Ad|1<<Time|1<<Topic|1<<Legal) == 0
	case lower:
		if !cased(t.r) { // Arabic, Hebrew, Hindi: no capitals to go by
			return p.lex.count[t.id] <= 2 && words < 4
		}
		return words > 0 && particle(p.lex.names[t.id])
	case mark:
		return words > 0 && t.r == '.' && !t.space
	}
	return false
}

// particle reports small words inside names.
func particle(w string) bool {
	return strings.Contains(" de da do dos das del della di du van von der den ten la le el al bin ibn y af zu ", " "+w+" ")
}

// dateFrom returns the first date that ends after byte at.
func (p *Page) dateFrom(at int) int {
	lo, hi := 0, len(p.Dates)
	for lo < hi {
		m := (lo + hi) / 2
		if p.Dates[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
