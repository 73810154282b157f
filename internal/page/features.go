package page

import (
	"math"

	"golang.org/x/net/html/atom"
)

// Features holds a row of numbers for every block of a page.
type Features struct {
	Rows int
	Cols int
	X    []float32

	homes []int32 // of each block
	ups   []int32 // the elements around those
	sigs  []int32
	good  []bool
	terms []uint32 // hashes of the longer words of all blocks
	ends  []int32  // where those of each block end
}

// Row returns the numbers of block i.
func (f *Features) Row(i int) []float32 { return f.X[i*f.Cols : (i+1)*f.Cols : (i+1)*f.Cols] }

// group sums the blocks with one signature.
type group struct {
	n, words, linked, good float32

	led, trailed float32 // blocks behind and before one that is a link
}

// isLink reports whether a block is nothing but links, with some words.
func isLink(k *Block) bool { return k.text.words >= 3 && k.density() > 0.8 }

// features computes the rows. body is the text of the article as the page's
// data for machines has it, or "".
type builder struct {
	p      *Page
	f      *Features
	groups []group
	dups   map[uint64]int32 // text hash: how often
	dupNo  []int32
	body   shingles
	best   int32
	total  float32 // words
	links  float32
	good   float32
	title  int32 // block of the title, -1 if none
	titleW shingles
	sim    []float32
	first  int32 // good blocks under best
	last   int32
	arts   float32
	prevG  []int32
	nextG  []int32
	before []float32 // words before the block
}

// FeaturesOf describes every block of p by numbers. title is the best guess at
// the title of the article, and body its text as found in JSON-LD, or "".
func FeaturesOf(p *Page, title, body string) *Features {
	n := len(p.Blocks)
	b := &builder{p: p, f: &Features{
		Rows: n, Cols: NumFeatures, X: make([]float32, n*NumFeatures), homes: make([]int32, n), ups: make([]int32, n),
		sigs: make([]int32, n), good: make([]bool, n),
	}, title: -1}
	b.body = shinglesOf(body)
	b.sums()
	b.pickBest()
	b.findTitle(title)
	b.runs()
	for i := range p.Blocks {
		b.row(i)
	}
	b.f.addTerms(p)
	return b.f
}

// ratio is a/b, 0 if there is nothing to divide by.
func ratio(a, b float32) float32 {
	if b <= 0 {
		return 0
	}
	return a / b
}

func log1(x float32) float32 { return float32(math.Log1p(float64(x))) }

// density returns the share of linked text in a block.
func (b *Block) density() float32 {
	if b.links() {
		return 1
	}
	return ratio(float32(b.Linked), float32(len(b.Text)))
}

func (b *Block) links() bool { return int(b.Linked) >= len(b.Text) && b.Linked > 0 }

// home returns the element whose children the paragraphs around a block are.
func (p *Page) home(b *Block) int32 {
	e := b.Elem
	switch p.Elems[e].Tag {
	case atom.P, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Dd, atom.Dt, atom.Pre, atom.Td, atom.Th:
		return max(p.Elems[e].Parent, 0)
	}
	return e
}

// isGood reports whether a block looks like running text by itself.
func isGood(b *Block) bool {
	t := &b.text
	return b.Heading == 0 && b.density() < 0.34 && (t.words >= 20 || t.words >= 9 && t.end == '.') && t.letters*2 > t.runes
}

