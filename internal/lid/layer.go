package lid

import (
	"encoding/binary"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
)

// The deviations of a mean go from -meanTop to meanTop units around meanMid,
// weights from -weightTop to weightTop around weightMid. So the inner product
// of Dim of each fits in 21 bits, and one multiplication of a uint64 serves
// three labels.
const (
	meanTop, meanMid     = 63, 64
	weightTop, weightMid = 127, 128

	laneBits = 21
	lane     = 1<<laneBits - 1
	lanes    = 3
)

// A layer is the linear layer, read in place: for each three labels Dim
// uint64, with a weight of each in 21 bits; for each label what a unit of its
// weights stands for, what the middle of the mean adds to its products, and its
// bias.
type layer struct{ weights, scale, zero, bias string }

func (l layer) fits(labels int) bool {
	return len(l.weights) == (labels+lanes-1)/lanes*Dim*8 && len(l.scale) == 4*labels && len(l.zero) == 4*labels && len(l.bias) == 4*labels
}

// logits sets scores to those of the labels from first on, with the products
// times strength.
func (l layer) logits(mean *[Dim]uint64, strength float32, first int, scores []float32) {
	total := int64(0)
	for _, m := range mean {
		total += int64(m)
	}
	middle := weightMid * (total - meanMid*Dim)
	for i := 0; i < len(scores); {
		label := first + i
		a, b := l.dots(label/lanes, mean)
		a >>= label % lanes * laneBits
		for n := 2*lanes - label%lanes; n > 0 && i < len(scores); n-- {
			label = first + i
			if label%lanes == 0 && n == lanes {
				a = b
			}
			product := float32(int64(a&lane) - middle - int64(flat.Uint32(l.zero, label)))
			scores[i] = product*strength*flat.Float32(l.scale, label) + flat.Float32(l.bias, label)
			a >>= laneBits
			i++
		}
	}
}

// dots returns the inner products of two rows of weights with mean, the second
// 0 if there is none.
func (l layer) dots(row int, mean *[Dim]uint64) (uint64, uint64) {
	const size = 8 * Dim
	v := l.weights[row*size:]
	w := v[size:]
	if len(w) < size {
		w = v
	}
	v, w = v[:size], w[:size]
	var a, b, c, d uint64
	for j := 0; j <= Dim-2; j += 2 {
		x, y := v[8*j:8*j+16], w[8*j:8*j+16]
		m, n := mean[j], mean[j+1]
		a += uint64At(x, 0) * m
		b += uint64At(x, 8) * n
		c += uint64At(y, 0) * m
		d += uint64At(y, 8) * n
	}
	return a + b, c + d
}

// PackLayer writes the sections of a linear layer from the weights and the
// bias of each label.
func PackLayer(weights [][]float32, bias []float32) (packed, scales, zeros, biases []byte) {
	units := make([]uint64, (len(weights)+lanes-1)/lanes*Dim)
	for i, row := range weights {
		top := float32(1e-9)
		for _, w := range row {
			top = max(top, w, -w)
		}
		step := top / weightTop
		sum := uint32(0)
		for j, w := range row {
			u := uint32(math.Round(float64(w/step)) + weightMid)
			units[i/lanes*Dim+j] |= uint64(u) << (i % lanes * laneBits)
			sum += u
		}
		scales = appendFloat(scales, step)
		zeros = binary.LittleEndian.AppendUint32(zeros, meanMid*sum)
		biases = appendFloat(biases, bias[i])
	}
	for _, u := range units {
		packed = binary.LittleEndian.AppendUint64(packed, u)
	}
	return packed, scales, zeros, biases
}

func appendFloat(b []byte, f float32) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
}
