package main

import (
	"math"
	"math/rand"

	"github.com/tidings-go/tidings/internal/ner"
)

// A crf is the model in training: a linear-chain conditional random field
// (Lafferty, McCallum and Pereira 2001), whose likelihood is summed over all
// labellings that the data allows (Tsuboi et al. 2008), by AdaGrad (Duchi,
// Hazan and Singer 2011).
type crf struct {
	w, g  [][ner.Labels]float32 // weights and sums of squared gradients
	trans [ner.Labels][ner.Labels]float32
	gt    [ner.Labels][ner.Labels]float32

	sum    [][ner.Labels]float32 // of the weights after the passes that count
	sumT   [ner.Labels][ner.Labels]float32
	passes int

	rate, decay float32
	drop        float32 // the share of features left out at each look
	rng         *rand.Rand

	step       [ner.Labels][ner.Labels]float64 // exponentials of trans
	local      []vector
	fwd, bwd   []vector
	free, gold marginal
	kept       []uint32
}

type vector [ner.Labels]float64

// A marginal has the expected counts of labels and of pairs of them.
type marginal struct {
	label []vector
	pair  [ner.Labels]vector
	log   float64 // of the sum over all labellings
}

func newCRF(features int) *crf {
	return &crf{
		w: make([][ner.Labels]float32, features), g: make([][ner.Labels]float32, features),
		rng: rand.New(rand.NewSource(1)),
	}
}

// epoch learns from every example once and returns the mean loss of a token.
func (c *crf) epoch(examples []example) float64 {
	loss, tokens := 0.0, 0
	for _, i := range c.rng.Perm(len(examples)) {
		loss += c.learn(examples[i])
		tokens += len(examples[i].may)
	}
	return loss / float64(tokens)
}

// remember adds the weights as they are now to those that mean averages.
func (c *crf) remember() {
	if c.sum == nil {
		c.sum = make([][ner.Labels]float32, len(c.w))
	}
	for i := range c.w {
		for k, x := range c.w[i] {
			c.sum[i][k] += x
		}
	}
	for a := range c.trans {
		for b, x := range c.trans[a] {
			c.sumT[a][b] += x
		}
	}
	c.passes++
}

// mean sets the weights to the means of those remembered, which depend less on
// the order of the examples (Polyak and Juditsky 1992).
func (c *crf) mean() {
	n := float32(c.passes)
	for i := range c.w {
		for k, x := range c.sum[i] {
			c.w[i][k] = x / n
		}
	}
	for a := range c.trans {
		for b, x := range c.sumT[a] {
			c.trans[a][b] = x / n
		}
	}
}

func (c *crf) learn(x example) float64 {
	feats := c.thin(x.feats)
	c.weigh(feats)
	c.sums(&c.free, feats, nil)
	c.sums(&c.gold, feats, x.may)
	for i, f := range feats {
		if f != nil {
			c.update(f, c.free.label[i], c.gold.label[i], x.weight)
		}
	}
	for a := range c.trans {
		for b := range c.trans[a] {
			d := float32(c.free.pair[a][b]-c.gold.pair[a][b]) * x.weight
			if d != 0 {
				c.gt[a][b] += d * d
				c.trans[a][b] -= c.rate * d / float32(math.Sqrt(float64(c.gt[a][b])+1))
			}
		}
	}
	return c.free.log - c.gold.log
}

// thin returns feats with a share of them left out, which keeps the model from
// leaning on single words.
func (c *crf) thin(feats [][]uint32) [][]uint32 {
	c.kept = c.kept[:0]
	out := make([][]uint32, len(feats))
	for i, f := range feats {
		if f == nil {
			continue
		}
		from := len(c.kept)
		for _, id := range f {
			if c.rng.Float32() >= c.drop {
				c.kept = append(c.kept, id)
			}
		}
		out[i] = append([]uint32{}, c.kept[from:]...)
	}
	return out
}

