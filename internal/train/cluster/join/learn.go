package main

import "github.com/tidings-go/tidings/internal/join"

// learn returns what a model of some stories is fitted to: the rows of streams
// in which every article is in its true story, one long and many short ones,
// and of a stream as models place it that were learned on the other half of
// the stories. There stories are mixed and broken as they will be in use.
func learn(all []article, few [][]article, keep func(*article) bool) (table, error) {
	own := pick(all, keep)
	var t table
	var halves [2]*join.Model
	for half := range halves {
		var part table
		in := func(a *article) bool { return keep(a) && a.half == half }
		collect(pick(all, in), &part)
		for _, stream := range few {
			if part := pick(stream, in); len(part) > 0 {
				collect(part, &t)
			}
		}
		var err error
		if halves[half], err = part.model(); err != nil {
			return t, err
		}
	}
	collect(own, &t)
	stream(own, func(a *article, f *join.Features) float64 { return halves[1-a.half].P(f) }, usual, &t)
	return t, nil
}