func (b *builder) sums() {
	p := b.p
	elems := p.Elems
	sig := make(map[uint64]int32, 64)
	b.dups = make(map[uint64]int32, len(p.Blocks))
	b.dupNo = make([]int32, len(p.Blocks))
	for i := range p.Blocks {
		k := &p.Blocks[i]
		w, l := k.text.words, k.text.words*k.density()
		e := &elems[k.Elem]
		e.words += w
		e.linked += l
		e.blocks++
		b.total += w
		b.links += l
		h := p.home(k)
		b.f.homes[i], b.f.ups[i] = h, elems[h].Parent
		b.f.good[i] = isGood(k)
		g, ok := sig[e.Sig]
		if !ok {
			g = int32(len(b.groups))
			sig[e.Sig] = g
			b.groups = append(b.groups, group{})
		}
		b.f.sigs[i] = g
		gr := &b.groups[g]
		gr.n++
		gr.words += w
		gr.linked += l
		if i > 0 && isLink(&p.Blocks[i-1]) {
			gr.led++
		}
		if i+1 < len(p.Blocks) && isLink(&p.Blocks[i+1]) {
			gr.trailed++
		}
		b.dupNo[i] = b.dups[k.text.hash]
		b.dups[k.text.hash]++
		if b.f.good[i] && elems[k.Elem].Flags&(InHidden|InNav|InFooter|InAside) == 0 {
			b.good += w
			gr.good += w
			e.good += w
			elems[h].direct += w
			s := 1 + min(k.text.commas, 10) + min(k.text.runes/100, 3)
			for up, part := h, float32(1); up >= 0 && part > 0.2; up, part = elems[up].Parent, part/2 {
				elems[up].score += s * part
			}
		}
	}
	for i := len(elems) - 1; i > 0; i-- {
		e := &elems[i]
		up := &elems[e.Parent]
		up.words += e.words
		up.linked += e.linked
		up.good += e.good
		up.blocks += e.blocks
		if e.Tag == atom.Article {
			b.arts++
		}
	}
}

// pickBest finds the element that Readability would take: the one with the
// highest score, less its links, with a word for or against by its names.
func (b *builder) pickBest() {
	top := float32(-1)
	for i := range b.p.Elems {
		e := &b.p.Elems[i]
		if e.score == 0 {
			continue
		}
		s := e.score * (1 - ratio(e.linked, e.words))
		if e.Hint&HintBody != 0 {
			s *= 1.25
		}
		if e.Above&(HintComment|HintRelated|HintNav|HintFooter|HintLegal|HintSide) != 0 {
			s *= 0.5
		}
		if s > top {
			top, b.best = s, int32(i)
		}
	}
}

// findTitle finds the block that repeats the title.
func (b *builder) findTitle(title string) {
	b.titleW = shinglesOf1(title)
	b.sim = make([]float32, len(b.p.Blocks))
	top := float32(0.45)
	for i := range b.p.Blocks {
		k := &b.p.Blocks[i]
		if k.text.words > 60 || k.text.words < 1 {
			continue
		}
		b.sim[i] = b.titleW.overlap(k.Text)
		s := b.sim[i]
		if k.Heading == 1 {
			s += 0.3
		} else if k.Heading == 2 {
			s += 0.1
		}
		if b.p.Elems[k.Elem].Flags&(InNav|InAside|InFooter|InHidden) != 0 {
			s -= 0.3
		}
		if s > top {
			top, b.title = s, int32(i)
		}
	}
}

// runs finds for each block the good blocks before and behind it, and where
// the good blocks of the best element begin and end.
func (b *builder) runs() {
	n := len(b.p.Blocks)
	b.prevG, b.nextG, b.before = make([]int32, n), make([]int32, n), make([]float32, n)
	last, words := int32(-1), float32(0)
	b.first, b.last = -1, -1
	best := &b.p.Elems[b.best]
	for i := range n {
		b.prevG[i], b.before[i] = last, words
		words += b.p.Blocks[i].text.words
		if b.f.good[i] {
			last = int32(i)
			if int32(i) >= best.First && int32(i) < best.Last {
				if b.first < 0 {
					b.first = last
				}
				b.last = last
			}
		}
	}
	next := int32(-1)
	for i := n - 1; i >= 0; i-- {
		b.nextG[i] = next
		if b.f.good[i] {
			next = int32(i)
		}
	}
}

// tagClass numbers the elements that blocks lie in.
func tagClass(t atom.Atom) float32 {
	switch t {
	case atom.P:
		return 1
	case atom.Li:
		return 3
	case atom.Td, atom.Th:
		return 4
	case atom.Div:
		return 5
	case atom.Blockquote:
		return 2
	case atom.Figcaption:
		return 8
	case atom.Pre:
		return 6
	case atom.Dd, atom.Dt:
		return 7
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return 9
	}
	return 10
}

// endClass numbers the ends of blocks.
func endClass(c byte) float32 {
	switch c {
	case '.':
		return 4
	case ':':
		return 3
	case ',':
		return 2
	case '~':
		return 1
	}
	return 0
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func clip(x, lo, hi int32) float32 { return float32(max(lo, min(x, hi))) }
