package page

import "unicode"

// addTerms notes the longer words of every block: they say what it is about. In
// scripts without spaces, pairs of letters do.
func (f *Features) addTerms(p *Page) {
	f.ends = make([]int32, 0, len(p.Blocks))
	for i := range p.Blocks {
		f.addText(p.Blocks[i].Text)
		f.ends = append(f.ends, int32(len(f.terms)))
	}
}

func (f *Features) addText(s string) {
	const least = 4 // letters
	const basis, prime = 2166136261, 16777619
	h, n, last := uint32(basis), 0, rune(0)
	end := func() {
		if n >= least {
			f.terms = append(f.terms, h)
		}
		h, n = basis, 0
	}
	for _, c := range s {
		switch {
		case c < 0x80 && isLetter(byte(c)):
			c |= 0x20
		case c < 0x80 || !unicode.IsLetter(c) && !unicode.IsMark(c):
			end()
			last = 0
			continue
		case spaceless(c) > 0:
			end()
			if last != 0 {
				f.terms = append(f.terms, (basis^uint32(last))*prime^uint32(c))
			}
			last = c
			continue
		default:
			c = unicode.ToLower(c)
		}
		h = (h ^ uint32(c)) * prime
		n++
	}
	end()
}

// termsOf returns the terms of block i.
func (f *Features) termsOf(i int) []uint32 {
	from := int32(0)
	if i > 0 {
		from = f.ends[i-1]
	}
	return f.terms[from:f.ends[i]]
}

// cohesion returns for each block which part of its terms the blocks have that
// the first round found likely, others than itself; -1 if it has no terms.
func (f *Features) cohesion(p []float32) []float32 {
	const likely = 0.6
	type use struct{ last, blocks int32 }
	uses := make(map[uint32]use, 512)
	for i := range f.Rows {
		if p[i] <= likely {
			continue
		}
		for _, t := range f.termsOf(i) {
			if u := uses[t]; u.last != int32(i)+1 {
				uses[t] = use{int32(i) + 1, u.blocks + 1}
			}
		}
	}
	out := make([]float32, f.Rows)
	for i := range out {
		ts := f.termsOf(i)
		if len(ts) == 0 {
			out[i] = -1
			continue
		}
		own := int32(0)
		if p[i] > likely {
			own = 1
		}
		for _, t := range ts {
			if uses[t].blocks > own {
				out[i]++
			}
		}
		out[i] /= float32(len(ts))
	}
	return out
}

// smooth returns the mean of v around i, without what is not known.
func smooth(v []float32, i int) float32 {
	const wide = 2
	var sum, n float32
	for j := max(0, i-wide); j <= min(i+wide, len(v)-1); j++ {
		if v[j] >= 0 {
			sum += v[j]
			n++
		}
	}
	if n == 0 {
		return -1
	}
	return sum / n
}
