package main

import (
	"math"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/join"
	"github.com/tidings-go/tidings/internal/train/gbdt"
)

const dims = len(join.Features{})

// A table is what a model is fitted to: features, and whether the story is of
// the article's own event.
type table struct {
	x     []join.Features
	y     []float64
	w     []float64 // weights
	group []int     // event of the article
}

func (t *table) add(x join.Features, y, w float64, group int) {
	t.x, t.y, t.w, t.group = append(t.x, x), append(t.y, y), append(t.w, w), append(t.group, group)
}

// bytes returns the model that fits the table, as a flat file.
func (t *table) bytes() ([]byte, error) {
	b := flat.NewBuilder(join.ModelKind, join.ModelVersion)
	bias, weights := t.logistic(20)
	b.Add("linear", join.AppendLinear(nil, bias, &weights))
	t.forest().Add(b, "f")
	return b.Bytes()
}

// model is bytes, opened.
func (t *table) model() (*join.Model, error) {
	data, err := t.bytes()
	if err != nil {
		return nil, err
	}
	return join.OpenModel(string(data))
}

func (t *table) forest() *gbdt.Forest {
	rows := gbdt.Rows{Group: t.group}
	for i := range t.x {
		x := make([]float32, dims)
		for j, v := range t.x[i] {
			x[j] = float32(v)
		}
		rows.X = append(rows.X, x)
		rows.Y = append(rows.Y, float32(t.y[i]))
		rows.W = append(rows.W, float32(t.w[i]))
	}
	return gbdt.Train(rows, gbdt.Config{Trees: 150, Leaves: 12, Rate: 0.1, Lambda: 5, MinH: 10, Features: 0.4})
}

// logistic fits by iteratively reweighted least squares with a ridge.
func (t *table) logistic(ridge float64) (bias float64, weights join.Features) {
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
	bias = w[dims]
	for j := range dims {
		weights[j] = w[j] / sd[j]
		bias -= w[j] * mu[j] / sd[j]
	}
	return bias, weights
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
