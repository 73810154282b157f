package join

import (
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/evidence"
)

// How candidates are found.
const (
	probes    = 40   // keys of an article that are looked up, heaviest first
	maxList   = 1500 // stories of a key beyond which it is too common to look up
	maxVisits = 6000 // stories of all keys that are looked up
	shortlist = 12   // stories measured
	judged    = 10   // stories judged
	members   = 6    // members of a story that are measured one by one
	day       = 24 * 60 * 60
	minDot    = 1e-9
)

// A Candidate is a story that an article may join, and how it shares the
// article's evidence.
type Candidate struct {
	Story    int32
	P        float64 // probability that the article belongs, once judged
	Features Features

	cos, words float64 // of the neutral vectors, and of the words
}

// scratch is reused from article to article.
type scratch struct {
	score []float64
	found []int32

	measured []Candidate
}

// A query is an article laid out to be compared with many stories.
type query struct {
	s      *Space
	doc    int32
	d      *Doc
	weight []float64 // by item: weight times idf
	idf    []float64 // by item
	norm   float64   // of the neutral vector, as things stand now
	wnorm  float64
	groups [numGroups]float64 // squared lengths by group of kinds
	masses [numGroups]float64 // sums of the idf of its keys by group of kinds
	mass   float64            // of all of them
	titles [numGroups]float64 // sums of the idf of its title's keys
	about  []int              // its heaviest names, as items
}

func (s *Space) newQuery(doc int32) *query {
	d := &s.docs[doc]
	n := len(d.items)
	room := make([]float64, 2*n)
	q := &query{s: s, doc: doc, d: d, weight: room[:n], idf: room[n:]}
	var nn, wn float64
	for i, it := range d.items {
		w := &s.terms.weights[it.term]
		w.at = int32(i + 1)
		q.idf[i] = float64(w.idf)
		x := float64(w.weight) * float64(it.value())
		q.weight[i] = x
		if it.flags&flagWord == 0 {
			nn += x * x
			g := groupOf[it.kind()]
			q.groups[g] += x * x
			q.masses[g] += w.linked()
			q.mass += w.linked()
			if it.flags&flagTitle != 0 {
				q.titles[g] += q.idf[i]
			}
			if g == names && it.of == 0 {
				q.about = q.heavier(q.about, i)
			}
		}
		if it.flags&(flagWord|flagNumber) != 0 {
			wn += x * x
		}
	}
	q.norm, q.wnorm = math.Sqrt(nn)+1e-6, math.Sqrt(wn)+1e-6
	return q
}

// maxAbout is how many of its names say what an article is about.
const maxAbout = 5

// heavier adds item i to list, which is kept sorted by weight, heaviest first,
// and short.
func (q *query) heavier(list []int, i int) []int {
	at := len(list)
	for at > 0 && q.weight[list[at-1]] < q.weight[i] {
		at--
	}
	if at == maxAbout {
		return list
	}
	list = slices.Insert(list, at, i)
	return list[:min(len(list), maxAbout)]
}

func (q *query) close() {
	for _, it := range q.d.items {
		q.s.terms.weights[it.term].at = 0
	}
}

// Candidates returns the stories that share most with an article that is in
// none, best first. skip tells which stories are out of the question.
func (s *Space) Candidates(doc int32, skip func(story int32) bool) []Candidate {
	q := s.newQuery(doc)
	defer q.close()
	all := s.scratch.measured[:0]
	for _, story := range q.shortlist(skip) {
		if c := q.measure(story); c.cos > minDot || c.words > minDot {
			all = append(all, c)
		}
	}
	s.scratch.measured = all
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &all[i], &all[j]
		switch x, y := a.cos+a.words/2, b.cos+b.words/2; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return int(a.Story - b.Story)
	})
	order = order[:min(len(order), judged)]
	list := make([]Candidate, len(order))
	for i, at := range order {
		list[i] = all[at]
		list[i].Features.members(q, s.Story(list[i].Story))
	}
	q.compare(list)
	return list
}

// Compare measures an article that is in no story against one story alone.
func (s *Space) Compare(doc, story int32) Candidate {
	q := s.newQuery(doc)
	defer q.close()
	list := []Candidate{q.measure(story)}
	list[0].Features.members(q, s.Story(story))
	q.compare(list)
	return list[0]
}

