package main

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/dump"
	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/trees"
)

const (
	bins  = 48
	depth = 5
)

// A table is the training data: rows of binned features.
type table struct {
	cuts [][]float32
	bin  [][]uint8 // by feature
	y, w []float64
}

// newTable bins the rows by quantiles.
func newTable(rows []float32, y, w []float64) *table {
	n := len(y)
	t := &table{cuts: make([][]float32, dump.Features), bin: make([][]uint8, dump.Features), y: y, w: w}
	for f := range dump.Features {
		var v []float32
		for i := 0; i < n; i += n/20000 + 1 {
			v = append(v, rows[i*dump.Features+f])
		}
		slices.Sort(v)
		cuts := make([]float32, 0, bins-1)
		for b := 1; b < bins; b++ {
			c := v[b*len(v)/bins]
			if len(cuts) == 0 || c > cuts[len(cuts)-1] {
				cuts = append(cuts, c)
			}
		}
		t.cuts[f] = cuts
		t.bin[f] = make([]uint8, n)
		for i := range n {
			k, _ := slices.BinarySearch(cuts, rows[i*dump.Features+f])
			t.bin[f][i] = uint8(k)
		}
	}
	return t
}

type node struct{ feature, cut uint8 }

type forest struct {
	base   float64
	nodes  []node    // by tree, 2^depth-1 each, a feature of 255 for no split
	leaves []float64 // by tree, 2^depth each
}

// boost fits trees to the logistic loss by Newton steps. Each tree sees two
// thirds of the rows and half of the features, chosen by a fixed hash.
func boost(t *table, rows []int32, trees int, eta float64) *forest {
	const lambda, minH = 4, 1.5
	g := &forest{}
	sy, sw := 0.0, 0.0
	for _, i := range rows {
		sy += t.y[i] * t.w[i]
		sw += t.w[i]
	}
	g.base = math.Log(sy / (sw - sy))
	z := make([]float64, len(t.y))
	G, H := make([]float64, len(t.y)), make([]float64, len(t.y))
	leaf := make([]int32, len(t.y))
	for i := range z {
		z[i] = g.base
	}
	inner := 1<<depth - 1
	for k := range trees {
		var in []int32
		for _, i := range rows {
			q := 1 / (1 + math.Exp(-z[i]))
			G[i], H[i] = (t.y[i]-q)*t.w[i], q*(1-q)*t.w[i]
			leaf[i] = 0
			if hash(uint32(i), uint32(k))%3 != 0 {
				in = append(in, i)
			}
		}
		nodes := make([]node, inner)
		for d := range depth {
			growLevel(t, in, leaf, G, H, nodes, d, uint32(k), lambda, minH)
			for _, i := range rows {
				nd := nodes[leaf[i]]
				l := 2*leaf[i] + 1
				if nd.feature < 255 && t.bin[nd.feature][i] > nd.cut {
					l++
				}
				leaf[i] = l
			}
		}
		sg, sh := make([]float64, inner+1), make([]float64, inner+1)
		for _, i := range in {
			sg[int(leaf[i])-inner] += G[i]
			sh[int(leaf[i])-inner] += H[i]
		}
		for l := range sg {
			sg[l] = eta * sg[l] / (sh[l] + lambda)
		}
		for _, i := range rows {
			z[i] += sg[int(leaf[i])-inner]
		}
		g.nodes = append(g.nodes, nodes...)
		g.leaves = append(g.leaves, sg...)
	}
	return g
}

// growLevel chooses the split of every node of one level.
func growLevel(t *table, rows, leaf []int32, G, H []float64, nodes []node, d int, tree uint32, lambda, minH float64) {
	first, width := int32(1<<d-1), 1<<d
	type sum struct{ g, h float64 }
	best := make([]float64, width)
	for i := range width {
		nodes[int(first)+i] = node{feature: 255}
		best[i] = 1e-3
	}
	hist := make([]sum, width*bins)
	for f := range dump.Features {
		if hash(uint32(f)+7919, tree)%2 == 0 || len(t.cuts[f]) == 0 {
			continue
		}
		clear(hist)
		bin := t.bin[f]
		for _, i := range rows {
			s := &hist[int(leaf[i]-first)*bins+int(bin[i])]
			s.g += G[i]
			s.h += H[i]
		}
		for n := range width {
			var all, left sum
			hs := hist[n*bins : (n+1)*bins]
			for _, s := range hs {
				all.g += s.g
				all.h += s.h
			}
			for b := range t.cuts[f] {
				left.g += hs[b].g
				left.h += hs[b].h
				rg, rh := all.g-left.g, all.h-left.h
				if left.h < minH || rh < minH {
					continue
				}
				gain := left.g*left.g/(left.h+lambda) + rg*rg/(rh+lambda) - all.g*all.g/(all.h+lambda)
				if gain > best[n] {
					best[n], nodes[int(first)+n] = gain, node{uint8(f), uint8(b)}
				}
			}
		}
	}
}

func hash(a, b uint32) uint32 {
	h := a*2654435761 ^ b*2246822519
	h ^= h >> 15
	h *= 2246822519
	return h ^ h>>13
}

// file writes the trees as internal/trees reads them.
func (g *forest) file(t *table) ([]byte, error) {
	var cuts, offs, nodes, roots []byte
	n := 0
	for f := range dump.Features {
		offs = binary.LittleEndian.AppendUint16(offs, uint16(n))
		for _, c := range t.cuts[f] {
			cuts = binary.LittleEndian.AppendUint32(cuts, math.Float32bits(c))
		}
		n += len(t.cuts[f])
	}
	offs = binary.LittleEndian.AppendUint16(offs, uint16(n))
	inner := 1<<depth - 1
	for k := range len(g.leaves) >> depth {
		roots = binary.LittleEndian.AppendUint32(roots, uint32(len(nodes)/4))
		nodes = appendNode(nodes, g.nodes[k*inner:(k+1)*inner], g.leaves[k*(inner+1):(k+1)*(inner+1)], 0)
	}
	b := flat.NewBuilder(dump.Kind, dump.Version)
	b.Add("acuts", cuts)
	b.Add("aoffs", offs)
	b.Add("anodes", nodes)
	b.Add("aroots", roots)
	b.Add("abias", binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(g.base))))
	return b.Bytes()
}

// appendNode appends node n of a complete tree, and what is below it.
func appendNode(to []byte, nodes []node, leaves []float64, n int) []byte {
	for n < len(nodes) && nodes[n].feature == trees.Leaf {
		n = 2*n + 1
	}
	if n >= len(nodes) {
		v := uint16(int16(math.Round(leaves[n-len(nodes)] * trees.Scale)))
		return append(to, trees.Leaf, 0, byte(v), byte(v>>8))
	}
	at := len(to)
	to = append(to, nodes[n].feature, nodes[n].cut, 0, 0)
	to = appendNode(to, nodes, leaves, 2*n+1)
	binary.LittleEndian.PutUint16(to[at+2:], uint16((len(to)-at)/4-1))
	return appendNode(to, nodes, leaves, 2*n+2)
}
