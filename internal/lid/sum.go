package lid

const (
	// words is the number of uint64 in a row, each sixteen numbers of four bits.
	words = 4

	// Dim is the number of numbers in a row.
	Dim = 16 * words

	// RowLen is the length of a row in bytes.
	RowLen = 8 * words

	// Mid is the middle of the four-bit numbers, which stand for -7.5 to 7.5.
	Mid = 7.5
)

// Lanes of a uint64. Four-bit numbers are summed sixteen at a time in two
// words of bytes, then bytes in words of uint16, then those in uint32: each
// step leaves its lanes room for as many additions as it makes.
const (
	nibbles = 0x0f0f0f0f0f0f0f0f
	bytes   = 0x00ff00ff00ff00ff

	maxRows  = 17  // 17 * 15 = 255
	maxBytes = 257 // 257 * 255 = 65535
)

// A Sum adds rows.
type Sum struct {
	total [Dim]uint32
	short [4 * words]uint64 // uint16 lanes
	fill  int               // additions to short since it was last spilled
	Rows  int               // rows added
}

// Add adds the rows that features pick from table.
func (s *Sum) Add(table string, features []uint32) {
	s.Rows += len(features)
	for len(features) > 0 {
		n := min(len(features), maxRows)
		s.add(table, features[:n])
		features = features[n:]
	}
}

// add adds at most maxRows rows.
func (s *Sum) add(table string, features []uint32) {
	var l0, l1, l2, l3, h0, h1, h2, h3 uint64
	for _, f := range features {
		at := int(f) * RowLen
		if at+RowLen > len(table) {
			continue
		}
		row := table[at : at+RowLen]
		w0, w1, w2, w3 := uint64At(row, 0), uint64At(row, 8), uint64At(row, 16), uint64At(row, 24)
		l0 += w0 & nibbles
		h0 += w0 >> 4 & nibbles
		l1 += w1 & nibbles
		h1 += w1 >> 4 & nibbles
		l2 += w2 & nibbles
		h2 += w2 >> 4 & nibbles
		l3 += w3 & nibbles
		h3 += w3 >> 4 & nibbles
	}
	for i, w := range [2 * words]uint64{l0, h0, l1, h1, l2, h2, l3, h3} {
		s.short[2*i] += w & bytes
		s.short[2*i+1] += w >> 8 & bytes
	}
	if s.fill++; s.fill == maxBytes {
		s.spill()
	}
}

// spill moves the uint16 lanes to the totals.
func (s *Sum) spill() {
	for i, w := range s.short {
		t := (*[7]uint32)(s.total[i/2*8+i%2:])
		t[0] += uint32(w & 0xffff)
		t[2] += uint32(w >> 16 & 0xffff)
		t[4] += uint32(w >> 32 & 0xffff)
		t[6] += uint32(w >> 48)
	}
	s.short, s.fill = [4 * words]uint64{}, 0
}

// Mean sets mean to the mean of the rows less the middle of their numbers, in
// units around meanMid of which the greatest deviation has meanTop, and returns
// what a unit is.
func (s *Sum) Mean(mean *[Dim]uint64) (unit float32) {
	s.spill()
	least, most := s.total[0], s.total[0]
	for _, t := range s.total {
		least, most = min(least, t), max(most, t)
	}
	middle := 15 * s.Rows
	top := max(2*int(most)-middle, middle-2*int(least), 1)
	scale := meanTop / float32(top)
	for i, t := range s.total {
		mean[i] = uint64(int32(float32(2*int(t)-middle)*scale + meanMid + 0.5))
	}
	return 1 / (2 * scale * float32(max(s.Rows, 1)))
}

// PackRow appends a row of four-bit numbers, each from 0 to 15.
func PackRow(out []byte, row []uint8) []byte {
	for k := 0; k < len(row); k += 16 {
		for i := range 8 {
			out = append(out, row[k+i]|row[k+8+i]<<4)
		}
	}
	return out
}

// uint64At reads eight bytes, which the compiler makes one load of.
func uint64At(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
