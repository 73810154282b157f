package names

// End marks the end of a word in a run of sounds.
const End = '$'

// grams are the sounds of a word, and their indices.
type grams struct {
	sounds  []byte
	letters []uint8
}

func (g *grams) len() int { return len(g.sounds) }

// run packs l sounds from i into a number.
func (g *grams) run(i, l int) uint32 {
	packed := uint32(0)
	for _, s := range g.sounds[i : i+l] {
		packed = packed<<8 | uint32(s)
	}
	return packed
}

// tail packs the last l sounds and the end.
func (g *grams) tail(l int) uint32 { return g.run(len(g.sounds)-l, l)<<8 | End }

// Letter returns the index of a sound, from 1 to 63; 0 is no sound.
func Letter(s byte) uint8 {
	switch {
	case s >= 'a' && s <= 'z':
		return s - 'a' + 1
	case s >= 'A' && s <= 'Z':
		return s - 'A' + 27
	case s >= '0' && s <= '9':
		return s - '0' + 53
	}
	return 63
}

// Letters is how many indices there are.
const Letters = 64

// Op packs what stands for what: runs of sounds of two words.
func Op(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }
