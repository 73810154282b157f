package ner

// Lists are the lists that a word is on, as a set of bits.
type Lists uint8

const (
	Given   Lists = 1 << iota // given names
	Surname                   // surnames
	Single                    // places of one word
	Part                      // words of longer place names
	Firm                      // words of organisations' names, such as Bank and Inc.
	Common                    // words mostly in lower case, by language
	Proper                    // words mostly with a capital, by language
)

// byLanguage are the lists that are kept for each language apart.
const byLanguage = Common | Proper

// ListKey returns the key under which a word is kept on lists: for all
// languages if tag is empty, else for that language.
func ListKey(word, tag string) uint64 {
	var r reader
	r.romanise(word)
	h := hashBytes(fnv, r.roman)
	if tag != "" {
		h = inLanguage(h, tagHash(tag))
	}
	return h
}

func inLanguage(word, tag uint64) uint64 { return mix(0, word, tag, 0) }

func tagHash(tag string) uint64 { return hashString(fnv, tag) }

// fillLists looks t up, also without its ending if it is on no list as it is.
func (m *Model) fillLists(t *token, r *reader, tag uint64) {
	t.lists = m.lists.of(t.word)
	for k := 1; k <= 2 && t.lists == 0; k++ {
		if h := r.stem(k); h != 0 {
			t.lists = m.lists.of(stemmed(h)) &^ Firm
		}
	}
	t.lists |= m.lists.of(inLanguage(t.word, tag))
}

// stemmed sets the keys of stems apart from those of words.
func stemmed(h uint64) uint64 { return mix(1, h, 0, 0) }

// StemKeys returns the keys under which forms of word with other endings are
// found: those of the word itself and without its last rune.
func StemKeys(word string) []uint64 {
	var r reader
	r.romanise(word)
	var out []uint64
	if len(r.ends) >= 5 {
		out = append(out, stemmed(hashBytes(fnv, r.roman)), stemmed(r.stem(1)))
	}
	return out
}

// Lists returns the lists that word is on for all languages.
func (m *Model) Lists(word string) Lists {
	var r reader
	r.romanise(word)
	return m.lists.of(hashBytes(fnv, r.roman))
}
