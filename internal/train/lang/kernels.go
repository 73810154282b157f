//go:build !goexperiment.simd || !amd64

package main

// sumRows sets sum to the sum of the rows that features pick.
func sumRows(sum, rows []float32, features []uint32) {
	clear(sum)
	d := len(sum)
	for _, f := range features {
		for j, v := range rows[int(f)*d : int(f)*d+d] {
			sum[j] += v
		}
	}
}

// scale multiplies x by k.
func scale(x []float32, k float32) {
	for i := range x {
		x[i] *= k
	}
}

// addColumns adds to p the rows of weights, each times a number of h.
func addColumns(p, h, weights []float32, stride int) {
	for j, k := range h {
		for i, w := range weights[j*stride : j*stride+len(p)] {
			p[i] += k * w
		}
	}
}

// backward sets g to the inner products of the rows of weights with p, and
// then adds q to each row, times a number of h.
func backward(g, h, p, q, weights []float32, stride int) {
	for j, k := range h {
		row := weights[j*stride : j*stride+len(p)]
		g[j] = 0
		for i, w := range row {
			g[j] += w * p[i]
			row[i] = w + k*q[i]
		}
	}
}

// updateRows adds g to the rows that features pick, times a step each.
func updateRows(rows []float32, features []uint32, steps, g []float32) {
	d := len(g)
	for i, f := range features {
		row := rows[int(f)*d : int(f)*d+d]
		for j, v := range g {
			row[j] += steps[i] * v
		}
	}
}