// shortlist looks up the heaviest keys of the article.
func (q *query) shortlist(skip func(int32) bool) []int32 {
	s := q.s
	sc := &s.scratch
	for len(sc.score) < len(s.stories) {
		sc.score = append(sc.score, 0)
	}
	sc.found = sc.found[:0]
	var room [1]int32
	visits := 0
	for _, i := range q.heaviest() {
		list := s.terms.index.of(s.terms.all[q.d.items[i].term].stories, &room)
		if visits += len(list); visits > maxVisits {
			break
		}
		x := q.weight[i] * q.idf[i]
		if q.d.items[i].flags&flagWord != 0 {
			x /= q.wnorm
		} else {
			x /= q.norm
		}
		for _, story := range list {
			if sc.score[story] == 0 {
				sc.found = append(sc.found, story)
			}
			sc.score[story] += x
		}
	}
	best := make([]int32, 0, shortlist)
	for _, story := range sc.found {
		x := sc.score[story]
		at := len(best)
		for at > 0 && behind(sc.score[best[at-1]], best[at-1], x, story) {
			at--
		}
		if at == shortlist || skip(story) {
			continue
		}
		best = slices.Insert(best[:min(len(best), shortlist-1)], at, story)
	}
	for _, story := range sc.found {
		sc.score[story] = 0
	}
	return best
}

// behind reports whether story a, of score x, comes behind story b, of score y.
func behind(x float64, a int32, y float64, b int32) bool { return x < y || x == y && a > b }

// heaviest returns the items to look up, by weight.
func (q *query) heaviest() []int {
	all := make([]int, 0, len(q.d.items))
	for i, it := range q.d.items {
		if n := q.s.terms.index.len(q.s.terms.all[it.term].stories); n > 0 && n <= maxList {
			all = append(all, i)
		}
	}
	slices.SortFunc(all, func(a, b int) int {
		switch {
		case q.weight[a] > q.weight[b]:
			return -1
		case q.weight[a] < q.weight[b]:
			return 1
		}
		return a - b
	})
	return all[:min(len(all), probes)]
}

// shared sums up the distinct keys of one kind that article and story share.
type shared struct {
	rare int
	mass float64
	dot  float64
}

// The groups of kinds whose share of a likeness is measured apart.
const (
	names = iota
	meanings
	numbers
	numGroups
)

// groupOf is the group of each kind.
var groupOf = [1 << (8 - kindShift)]uint8{
	evidence.Number: numbers, evidence.Concept: meanings, evidence.Cognate: meanings,
}

// groups compares an article and a story by groups of kinds.
type groups struct {
	dot, length     [numGroups]float64 // length is squared
	in, cover       [numGroups]float64 // squared lengths of what of the article the story has, and of it by how many members
	core, coreAll   [numGroups]float64 // of the keys that half the members have: what is shared, and all
	mass, met       [numGroups]float64 // sums of idf: of what others may have too in the story, and of what the article has of it
	titled, titleIn [numGroups]float64 // sums of idf: of what the members have in titles, and of what the article has of it
	missed          [numGroups]float64 // largest idf in the core that the article has not
}

// overlap is what article and story share.
type overlap struct {
	groups
	kinds                   [8]shared
	dot, words, length      float64 // length is squared
	maxDot                  float64
	idf, second             float64 // the two largest
	core, coreShared        float64 // sums of idf
	titleIn, titleTitle     [numGroups]float64
	only                    int     // keys that no other story has
	exclusive, exclusiveAll float64 // sums of idf, each by how many stories have it
}

// rareIDF is the idf from which a key counts as rare.
const rareIDF = 3.0

