package main

import (
	"math"
	"sort"

	"github.com/tidings-go/tidings/internal/join"
)

const dims = len(join.Features{})

// A table is what a model is fitted to: features, and the share of the story
// that is of the article's own event.
type table struct {
	x []join.Features
	y []float64
	w []float64 // weights
}

func (t *table) add(x join.Features, y, w float64) {
	t.x, t.y, t.w = append(t.x, x), append(t.y, y), append(t.w, w)
}

func (t *table) append(o table) {
	t.x, t.y, t.w = append(t.x, o.x...), append(t.y, o.y...), append(t.w, o.w...)
}

// fit returns the mean of a logistic regression and of boosted trees.
func (t *table) fit(trees int) *join.Model {
	m := t.logistic(20)
	t.boost(m, trees, 3, 0.12, 5, 10)
	return m
}

// logistic fits by iteratively reweighted least squares with a ridge.
func (t *table) logistic(ridge float64) *join.Model {
	var mu, sd [dims]float64
	n := float64(len(t.x))
	for j := range dims {
		for i := range t.x {
			mu[j] += t.x[i][j] / n
		}
		for i := range t.x {
			sd[j] += (t.x[i][j] - mu[j]) * (t.x[i][j] - mu[j]) / n
		}
		if sd[j] = math.Sqrt(sd[j]); sd[j] < 1e-9 {
			sd[j] = 1
		}
	}
	const d = dims + 1 // the last is the bias
	var w, z [d]float64
	z[dims] = 1
	for range 12 {
		h := make([][]float64, d)
		for j := range h {
			h[j] = make([]float64, d+1)
		}
		for i := range t.x {
			s := 0.0
			for j := range dims {
				z[j] = (t.x[i][j] - mu[j]) / sd[j]
			}
			for j := range z {
				s += z[j] * w[j]
			}
			p := 1 / (1 + math.Exp(-s))
			g, c := t.w[i]*(t.y[i]-p), t.w[i]*(p*(1-p)+1e-6)
			for j := range z {
				h[j][d] += g * z[j]
				cz := c * z[j]
				for l := 0; l <= j; l++ {
					h[j][l] += cz * z[l]
				}
			}
		}
		for j := range h {
			for l := range j {
				h[l][j] = h[j][l]
			}
			if j < dims {
				h[j][d] -= ridge * w[j]
				h[j][j] += ridge
			}
			h[j][j] += 1e-6
		}
		solve(h)
		step := 0.0
		for j := range w {
			w[j] += h[j][d] / h[j][j]
			step = max(step, math.Abs(h[j][d]/h[j][j]))
		}
		if step < 1e-4 {
			break
		}
	}
	m := &join.Model{Bias: w[dims]}
	for j := range dims {
		m.Linear[j] = w[j] / sd[j]
		m.Bias -= w[j] * mu[j] / sd[j]
	}
	return m
}

// solve brings a linear system to diagonal form.
func solve(h [][]float64) {
	for c := range h {
		p := c
		for r := c; r < len(h); r++ {
			if math.Abs(h[r][c]) > math.Abs(h[p][c]) {
				p = r
			}
		}
		h[c], h[p] = h[p], h[c]
		for r := range h {
			if r != c && h[r][c] != 0 {
				f := h[r][c] / h[c][c]
				for q := c; q < len(h[r]); q++ {
					h[r][q] -= f * h[c][q]
				}
			}
		}
	}
}

const bins = 48

// boost adds trees to m, each on two thirds of the rows.
func (t *table) boost(m *join.Model, trees, depth int, eta, lambda, minH float64) {
	n := len(t.x)
	cuts, binned := t.bin()
	sum, all := 0.0, 0.0
	for i, y := range t.y {
		sum += y * t.w[i]
		all += t.w[i]
	}
	p := sum / all
	m.Base = math.Log(p / (1 - p))
	z := make([]float64, n)
	for i := range z {
		z[i] = m.Base
	}
	g, h := make([]float64, n), make([]float64, n)
	for k := range trees {
		var rows []int32
		for i := range z {
			q := 1 / (1 + math.Exp(-z[i]))
			g[i], h[i] = t.w[i]*(t.y[i]-q), t.w[i]*q*(1-q)
			if (uint32(i)*2654435761+uint32(k)*40503*65537)>>8%3 != 0 {
				rows = append(rows, int32(i))
			}
		}
		tree := grow(cuts, binned, g, h, rows, depth, eta, lambda, minH)
		for i := range z {
			at := 0
			for tree[at].Left > 0 {
				if float32(t.x[i][tree[at].Feature]) <= tree[at].Value {
					at = int(tree[at].Left)
				} else {
					at = int(tree[at].Right)
				}
			}
			z[i] += float64(tree[at].Value)
		}
		m.Trees = append(m.Trees, tree)
	}
}

// bin replaces each feature by the number of its quantile.
func (t *table) bin() (cuts [dims][]float64, binned [dims][]uint8) {
	n := len(t.x)
	for j := range dims {
		var v []float64
		for i := 0; i < n; i += n/4000 + 1 {
			v = append(v, t.x[i][j])
		}
		sort.Float64s(v)
		for b := 1; b < bins; b++ {
			c := float64(float32(v[b*len(v)/bins]))
			if k := len(cuts[j]); k == 0 || c > cuts[j][k-1] {
				cuts[j] = append(cuts[j], c)
			}
		}
		binned[j] = make([]uint8, n)
		for i := range t.x {
			binned[j][i] = uint8(sort.SearchFloat64s(cuts[j], float64(float32(t.x[i][j]))))
		}
	}
	return cuts, binned
}

func grow(cuts [dims][]float64, binned [dims][]uint8, g, h []float64, rows []int32, depth int, eta, lambda, minH float64) []join.Node {
	type job struct {
		node, depth int
		rows        []int32
	}
	tree := []join.Node{{}}
	for stack := []job{{0, 0, rows}}; len(stack) > 0; {
		jb := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		var sg, sh float64
		for _, i := range jb.rows {
			sg += g[i]
			sh += h[i]
		}
		tree[jb.node].Value = float32(eta * sg / (sh + lambda))
		if jb.depth >= depth || sh < 2*minH {
			continue
		}
		gain, feature, cut := 1e-3, -1, 0
		for j := range dims {
			var hg, hh [bins + 1]float64
			b := binned[j]
			for _, i := range jb.rows {
				hg[b[i]] += g[i]
				hh[b[i]] += h[i]
			}
			var lg, lh float64
			for c := range cuts[j] {
				lg += hg[c]
				lh += hh[c]
				if lh < minH || sh-lh < minH {
					continue
				}
				if x := lg*lg/(lh+lambda) + (sg-lg)*(sg-lg)/(sh-lh+lambda) - sg*sg/(sh+lambda); x > gain {
					gain, feature, cut = x, j, c
				}
			}
		}
		if feature < 0 {
			continue
		}
		var left, right []int32
		for _, i := range jb.rows {
			if int(binned[feature][i]) <= cut {
				left = append(left, i)
			} else {
				right = append(right, i)
			}
		}
		l := len(tree)
		tree = append(tree, join.Node{}, join.Node{})
		tree[jb.node] = join.Node{Feature: uint8(feature), Left: uint8(l), Right: uint8(l + 1), Value: float32(cuts[feature][cut])}
		stack = append(stack, job{l, jb.depth + 1, left}, job{l + 1, jb.depth + 1, right})
	}
	return tree
}
