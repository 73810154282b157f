package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"github.com/tidings-go/tidings/internal/lid"
)

// trained is a model in full precision.
type trained struct {
	dim     int
	labels  int
	rows    []float32 // 1<<bits of dim
	weights []float32 // dim of stride
	bias    []float32
	stride  int
	first   []int // of each script, in stride
	end     []int
	column  []int // of each label, in stride
}

// lanes is the number of columns that a kernel takes at a time.
const lanes = 16

// layout gives each label a column, each script a range of whole lanes.
func (m *trained) layout(c *corpus) {
	m.labels = len(c.languages)
	m.first, m.end = make([]int, lid.Scripts), make([]int, lid.Scripts)
	for i, l := range c.languages {
		if i == 0 || c.languages[i-1].script != l.script {
			m.stride = (m.stride + lanes - 1) / lanes * lanes
			m.first[l.script] = m.stride
		}
		m.column = append(m.column, m.stride)
		m.stride++
		m.end[l.script] = m.stride
	}
	m.stride = (m.stride + lanes - 1) / lanes * lanes
}

// train learns by stochastic gradient descent on the softmax loss, with the
// steps of AdaGrad (Duchi, Hazan and Singer, 2011), one for each row and each
// label, which fall linearly to nothing.
func train(c *corpus, cfg config) *trained {
	m := &trained{dim: cfg.dim}
	m.layout(c)
	d := m.dim
	m.rows = make([]float32, d<<cfg.bits)
	m.weights = make([]float32, d*m.stride)
	m.bias = make([]float32, m.stride)
	init := rand.New(rand.NewPCG(cfg.seed, 2))
	for i := range m.rows {
		m.rows[i] = (init.Float32()*2 - 1) / float32(d)
	}
	rowSq := make([]float32, 1<<cfg.bits)
	colSq := make([]float32, m.stride)
	s := newSampler(c.languages, cfg, 1)
	var buf []uint32
	var steps []float32
	h, g := make([]float32, d), make([]float32, d)
	p, q := make([]float32, m.stride), make([]float32, m.stride)
	loss, seen := 0.0, 0
	start := time.Now()
	for it := range cfg.examples {
		rate := 1 - float64(it)/float64(cfg.examples)
		label, text := s.next()
		script := c.languages[label].script
		buf = s.features(buf[:0], cfg.bits, script, text)
		first, end := m.first[script], m.end[script]
		if len(buf) == 0 || end-first < 2 {
			continue
		}
		wide := (end - first + lanes - 1) / lanes * lanes
		inv := float32(1 / math.Pow(float64(len(buf)), cfg.power))
		sumRows(h, m.rows, buf)
		scale(h, inv)
		pp, qq := p[:wide], q[:wide]
		copy(pp, m.bias[first:first+wide])
		addColumns(pp, h, m.weights[first:], m.stride)
		y := m.column[label] - first
		loss += softmaxGrad(pp[:end-first], y)
		clear(pp[end-first:])
		seen++
		// pp holds target − probability
		hh := float32(0)
		for _, v := range h {
			hh += v * v
		}
		hh /= float32(d)
		lrw := float32(cfg.rate2 * rate)
		for l, v := range pp {
			if v == 0 {
				qq[l] = 0
				continue
			}
			colSq[first+l] += v * v * hh
			qq[l] = v * lrw / float32(math.Sqrt(float64(colSq[first+l]+1e-6)))
			m.bias[first+l] += v * 0.01 * lrw
		}
		backward(g, h, pp, qq, m.weights[first:], m.stride)
		gg := float32(0)
		for j, v := range g {
			g[j] = v * inv
			gg += g[j] * g[j]
		}
		gg /= float32(d)
		lr := float32(cfg.rate * rate)
		steps = steps[:0]
		for _, f := range buf {
			rowSq[f] += gg
			steps = append(steps, lr/float32(math.Sqrt(float64(rowSq[f]+1e-9))))
		}
		updateRows(m.rows, buf, steps, g)
		if seen%500_000 == 0 {
			fmt.Printf("%d/%d loss %.4f %.0fs\n", it+1, cfg.examples, loss/500_000, time.Since(start).Seconds())
			loss = 0
		}
	}
	return m
}

// tiny is a probability that is not worth learning from.
const tiny = 1e-6

// softmaxGrad turns scores into what is missing to the truth, and returns the
// loss.
func softmaxGrad(p []float32, y int) float64 {
	top := p[0]
	for _, v := range p {
		top = max(top, v)
	}
	sum := float32(0)
	for i, v := range p {
		p[i] = lid.Exp(v - top)
		sum += p[i]
	}
	inv := 1 / sum
	loss := -math.Log(float64(p[y]*inv) + 1e-9)
	for i, v := range p {
		if p[i] = -v * inv; p[i] > -tiny {
			p[i] = 0 // also because its square would be denormal, which is slow
		}
	}
	p[y]++
	return loss
}