func (c *crf) weigh(feats [][]uint32) {
	c.local = c.local[:0]
	for _, f := range feats {
		var v vector
		for _, id := range f {
			for k, w := range c.w[id] {
				v[k] += float64(w)
			}
		}
		c.local = append(c.local, v)
	}
	for a := range c.step {
		for b := range c.step[a] {
			c.step[a][b] = 0
			if ner.Label(b).Follows(ner.Label(a)) {
				c.step[a][b] = math.Exp(float64(c.trans[a][b]))
			}
		}
	}
}

// sums sets m to the expected counts over the labellings that may allows, or
// over all of them.
func (c *crf) sums(m *marginal, feats [][]uint32, may []labelSet) {
	n := len(feats)
	c.fwd, c.bwd = make([]vector, n), make([]vector, n)
	m.label, m.log, m.pair = make([]vector, n), 0, [ner.Labels]vector{}
	pots := make([]vector, n)
	for i := range n {
		pots[i] = c.potential(i, feats, may, &m.log)
		in := c.step[ner.Outside]
		if i > 0 {
			in = [ner.Labels]float64{}
			for a, x := range c.fwd[i-1] {
				if x != 0 {
					for b := range in {
						in[b] += x * c.step[a][b]
					}
				}
			}
		}
		sum := 0.0
		for b := range in {
			c.fwd[i][b] = in[b] * pots[i][b]
			sum += c.fwd[i][b]
		}
		m.log += math.Log(sum)
		for b := range in {
			c.fwd[i][b] /= sum
		}
	}
	c.backward(m, pots)
}

// backward does the second half of sums.
func (c *crf) backward(m *marginal, pots []vector) {
	n := len(pots)
	var beta vector
	for b := range beta {
		beta[b] = 1
	}
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for b := range beta {
			m.label[i][b] = c.fwd[i][b] * beta[b]
			sum += m.label[i][b]
		}
		for b := range beta {
			m.label[i][b] /= sum
			beta[b] *= pots[i][b]
		}
		prev := vector{}
		if i == 0 {
			prev[ner.Outside] = 1
		} else {
			prev = c.fwd[i-1]
		}
		total := 0.0
		var next vector
		for a := range prev {
			for b, x := range beta {
				next[a] += c.step[a][b] * x
			}
			total += prev[a] * next[a]
		}
		for a, p := range prev {
			if p == 0 {
				continue
			}
			for b, x := range beta {
				m.pair[a][b] += p * c.step[a][b] * x / total
			}
		}
		norm := 0.0
		for _, x := range next {
			norm += x
		}
		for a := range next {
			beta[a] = next[a] / norm
		}
	}
}

// potential returns the exponentials of token i's scores less the largest,
// which is added to log.
func (c *crf) potential(i int, feats [][]uint32, may []labelSet, log *float64) (out vector) {
	if feats[i] == nil {
		out[ner.Outside] = 1
		return out
	}
	top := math.Inf(-1)
	for b, x := range c.local[i] {
		if may == nil || may[i]>>b&1 == 1 {
			top = max(top, x)
		}
	}
	for b, x := range c.local[i] {
		if may == nil || may[i]>>b&1 == 1 {
			out[b] = math.Exp(x - top)
		}
	}
	*log += top
	return out
}

func (c *crf) update(feats []uint32, free, gold vector, weight float32) {
	var d [ner.Labels]float32
	some := false
	for b := range d {
		d[b] = float32(free[b]-gold[b]) * weight
		if d[b] < 1e-3 && d[b] > -1e-3 {
			d[b] = 0
			continue
		}
		some = true
	}
	if !some {
		return
	}
	for _, id := range feats {
		w, g := &c.w[id], &c.g[id]
		for b, x := range d {
			if x == 0 {
				continue
			}
			x += c.decay * w[b]
			g[b] += x * x
			w[b] -= c.rate * x / float32(math.Sqrt(float64(g[b])+0.1))
		}
	}
}
