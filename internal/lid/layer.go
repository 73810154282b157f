package lid

import (
	"encoding/binary"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
)

// The mean of a column goes from 0 to 15; it is scaled to twelve bits. Weights
// have twelve bits as well, around weightMid. So the inner product of Dim of
// each fits in a uint32, and one multiplication of a uint64 serves two labels.
const (
	meanUnit  = 4095.0 / 15
	weightMid = 2048
)

// A layer is the linear layer, read in place: for each pair of labels Dim
// uint64, with a weight of either in each half; for each label what a unit of
// its weights stands for, what the middle of the mean adds to its products, and
// its bias.
type layer struct{ weights, scale, zero, bias string }

func (l layer) fits(labels int) bool {
	return len(l.weights) == (labels+1)/2*Dim*8 && len(l.scale) == 4*labels && len(l.zero) == 4*labels && len(l.bias) == 4*labels
}

// logits sets scores to those of the labels from first on, with the products
// times strength.
func (l layer) logits(mean *[Dim]uint64, strength float32, first int, scores []float32) {
	total := 0.0
	for _, m := range mean {
		total += float64(m)
	}
	middle := int64(weightMid * (total - Mid*meanUnit*Dim))
	scale, zero, bias := l.scale[4*first:], l.zero[4*first:], l.bias[4*first:]
	var sum uint64
	for i := range scores {
		label := first + i
		if i == 0 || label%2 == 0 {
			sum = dot(l.weights[label/2*Dim*8:], mean)
			sum >>= 32 * (label % 2)
		}
		product := float32(int64(uint32(sum)) - middle - int64(flat.Float32(zero, i)))
		scores[i] = product*strength*flat.Float32(scale, i) + flat.Float32(bias, i)
		sum >>= 32
	}
}

// dot returns the inner products of two rows of weights with mean.
func dot(weights string, mean *[Dim]uint64) uint64 {
	var a, b, c, d uint64
	weights = weights[:8*Dim]
	for j := 0; j <= Dim-4; j += 4 {
		w := weights[8*j : 8*j+32]
		a += uint64At(w, 0) * mean[j]
		b += uint64At(w, 8) * mean[j+1]
		c += uint64At(w, 16) * mean[j+2]
		d += uint64At(w, 24) * mean[j+3]
	}
	return a + b + c + d
}

// PackLayer writes the sections of a linear layer from the weights and the
// bias of each label.
func PackLayer(weights [][]float32, bias []float32) (packed, scales, zeros, biases []byte) {
	units := make([]uint32, (len(weights)+1)/2*2*Dim)
	for i, row := range weights {
		top := float32(1e-9)
		for _, w := range row {
			top = max(top, w, -w)
		}
		step := top / (weightMid - 1)
		sum := 0.0
		for j, w := range row {
			u := math.Round(float64(w/step)) + weightMid
			units[i/2*2*Dim+2*j+i%2] = uint32(u)
			sum += u
		}
		scales = appendFloat(scales, float64(step)/meanUnit)
		zeros = appendFloat(zeros, Mid*meanUnit*sum)
		biases = appendFloat(biases, float64(bias[i]))
	}
	for _, u := range units {
		packed = binary.LittleEndian.AppendUint32(packed, u)
	}
	return packed, scales, zeros, biases
}

func appendFloat(b []byte, f float64) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(f)))
}
