package join

import (
	"errors"
	"math"

	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/wire"
)

var errSnapshot = errors.New("join: snapshot does not hold together")

// Append writes the space. What follows from the rest (counts, the index, the
// keys of the stories) is not written but built anew by [Read]; the numbers of
// terms, articles and stories are kept, so that a restored space goes on in
// every detail as the first would have.
func (s *Space) Append(w *wire.Writer) {
	w.Uint(uint64(len(s.terms.all)))
	for i := range s.terms.all {
		w.Uint(uint64(s.terms.all[i].key))
	}
	appendFree(w, s.terms.free)
	w.Uint(uint64(len(s.docs)))
	for i := range s.docs {
		s.docs[i].append(w)
	}
	appendFree(w, s.freeDoc)
	w.Uint(uint64(len(s.stories)))
	for i := range s.stories {
		s.stories[i].append(w)
	}
	appendFree(w, s.freeSty)
	w.Uint(s.arrived)
	w.Uint(uint64(s.terms.level))
}

func appendFree[T ~int32 | ~uint32](w *wire.Writer, free []T) {
	w.Uint(uint64(len(free)))
	for _, n := range free {
		w.Uint(uint64(n))
	}
}

// append writes a story: its articles and, if some are missing, its keys.
func (y *Story) append(w *wire.Writer) {
	w.Uint(uint64(len(y.Docs)))
	for _, d := range y.Docs {
		w.Uint(uint64(d))
	}
	w.Bool(y.pruned)
	if !y.pruned {
		return
	}
	w.Uint(uint64(len(y.entries)))
	for _, e := range y.entries {
		w.Uint(uint64(e.term))
		w.Uint(uint64(e.docs))
		w.Uint(uint64(e.titles))
		w.Uint(uint64(e.flags & flagMask))
		w.Int(int64(e.sum))
	}
}

// A draft is a story as it is read.
type draft struct {
	docs    []int32
	pruned  bool
	entries []entry
}

func (y *draft) read(r *wire.Reader, docs int, all []termInfo, free []bool) {
	y.docs = make([]int32, r.Count(1))
	for j := range y.docs {
		y.docs[j] = int32(r.Index(docs))
	}
	if y.pruned = r.Bool(); !y.pruned {
		return
	}
	y.entries = make([]entry, r.Count(5))
	for i := range y.entries {
		e := entry{term: term(r.Index(len(all))), docs: uint16(r.Index(1 << 16)), titles: uint16(r.Index(1 << 16)), flags: uint8(r.Index(flagMask + 1)), sum: int32(r.Int())}
		if r.Err() != nil || free[e.term] || e.docs == 0 || i > 0 && e.term <= y.entries[i-1].term {
			r.Fail(errSnapshot)
			return
		}
		e.flags |= uint8(all[e.term].key.Kind()) << kindShift
		y.entries[i] = e
	}
}

func (d *Doc) append(w *wire.Writer) {
	w.Uint(uint64(len(d.items)))
	for i, it := range d.items {
		prev := term(0)
		if i > 0 {
			prev = d.items[i-1].term
		}
		w.Uint(uint64(it.term - prev))
		w.Uint(uint64(it.of))
		w.Uint(uint64(it.weight))
		w.Uint(uint64(it.flags & flagMask))
	}
	w.String(d.Lang)
	w.Int(d.Time)
	w.Uint(d.seq)
	w.Float32(d.norm)
	w.Float32(d.wnorm)
	w.Bool(d.spaced)
}

