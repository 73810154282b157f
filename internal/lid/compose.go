package lid

import "github.com/tidings-go/tidings/internal/flat"

// compose returns a lower-case letter and a combining mark as one letter, as
// in normalisation form C, or 0 if there is none.
func compose(letter, mark uint32) uint32 {
	lo, hi := 0, len(composed)/6
	for lo < hi {
		mid := (lo + hi) / 2
		l, m := uint32(flat.Uint16(composed, 3*mid)), uint32(flat.Uint16(composed, 3*mid+1))
		switch {
		case l == letter && m == mark:
			return uint32(flat.Uint16(composed, 3*mid+2))
		case l < letter || l == letter && m < mark:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}
