package join

import "slices"

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

// Rivals returns the two likeliest of the candidates, the one with more
// articles first, if the article joins either at a threshold and the smaller
// has a language that the larger has not: one event in two stories is for want
// of common words.
func (s *Space) Rivals(list []Candidate, threshold float64) (large, small int32, ok bool) {
	first := Best(list)
	second := -1
	for i := range list {
		if i != first && (second < 0 || list[i].P > list[second].P) {
			second = i
		}
	}
	if second < 0 || list[second].P < threshold {
		return 0, 0, false
	}
	large, small = list[first].Story, list[second].Story
	if len(s.stories[small].Docs) > len(s.stories[large].Docs) {
		large, small = small, large
	}
	return large, small, s.foreign(small, large)
}

// foreign reports whether a story has a language that another has not.
func (s *Space) foreign(story, other int32) bool {
	for lang := range s.stories[story].langs {
		if s.stories[other].langs[lang] == 0 {
			return true
		}
	}
	return false
}

// United is what two stories need to become one: the log odds that the members
// of the smaller belong to the larger, above those at which an article joins.
const United = 1.0

// pullers is how many members of a story speak for it.
const pullers = 6

// Pull returns how likely the members of a story belong to another one, on
// average, if their own were not there. judge gives the candidates of a
// document in no story.
func (s *Space) Pull(from, to int32, judge func(doc int32) []Candidate) float64 {
	docs := slices.Clone(s.stories[from].Docs)
	for _, d := range docs {
		s.Leave(d)
	}
	sum := 0.0
	some := docs[:min(len(docs), pullers)]
	for _, d := range some {
		for _, c := range judge(d) {
			if c.Story == to {
				sum += c.P
			}
		}
	}
	for _, d := range docs {
		s.Join(d, from)
	}
	return sum / float64(len(some))
}
