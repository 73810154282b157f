package page

import "github.com/tidings-go/tidings/internal/trees"

// Model judges blocks in two rounds: the first looks at each block and its
// surroundings, the second also knows what the first said of the others
// (stacking, Wolpert 1992). It is immutable, and safe for concurrent use.
type Model struct{ First, Second *trees.Forest }

// Judge returns for every block the probability that it belongs to the article.
func (m *Model) Judge(f *Features) []float32 {
	p1 := score(m.First, f.X, f.Rows, f.Cols)
	x := f.Context(p1)
	return score(m.Second, x, f.Rows, f.Cols+NumContext)
}

func score(t *trees.Forest, x []float32, rows, cols int) []float32 {
	out := make([]float32, rows)
	bins := make([]uint8, cols)
	for i := range rows {
		t.Bin(bins, x[i*cols:(i+1)*cols])
		out[i] = t.Score(bins)
	}
	return out
}

// NumContext is how many features the first round adds for the second.
const NumContext = 20

// Context returns the rows for the second round: those of the first, and what
// it said of the block, its neighbours, and the blocks like it.
func (f *Features) Context(p []float32) []float32 {
	cols := f.Cols + NumContext
	x := make([]float32, f.Rows*cols)
	words := func(i int) float32 { return f.Row(i)[colWords] }
	type sum struct{ pw, w float32 }
	homes, sigs := make(map[int32]sum), make([]sum, f.Rows+1)
	var all sum
	top := float32(0)
	for i := range f.Rows {
		w := words(i)
		for _, s := range [2]*sum{&sigs[f.sigs[i]], &all} {
			s.pw += p[i] * w
			s.w += w
		}
		h := homes[f.homes[i]]
		h.pw += p[i] * w
		h.w += w
		homes[f.homes[i]] = h
		top = max(top, p[i])
	}
	at := func(i int) float32 {
		if i < 0 || i >= f.Rows {
			return -1
		}
		return p[i]
	}
	done := float32(0)
	before, after := f.reach(p)
	for i := range f.Rows {
		row := x[i*cols : (i+1)*cols]
		copy(row, f.Row(i))
		h, s, u := homes[f.homes[i]], sigs[f.sigs[i]], homes[f.ups[i]]
		w := words(i)
		copy(row[f.Cols:], []float32{
			p[i], at(i - 1), at(i + 1), at(i - 2), at(i + 2), at(i - 3), at(i + 3),
			ratio(h.pw-p[i]*w, h.w-w), ratio(s.pw-p[i]*w, s.w-w), ratio(h.pw, all.pw), ratio(s.pw, all.pw),
			ratio(done, all.pw), all.pw, top, before[i], after[i],
			ratio(u.pw, u.w), f.near(p, i, -1), f.near(p, i, 1), min(u.w, 100),
		})
		done += p[i] * w
	}
	return x
}

// near returns what the first round said of the next good block in a direction,
// -1 if there is none nearby.
func (f *Features) near(p []float32, i, step int) float32 {
	const far = 40
	for n := 0; n < far; n++ {
		if i += step; i < 0 || i >= f.Rows {
			return -1
		}
		if f.good[i] {
			return p[i]
		}
	}
	return -1
}

// reach returns for each block how far the next likely block before and behind
// it is.
func (f *Features) reach(p []float32) (before, after []float32) {
	const far = 30
	before, after = make([]float32, f.Rows), make([]float32, f.Rows)
	d := float32(far)
	for i := range f.Rows {
		before[i] = d
		if d = min(d+1, far); p[i] > 0.5 {
			d = 1
		}
	}
	d = far
	for i := f.Rows - 1; i >= 0; i-- {
		after[i] = d
		if d = min(d+1, far); p[i] > 0.5 {
			d = 1
		}
	}
	return before, after
}

// colWords is the column of log1(words).
const colWords = 0