// measure compares the article with a story. What [Features.members] adds is
// missing.
func (q *query) measure(story int32) Candidate {
	y := &q.s.stories[story]
	n := float64(len(y.Docs))
	var o overlap
	for i := range y.entries {
		e := &y.entries[i]
		w := &q.s.terms.weights[e.term]
		x := float64(w.weight) * e.total()
		if e.flags&flagWord == 0 {
			o.have(e, w, x, n)
		}
		if at := int(w.at) - 1; at >= 0 {
			o.share(q, y, e, at, float64(w.idf), x, n)
		} else if e.flags&flagWord == 0 && 2*float64(e.docs) >= n {
			g := groupOf[e.kind()]
			o.missed[g] = max(o.missed[g], float64(w.idf)*float64(e.docs)/n)
		}
	}
	norm := math.Sqrt(o.length) + 1e-6
	same := float64(y.langs[q.d.Lang])
	words := 0.0
	if same > 0 {
		words = o.words / q.wnorm / same
		if same > 1 {
			words /= 0.75
		}
	}
	c := Candidate{Story: story, cos: o.dot / (q.norm * norm), words: words}
	c.Features.fill(q, y, &o, &c, norm, same > 0)
	return c
}

// have takes note of a key of the story.
func (o *overlap) have(e *entry, w *weights, x, n float64) {
	o.length += x * x
	g := groupOf[e.kind()]
	o.groups.length[g] += x * x
	o.mass[g] += w.linked()
	if e.titles > 0 {
		o.titled[g] += float64(w.idf) * float64(e.titles) / n
	}
	if 2*float64(e.docs) >= n {
		o.core += float64(w.idf)
		o.coreAll[g] += x * x
	}
}

// share takes note of a key of the story that the article has as item i.
func (o *overlap) share(q *query, y *Story, e *entry, i int, idf, x, n float64) {
	it := &q.d.items[i]
	dot := q.weight[i] * x
	if e.flags&(flagWord|flagNumber) != 0 {
		o.words += dot
		if e.flags&flagWord != 0 {
			o.kinds[evidence.Word].count(idf)
			return
		}
	}
	g := groupOf[e.kind()]
	own := q.weight[i] * q.weight[i]
	o.dot += dot
	o.groups.dot[g] += dot
	o.met[g] += q.s.terms.weights[e.term].linked()
	o.in[g] += own
	o.cover[g] += own * float64(e.docs) / n
	o.groups.titleIn[g] += idf * float64(e.titles) / n
	o.maxDot = max(o.maxDot, dot)
	if 2*float64(e.docs) >= n {
		o.groups.core[g] += x * x
		o.coreShared += idf
	}
	if it.flags&flagTitle != 0 {
		o.titleIn[g] += idf
		if e.titles > 0 {
			o.titleTitle[g] += idf
		}
	}
	k := &o.kinds[e.kind()]
	k.dot += dot
	if it.of > 0 && q.has(y, q.d.items[it.of-1].term) {
		return // its full spelling is shared and counts
	}
	k.count(idf)
	if idf > o.idf {
		o.idf, o.second = idf, o.idf
	} else {
		o.second = max(o.second, idf)
	}
	stories := q.s.terms.index.len(q.s.terms.all[e.term].stories)
	if stories == 1 && idf >= rareIDF {
		o.only++
	}
	o.exclusive += idf / float64(stories)
	o.exclusiveAll += idf
}

func (k *shared) count(idf float64) {
	k.mass += idf
	if idf >= rareIDF {
		k.rare++
	}
}

func (q *query) has(y *Story, t term) bool {
	_, ok := y.find(t)
	return ok
}

// find returns where among the keys of a story a term is.
func (y *Story) find(t term) (int, bool) {
	return slices.BinarySearchFunc(y.entries, t, func(e entry, t term) int { return int(int64(e.term) - int64(t)) })
}

// gap is the time between the article and the story, in days; none if either
// has no date.
func (q *query) gap(y *Story) float64 {
	t := q.d.Time
	switch {
	case t == NoTime || y.First == NoTime:
		return 0
	case t < y.First:
		return float64(y.First-t) / day
	case t > y.Last:
		return float64(t-y.Last) / day
	}
	return 0
}

// How alike the runner-up of an article would be in a large stream, and how
// many articles that guess counts for: in a small stream, being far ahead of
// all other stories tells only that there are few.
const (
	runnerUp      = 0.25
	runnerUpCount = 300
)

// byChance returns how alike a runner-up must be taken to be at least.
func (s *Space) byChance() float64 {
	return runnerUp * runnerUpCount / (runnerUpCount + float64(s.Len()))
}

