package dump

import "math"

// Features is the number of features of a unit.
const Features = 115

// Describe returns the features of every unit, Features numbers each.
func (p *Page) Describe() []float32 {
	ts := p.traits()
	for i := range ts {
		p.Units[i].trait = &ts[i]
	}
	out := make([]float32, len(ts)*Features)
	c := p.newContext(ts)
	for i := range ts {
		row := writer{to: out[i*Features : (i+1)*Features : (i+1)*Features]}
		c.own(&row, i)
		c.around(&row, i)
		c.place(&row, i)
	}
	return out
}

type writer struct {
	to []float32
	n  int
}

func (w *writer) put(xs ...float64) {
	for _, x := range xs {
		if w.n < len(w.to) {
			w.to[w.n] = float32(x)
			w.n++
		}
	}
}

// context has sums over the page, so that every window costs the same.
type context struct {
	p           *Page
	ts          []trait
	words, good []float64 // running sums
	ended       []float64
	cored       []float64
	upper       []float64
	prevGood    []float64 // words since the last good unit
	nextGood    []float64
	since       [cueKinds][]float64 // units since a cue of a kind began one
	from, to    int                 // the densest stretch of good text
	cased       float64
	lineWords   []float64
	dated       []float64 // running sum of units with a date
	talk        []float64 // running sum of units with a cue of comments
	ranks       []float64 // how many units begin alike
}

func (p *Page) newContext(ts []trait) *context {
	n := len(ts)
	c := &context{p: p, ts: ts, words: make([]float64, n+1), good: make([]float64, n+1), ended: make([]float64, n+1), cored: make([]float64, n+1), upper: make([]float64, n+1), dated: make([]float64, n+1), talk: make([]float64, n+1), prevGood: make([]float64, n), nextGood: make([]float64, n), lineWords: make([]float64, n)}
	for i, t := range ts {
		c.words[i+1] = c.words[i] + t.words
		c.good[i+1] = c.good[i] + t.good
		c.ended[i+1] = c.ended[i] + t.words*t.runEnds
		c.cored[i+1] = c.cored[i] + t.words*t.core
		c.upper[i+1] = c.upper[i] + t.words*(t.upper+t.caps)
		c.dated[i+1] = c.dated[i] + math.Min(t.date, 1)
		c.talk[i+1] = c.talk[i] + bit(t.cueAny, Comment)
	}
	if p.hasCase() {
		c.cased = 1
	}
	c.gaps()
	c.cueDistances()
	c.stretch()
	c.lines()
	c.ranks = p.alike()
	return c
}

func (c *context) gaps() {
	gap := 1e4
	for i, t := range c.ts {
		c.prevGood[i] = gap
		if gap += t.words + 1; t.good > 5 {
			gap = 0
		}
	}
	gap = 1e4
	for i := len(c.ts) - 1; i >= 0; i-- {
		c.nextGood[i] = gap
		if gap += c.ts[i].words + 1; c.ts[i].good > 5 {
			gap = 0
		}
	}
}

func (c *context) cueDistances() {
	for _, k := range []CueKind{Related, List, Comment, Legal, Topic} {
		c.since[k] = make([]float64, len(c.ts))
		d := 500.0
		for i, t := range c.ts {
			if t.cueStart&(1<<k) != 0 && (t.cued > 0.8 || k != Related && t.words < 8) {
				d = 0
			}
			c.since[k][i] = d
			d++
		}
	}
}

// stretch finds the units with the greatest sum of good words less a price
// for all others (Kadane's algorithm).
func (c *context) stretch() {
	best, sum, start := 0.0, 0.0, 0
	for i, t := range c.ts {
		if sum <= 0 {
			sum, start = 0, i
		}
		if t.good > 0 {
			sum += t.good
		} else {
			sum -= math.Min(t.words, 12)*0.7 + 2
		}
		if sum > best {
			best, c.from, c.to = sum, start, i+1
		}
	}
}

func (c *context) lines() {
	us := c.p.Units
	for i := 0; i < len(us); {
		j, sum := i, 0.0
		for j < len(us) && us[j].LineNo == us[i].LineNo {
			sum += us[j].words
			j++
		}
		for k := i; k < j; k++ {
			c.lineWords[k] = sum
		}
		i = j
	}
}

func ln(x float64) float64 { return math.Log1p(math.Max(x, 0)) }

func bit(kinds uint16, k CueKind) float64 { return float64(kinds >> k & 1) }

