package main

import (
	"log"
	"math"
	"math/rand/v2"

	"github.com/tidings-go/tidings/internal/lid"
)

// A model is what is learned, in full precision.
type model struct {
	dim     int
	rows    []float32 // 1<<bits of dim
	weights []float32 // dim of stride
	bias    []float32
	stride  int
	column  []int // of each label, in stride
	first   [lid.Scripts]int
	end     [lid.Scripts]int // columns of each script
}

// lanes is the number of columns that a kernel takes at a time.
const lanes = 16

func roundUp(n int) int { return (n + lanes - 1) / lanes * lanes }

// newModel gives each label a column, each script a range of whole lanes, and
// each row small random numbers.
func newModel(languages []*language, how recipe) *model {
	m := &model{dim: how.dim}
	for i, l := range languages {
		if i == 0 || languages[i-1].script != l.script {
			m.stride = roundUp(m.stride)
			m.first[l.script] = m.stride
		}
		m.column = append(m.column, m.stride)
		m.stride++
		m.end[l.script] = m.stride
	}
	m.stride = roundUp(m.stride)
	m.rows = make([]float32, m.dim<<how.bits)
	m.weights = make([]float32, m.dim*m.stride)
	m.bias = make([]float32, m.stride)
	r := rand.New(rand.NewPCG(how.seed, 2))
	for i := range m.rows {
		m.rows[i] = (r.Float32()*2 - 1) / float32(m.dim)
	}
	return m
}

// A learner takes the steps of AdaGrad (Duchi, Hazan and Singer, 2011): shorter
// for a row or a label the more it has moved, so that rare n-grams learn as
// fast as common ones.
type learner struct {
	*model
	how         recipe
	rowSquares  []float32 // sum of the mean square gradients of each row
	cellSquares []float32 // and of each column of the layer
	sum, grad   []float32
	miss, step  []float32 // by column: what is missing to the truth; that times its step
	rowSteps    []float32
}

// train learns by stochastic gradient descent on the softmax loss, with steps
// that fall linearly to nothing.
func train(c *corpus, how recipe) *model {
	m := newModel(c.languages, how)
	l := &learner{
		model: m, how: how,
		rowSquares: make([]float32, 1<<how.bits), cellSquares: make([]float32, m.stride),
		sum: make([]float32, m.dim), grad: make([]float32, m.dim),
		miss: make([]float32, m.stride), step: make([]float32, m.stride),
	}
	s := newSampler(c.languages, how, 1)
	const progress = 500_000
	var features []uint32
	loss := 0.0
	for n := range how.examples {
		if n%progress == 0 {
			log.Printf("%d of %d texts, loss %.4f", n, how.examples, loss/progress)
			loss = 0
		}
		label, text := s.next()
		script := c.languages[label].script
		features = s.features(features[:0], how.bits, script, text)
		if len(features) > 0 && m.end[script]-m.first[script] > 1 {
			loss += l.learn(features, script, m.column[label], 1-float64(n)/float64(how.examples))
		}
	}
	return m
}

// learn takes one step and returns the loss before it.
func (l *learner) learn(features []uint32, script lid.Script, column int, rate float64) float64 {
	first, end := l.first[script], l.end[script]
	wide := roundUp(end - first)
	miss, step, weights := l.miss[:wide], l.step[:wide], l.weights[first:]
	inv := float32(1 / math.Pow(float64(len(features)), l.how.power))
	sumRows(l.sum, l.rows, features)
	scale(l.sum, inv)
	copy(miss, l.bias[first:first+wide])
	addColumns(miss, l.sum, weights, l.stride)
	loss := softmaxMiss(miss[:end-first], column-first)
	clear(miss[end-first:])
	l.layerSteps(miss, step, first, float32(l.how.layerRate*rate))
	backward(l.grad, l.sum, miss, step, weights, l.stride)
	scale(l.grad, inv)
	square := meanSquare(l.grad)
	l.rowSteps = l.rowSteps[:0]
	for _, f := range features {
		l.rowSquares[f] += square
		l.rowSteps = append(l.rowSteps, float32(l.how.rowRate*rate)/sqrt(l.rowSquares[f]+1e-9))
	}
	updateRows(l.rows, features, l.rowSteps, l.grad)
	return loss
}

// layerSteps works out the steps of the columns of the layer, and moves the
// bias.
func (l *learner) layerSteps(miss, step []float32, first int, rate float32) {
	const biasRate = 0.01
	square := meanSquare(l.sum)
	for i, v := range miss {
		if step[i] = 0; v == 0 {
			continue
		}
		l.cellSquares[first+i] += v * v * square
		step[i] = v * rate / sqrt(l.cellSquares[first+i]+1e-6)
		l.bias[first+i] += v * biasRate * rate
	}
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func meanSquare(x []float32) float32 {
	sum := float32(0)
	for _, v := range x {
		sum += v * v
	}
	return sum / float32(len(x))
}

// tiny is a probability that is not worth learning from.
const tiny = 1e-6

// softmaxMiss turns scores into what is missing to the truth, and returns the
// loss.
func softmaxMiss(p []float32, truth int) float64 {
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
	loss := -math.Log(float64(p[truth]*inv) + 1e-9)
	for i, v := range p {
		if p[i] = -v * inv; p[i] > -tiny {
			p[i] = 0 // also because its square would be denormal, which is slow
		}
	}
	p[truth]++
	return loss
}
