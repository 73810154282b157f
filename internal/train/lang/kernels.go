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

// axpy adds k times x to y.
func axpy(y []float32, k float32, x []float32) {
	for i := range y {
		y[i] += k * x[i]
	}
}

// dotUpdate returns the inner product of w and p, and then adds k times q to w.
func dotUpdate(w, p, q []float32, k float32) float32 {
	sum := float32(0)
	for i, v := range w {
		sum += v * p[i]
		w[i] = v + k*q[i]
	}
	return sum
}
