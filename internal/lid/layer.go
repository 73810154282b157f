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

const (
	// perBlock is the number of labels whose inner products are worked out
	// together, blockSize the bytes of their weights.
	perBlock  = 4 * lanes
	blockSize = 4 * 8 * Dim
)

// A layer is the linear layer, read in place: for each twelve labels, for each
// number of the mean, four uint64 with the weights of three labels in 21 bits
// each; for each label what a unit of its weights stands for, what the middle
// of the mean adds to its products, and its bias.
type layer struct{ weights, scale, zero, bias string }

func (l *layer) fits(labels int) bool {
	return len(l.weights) == (labels+perBlock-1)/perBlock*blockSize &&
		len(l.scale) == 4*labels && len(l.zero) == 4*labels && len(l.bias) == 4*labels
}

// logits sets scores to those of the labels from first on, with the products
// times strength.
func (l *layer) logits(mean *[Dim]uint64, strength float32, first int, scores []float32) {
	total := int64(0)
	for _, m := range mean {
		total += int64(m)
	}
	middle := weightMid * (total - meanMid*Dim)
	for label := first - first%perBlock; label < first+len(scores); {
		for _, products := range l.block(label/perBlock, mean) {
			for range lanes {
				if i := label - first; 0 <= i && i < len(scores) {
					sum := float32(int64(products&lane) - middle - int64(flat.Uint32(l.zero, label)))
					scores[i] = sum*strength*flat.Float32(l.scale, label) + flat.Float32(l.bias, label)
				}
				products >>= laneBits
				label++
			}
		}
	}
}

// block returns the inner products of the weights of twelve labels with mean.
func (l *layer) block(n int, mean *[Dim]uint64) [4]uint64 {
	var a, b, c, d uint64
	w := l.weights[n*blockSize : (n+1)*blockSize]
	for j := 0; j <= Dim-4; j += 4 {
		x := w[32*j : 32*j+128]
		m0, m1, m2, m3 := mean[j], mean[j+1], mean[j+2], mean[j+3]
		a += uint64At(x, 0)*m0 + uint64At(x, 32)*m1 + uint64At(x, 64)*m2 + uint64At(x, 96)*m3
		b += uint64At(x, 8)*m0 + uint64At(x, 40)*m1 + uint64At(x, 72)*m2 + uint64At(x, 104)*m3
		c += uint64At(x, 16)*m0 + uint64At(x, 48)*m1 + uint64At(x, 80)*m2 + uint64At(x, 112)*m3
		d += uint64At(x, 24)*m0 + uint64At(x, 56)*m1 + uint64At(x, 88)*m2 + uint64At(x, 120)*m3
	}
	return [4]uint64{a, b, c, d}
}

// PackLayer writes the sections of a linear layer from the weights and the
// bias of each label.
func PackLayer(weights [][]float32, bias []float32) (packed, scales, zeros, biases []byte) {
	units := make([]uint64, (len(weights)+perBlock-1)/perBlock*blockSize/8)
	for i, row := range weights {
		top := float32(1e-9)
		for _, w := range row {
			top = max(top, w, -w)
		}
		step := top / weightTop
		sum := uint32(0)
		for j, w := range row {
			u := uint32(math.Round(float64(w/step)) + weightMid)
			units[i/perBlock*blockSize/8+4*j+i%perBlock/lanes] |= uint64(u) << (i % lanes * laneBits)
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
