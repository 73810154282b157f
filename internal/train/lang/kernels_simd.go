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
}

// scale multiplies x by k.
func scale(x []float32, k float32) {
	kk := archsimd.BroadcastFloat32x16(k)
	for i := 0; i < len(x); i += lanes {
		archsimd.LoadFloat32x16Slice(x[i:]).Mul(kk).StoreSlice(x[i:])
	}
}

// axpy adds k times x to y.
func axpy(y []float32, k float32, x []float32) {
	kk := archsimd.BroadcastFloat32x16(k)
	for i := 0; i < len(y); i += lanes {
		archsimd.LoadFloat32x16Slice(x[i:]).MulAdd(kk, archsimd.LoadFloat32x16Slice(y[i:])).StoreSlice(y[i:])
	}
}

// dotUpdate returns the inner product of w and p, and then adds k times q to w.
func dotUpdate(w, p, q []float32, k float32) float32 {
	kk := archsimd.BroadcastFloat32x16(k)
	var sum archsimd.Float32x16
	for i := 0; i < len(w); i += lanes {
		v := archsimd.LoadFloat32x16Slice(w[i:])
		sum = v.MulAdd(archsimd.LoadFloat32x16Slice(p[i:]), sum)
		archsimd.LoadFloat32x16Slice(q[i:]).MulAdd(kk, v).StoreSlice(w[i:])
	}
	var parts [lanes]float32
	sum.Store(&parts)
	total := float32(0)
	for _, v := range parts {
		total += v
	}
	return total
}
