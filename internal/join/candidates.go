package join

import (
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/evidence"
)

// How candidates are found.
const (
	probes    = 40   // keys of an article that are looked up, heaviest first
	maxList   = 4000 // stories of a key beyond which it is too common to look up
	shortlist = 28   // stories measured in full
	judged    = 16   // stories judged
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
	at    []int32 // by term: index in the article's items, plus one
	score []float64
	found []int32

	measured []Candidate
}

// A query is an article laid out to be compared with many stories.
type query struct {
	s      *Space
	doc    int32
	d      *Doc
	logAll float64
	weight []float64 // by item: weight times idf
	idf    []float64 // by item
	norm   float64   // of the neutral vector, as things stand now
	wnorm  float64
	groups [numGroups]float64 // squared lengths by group of kinds
	masses [numGroups]float64 // sums of the idf of its keys by group of kinds
	mass   float64            // of all of them
	titles float64            // sum of the idf of its title's keys
}

func (s *Space) newQuery(doc int32) *query {
	d := &s.docs[doc]
	q := &query{s: s, doc: doc, d: d, logAll: s.terms.logAll(), weight: make([]float64, len(d.items)), idf: make([]float64, len(d.items))}
	for len(s.scratch.at) < len(s.terms.all) {
		s.scratch.at = append(s.scratch.at, 0)
	}
	var nn, wn float64
	for i, it := range d.items {
		idf, weight := s.terms.weigh(it.term, q.logAll)
		q.idf[i] = idf
		x := weight * float64(it.weight)
		q.weight[i] = x
		if it.flags&flagWord == 0 {
			nn += x * x
			q.groups[groupOf(s.terms.all[it.term].key.Kind())] += x * x
			known := q.idf[i] * float64(s.terms.all[it.term].shared)
			q.masses[groupOf(s.terms.all[it.term].key.Kind())] += known
			q.mass += known
			if it.flags&flagTitle != 0 {
				q.titles += q.idf[i]
			}
		}
		if it.flags&(flagWord|flagNumber) != 0 {
			wn += x * x
		}
		s.scratch.at[it.term] = int32(i + 1)
	}
	q.norm, q.wnorm = math.Sqrt(nn)+1e-6, math.Sqrt(wn)+1e-6
	return q
}

func (q *query) close() {
	for _, it := range q.d.items {
		q.s.scratch.at[it.term] = 0
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
	}
	q.compare(list)
	return list
}

