package dump

// shingle is the number of words that make a repeat.
const shingle = 6

// dedupe drops kept units that say again what the article has said already:
// those most of whose runs of six words stand before in kept text, and short
// ones that are printed again beside such.
func (p *Page) dedupe() {
	seen := make(map[uint64]struct{})
	short := make(map[string]struct{})
	var ids, hashes []uint64
	dropped := false // whether the last kept unit was a repeat
	for i := range p.Units {
		u := &p.Units[i]
		if !u.Keep {
			continue
		}
		ids, hashes = p.shingles(u, ids[:0], hashes[:0])
		text := p.Text[u.Start:u.End]
		if len(hashes) == 0 {
			_, again := short[text]
			u.Dup = again && (dropped || len(ids) > 2)
		} else {
			n := 0
			for _, h := range hashes {
				if _, ok := seen[h]; ok {
					n++
				}
			}
			u.Dup = 10*n >= 7*len(hashes)
		}
		if u.Dup {
			u.Keep, dropped = false, true
			continue
		}
		dropped = false
		short[text] = struct{}{}
		for _, h := range hashes {
			seen[h] = struct{}{}
		}
	}
}

// shingles appends the words of a unit and the hashes of its runs of words.
func (p *Page) shingles(u *Unit, ids, hashes []uint64) (words, runs []uint64) {
	for _, k := range p.tokens[u.first:u.last] {
		if k.shape != mark {
			ids = append(ids, uint64(k.id)+1)
		}
	}
	for i := 0; i+shingle <= len(ids); i++ {
		h := uint64(14695981039346656037) // FNV-1a over the numbers of the words
		for _, id := range ids[i : i+shingle] {
			h = (h ^ id) * 1099511628211
			h ^= h >> 29
		}
		hashes = append(hashes, h)
	}
	return ids, hashes
}
