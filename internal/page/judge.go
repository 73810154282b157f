package page

import "github.com/tidings-go/tidings/internal/trees"

// Model judges blocks in two rounds: the first looks at each block and its
// surroundings, the second also knows what the first said of the others
// (stacking, Wolpert 1992). It is immutable, and safe for concurrent use.
type Model struct{ First, Second *trees.Forest }

// Judge returns for every block the probability that it belongs to the article.
// The second round is left out for blocks that have none among their neighbours
// that may.
func (m *Model) Judge(f *Features) []float32 {
	first := make([]float32, f.Rows)
	bins := make([]uint8, f.Cols+NumContext)
	for i := range first {
		m.First.Bin(bins, f.Row(i))
		first[i] = m.First.Score(bins[:f.Cols])
	}
	out := make([]float32, f.Rows)
	f.eachContext(first, func(i int, row []float32) {
		if hopeless(first, i) {
			out[i] = first[i]
			return
		}
		m.Second.Bin(bins, row)
		out[i] = m.Second.Score(bins)
	})
	return out
}

// hopeless reports whether block i and its neighbours were all found unlikely.
func hopeless(p []float32, i int) bool {
	const little, some = 0.03, 0.3
	if p[i] >= little {
		return false
	}
	for j := max(0, i-2); j <= min(i+2, len(p)-1); j++ {
		if p[j] >= some {
			return false
		}
	}
	return true
}

// NumContext is how many features the first round adds for the second.
const NumContext = 22

// Context returns the rows for the second round, one behind the other.
func (f *Features) Context(p []float32) []float32 {
	x := make([]float32, 0, f.Rows*(f.Cols+NumContext))
	f.eachContext(p, func(_ int, row []float32) { x = append(x, row...) })
	return x
}

// eachContext calls yield with the rows for the second round: those of the
// first, and what it said of the block, its neighbours, and the blocks like it.
// The slice is only valid during the call.
func (f *Features) eachContext(p []float32, yield func(i int, row []float32)) {
	row := make([]float32, f.Cols+NumContext)
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
	shared := f.cohesion(p)
	for i := range f.Rows {
		copy(row, f.Row(i))
		h, s, u := homes[f.homes[i]], sigs[f.sigs[i]], homes[f.ups[i]]
		w := words(i)
		copy(row[f.Cols:], []float32{
			p[i], at(i - 1), at(i + 1), at(i - 2), at(i + 2), at(i - 3), at(i + 3),
			ratio(h.pw-p[i]*w, h.w-w), ratio(s.pw-p[i]*w, s.w-w), ratio(h.pw, all.pw), ratio(s.pw, all.pw),
			ratio(done, all.pw), all.pw, top, before[i], after[i],
			ratio(u.pw, u.w), f.near(p, i, -1), f.near(p, i, 1), min(u.w, 100), shared[i], smooth(shared, i),
		})
		yield(i, row)
		done += p[i] * w
	}
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
