package dump

import (
	"math"

	"github.com/tidings-go/tidings/internal/flat"
)

// The kind and version of a file of trees.
const (
	TreesKind    = "trees"
	TreesVersion = 1
)

// Trees are boosted decision trees (Friedman, "Greedy function approximation:
// a gradient boosting machine", 2001) of one depth, read in place. They are
// immutable, and safe for concurrent use.
//
// Sections: "head" depth, trees, features, cuts a feature (uint32 each) and
// base, scale (float32); "cuts" float32 by feature; "nodes" a feature and a
// cut (two bytes) for each inner node; "leaves" int8.
type Trees struct {
	depth, count, features, bins int
	base, scale                  float64
	cuts, nodes                  string
	leaves                       []int8
}

// OpenTrees reads trees from a flat file.
func OpenTrees(data string) (*Trees, error) {
	f, err := flat.Open(data, TreesKind, TreesVersion)
	if err != nil {
		return nil, err
	}
	h := f.Section("head")
	t := &Trees{
		depth: int(flat.Uint32(h, 0)), count: int(flat.Uint32(h, 1)), features: int(flat.Uint32(h, 2)), bins: int(flat.Uint32(h, 3)),
		base: float64(flat.Float32(h, 4)), scale: float64(flat.Float32(h, 5)),
		cuts: f.Section("cuts"), nodes: f.Section("nodes"), leaves: flat.Int8s(f.Section("leaves")),
	}
	inner := 1<<t.depth - 1
	if t.depth > 8 || t.features != Features || len(t.cuts) < 4*t.features*t.bins || len(t.nodes) < 2*inner*t.count || len(t.leaves) < (inner+1)*t.count {
		return nil, flat.ErrFormat
	}
	return t, nil
}

// Prob returns the probability that the trees give to a row of features.
func (t *Trees) Prob(row []float32) float64 {
	var bin [Features]uint8
	for f := range row {
		bin[f] = t.bin(f, row[f])
	}
	z, inner := 0, 1<<t.depth-1
	for k := range t.count {
		nodes := t.nodes[2*inner*k : 2*inner*(k+1)]
		n := 0
		for n < inner {
			if f := nodes[2*n]; int(f) < len(bin) && bin[f] > nodes[2*n+1] {
				n = 2*n + 2
			} else {
				n = 2*n + 1
			}
		}
		z += int(t.leaves[(inner+1)*k+n-inner])
	}
	return 1 / (1 + math.Exp(-t.base-t.scale*float64(z)))
}

// bin returns how many cuts of feature f are below x.
func (t *Trees) bin(f int, x float32) uint8 {
	lo, hi := 0, t.bins
	for lo < hi {
		m := (lo + hi) / 2
		if flat.Float32(t.cuts, f*t.bins+m) < x {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return uint8(lo)
}
