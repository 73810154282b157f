package main

import "slices"

// A partition of the articles says which group each is in, by number.
type partition []int32

// agreement is how two partitions of the same articles agree on which pairs
// belong together: pairs of b that a has, pairs of a that b has, and the
// harmonic mean.
func agreement(a, b partition) (precision, recall, f1 float64) {
	joint := make([]uint64, len(a))
	for i := range a {
		joint[i] = uint64(uint32(a[i]))<<32 | uint64(uint32(b[i]))
	}
	both := pairs(joint)
	precision, recall = ratio(both, pairs(widen(a))), ratio(both, pairs(widen(b)))
	return precision, recall, ratio(2*precision*recall, precision+recall)
}

// bcubed is how they agree on the company of each article, which large groups
// do not dominate (Bagga and Baldwin 1998).
func bcubed(a, b partition) (f1 float64) {
	joint, inA, inB := map[uint64]float64{}, map[int32]float64{}, map[int32]float64{}
	for i := range a {
		joint[uint64(uint32(a[i]))<<32|uint64(uint32(b[i]))]++
		inA[a[i]]++
		inB[b[i]]++
	}
	var precision, recall float64
	for both, n := range joint {
		precision += n * n / inA[int32(both>>32)]
		recall += n * n / inB[int32(uint32(both))]
	}
	precision, recall = ratio(precision, float64(len(a))), ratio(recall, float64(len(a)))
	return ratio(2*precision*recall, precision+recall)
}

func widen(p partition) []uint64 {
	out := make([]uint64, len(p))
	for i, x := range p {
		out[i] = uint64(uint32(x))
	}
	return out
}

// pairs counts the pairs of equal labels; it sorts them.
func pairs(labels []uint64) float64 {
	slices.Sort(labels)
	sum, run := 0.0, 0.0
	for i, x := range labels {
		if i > 0 && x == labels[i-1] {
			run++
			sum += run
		} else {
			run = 0
		}
	}
	return sum
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
