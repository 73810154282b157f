package lid

import (
	"encoding/binary"
	"math"

	"github.com/tidings-go/tidings/internal/flat"
)

const (
	// HeadLanes is the largest number of languages in a group.
	HeadLanes = 8

	// HeadRows is the number of rows that the groups share, HeadBits the
	// logarithm of that.
	HeadRows = 1 << HeadBits
	HeadBits = 17

	headMid = 128 // stands for nothing in a row of a head

	// headMargin is how far behind the second guess may be to be looked at.
	headMargin = 4

	// groupMul makes the groups use different rows for a feature.
	groupMul = 0x9e3779b1
)

// Heads tell close languages apart. When the first two guesses are in one
// group of close languages, a linear classifier for that group alone has a say:
// it has a weight for each feature and language, and its sum over the text,
// divided by the square root of the number of features, is added to the scores.
type heads struct {
	rows  string // HeadLanes bytes each, a weight for each language of a group
	group string // of each label, 0 for none
	lane  string // of each label within its group
	unit  float32
}

func (h heads) fits(labels int) bool {
	return len(h.rows) == HeadLanes*HeadRows && len(h.group) == labels && len(h.lane) == labels
}

// Group returns the group that the first two guesses of scores share, 0 if
// they share none or the second is out of reach.
func (m *Model) Group(first int, scores []float32) byte {
	best, second := -1, -1
	for i, s := range scores {
		switch {
		case best < 0 || s > scores[best]:
			best, second = i, best
		case second < 0 || s > scores[second]:
			second = i
		}
	}
	if second < 0 || scores[best]-scores[second] > headMargin {
		return 0
	}
	g := m.heads.group[first+best]
	if g != m.heads.group[first+second] {
		return 0
	}
	return g
}

// A HeadSum adds rows of a head.
type HeadSum struct {
	total [HeadLanes]int
	n     int
}

// SumHead adds up the rows of the features of text for a group.
func (m *Model) SumHead(s *HeadSum, group byte, script Script, text string) {
	scan := Scan(m.Fold, script, HeadBits, text)
	var buf [256]uint32
	for n := scan.Next(buf[:]); n > 0; n = scan.Next(buf[:]) {
		s.add(m.heads.rows, group, buf[:n])
	}
}

// HeadRow returns the row of a feature in a group.
func HeadRow(group byte, feature uint32) uint32 {
	return (feature ^ uint32(group)*groupMul>>(32-HeadBits)) & (HeadRows - 1)
}

// add adds at most 257 rows.
func (s *HeadSum) add(rows string, group byte, features []uint32) {
	const even = 0x00ff00ff00ff00ff
	var a, b uint64
	for _, f := range features {
		w := uint64At(rows, int(HeadRow(group, f))*HeadLanes)
		a += w & even
		b += w >> 8 & even
	}
	for i := range HeadLanes / 2 {
		s.total[2*i] += int(a >> (16 * i) & 0xffff)
		s.total[2*i+1] += int(b >> (16 * i) & 0xffff)
	}
	s.n += len(features)
}

// Correct adds what a head says to the scores of the labels of its group.
func (m *Model) Correct(s *HeadSum, group byte, first int, scores []float32) {
	if s.n == 0 {
		return
	}
	k := m.heads.unit * float32(math.Sqrt(float64(min(s.n, mostRows)))) / float32(s.n)
	for i := range scores {
		if label := first + i; m.heads.group[label] == group {
			scores[i] += k * float32(s.total[m.heads.lane[label]]-headMid*s.n)
		}
	}
}

// PackHeads writes the rows of the heads from their weights, HeadLanes a row,
// and what a unit of theirs stands for.
func PackHeads(weights []float32) (rows, unit []byte) {
	const reach = 6 // standard deviations of the weights that are not zero
	sum, n := 0.0, 1.0
	for _, w := range weights {
		if w != 0 {
			sum, n = sum+float64(w)*float64(w), n+1
		}
	}
	step := max(reach*math.Sqrt(sum/n)/127, 1e-9)
	for _, w := range weights {
		u := math.Round(float64(w) / step)
		rows = append(rows, byte(headMid+min(max(u, -127), 127)))
	}
	return rows, binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(step)))
}

// openHeads reads the sections of the heads.
func openHeads(f flat.File) heads {
	return heads{f.Section("heads"), f.Section("group"), f.Section("lane"), flat.Float32(f.Section("headunit"), 0)}
}
