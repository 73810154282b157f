package lid

import (
	"fmt"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
)

// Kind and Version of the model file.
const (
	Kind    = "lid"
	Version = 1
)

// MaxLabels is the largest number of labels of one script.
const MaxLabels = 256

// A Model is read in place. It is immutable, and safe for concurrent use by
// multiple goroutines.
type Model struct {
	Fold    Fold
	Bits    uint
	Labels  flat.Strings // sorted by script
	scripts string       // the script of each label
	rows    string
	weights string // float32, for each label a row of Dim
	bias    string // float32 for each label
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
		weights: f.Section("weights"),
		bias:    f.Section("bias"),
	}
	n := labels.Len()
	if len(m.scripts) != n || len(m.weights) != 4*n*Dim || len(m.bias) != 4*n || m.Bits > 24 || len(m.rows) != RowLen<<m.Bits {
		return nil, fmt.Errorf("%w: sections of the wrong length", flat.ErrFormat)
	}
	return m, nil
}

// Script returns the script of a label.
func (m *Model) Script(label int) Script { return Script(m.scripts[label]) }

// Range returns the labels of a script: from first up to, not including, end.
func (m *Model) Range(script Script) (first, end int) {
	for first < len(m.scripts) && Script(m.scripts[first]) < script {
		first++
	}
	end = first
	for end < len(m.scripts) && Script(m.scripts[end]) == script {
		end++
	}
	return first, min(end, first+MaxLabels)
}

// Sum adds up the rows of the features of text in one script.
func (m *Model) Sum(s *Sum, script Script, text string) {
	scan := Scan(m.Fold, script, m.Bits, text)
	var buf [256]uint32
	for n := scan.Next(buf[:]); n > 0; n = scan.Next(buf[:]) {
		s.Add(m.rows, buf[:n])
	}
}

// Logits sets scores to those of the labels from first on, for a mean row.
func (m *Model) Logits(mean *[Dim]float32, first int, scores []float32) {
	for i := range scores {
		w := m.weights[(first+i)*Dim*4:]
		var s0, s1 float32
		for j := 0; j < Dim; j += 2 {
			s0 += mean[j] * flat.Float32(w, j)
			s1 += mean[j+1] * flat.Float32(w, j+1)
		}
		scores[i] = s0 + s1 + flat.Float32(m.bias, first+i)
	}
}

// Softmax turns scores into probabilities.
func Softmax(scores []float32) {
	top := float32(math.Inf(-1))
	for _, s := range scores {
		top = max(top, s)
	}
	sum := float32(0)
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - top)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}
