package evidence

import "github.com/tidings-go/tidings/internal/concepts"

// sketchBins is the number of hashes in a sketch.
const sketchBins = 32

// A Sketch tells near copies of a text: one-permutation MinHash of its runs of
// three words (Li, Owen and Zhang, 2012), 16 bits a bin (b-bit minwise
// hashing, Li and König, 2010). A bin without a run is 0.
type Sketch [sketchBins]uint16

// minBins is how many bins two sketches must fill to be compared: shorter
// texts are alike by chance.
const minBins = 8

// Like estimates the Jaccard similarity of two texts: the share of the bins
// filled by either that hold the same.
func (s *Sketch) Like(t *Sketch) float64 {
	filled, same := 0, 0
	for i := range s {
		if s[i] == 0 && t[i] == 0 {
			continue
		}
		filled++
		if s[i] == t[i] {
			same++
		}
	}
	if filled < minBins {
		return 0
	}
	return float64(same) / float64(filled)
}

func (r *reader) sketch() Sketch {
	var least [sketchBins]uint32
	var a, b uint32
	n := 0
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.title {
			continue
		}
		c := concepts.Hash("", t.lower)
		if n++; n >= 3 {
			h := (a*0x9e3779b1^b)*0x85ebca6b ^ c
			h ^= h >> 15
			h *= 0xc2b2ae35
			h ^= h >> 13
			bin := h % sketchBins
			if v := h | 1; least[bin] == 0 || v < least[bin] {
				least[bin] = v
			}
		}
		a, b = b, c
	}
	var s Sketch
	for i, v := range least {
		if v != 0 {
			s[i] = uint16(v>>5) | 1
		}
	}
	return s
}
