package join

import (
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/evidence"
)

// Limits that bound memory and time.
const (
	maxNeutral = 90  // neutral keys kept of an article
	maxWords   = 60  // words kept of an article
	maxEntries = 400 // keys kept of a story
	unlinked   = 0.3 // what a key that no other article has counts in a norm
)

// NoTime is the time of an article without a date.
const NoTime = math.MinInt64

// A Space holds the open stories and the articles in them, under small
// numbers that are given again once free. It is not safe for concurrent use.
type Space struct {
	terms   terms
	docs    []Doc
	stories []Story
	arrived uint64 // articles ever taken in
	freeDoc []int32
	freeSty []int32
	scratch scratch
}

// A Doc is an article in a space.
type Doc struct {
	items  []item // sorted by term
	Story  int32  // -1 if in none
	Lang   string
	Time   int64 // Unix seconds, or NoTime
	seq    uint64
	norm   float32
	wnorm  float32
	spaced bool // written in a script with capitals
}

// An item is a key of an article, packed, because there are many.
type item struct {
	term   term
	weight uint16 // in units of 1/weightScale
	of     uint8  // of a variant spelling: the item of the full one, plus one; else 0
	flags  uint8  // with the kind in the upper bits
}

const (
	flagTitle = 1 << iota
	flagWord
	flagNumber // counts among the words as well
	kindShift  = 3
	flagMask   = 1<<kindShift - 1

	weightScale = 1 << 13
)

func (it *item) kind() evidence.Kind { return evidence.Kind(it.flags >> kindShift) }

func (it *item) value() float32 { return float32(it.weight) / weightScale }

// A draftItem is an item before the items are sorted.
type draftItem struct {
	item
	of term // the term itself, or of a variant spelling the full one
}

// sorted returns items in order of their terms.
func sorted(drafts []draftItem) []item {
	slices.SortFunc(drafts, func(a, b draftItem) int { return int(int64(a.term) - int64(b.term)) })
	items := make([]item, len(drafts))
	for i, d := range drafts {
		items[i] = d.item
		if d.of == d.term {
			continue
		}
		if full, ok := slices.BinarySearchFunc(drafts, d.of, func(d draftItem, t term) int { return int(int64(d.term) - int64(t)) }); ok {
			items[i].of = uint8(full + 1)
		}
	}
	return items
}

// A Story is a set of articles.
type Story struct {
	Docs        []int32 // in order of arrival
	First, Last int64   // times, or NoTime
	langs       map[string]int
	entries     []entry // sorted by term
	items       int     // sum of the members' lengths
	pruned      bool    // whether entries lack some keys of the members
}

// An entry is a key of a story.
type entry struct {
	term   term
	docs   uint16 // members that have it
	titles uint16 // members that have it in the title
	flags  uint8  // with the kind in the upper bits
	sum    int32  // the members' weights, each by its own norm, in units of 1/scale
}

// scale is the unit in which a story adds up weights. They are whole numbers
// so that an article can leave as if it had never been there.
const scale = 1 << 16

func (e *entry) kind() evidence.Kind { return evidence.Kind(e.flags >> kindShift) }

// total returns the sum of the members' weights.
func (e *entry) total() float64 { return float64(e.sum) / scale }

// share returns what an article adds to the sum of a key.
func (d *Doc) share(it *item) int32 {
	norm := d.norm
	if it.flags&flagWord != 0 {
		norm = d.wnorm
	}
	return int32(it.value() / norm * scale)
}

// NewSpace returns an empty space over a background.
func NewSpace(b *evidence.Background) *Space {
	s := &Space{}
	s.terms.init(b)
	return s
}

// Doc returns an article by number.
func (s *Space) Doc(d int32) *Doc { return &s.docs[d] }

// Story returns a story by number.
func (s *Space) Story(n int32) *Story { return &s.stories[n] }

// Slots returns how many numbers of articles are or were in use.
func (s *Space) Slots() int { return len(s.docs) }

// StorySlots returns how many numbers of stories are or were in use.
func (s *Space) StorySlots() int { return len(s.stories) }

// Len returns the number of articles.
func (s *Space) Len() int { return s.terms.docs }

// AddDoc takes in an article, which is in no story yet.
func (s *Space) AddDoc(a evidence.Article, lang string, time int64) int32 {
	d := Doc{Story: -1, Lang: lang, Time: time, spaced: !a.Caseless}
	neutral := s.heaviest(a.Neutral, maxNeutral)
	words := s.heaviest(a.Words, maxWords)
	drafts := make([]draftItem, 0, len(neutral)+len(words))
	s.terms.count(1)
	for _, it := range neutral {
		drafts = append(drafts, s.draft(it, 0))
	}
	for i, it := range neutral {
		if full, ok := s.terms.numbers[it.Of]; ok && it.Of != 0 {
			drafts[i].of = full
		}
	}
	for _, it := range words {
		if it.Key.Kind() == evidence.Number {
			s.markNumber(drafts, it.Key)
			continue
		}
		drafts = append(drafts, s.draft(it, flagWord))
	}
	d.items = sorted(drafts)
	s.setNorms(&d)
	return s.insert(d)
}

