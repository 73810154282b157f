package main

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/translit"
)

// votes counts, for each word, the keys that its names have where spelling
// follows sound: in Cyrillic and Greek.
type votes map[string]map[string]float64

func (v votes) add(word, key string, weight float64) {
	if v[word] == nil {
		v[word] = map[string]float64{}
	}
	v[word][key] += weight
}

// learnSpoken returns the keys of words that rules do not read as they sound.
func learnSpoken(groups []group, tokens []token) map[string]string {
	v := votes{}
	for _, t := range tokens {
		v.addToken(t)
	}
	for _, g := range groups {
		if g.Type == "PER" {
			v.addPerson(g)
		}
	}
	return v.elect()
}

func (v votes) addToken(t token) {
	for _, ru := range t.Names["ru"] {
		k := translit.Consonants(ru, "ru")
		v.add(t.En, k, 1)
		for _, lang := range sortedKeys(t.Names) {
			if lang == "ru" {
				continue
			}
			for _, n := range t.Names[lang] {
				for _, w := range translit.Words(n) {
					v.add(w, k, 1)
				}
			}
		}
	}
}

func bySound(word string) bool {
	s := translit.ScriptOf([]rune(word)[0])
	return s == translit.Cyrillic || s == translit.Greek
}

func (v votes) addPerson(g group) {
	var keys []string
	for _, lang := range []string{"ru", "uk", "bg", "be", "mk", "sr", "el"} {
		for _, n := range g.Names[lang] {
			for _, w := range translit.Words(n) {
				if bySound(w) {
					keys = append(keys, translit.Consonants(w, lang))
				}
			}
		}
	}
	seen := map[string]bool{}
	for _, lang := range g.languages() {
		for _, n := range g.Names[lang] {
			for _, w := range translit.Words(n) {
				w = translit.Unadapted(w, lang)
				if !seen[w] && !bySound(w) {
					seen[w] = true
					v.addNearest(w, translit.Consonants(w, lang), keys)
				}
			}
		}
	}
}

// addNearest votes for those of keys that are nearest to a word's own.
func (v votes) addNearest(word, own string, keys []string) {
	var best []string
	least := (len(own) + 1) / 2
	for _, k := range keys {
		d := editDistance(own, k)
		if d < least {
			best, least = best[:0], d
		}
		if d == least {
			best = append(best, k)
		}
	}
	for _, k := range best {
		v.add(word, k, 1/float64(len(best)))
	}
}

// elect returns the words whose voters agree on a key that the rules do not
// give. Words of two letters have too many meanings.
func (v votes) elect() map[string]string {
	const agreement = 0.6
	out := map[string]string{}
	for word, keys := range v {
		total, best := 0.0, ""
		for _, k := range slices.Sorted(maps.Keys(keys)) {
			total += keys[k]
			if best == "" || keys[k] > keys[best] {
				best = k
			}
		}
		byRule := translit.Consonants(word, "")
		if keys[best] >= 1 && keys[best] >= agreement*total && best != byRule && word != byRule && len([]rune(word)) > 2 {
			out[word] = best
		}
	}
	return out
}

// packSpoken writes the table that internal/translit embeds.
func packSpoken(words map[string]string) ([]byte, error) {
	type entry struct {
		hash uint32
		key  string
	}
	var entries []entry
	var keys []string
	for _, w := range slices.Sorted(maps.Keys(words)) {
		entries = append(entries, entry{translit.SpokenHash(w), words[w]})
		keys = append(keys, words[w])
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.hash, b.hash) })
	slices.Sort(keys)
	keys = slices.Compact(keys)
	var hashes, index []byte
	for _, e := range entries {
		at, _ := slices.BinarySearch(keys, e.key)
		hashes = binary.LittleEndian.AppendUint32(hashes, e.hash)
		index = binary.LittleEndian.AppendUint16(index, uint16(at))
	}
	b := flat.NewBuilder("spoken", 1)
	b.Add("hash", hashes)
	b.Add("key", index)
	b.Add("keys", flat.AppendStrings(nil, keys))
	return b.Bytes()
}

// editDistance is Levenshtein's.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