// Compare measures an article that is in no story against one story alone.
func (s *Space) Compare(doc, story int32) Candidate {
	q := s.newQuery(doc)
	defer q.close()
	list := []Candidate{q.measure(story)}
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
	for _, i := range q.heaviest() {
		list := s.terms.all[q.d.items[i].term].stories
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
	best := make([]int32, 0, len(sc.found))
	for _, story := range sc.found {
		if !skip(story) {
			best = append(best, story)
		}
	}
	slices.SortFunc(best, func(a, b int32) int {
		switch x, y := sc.score[a], sc.score[b]; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return int(a - b)
	})
	for _, story := range sc.found {
		sc.score[story] = 0
	}
	return best[:min(len(best), shortlist)]
}

// heaviest returns the items to look up, by weight.
func (q *query) heaviest() []int {
	all := make([]int, 0, len(q.d.items))
	for i, it := range q.d.items {
		if n := len(q.s.terms.all[it.term].stories); n > 0 && n <= maxList {
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

func groupOf(k evidence.Kind) int {
	switch k {
	case evidence.Number:
		return numbers
	case evidence.Concept, evidence.Cognate:
		return meanings
	}
	return names
}

// groups compares an article and a story by groups of kinds.
type groups struct {
	dot, length [numGroups]float64 // length is squared
	in, core    [numGroups]float64 // what of the article, and of the story's core, is shared
	coreAll     [numGroups]float64
	mass, met   [numGroups]float64 // sums of idf: of what others may have too in the story, and of what the article has of it
}

// rareIDF is the idf from which a key counts as rare.
const rareIDF = 3.0

// measure compares the article with a story.
func (q *query) measure(story int32) Candidate {
	s := q.s
	y := &s.stories[story]
	var kinds [8]shared
	var dot, wdot, nn, maxDot, maxIDF, core, coreShared, titleIn, titleTitle float64
	n := float64(len(y.Docs))
	var gr groups
	for _, e := range y.entries {
		info := &s.terms.all[e.term]
		idf, w := s.terms.weigh(e.term, q.logAll)
		w *= e.total()
		if e.flags&flagWord == 0 {
			nn += w * w
			g := groupOf(info.key.Kind())
			gr.length[g] += w * w
			gr.mass[g] += idf * float64(info.shared)
			if 2*float64(e.docs) >= n {
				core += idf
				gr.coreAll[g] += w * w
			}
		}
		i := int(s.scratch.at[e.term]) - 1
		if i < 0 {
			continue
		}
		it := q.d.items[i]
		x := q.weight[i] * w
		if e.flags&(flagWord|flagNumber) != 0 {
			wdot += x
			if e.flags&flagWord != 0 {
				k := &kinds[evidence.Word]
				k.mass += idf
				if idf >= rareIDF {
					k.rare++
				}
				continue
			}
		}
		dot += x
		g := groupOf(info.key.Kind())
		gr.dot[g] += x
		gr.met[g] += idf * float64(info.shared)
		gr.in[g] += q.weight[i] * q.weight[i]
		if 2*float64(e.docs) >= n {
			gr.core[g] += w * w
		}
		maxDot = max(maxDot, x)
		if 2*float64(e.docs) >= n {
			coreShared += idf
		}
		if it.flags&flagTitle != 0 {
			titleIn += idf
			if e.titles > 0 {
				titleTitle += idf
			}
		}
		k := &kinds[info.key.Kind()]
		k.dot += x
		if it.of != it.term && q.has(y, it.of) {
			continue // its full spelling is shared and counts
		}
		k.mass += idf
		maxIDF = max(maxIDF, idf)
		if idf >= rareIDF {
			k.rare++
		}
	}
	norm := math.Sqrt(nn) + 1e-6
	same := float64(y.langs[q.d.Lang])
	words := 0.0
	if same > 0 {
		words = wdot / q.wnorm / same
		if same > 1 {
			words /= 0.75
		}
	}
	c := Candidate{Story: story, cos: dot / (q.norm * norm), words: words}
	f := &c.Features
	f.vectors(c.cos, words, same > 0)
	f.kinds(&kinds, same > 0)
	f.masses(&kinds, q.mass, maxIDF, dot, maxDot, same > 0)
	f.titles(titleIn/(q.titles+1e-6), titleTitle/(q.titles+1e-6), same > 0)
	f.core(coreShared / (core + 5))
	f.groups(q, &gr)
	f.fit(c.cos, norm, n)
	f.sizes(q, y)
	f.time(q.gap(y), same > 0)
	f.members(q, y)
	return c
}

func (q *query) has(y *Story, t term) bool {
	_, ok := slices.BinarySearchFunc(y.entries, t, func(e entry, t term) int { return int(int64(e.term) - int64(t)) })
	return ok
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
		for j := range list {
			if j != i {
				next = max(next, list[j].cos)
				nextWords = max(nextWords, list[j].words)
			}
		}
		list[i].Features.rivals(list[i].cos, next, list[i].words, nextWords)
	}
}

// similarity returns the cosines of the article with one member of a story.
func (q *query) similarity(d *Doc) (neutral, words float64) {
	for _, it := range d.items {
		i := int(q.s.scratch.at[it.term]) - 1
		if i < 0 {
			continue
		}
		x := q.weight[i] * q.idf[i] * float64(it.weight)
		if it.flags&flagWord == 0 {
			neutral += x
		}
		if it.flags&(flagWord|flagNumber) != 0 {
			words += x
		}
	}
	return neutral / (q.norm * float64(d.norm)), words / (q.wnorm * float64(d.wnorm))
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
		if i := int(s.scratch.at[it.term]) - 1; i >= 0 {
			list = append(list, Share{s.terms.all[it.term].key, q.weight[i] * q.idf[i] * float64(it.weight)})
		}
	}
	sortShares(list)
	return list
}

// Topics returns the keys that hold a story together, heaviest first.
func (s *Space) Topics(story int32) []Share {
	y := &s.stories[story]
	logAll := s.terms.logAll()
	list := make([]Share, 0, len(y.entries))
	for _, e := range y.entries {
		if e.docs < 2 && len(y.Docs) > 1 {
			continue
		}
		list = append(list, Share{s.terms.all[e.term].key, e.total() * s.terms.idf(e.term, logAll) * math.Sqrt(float64(e.docs))})
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
		x, w := q.similarity(&s.docs[d])
		if s.docs[d].Lang == q.d.Lang {
			x = (x + w) / 2
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
			if j := int(s.scratch.at[e.term]) - 1; j >= 0 && e.flags&flagWord == 0 {
				dot += q.weight[j] * s.terms.idf(e.term, q.logAll) * e.total()
			}
		}
		out[i] = dot / q.norm
		q.close()
	}
	return out
}
