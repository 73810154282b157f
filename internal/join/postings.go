package join

import "slices"

// Most terms are in one story alone. The stories of a term are therefore told
// by one number: 0 for none, the story plus one if there is one, and below
// zero where in a list of lists several are.
type posting int32

// postings is the index of terms: the lists of those in several stories, in
// order, so that one is soon found in a long list.
type postings struct {
	lists [][]int32
	free  []posting
}

// add adds a story to those of p.
func (l *postings) add(p *posting, story int32) {
	switch {
	case *p == 0:
		*p = posting(story + 1)
	case *p > 0:
		first := int32(*p - 1)
		*p = l.open()
		l.lists[-*p-1] = append(l.lists[-*p-1], min(first, story), max(first, story))
	default:
		list := l.lists[-*p-1]
		at, _ := slices.BinarySearch(list, story)
		l.lists[-*p-1] = slices.Insert(list, at, story)
	}
}

// open returns an empty list.
func (l *postings) open() posting {
	if last := len(l.free) - 1; last >= 0 {
		p := l.free[last]
		l.free = l.free[:last]
		return p
	}
	l.lists = append(l.lists, nil)
	return posting(-len(l.lists))
}

// remove takes a story out of those of p.
func (l *postings) remove(p *posting, story int32) {
	if *p >= 0 {
		if *p == posting(story+1) {
			*p = 0
		}
		return
	}
	list := l.lists[-*p-1]
	if at, ok := slices.BinarySearch(list, story); ok {
		list = slices.Delete(list, at, at+1)
	}
	l.lists[-*p-1] = list
	if len(list) == 1 {
		l.lists[-*p-1] = nil
		l.free = append(l.free, *p)
		*p = posting(list[0] + 1)
	}
}

// len returns the number of stories of p.
func (l *postings) len(p posting) int {
	switch {
	case p == 0:
		return 0
	case p > 0:
		return 1
	}
	return len(l.lists[-p-1])
}

// of returns the stories of p in order. room is where a single one is put.
func (l *postings) of(p posting, room *[1]int32) []int32 {
	switch {
	case p == 0:
		return nil
	case p > 0:
		room[0] = int32(p - 1)
		return room[:]
	}
	return l.lists[-p-1]
}
