package lid

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGroup(t *testing.T) {
	m := &Model{heads: heads{group: "\x00\x01\x01\x02\x01", lane: "\x00\x00\x01\x00\x02"}}
	off := float32(math.Inf(-1))
	for _, c := range []struct {
		first  int
		scores []float32
		want   byte
	}{
		{0, []float32{1, 9, 8, 7, 0}, 1},
		{0, []float32{8.5, 9, 8, 7, 0}, 0},
		{0, []float32{1, 9, 8, 8.5, 0}, 0},
		{0, []float32{-9, 9, 4.5, -9, -9}, 0},
		{0, []float32{off, 9, off, off, 8}, 1},
		{1, []float32{9, off, off, off}, 0},
		{2, []float32{3, 1, 2}, 1},
		{2, []float32{1}, 0},
	} {
		assert.Equal(t, c.want, m.Group(c.first, c.scores), "%v", c)
	}
}

func TestHeadAddsItsMean(t *testing.T) {
	const group = 3
	text := "the quick brown fox jumps over the lazy dog, and the dog runs after the fox until both are tired of it"
	weights := make([]float32, HeadRows*HeadLanes)
	want := [HeadLanes]float64{}
	n := 0.0
	scan := Scan(testFold(), Latin, HeadBits, text)
	buf := make([]uint32, 64)
	for k := scan.Next(buf); k > 0; k = scan.Next(buf) {
		for _, f := range buf[:k] {
			for lane := range HeadLanes {
				w := float32(int(f)%7+lane) / 8
				weights[int(HeadRow(group, f))*HeadLanes+lane] = w
				want[lane] += float64(w)
			}
			n++
		}
	}
	rows, unit := PackHeads(weights)
	m := &Model{Fold: testFold(), heads: heads{
		rows: string(rows), group: "\x03\x01\x03", lane: "\x00\x01\x07",
		unit: math.Float32frombits(uint32(unit[0]) | uint32(unit[1])<<8 | uint32(unit[2])<<16 | uint32(unit[3])<<24),
	}}
	var s HeadSum
	m.SumHead(&s, group, Latin, text)
	scores := []float32{1, 2, 3}
	m.Correct(&s, group, 0, scores)
	assert.InDelta(t, 1+want[0]/math.Sqrt(n), scores[0], 0.2)
	assert.InDelta(t, 2, scores[1], 0)
	assert.InDelta(t, 3+want[7]/math.Sqrt(n), scores[2], 0.2)
}
