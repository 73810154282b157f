//go:build goexperiment.simd && amd64

package main

import "simd/archsimd"

// sumRows sets sum to the sum of the rows that features pick.
func sumRows(sum, rows []float32, features []uint32) {
	d := len(sum)
	for j := 0; j < d; j += 32 {
		var a, b archsimd.Float32x16
		if j+32 <= d {
			for _, f := range features {
				row := rows[int(f)*d+j : int(f)*d+j+32]
				a = a.Add(archsimd.LoadFloat32x16Slice(row))
				b = b.Add(archsimd.LoadFloat32x16Slice(row[16:]))
			}
			a.StoreSlice(sum[j:])
			b.StoreSlice(sum[j+16:])
			continue
		}
		for _, f := range features {
			a = a.Add(archsimd.LoadFloat32x16Slice(rows[int(f)*d+j : int(f)*d+j+16]))
		}
		a.StoreSlice(sum[j:])
	}
	archsimd.ClearAVXUpperBits()
}

// scale multiplies x by k.
func scale(x []float32, k float32) {
	kk := archsimd.BroadcastFloat32x16(k)
	for i := 0; i < len(x); i += lanes {
		archsimd.LoadFloat32x16Slice(x[i:]).Mul(kk).StoreSlice(x[i:])
	}
	archsimd.ClearAVXUpperBits()
}

// addColumns adds to p the rows of weights, each times a number of h.
func addColumns(p, h, weights []float32, stride int) {
	for j, k := range h {
		kk := archsimd.BroadcastFloat32x16(k)
		w := weights[j*stride : j*stride+len(p)]
		for i := 0; i < len(p); i += lanes {
			archsimd.LoadFloat32x16Slice(w[i:]).MulAdd(kk, archsimd.LoadFloat32x16Slice(p[i:])).StoreSlice(p[i:])
		}
	}
	archsimd.ClearAVXUpperBits()
}

// backward sets g to the inner products of the rows of weights with p, and
// then adds q to each row, times a number of h.
func backward(g, h, p, q, weights []float32, stride int) {
	for j, k := range h {
		kk := archsimd.BroadcastFloat32x16(k)
		w := weights[j*stride : j*stride+len(p)]
		var sum archsimd.Float32x16
		for i := 0; i < len(p); i += lanes {
			v := archsimd.LoadFloat32x16Slice(w[i:])
			sum = v.MulAdd(archsimd.LoadFloat32x16Slice(p[i:]), sum)
			archsimd.LoadFloat32x16Slice(q[i:]).MulAdd(kk, v).StoreSlice(w[i:])
		}
		var parts [lanes]float32
		sum.Store(&parts)
		archsimd.ClearAVXUpperBits()
		g[j] = 0
		for _, v := range parts {
			g[j] += v
		}
	}
}

// updateRows adds g to the rows that features pick, times a step each.
func updateRows(rows []float32, features []uint32, steps, g []float32) {
	d := len(g)
	for j := 0; j < d; j += 32 {
		width := min(32, d-j)
		a, b := archsimd.LoadFloat32x16Slice(g[j:]), archsimd.Float32x16{}
		if width == 32 {
			b = archsimd.LoadFloat32x16Slice(g[j+16:])
		}
		for i, f := range features {
			k := archsimd.BroadcastFloat32x16(steps[i])
			row := rows[int(f)*d+j : int(f)*d+j+width]
			a.MulAdd(k, archsimd.LoadFloat32x16Slice(row)).StoreSlice(row)
			if width == 32 {
				b.MulAdd(k, archsimd.LoadFloat32x16Slice(row[16:])).StoreSlice(row[16:])
			}
		}
	}
	archsimd.ClearAVXUpperBits()
}
