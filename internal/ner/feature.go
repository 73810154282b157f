package ner

// reach is how far from a token its features look, and also how far from a
// word that looks like a name a token may be to need tagging at all.
const reach = 2

// A sentence is a run of tokens to be tagged together.
type sentence struct {
	tag    uint64 // hash of the language
	toks   []token
	active []bool
}

// at returns token i, or the one that stands for the outside.
func (s *sentence) at(i int) *token {
	if i < 0 || i >= len(s.toks) {
		return &outside
	}
	return &s.toks[i]
}

// activate marks the tokens that may be in a name: those near a word that
// looks like one, up to tail tokens after it, or all if the sentence has no
// capital at all.
func (s *sentence) activate(tail int) {
	s.active = append(s.active[:0], make([]bool, len(s.toks))...)
	named := false
	for i := range s.toks {
		if !s.toks[i].named() {
			continue
		}
		named = true
		for k := max(0, i-reach); k <= min(len(s.toks)-1, i+tail); k++ {
			s.active[k] = true
		}
	}
	if !named {
		for i := range s.active {
			s.active[i] = true
		}
	}
}

// shout changes the form of words in capitals where most words are, so that
// they are not taken for acronyms.
func (s *sentence) shout() {
	up, letters := 0, 0
	for i := range s.toks {
		switch s.toks[i].form {
		case upper, initial:
			up++
			letters++
		case lower, capital, camel:
			letters++
		}
	}
	if letters < 3 || up*10 < letters*7 {
		return
	}
	for i := range s.toks {
		if t := &s.toks[i]; t.form == upper || t.form == initial {
			t.form = shouted
		}
	}
}

// markForeign marks the words in Latin letters where most are in others: they
// are names more often than not.
func (s *sentence) markForeign() {
	latin, other := 0, 0
	for i := range s.toks {
		switch s.toks[i].script {
		case latinScript:
			latin++
		case otherScript:
			other++
		}
	}
	if latin >= other {
		return
	}
	for i := range s.toks {
		s.toks[i].foreign = s.toks[i].script == latinScript
	}
}

// bit returns 1 for true.
func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// run returns where token i stands in the words around it that look like
// names, and how many those are, both at most 4.
func (s *sentence) run(i int) (pos, length uint64) {
	if !s.toks[i].named() {
		return 0, 0
	}
	a, b := i, i
	for a > 0 && i-a < 3 && s.toks[a-1].named() {
		a--
	}
	for b+1 < len(s.toks) && b-i < 3 && s.toks[b+1].named() {
		b++
	}
	return uint64(i - a + 1), uint64(min(b-a+1, 4))
}

// cue returns the nearest word in lower case, within four tokens in the
// direction of step.
func (s *sentence) cue(i, step int) *token {
	for k := 1; k <= 4; k++ {
		if t := s.at(i + k*step); t.form == lower || t.form == none {
			return t
		}
	}
	return &outside
}

// nearest returns the cues of the nearest word that has any, within six tokens
// in the direction of step, and how far it is.
func (s *sentence) nearest(i, step int) (Cues, uint64) {
	for k := 1; k <= 6; k++ {
		t := s.at(i + k*step)
		if t.form == none {
			break
		}
		if t.cues != 0 {
			return t.cues, uint64(min(k, 4))
		}
	}
	return 0, 0
}

// appendFeatures appends the hashed features of token i to dst.
func (s *sentence) appendFeatures(dst []uint64, i int) []uint64 {
	pp, p, w, n, nn := s.at(i-2), s.at(i-1), &s.toks[i], s.at(i+1), s.at(i+2)
	f := uint64(w.form)
	pf, nf, ppf, nnf := uint64(p.form), uint64(n.form), uint64(pp.form), uint64(nn.form)
	first := uint64(0)
	if i == 0 || i == 1 && p.form == punct {
		first = 1
	}
	glue := bit(w.glued) | bit(n.glued)<<1 // whether it is joined to its neighbours
	id := uint64(0)
	add := func(a, b, c uint64) {
		id++
		dst = append(dst, mix(id, a, b, c))
	}
	add(0, 0, 0)
	add(w.word, 0, 0)
	add(p.word, 0, 0)
	add(n.word, 0, 0)
	add(pp.word, 0, 0)
	add(nn.word, 0, 0)
	add(p.word, w.word, 0)
	add(w.word, n.word, 0)
	add(w.word, f, first)
	add(w.shape, first, 0)
	add(pf, f<<2|glue, uint64(p.punct))
	add(f, nf<<2|glue, uint64(n.punct))
	add(pf<<8|nf, f, first<<2|glue)
	add(ppf<<16|pf<<8|nf, f, nnf<<2|glue)
	add(uint64(w.punct), glue, pf<<8|nf)
	add(p.word, f, first)
	add(n.word, f, first)
	add(pp.word, p.word, f)
	add(n.word, nn.word, f)
	pos, length := s.run(i)
	add(pos<<8|length, f, first)
	left, right := s.cue(i, -1), s.cue(i, 1)
	add(left.word, f, pos)
	add(right.word, f, length-pos)
	add(uint64(left.cues), f, pos)
	add(uint64(right.cues), f, length-pos)
	add(uint64(left.cues)<<16|uint64(right.cues), f, uint64(w.lists))
	wc, pc, nc := uint64(w.cues), uint64(p.cues), uint64(n.cues)
	add(wc, f, first)
	add(pc, f, pf)
	add(nc, f, nf)
	add(pc<<16|nc, f, glue)
	add(uint64(pp.cues)<<16|pc, f, ppf)
	add(nc<<16|uint64(nn.cues), f, nnf)
	far, dist := s.nearest(i, -1)
	add(uint64(far), dist, f)
	far, dist = s.nearest(i, 1)
	add(uint64(far), dist, f)
	lists, pl, nl := uint64(w.lists), uint64(p.lists), uint64(n.lists)
	add(lists, f, first)
	add(lists, pl, f)
	add(lists, nl, f)
	add(lists, pl<<16|nl, f<<8|pf<<4|nf)
	add(uint64(nn.lists), uint64(n.punct), f) // Pete Sampras (USA)
	add(uint64(pp.lists), uint64(p.punct), f)
	add(bit(w.foreign)|bit(p.foreign)<<1|bit(n.foreign)<<2, f, first)
	phrase := uint64(w.phrase)
	add(phrase, f, uint64(n.phrase))
	add(phrase, lists, f)
	add(uint64(w.seen), f, first)
	add(s.tag, f, first)
	add(s.tag, w.word, 0)
	add(s.tag, p.word, f)
	add(s.tag, w.suf[2], f)
	if w.form == punct || w.form == number {
		return dst
	}
	id = 64
	for k := range affixes {
		add(w.pre[k], min(uint64(k), 1), 0)
		add(w.suf[k], f, 0)
	}
	add(p.suf[2], f, 1)
	add(n.suf[2], f, 2)
	add(p.pre[3], f, 3)
	add(n.pre[3], f, 4)
	add(n.suf[1], p.suf[1], f)
	if w.named() {
		add(w.suf[1], n.suf[1], pf)
		add(w.suf[2], p.suf[1], 5)
		add(w.suf[2], n.suf[1], 6)
		add(w.pre[2], w.suf[1], 7)
		add(p.shape, w.shape, n.shape)
		add(lists, w.suf[1], first)
		add(left.word, w.suf[1], f)
		add(uint64(left.cues), w.suf[1], f)
	}
	return dst
}