// compare sets each candidate against the others.
func (q *query) compare(list []Candidate) {
	for i := range list {
		next, nextWords := q.s.byChance(), q.s.byChance()
		better, near := 0, 0
		for j := range list {
			if j == i {
				continue
			}
			next = max(next, list[j].cos)
			nextWords = max(nextWords, list[j].words)
			if list[j].cos > list[i].cos {
				better++
			}
			if list[j].cos > 0.7*list[i].cos {
				near++
			}
		}
		f := &list[i].Features
		f.rivals(list[i].cos, next, list[i].words, nextWords)
		f[fRank], f[fNear] = float64(better), float64(near)
	}
}

// A likeness tells how like an article and a member of a story are, as
// cosines.
type likeness struct {
	neutral, words float64
	groups         [numGroups]float64 // parts of neutral
	title          float64            // idf that both have in their titles
}

func (q *query) similarity(d *Doc) likeness {
	var l likeness
	for i := range d.items {
		it := &d.items[i]
		at := int(q.s.terms.weights[it.term].at) - 1
		if at < 0 {
			continue
		}
		x := q.weight[at] * q.idf[at] * float64(it.value())
		if it.flags&flagWord == 0 {
			l.neutral += x
			l.groups[groupOf[it.kind()]] += x
			if it.flags&q.d.items[at].flags&flagTitle != 0 {
				l.title += q.idf[at]
			}
		}
		if it.flags&(flagWord|flagNumber) != 0 {
			l.words += x
		}
	}
	length := q.norm * float64(d.norm)
	l.neutral /= length
	for g := range l.groups {
		l.groups[g] /= length
	}
	l.words /= q.wnorm * float64(d.wnorm)
	return l
}

// A Share is a key that an article has in common with a story or an article.
type Share struct {
	Key    evidence.Key
	Weight float64
}

// Shared returns the keys that two articles share, heaviest first.
func (s *Space) Shared(a, b int32) []Share {
	q := s.newQuery(a)
	defer q.close()
	var list []Share
	for _, it := range s.docs[b].items {
		if i := int(s.terms.weights[it.term].at) - 1; i >= 0 {
			list = append(list, Share{s.terms.all[it.term].key, q.weight[i] * q.idf[i] * float64(it.value())})
		}
	}
	sortShares(list)
	return list
}

// Topics returns the keys that hold a story together, heaviest first.
func (s *Space) Topics(story int32) []Share {
	y := &s.stories[story]
	list := make([]Share, 0, len(y.entries))
	for _, e := range y.entries {
		if e.docs < 2 && len(y.Docs) > 1 {
			continue
		}
		list = append(list, Share{s.terms.all[e.term].key, e.total() * float64(s.terms.weights[e.term].idf) * math.Sqrt(float64(e.docs))})
	}
	sortShares(list)
	return list
}

func sortShares(list []Share) {
	slices.SortFunc(list, func(a, b Share) int {
		switch {
		case a.Weight > b.Weight:
			return -1
		case a.Weight < b.Weight:
			return 1
		}
		return int(int64(a.Key) - int64(b.Key))
	})
}

// Nearest returns which of docs is nearest to an article, and how near.
func (s *Space) Nearest(doc int32, docs []int32) (nearest int32, cos float64) {
	q := s.newQuery(doc)
	defer q.close()
	nearest = -1
	for _, d := range docs {
		if d == doc {
			continue
		}
		l := q.similarity(&s.docs[d])
		x := l.neutral
		if s.docs[d].Lang == q.d.Lang {
			x = (x + l.words) / 2
		}
		if nearest < 0 || x > cos {
			nearest, cos = d, x
		}
	}
	return nearest, cos
}

// Typical returns how near each article of a story is to the story as a
// whole, in the order of its articles.
func (s *Space) Typical(story int32) []float64 {
	y := &s.stories[story]
	out := make([]float64, len(y.Docs))
	for i, doc := range y.Docs {
		q := s.newQuery(doc)
		dot := 0.0
		for _, e := range y.entries {
			if j := int(s.terms.weights[e.term].at) - 1; j >= 0 && e.flags&flagWord == 0 {
				dot += q.weight[j] * float64(s.terms.weights[e.term].idf) * e.total()
			}
		}
		out[i] = dot / q.norm
		q.close()
	}
	return out
}
