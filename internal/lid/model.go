package lid

import (
	"fmt"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
)

// Kind and Version of the model file.
const (
	Kind    = "lid"
	Version = 2
)

// NoLanguage labels what is in letters, but in no language: code, keys. It is
// the code of ISO 639-2 for that.
const NoLanguage = "zxx"

// MaxLabels is the largest number of labels of one script.
const MaxLabels = 256

// A Model is read in place. It is immutable, and safe for concurrent use by
// multiple goroutines.
type Model struct {
	Fold    Fold
	Bits    uint
	Labels  flat.Strings // sorted by script
	scripts string       // the script of each label
	ranges  [Scripts][2]int
	rows    string
	layer   layer
	power   float64
	trust   Trust
}

// Open reads a model.
func Open(data string) (*Model, error) {
	f, err := flat.Open(data, Kind, Version)
	if err != nil {
		return nil, err
	}
	labels, err := flat.OpenStrings(f.Section("labels"))
	if err != nil {
		return nil, err
	}
	m := &Model{
		Fold:    OpenFold(f.Section("index"), f.Section("entries")),
		Bits:    uint(flat.Uint32(f.Section("bits"), 0)),
		Labels:  labels,
		scripts: f.Section("scripts"),
		rows:    f.Section("rows"),
		power:   float64(flat.Float32(f.Section("power"), 0)),
		layer:   layer{f.Section("weights"), f.Section("scale"), f.Section("zero"), f.Section("bias")},
	}
	for i := range m.trust.Weights {
		m.trust.Weights[i] = flat.Float32(f.Section("trust"), i)
	}
	m.trust.Ceiling = flat.Float32(f.Section("trust"), len(m.trust.Weights))
	n := labels.Len()
	if len(m.scripts) != n || !m.layer.fits(n) || m.Bits > 24 || len(m.rows) != RowLen<<m.Bits {
		return nil, fmt.Errorf("%w: sections of the wrong length", flat.ErrFormat)
	}
	for s := range m.ranges {
		m.ranges[s] = m.find(Script(s))
	}
	return m, nil
}

// Script returns the script of a label.
func (m *Model) Script(label int) Script { return Script(m.scripts[label]) }

// Range returns the labels of a script: from first up to, not including, end.
func (m *Model) Range(script Script) (first, end int) {
	r := &m.ranges[script]
	return r[0], r[1]
}

func (m *Model) find(script Script) [2]int {
	first := 0
	for first < len(m.scripts) && Script(m.scripts[first]) < script {
		first++
	}
	end := first
	for end < len(m.scripts) && Script(m.scripts[end]) == script {
		end++
	}
	return [2]int{first, min(end, first+MaxLabels)}
}

// Sum adds up the rows of the features of text in one script.
func (m *Model) Sum(s *Sum, script Script, text string) {
	scan := Scan(m.Fold, script, m.Bits, text)
	var buf [256]uint32
	for n := scan.Next(buf[:]); n > 0; n = scan.Next(buf[:]) {
		s.Add(m.rows, buf[:n])
	}
}

// mostRows is the number of features from which on a text counts no more: no
// longer ones were learned from.
const mostRows = 700

// Logits sets scores to those of the labels from first on.
func (m *Model) Logits(s *Sum, first int, scores []float32) {
	var mean [Dim]uint64
	unit := s.Mean(&mean)
	strength := unit * float32(math.Pow(float64(min(s.Rows, mostRows)), 1-m.power))
	m.layer.logits(&mean, strength, first, scores)
}

// Softmax turns scores into probabilities, those under a millionth of the
// highest into zero, and returns the highest.
func Softmax(scores []float32) float32 {
	top := float32(math.Inf(-1))
	for _, s := range scores {
		if s > top { // max would look out for NaN
			top = s
		}
	}
	return softmax(scores, top)
}

// softmax does so if the highest score is known.
func softmax(scores []float32, top float32) float32 {
	const least = -14
	sum := float32(0)
	for i, s := range scores {
		if s <= top+least {
			scores[i] = 0
			continue
		}
		scores[i] = Exp(s - top)
		sum += scores[i]
	}
	inv := 1 / sum
	for i := range scores {
		scores[i] *= inv
	}
	return inv // the highest is exp(0) before it is scaled
}

// Exp is e to the power of x, to six digits, for x up to zero; 0 below -20.
func Exp(x float32) float32 {
	if x < -20 {
		return 0
	}
	y := x * math.Log2E
	i := int32(y - 0.5)
	f := y - float32(i)
	p := 1 + f*(0.6931472+f*(0.24022651+f*(0.05550411+f*(0.009618129+f*0.0013333558))))
	return math.Float32frombits(uint32(i+127)<<23) * p
}
