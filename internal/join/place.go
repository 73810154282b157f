package join

// A Policy decides by a model's probabilities.
type Policy struct {
	// Judge returns the probability that doc belongs to a story with which it
	// has the features f.
	Judge     func(doc int32, f *Features) float64
	Threshold float64
	Window    int64 // seconds that an article and a story may be apart; 0 for any time
}

// Judge returns the candidates of an article with their probabilities, those
// outside the window left out.
func (s *Space) Judge(doc int32, p *Policy) []Candidate {
	list := s.Candidates(doc, func(story int32) bool { return s.Outside(doc, story, p.Window) })
	for i := range list {
		list[i].P = p.Judge(doc, &list[i].Features)
	}
	return list
}

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

// Place puts an article that is in no story where it belongs, and returns the
// candidates it was judged by.
func (s *Space) Place(doc int32, p *Policy) []Candidate {
	list := s.Judge(doc, p)
	if b := Best(list); b >= 0 && list[b].P >= p.Threshold {
		s.Join(doc, list[b].Story)
		return list
	}
	s.Join(doc, s.NewStory())
	return list
}

// Reconsider takes an article out of its story and places it anew. An article
// that stays alone keeps its story. It returns the candidates and the story
// that the article was in.
func (s *Space) Reconsider(doc int32, p *Policy) (list []Candidate, was int32) {
	was = s.docs[doc].Story
	s.Leave(doc)
	list = s.Judge(doc, p)
	switch b := Best(list); {
	case b >= 0 && list[b].P >= p.Threshold:
		s.Join(doc, list[b].Story)
	case len(s.stories[was].Docs) == 0:
		s.Join(doc, was)
	default:
		s.Join(doc, s.NewStory())
	}
	return list, was
}
