package page

// NumFeatures is the length of a row.
const NumFeatures = 48 + hints + flags + 4*7

// row fills the row of block i.
func (b *builder) row(i int) {
	x := row{b.f.Row(i)}
	k := &b.p.Blocks[i]
	x.own(b, i, k)
	x.place(b, i, k)
	x.roles(b.p, k)
	for _, d := range [4]int{-1, 1, -2, 2} {
		x.neighbour(b, i, i+d)
	}
}

// row is the part of a row that is still to be filled.
type row struct{ rest []float32 }

func (x *row) put(v ...float32) { x.rest = x.rest[copy(x.rest, v):] }

// own is what the text says by itself.
func (x *row) own(b *builder, i int, k *Block) {
	t := &k.text
	e := &b.p.Elems[k.Elem]
	para := i > 0 && b.p.Blocks[i-1].Para == k.Para || i+1 < len(b.p.Blocks) && b.p.Blocks[i+1].Para == k.Para
	x.put(
		log1(t.words), k.density(), min(float32(k.Links), 10), min(t.stops, 10), ratio(t.commas, t.words),
		ratio(t.digits, t.runes), ratio(t.caps, t.words), ratio(t.letters, t.words), endClass(t.end), flag(t.lower),
		min(t.pipes, 5), flag(t.sign), flag(t.year), min(t.quotes, 4), ratio(float32(k.Bold), float32(len(k.Text))),
		float32(k.Heading), tagClass(e.Tag), flag(k.Break), float32(min(b.dups[k.text.hash], 4)), float32(min(b.dupNo[i], 3)),
		flag(para), b.body.overlap(k.Text), b.sim[i],
	)
}

// place is where the block stands in the page.
func (x *row) place(b *builder, i int, k *Block) {
	p := b.p
	home := &p.Elems[b.f.homes[i]]
	up := home
	if home.Parent >= 0 {
		up = &p.Elems[home.Parent]
	}
	g := &b.groups[b.f.sigs[i]]
	best := &p.Elems[b.best]
	inside := flag(int32(i) >= best.First && int32(i) < best.Last)
	if inside == 0 && best.Parent >= 0 {
		if o := &p.Elems[best.Parent]; int32(i) >= o.First && int32(i) < o.Last {
			inside = 0.5
		}
	}
	art := float32(-1)
	for e := k.Elem; e >= 0 && p.Elems[e].Flags&InArticle != 0; e = p.Elems[e].Parent {
		art = ratio(p.Elems[e].good, b.good)
	}
	rel := float32(0) // before, in, behind the good blocks of the best element
	switch {
	case b.first < 0:
	case int32(i) < b.first:
		rel = -1
	case int32(i) > b.last:
		rel = 1
	}
	toTitle := float32(-60)
	if b.title >= 0 {
		toTitle = clip(int32(i)-b.title, -50, 100)
	}
	prev, next := float32(40), float32(40)
	if b.prevG[i] >= 0 {
		prev = clip(int32(i)-b.prevG[i], 0, 40)
	}
	if b.nextG[i] >= 0 {
		next = clip(b.nextG[i]-int32(i), 0, 40)
	}
	x.put(
		log1(home.direct), ratio(home.direct, b.good), ratio(home.linked, home.words), ratio(up.good, b.good), ratio(up.linked, up.words),
		ratio(g.good, b.good), log1(g.n), ratio(g.linked, g.words), ratio(home.score, best.score), inside,
		art, min(b.arts, 12), float32(i)/float32(len(p.Blocks)), ratio(b.before[i], b.total), toTitle,
		rel, prev, next, float32(p.Elems[k.Elem].Depth), log1(b.good),
		b.between(i), b.beside(i, b.prevG[i]), b.beside(i, b.nextG[i]), ratio(g.led, g.n), ratio(g.trailed, g.n),
	)
}

// between is 1 if the good blocks before and behind block i stand in the same
// element, and the block in it too or a level or two below, as the items of a
// list between paragraphs do.
func (b *builder) between(i int) float32 {
	if b.prevG[i] < 0 || b.nextG[i] < 0 {
		return -1
	}
	h := b.f.homes[b.prevG[i]]
	if h != b.f.homes[b.nextG[i]] {
		return 0
	}
	return flag(b.beside(i, b.prevG[i]) > 0)
}

// beside says how the element of block i lies to that of block j: 3 for the
// same one, 2 and 1 for a child and a grandchild, -1 for the parent of it,
// else 0.
func (b *builder) beside(i int, j int32) float32 {
	if j < 0 {
		return 0
	}
	h := b.f.homes[j]
	e := b.f.homes[i]
	if b.p.Elems[h].Parent == e {
		return -1
	}
	for level := float32(3); level > 0 && e >= 0; level-- {
		if e == h {
			return level
		}
		e = b.p.Elems[e].Parent
	}
	return 0
}

// roles is how near an element with each hint is, and in which elements the
// block lies.
func (x *row) roles(p *Page, k *Block) {
	e := &p.Elems[k.Elem]
	own, up, far := e.Hint|k.Most, Hint(0), Hint(0)
	if e.Parent >= 0 {
		o := &p.Elems[e.Parent]
		up = o.Hint
		if o.Parent >= 0 {
			far = p.Elems[o.Parent].Hint
		}
	}
	for h := range hints {
		bit := Hint(1) << h
		switch {
		case own&bit != 0:
			x.put(4)
		case up&bit != 0:
			x.put(3)
		case far&bit != 0:
			x.put(2)
		case e.Above&bit != 0:
			x.put(1)
		case k.Inline&bit != 0:
			x.put(0.5)
		default:
			x.put(0)
		}
	}
	for f := range flags {
		x.put(float32(e.Flags >> f & 1))
	}
}

// neighbour is what stands beside the block.
func (x *row) neighbour(b *builder, i, j int) {
	if j < 0 || j >= len(b.p.Blocks) {
		x.put(-1, -1, -1, -1, -1, -1, -1)
		return
	}
	k := &b.p.Blocks[j]
	x.put(log1(k.text.words), k.density(), float32(k.Heading), flag(b.f.homes[i] == b.f.homes[j]), flag(b.f.sigs[i] == b.f.sigs[j]),
		endClass(k.text.end), flag(b.f.good[j]))
}
