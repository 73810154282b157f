package ner

// Scripts without case give the model nothing to tell names by, and it has
// seen no text in them: there, names are only what the lists know.

// lexicalScore is how sure a name is that is found on a list alone.
const lexicalScore = 0.6

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

// appendListed appends the names of s that the lists know to dst.
func (s *sentence) appendListed(dst []Span) []Span {
	for i := 0; i < len(s.toks); {
		typ, end := s.listed(i)
		if end == i {
			i++
			continue
		}
		dst = append(dst, Span{s.toks[i].start, s.toks[end-1].end, typ, lexicalScore})
		i = end
	}
	return dst
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