// Import takes in an article of another space, which is in no story yet.
func (s *Space) Import(o *Space, doc int32) int32 {
	d := o.docs[doc]
	d.Story = -1
	drafts := make([]draftItem, len(d.items))
	s.terms.count(1)
	for i, it := range d.items {
		it.term = s.terms.add(o.terms.all[it.term].key)
		drafts[i] = draftItem{it, it.term}
	}
	for i, it := range d.items {
		if it.of > 0 {
			drafts[i].of, drafts[i].item.of = drafts[it.of-1].term, 0
		}
	}
	d.items = sorted(drafts)
	return s.insert(d)
}

func (s *Space) insert(d Doc) int32 {
	d.seq = s.arrived
	s.arrived++
	if last := len(s.freeDoc) - 1; last >= 0 {
		n := s.freeDoc[last]
		s.freeDoc = s.freeDoc[:last]
		s.docs[n] = d
		return n
	}
	s.docs = append(s.docs, d)
	return int32(len(s.docs) - 1)
}

func (s *Space) draft(it evidence.Item, flags uint8) draftItem {
	if it.Title {
		flags |= flagTitle
	}
	n := s.terms.add(it.Key)
	weight := uint16(min(it.Weight*weightScale, math.MaxUint16))
	return draftItem{item{term: n, weight: weight, flags: flags | uint8(it.Key.Kind())<<kindShift}, n}
}

func (s *Space) markNumber(drafts []draftItem, key evidence.Key) {
	n, ok := s.terms.numbers[key]
	for i := range drafts {
		if ok && drafts[i].term == n {
			drafts[i].flags |= flagNumber
			return
		}
	}
}

// heaviest returns the n heaviest of items by weight and rarity.
func (s *Space) heaviest(items []evidence.Item, n int) []evidence.Item {
	type scored struct {
		score float32
		at    int32
	}
	all := make([]scored, len(items))
	for i, it := range items {
		all[i] = scored{it.Weight * s.terms.rarity(it.Key), int32(i)}
	}
	slices.SortFunc(all, func(a, b scored) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return int(a.at - b.at) // items are sorted by key
	})
	out := make([]evidence.Item, 0, min(n, len(all)))
	for _, x := range all[:min(n, len(all))] {
		out = append(out, items[x.at])
	}
	return out
}

// setNorms computes the lengths of the two vectors of an article as it arrives.
func (s *Space) setNorms(d *Doc) {
	var nn, wn float64
	for _, it := range d.items {
		x := float64(s.terms.weights[it.term].weight) * float64(it.value())
		if it.flags&flagWord == 0 {
			nn += x * x
		}
		if it.flags&(flagWord|flagNumber) != 0 {
			wn += x * x
		}
	}
	d.norm, d.wnorm = float32(math.Sqrt(nn)+1e-6), float32(math.Sqrt(wn)+1e-6)
}

// RemoveDoc forgets an article, which must be in no story.
func (s *Space) RemoveDoc(n int32) {
	for _, it := range s.docs[n].items {
		s.terms.drop(it.term)
	}
	s.terms.count(-1)
	s.docs[n] = Doc{Story: -1}
	s.freeDoc = append(s.freeDoc, n)
}

// NewStory returns the number of a new, empty story.
func (s *Space) NewStory() int32 {
	fresh := Story{First: NoTime, Last: NoTime, langs: map[string]int{}}
	if last := len(s.freeSty) - 1; last >= 0 {
		n := s.freeSty[last]
		s.freeSty = s.freeSty[:last]
		s.stories[n] = fresh
		return n
	}
	s.stories = append(s.stories, fresh)
	return int32(len(s.stories) - 1)
}

// FreeStory gives up an empty story.
func (s *Space) FreeStory(n int32) {
	s.stories[n] = Story{}
	s.freeSty = append(s.freeSty, n)
}

// Join puts an article into a story.
func (s *Space) Join(doc, story int32) {
	d, y := &s.docs[doc], &s.stories[story]
	d.Story = story
	at := len(y.Docs)
	for at > 0 && s.docs[y.Docs[at-1]].seq > d.seq {
		at--
	}
	y.Docs = slices.Insert(y.Docs, at, doc)
	y.langs[d.Lang]++
	y.items += len(d.items)
	y.stretch(d.Time)
	s.mergeEntries(story, d)
}

func (y *Story) stretch(t int64) {
	if t == NoTime {
		return
	}
	if y.First == NoTime || t < y.First {
		y.First = t
	}
	if y.Last == NoTime || t > y.Last {
		y.Last = t
	}
}

