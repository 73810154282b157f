package ner

// fnv is the offset basis and prime the multiplier of 64-bit FNV-1a
// (Fowler, Noll and Vo).
const (
	fnv   = 14695981039346656037
	prime = 1099511628211
)

func hashBytes(h uint64, b []byte) uint64 {
	for _, c := range b {
		h = (h ^ uint64(c)) * prime
	}
	return h
}

func hashString(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

// mix joins a feature's number with up to three parts of it. The finish is
// that of SplitMix64 (Steele, Lea and Flood 2014).
func mix(id, a, b, c uint64) uint64 {
	h := id*0x9e3779b97f4a7c15 ^ a*0xff51afd7ed558ccd
	h = (h^h>>29)*0xbf58476d1ce4e5b9 + b*0xc4ceb9fe1a85ec53
	h = (h^h>>32)*0x94d049bb133111eb + c*0x9fb21c651e98df25
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	return h ^ h>>31
}
