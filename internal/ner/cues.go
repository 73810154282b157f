package ner

// Cues are what a word says of the names beside it, as a set of bits: that a
// person, an organisation or a place is to be expected. They let what is
// learned in one language serve the others.
type Cues uint16

// CueNames are the names of the cues, in the order of their bits.
var CueNames = [...]string{
	"title",   // president, goalkeeper
	"kin",     // son, widow, aged
	"says",    // said, died, scored
	"org",     // company, ministry, club
	"trade",   // shares, takeover, employees
	"match",   // beat, draw, goals
	"place",   // town, river, street
	"at",      // in, from, near
	"move",    // arrived, lives, north
	"thing",   // app, novel, rocket
	"event",   // cup, festival, storm
	"demonym", // French, in lower case or not
}

// cueEndings is how many letters may follow what a cue ends in with an open end.
const cueEndings = 4

// CueKey returns the key under which a cue of a language is kept. Open says
// that other endings may follow.
func CueKey(word, tag string, open bool) uint64 {
	var r reader
	r.romanise(word)
	h := inLanguage(hashBytes(fnv, r.roman), tagHash(tag))
	if open {
		h = stemmed(h)
	}
	return h
}

// cuesOf returns the cues of the word that was read.
func (m *Model) cuesOf(t *token, r *reader, tag uint64) Cues {
	c := m.cues.of(inLanguage(t.word, tag))
	for k := 0; k <= cueEndings && len(r.ends)-k >= 2; k++ {
		c |= m.cues.of(stemmed(inLanguage(hashBytes(fnv, r.roman[:r.ends[len(r.ends)-1-k]]), tag)))
	}
	return Cues(c)
}