// own writes what a unit is by itself.
func (c *context) own(w *writer, i int) {
	t, u := &c.ts[i], &c.p.Units[i]
	next := 0.0
	if i+1 < len(c.ts) {
		next = float64(c.p.Units[i+1].Break)
	}
	long := 0.0
	if u.long {
		long = 1
	}
	w.put(ln(t.words), ln(t.run), t.runEnds, t.joins, t.ends, t.colon, t.starts, t.upper, t.caps, t.digit, t.common)
	w.put(t.commas, t.quotes, t.letters, t.inner, t.cued, t.date, t.dated, t.sign, t.before, t.after, ln(t.copied), t.core)
	w.put(float64(u.Break), next, long, ln(c.lineWords[i]))
	for k := Related; k < cueKinds; k++ {
		w.put(bit(t.cueStart, k))
	}
	w.put(bit(t.cueAny, Legal), bit(t.cueAny, Account), bit(t.cueAny, Photo), bit(t.cueAny, Time))
}

// at returns the trait at i, or an empty one outside the page.
func (c *context) at(i int) *trait {
	if i < 0 || i >= len(c.ts) {
		return &trait{}
	}
	return &c.ts[i]
}

// around writes what the neighbours are.
func (c *context) around(w *writer, i int) {
	for _, d := range []int{-2, -1, 1, 2} {
		t := c.at(i + d)
		w.put(ln(t.words), t.runEnds, t.good, t.cued, t.upper+t.caps)
	}
	for _, d := range []int{-1, 1} {
		t := c.at(i + d)
		w.put(ln(t.run), t.core, t.date)
	}
	before := c.at(i - 1)
	w.put(bit(before.cueStart, Related), bit(before.cueStart, List), bit(before.cueStart, Photo))
	for _, k := range []int{2, 4, 8, 16} {
		w.put(c.share(c.good, i-k, i), c.share(c.good, i+1, i+1+k))
	}
	w.put(c.share(c.ended, i-4, i+5), c.share(c.cored, i-4, i+5), c.share(c.upper, i-4, i+5))
}

// share returns the part of the words of units i to j that sum counts.
func (c *context) share(sum []float64, i, j int) float64 {
	i, j = max(i, 0), min(j, len(c.ts))
	if i >= j {
		return -1
	}
	return (sum[j] - sum[i]) / math.Max(c.words[j]-c.words[i], 1)
}

// place writes where on the page the unit is.
func (c *context) place(w *writer, i int) {
	n := len(c.ts)
	total, good := math.Max(c.words[n], 1), math.Max(c.good[n], 1)
	inside, edge := 0.0, 0.0
	switch {
	case i < c.from:
		edge = -ln(c.words[c.from] - c.words[i])
	case i >= c.to:
		edge = ln(c.words[i+1] - c.words[c.to])
	default:
		inside = 1
	}
	w.put(ln(c.prevGood[i]), ln(c.nextGood[i]), c.words[i]/total, c.good[i]/good, ln(c.good[i]), ln(c.good[n]-c.good[i+1]))
	w.put(inside, edge, (c.good[c.to]-c.good[c.from])/good, ln(total), good/total, c.cased)
	for _, k := range []CueKind{Related, List, Comment, Legal, Topic} {
		w.put(ln(c.since[k][i]))
	}
	span := func(sum []float64, from, to int) float64 { return sum[min(max(to, 0), n)] - sum[min(max(from, 0), n)] }
	w.put(span(c.dated, i-3, i), span(c.dated, i+1, i+4), span(c.dated, i-12, i), span(c.dated, i+1, i+13), ln(c.dated[i]), ln(c.dated[n]-c.dated[i+1]))
	w.put(span(c.talk, i-6, i), span(c.talk, i+1, i+7), ln(c.talk[i]), ln(c.ranks[i]))
	w.put(c.at(i-1).colon, ln(span(c.words, i-4, i+5)), ln(span(c.words, i-10, i)), ln(span(c.words, i+1, i+11)))
}

// alike counts, for each unit, those that begin with the same two words, or
// with numbers in the same place.
func (p *Page) alike() []float64 {
	type start [2]int32
	key := func(u *Unit) start {
		k := start{-2, -2}
		n := 0
		for i := u.first; i < u.last && n < 2; i++ {
			switch t := p.tokens[i]; t.shape {
			case mark:
				continue
			case digits:
				k[n] = -1
			default:
				k[n] = t.id
			}
			n++
		}
		return k
	}
	count := make(map[start]float64, len(p.Units))
	for i := range p.Units {
		count[key(&p.Units[i])]++
	}
	out := make([]float64, len(p.Units))
	for i := range p.Units {
		out[i] = count[key(&p.Units[i])] - 1
	}
	return out
}
