package main

import (
	"encoding/binary"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/lid"
)

// fold is the folding that the features are made with, and that is shipped.
var fold = lid.OpenFold(foldTables())

func foldTables() (index, entries string) {
	i, e := lid.BuildFold(foldRune)
	return string(i), string(e)
}

// pack writes a model: rows in four bits, one scale for each column of theirs,
// which goes into the weights, as the temperature does.
func pack(m *model, c *corpus, how recipe, temperature float64) ([]byte, error) {
	step := make([]float32, m.dim)
	for j := range step {
		sum := 0.0
		for i := j; i < len(m.rows); i += m.dim {
			sum += float64(m.rows[i]) * float64(m.rows[i])
		}
		dev := math.Sqrt(sum / float64(len(m.rows)/m.dim))
		step[j] = float32(how.clip * dev / lid.Mid)
	}
	var rows []byte
	row := make([]uint8, m.dim)
	for i := 0; i < len(m.rows); i += m.dim {
		for j := range row {
			q := math.Round(float64(m.rows[i+j]/step[j]) + lid.Mid)
			row[j] = uint8(min(max(q, 0), 2*lid.Mid))
		}
		rows = lid.PackRow(rows, row)
	}
	var labels []string
	var scripts []byte
	var weights [][]float32
	var bias []float32
	for i, l := range c.languages {
		labels = append(labels, l.label)
		scripts = append(scripts, byte(l.script))
		w := make([]float32, m.dim)
		for j := range w {
			w[j] = m.weights[j*m.stride+m.column[i]] * step[j] / float32(temperature)
		}
		weights = append(weights, w)
		bias = append(bias, m.bias[m.column[i]]/float32(temperature))
	}
	packed, scales, zeros, biases := lid.PackLayer(weights, bias)
	index, entries := foldTables()
	b := flat.NewBuilder(lid.Kind, lid.Version)
	b.Add("bits", binary.LittleEndian.AppendUint32(nil, uint32(how.bits)))
	b.Add("labels", flat.AppendStrings(nil, labels))
	b.Add("scripts", scripts)
	b.Add("index", []byte(index))
	b.Add("entries", []byte(entries))
	b.Add("weights", packed)
	b.Add("power", binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(how.power))))
	b.Add("scale", scales)
	b.Add("zero", zeros)
	b.Add("bias", biases)
	b.Add("rows", rows)
	return b.Bytes()
}

// withTrust returns a model with another trust in its answers.
func withTrust(data []byte, t lid.Trust) ([]byte, error) {
	f, err := flat.Open(string(data), lid.Kind, lid.Version)
	if err != nil {
		return nil, err
	}
	var trust []byte
	for _, v := range append(t.Weights[:], t.Ceiling) {
		trust = binary.LittleEndian.AppendUint32(trust, math.Float32bits(v))
	}
	b := flat.NewBuilder(lid.Kind, lid.Version)
	for _, name := range []string{"bits", "labels", "scripts", "index", "entries", "weights", "power", "scale", "zero", "bias", "rows"} {
		b.Add(name, []byte(f.Section(name)))
	}
	b.Add("trust", trust)
	return b.Bytes()
}