// Read reads a space over a background.
func Read(r *wire.Reader, b *evidence.Background) (*Space, error) {
	s := NewSpace(b)
	s.terms.all = make([]termInfo, r.Count(1))
	s.terms.weights = make([]weights, len(s.terms.all))
	for i := range s.terms.all {
		s.terms.all[i].key = evidence.Key(r.Uint())
	}
	freeTerm := readFree[term](r, &s.terms.free, len(s.terms.all))
	s.docs = make([]Doc, r.Count(1))
	for i := range s.docs {
		s.docs[i].read(r, s.terms.all, freeTerm)
	}
	freeDoc := readFree[int32](r, &s.freeDoc, len(s.docs))
	stories := make([]draft, r.Count(1))
	for i := range stories {
		stories[i].read(r, len(s.docs), s.terms.all, freeTerm)
	}
	freeStory := readFree[int32](r, &s.freeSty, len(stories))
	s.arrived = r.Uint()
	level := r.Index(math.MaxInt32)
	if err := r.Err(); err != nil {
		return nil, err
	}
	if err := s.count(freeTerm, freeDoc); err != nil {
		return nil, err
	}
	s.terms.setLevel(level)
	return s, s.rebuild(stories, freeDoc, freeStory)
}

// readFree reads a free list and returns which numbers it has.
func readFree[T ~int32 | ~uint32](r *wire.Reader, free *[]T, n int) []bool {
	in := make([]bool, n)
	for range r.Count(1) {
		x := r.Index(n)
		if r.Err() != nil || in[x] {
			r.Fail(errSnapshot)
			return in
		}
		in[x] = true
		*free = append(*free, T(x))
	}
	return in
}

func (d *Doc) read(r *wire.Reader, all []termInfo, free []bool) {
	d.Story = -1
	d.items = make([]item, r.Count(4))
	at := uint64(0)
	for i := range d.items {
		step := r.Uint()
		if at += step; at >= uint64(len(all)) || step > uint64(len(all)) || i > 0 && step == 0 || free[at] {
			r.Fail(errSnapshot)
			return
		}
		of, weight, flags := r.Index(min(len(d.items), math.MaxUint8)+1), r.Index(math.MaxUint16+1), r.Index(flagMask+1)
		d.items[i] = item{term: term(at), of: uint8(of), weight: uint16(weight), flags: uint8(flags) | uint8(all[at].key.Kind())<<kindShift}
	}
	d.Lang, d.Time, d.seq = r.String(), r.Int(), r.Uint()
	d.norm, d.wnorm = r.Float32(), r.Float32()
	d.spaced = r.Bool()
	if len(d.items) > 0 && !(d.norm > 0 && d.wnorm > 0) {
		r.Fail(errSnapshot)
	}
}

// count counts the articles of each term.
func (s *Space) count(freeTerm, freeDoc []bool) error {
	for i := range s.docs {
		if freeDoc[i] {
			if len(s.docs[i].items) > 0 {
				return errSnapshot
			}
			continue
		}
		s.terms.docs++
		for _, it := range s.docs[i].items {
			s.terms.all[it.term].docs++
		}
	}
	for i := range s.terms.all {
		t := &s.terms.all[i]
		if freeTerm[i] {
			continue
		}
		if _, twice := s.terms.numbers[t.key]; twice || t.docs == 0 {
			return errSnapshot
		}
		s.terms.numbers[t.key] = term(i)
		t.prior = s.terms.expected(t.key)
		s.terms.update(term(i))
	}
	return nil
}

// rebuild puts the articles into their stories again.
func (s *Space) rebuild(stories []draft, freeDoc, freeStory []bool) error {
	s.stories = make([]Story, len(stories))
	for i, y := range stories {
		if freeStory[i] != (len(y.docs) == 0) {
			return errSnapshot
		}
		if !freeStory[i] {
			s.stories[i] = Story{First: NoTime, Last: NoTime, langs: map[string]int{}}
		}
		for _, d := range y.docs {
			if freeDoc[d] || s.docs[d].Story >= 0 {
				return errSnapshot
			}
			s.Join(d, int32(i))
		}
		if y.pruned {
			s.replaceEntries(int32(i), y.entries)
		}
	}
	for i := range s.docs {
		if !freeDoc[i] && s.docs[i].Story < 0 {
			return errSnapshot
		}
	}
	return nil
}

// replaceEntries sets the keys of a story that has lost some.
func (s *Space) replaceEntries(story int32, entries []entry) {
	y := &s.stories[story]
	for _, e := range y.entries {
		s.unlist(e.term, story)
	}
	y.entries, y.pruned = entries, true
	for _, e := range entries {
		s.list(e.term, story)
	}
}
