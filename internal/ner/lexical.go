package ner

import "slices"

// Scripts without case give the model little to tell names by: there, what the
// lists know is a name even where the model is not sure.

// lexicalScore is how sure a name is that is found on a list alone.
const lexicalScore = 0.6

// certain is how sure the model must be of a name in a script without case.
const certain = 0.8

// isCaseless reports whether most letters of s are of a script without case.
func (s *sentence) isCaseless() bool {
	without, letters := 0, 0
	for i := range s.toks {
		switch s.toks[i].form {
		case caseless:
			without++
			letters++
		case punct, number:
		default:
			letters++
		}
	}
	return without*2 > letters
}

// addListed adds to found the names of s that the lists know, where there is
// none yet. Those of s are the last in found.
func (s *sentence) addListed(found []Span) []Span {
	first := len(found)
	for first > 0 && found[first-1].Start >= s.toks[0].start {
		first--
	}
	own := slices.DeleteFunc(slices.Clone(found[first:]), func(x Span) bool { return x.Score < certain })
	out, next := found[:first], 0
	for i := 0; i < len(s.toks); {
		for next < len(own) && own[next].Start <= s.toks[i].start {
			out = append(out, own[next])
			next++
		}
		typ, end := s.listed(i)
		free := end > i && (next == 0 || own[next-1].End <= s.toks[i].start) &&
			(next == len(own) || own[next].Start >= s.toks[end-1].end)
		if !free {
			i++
			continue
		}
		out = append(out, Span{s.toks[i].start, s.toks[end-1].end, typ, lexicalScore})
		i = end
	}
	return append(out, own[next:]...)
}

// listed returns the type and end of the known name at token i, or i.
func (s *sentence) listed(i int) (typ Type, end int) {
	t := &s.toks[i]
	if t.phrase%2 == 1 {
		end = i + 1
		for end < len(s.toks) && (s.toks[end].phrase == t.phrase+1) {
			end++
		}
		return [...]Type{Org, Place, Person}[t.phrase/2], end
	}
	switch {
	case t.lists&Country != 0:
		return Place, i + 1
	case t.lists&Body != 0:
		return Org, i + 1
	case t.lists&Given != 0:
		for end = i + 1; end < len(s.toks) && end < i+4 && s.toks[end].lists&(Given|Surname) != 0; {
			end++
		}
		if end > i+1 {
			return Person, end
		}
	}
	return 0, i
}
