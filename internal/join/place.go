package join

// Outside reports whether an article and a story are further apart in time
// than window seconds. Nothing is outside a window of 0, or without a date.
func (s *Space) Outside(doc, story int32, window int64) bool {
	t, y := s.docs[doc].Time, &s.stories[story]
	if window <= 0 || t == NoTime || y.First == NoTime {
		return false
	}
	return t < y.First-window || t > y.Last+window
}

// Best returns the index of the likeliest candidate, or -1 if there is none.
// Of equals it is the first.
func Best(list []Candidate) int {
	best := -1
	for i := range list {
		if best < 0 || list[i].P > list[best].P {
			best = i
		}
	}
	return best
}

// How sure a decision is not to be reconsidered each time.
const (
	surely   = 0.85
	scarcely = 0.15
)

// Settled reports whether an article is surely in the right story, or surely
// alone, as far as the stories it was judged against can tell.
func Settled(list []Candidate, story int32) bool {
	for i := range list {
		switch p := list[i].P; {
		case list[i].Story == story && p < surely, list[i].Story != story && p > scarcely:
			return false
		}
	}
	return true
}

// Due reports whether an article whose turn it is to be reconsidered should
// be: if settled, every fourth time.
func (s *Space) Due(doc int32, settled bool) bool {
	return !settled || (uint64(doc)+s.arrived)%4 == 0
}