// mergeEntries adds the keys of d to those of a story.
func (s *Space) mergeEntries(story int32, d *Doc) {
	y := &s.stories[story]
	merged := make([]entry, 0, y.union(d))
	old := y.entries
	for _, it := range d.items {
		for len(old) > 0 && old[0].term < it.term {
			merged = append(merged, old[0])
			old = old[1:]
		}
		e := entry{term: it.term, flags: it.flags &^ flagTitle}
		if len(old) > 0 && old[0].term == it.term {
			e = old[0]
			e.flags |= it.flags &^ flagTitle
			old = old[1:]
		} else {
			s.list(it.term, story)
		}
		e.docs++
		if it.flags&flagTitle != 0 {
			e.titles++
		}
		e.sum += d.share(&it)
		merged = append(merged, e)
	}
	y.entries = append(merged, old...)
	if len(y.entries) > maxEntries {
		s.prune(story)
	}
}

// union returns the number of keys that a story or an article has.
func (y *Story) union(d *Doc) int {
	n, items := len(y.entries)+len(d.items), d.items
	for i := range y.entries {
		for len(items) > 0 && items[0].term < y.entries[i].term {
			items = items[1:]
		}
		if len(items) > 0 && items[0].term == y.entries[i].term {
			n--
		}
	}
	return n
}

// prune drops the keys that the fewest members share.
func (s *Space) prune(story int32) {
	y := &s.stories[story]
	y.pruned = true
	// most members first, then the largest sum, then the smallest key; a sum
	// is less than 2³¹, and a story of more members is cut alike
	type rank struct {
		order uint64
		at    int32
	}
	ranks := make([]rank, len(y.entries))
	for i := range y.entries {
		e := &y.entries[i]
		ranks[i] = rank{uint64(e.docs)<<32 | uint64(uint32(max(e.sum, 0))), int32(i)}
	}
	slices.SortFunc(ranks, func(a, b rank) int {
		switch {
		case a.order > b.order:
			return -1
		case a.order < b.order:
			return 1
		}
		return int(int64(s.terms.all[y.entries[a.at].term].key) - int64(s.terms.all[y.entries[b.at].term].key))
	})
	for _, r := range ranks[maxEntries*4/5:] {
		e := &y.entries[r.at]
		s.unlist(e.term, story)
		e.docs = 0
	}
	kept := make([]entry, 0, maxEntries*4/5)
	for _, e := range y.entries {
		if e.docs > 0 {
			kept = append(kept, e)
		}
	}
	y.entries = kept
}

// list and unlist keep the index of the keys of stories.
func (s *Space) list(n term, story int32)   { s.terms.index.add(&s.terms.all[n].stories, story) }
func (s *Space) unlist(n term, story int32) { s.terms.index.remove(&s.terms.all[n].stories, story) }

// Leave takes an article out of its story.
func (s *Space) Leave(doc int32) {
	d := &s.docs[doc]
	story := d.Story
	y := &s.stories[story]
	d.Story = -1
	y.Docs = slices.Delete(y.Docs, slices.Index(y.Docs, doc), slices.Index(y.Docs, doc)+1)
	if y.langs[d.Lang]--; y.langs[d.Lang] == 0 {
		delete(y.langs, d.Lang)
	}
	y.items -= len(d.items)
	y.First, y.Last = NoTime, NoTime
	for _, n := range y.Docs {
		y.stretch(s.docs[n].Time)
	}
	if len(y.Docs) == 0 {
		s.empty(story)
		return
	}
	s.subtract(story, d)
}

// subtract takes the keys of d out of those of a story.
func (s *Space) subtract(story int32, d *Doc) {
	y := &s.stories[story]
	items := d.items
	kept := y.entries[:0]
	for _, e := range y.entries {
		for len(items) > 0 && items[0].term < e.term {
			items = items[1:]
		}
		if len(items) > 0 && items[0].term == e.term {
			if e.docs--; e.docs == 0 {
				s.unlist(e.term, story)
				continue
			}
			if items[0].flags&flagTitle != 0 && e.titles > 0 {
				e.titles--
			}
			e.sum -= d.share(&items[0])
		}
		kept = append(kept, e)
	}
	y.entries = kept
}

// empty takes what is left of a story without articles out of the index.
func (s *Space) empty(story int32) {
	for _, e := range s.stories[story].entries {
		s.unlist(e.term, story)
	}
	s.stories[story] = Story{First: NoTime, Last: NoTime, langs: map[string]int{}}
}

// Earlier returns the articles of the story of doc that arrived before it.
func (s *Space) Earlier(doc int32) []int32 {
	docs := s.stories[s.docs[doc].Story].Docs
	return docs[:slices.Index(docs, doc)]
}

// Since returns how many articles have arrived since the latest of a story.
func (s *Space) Since(story int32) uint64 {
	docs := s.stories[story].Docs
	return s.arrived - 1 - s.docs[docs[len(docs)-1]].seq
}

// Disband takes all articles out of a story and returns them.
func (s *Space) Disband(story int32) []int32 {
	docs := s.stories[story].Docs
	for _, d := range docs {
		s.docs[d].Story = -1
	}
	s.empty(story)
	return docs
}
