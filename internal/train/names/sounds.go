package main

import (
	"maps"
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/names"
	"github.com/tidings-go/tidings/internal/translit"
)

// rng is SplitMix64: the same numbers in every run.
type rng uint64

func (r *rng) next() uint64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

func (r *rng) pick(n int) int { return int(r.next() >> 11 % uint64(n)) }

func kindOf(short string) names.Kind {
	switch short {
	case "PER":
		return names.Person
	case "LOC":
		return names.Place
	}
	return names.Thing
}

// spelled is a word in a class of spelling.
type spelled struct {
	sounds []byte
	class  uint8
}

// pairOf makes samples of two words; of one class, one for each direction.
func pairOf(a, b spelled, weight float64) []sample {
	if a.class > b.class {
		a, b = b, a
	}
	t := names.Table(a.class, b.class)
	cut := func(s []byte) []byte { return s[:min(len(s), names.MaxSounds)] }
	x, y := cut(a.sounds), cut(b.sounds)
	if a.class != b.class {
		return []sample{{x, y, t, weight}}
	}
	return []sample{{x, y, t, weight / 2}, {y, x, t, weight / 2}}
}

// tokenSamples pairs the forms of name words.
func tokenSamples(tokens []token) (out []sample) {
	var r rng
	for _, t := range tokens {
		en, ok := spell(t.En, "en")
		if !ok {
			continue
		}
		var others []spelled
		for _, lang := range slices.Sorted(maps.Keys(t.Names)) {
			for _, n := range t.Names[lang] {
				if s, ok := spell(n, lang); ok {
					out = append(out, pairOf(en, s, 1)...)
					others = append(others, s)
				}
			}
		}
		for i := range others {
			for j := range i {
				if r.pick(3) == 0 {
					out = append(out, pairOf(others[i], others[j], 0.7)...)
				}
			}
		}
	}
	return out
}

// spell returns the sounds of a single word.
func spell(word, lang string) (spelled, bool) {
	words := translit.Words(word)
	if len(words) != 1 {
		return spelled{}, false
	}
	sounds, script := translit.AppendSounds(nil, words[0], lang)
	return spelled{sounds, names.Class(script, lang)}, len(sounds) > 0
}

// two names of one thing.
type twoNames struct{ a, b *names.Name }

// namePairs draws pairs of names within groups.
func namePairs(groups []group) (out []twoNames) {
	r := rng(7)
	for _, g := range groups {
		var all []*names.Name
		seen := map[string]bool{}
		for _, lang := range g.languages() {
			for _, n := range g.Names[lang][:min(2, len(g.Names[lang]))] {
				p := names.Parse(n, lang, kindOf(g.Type))
				if key := string(rune(p.Class())) + n; len(p.Words) > 0 && !seen[key] {
					seen[key] = true
					all = append(all, p)
				}
			}
		}
		k := 5
		if g.Type == "PER" {
			k = 14
		}
		for n := 0; n < k && len(all) > 1; n++ {
			i, j := r.pick(len(all)), r.pick(len(all))
			if i != j {
				out = append(out, twoNames{all[i], all[j]})
			}
		}
	}
	return out
}

// inflectedPairs draws names beside their forms in cases, of the same language
// and of others.
func inflectedPairs(groups []group) (out []twoNames) {
	r := rng(11)
	for _, g := range groups {
		all := g.all()
		n := 2
		if g.Type == "PER" {
			n = 8
		}
		for range n {
			a, b := all[r.pick(len(all))], all[r.pick(len(all))]
			if r.pick(2) == 0 {
				b = a
			}
			kind := kindOf(g.Type)
			if form, ok := inflected(a.name, a.lang, kind == names.Person, r.pick); ok {
				out = append(out, twoNames{names.Parse(form, a.lang, kind), names.Parse(b.name, b.lang, kind)})
			}
		}
	}
	return out
}

// byPosition pairs the words of names that have equally many.
func byPosition(pairs []twoNames) (out []sample) {
	for _, p := range pairs {
		if len(p.a.Words) != len(p.b.Words) {
			continue
		}
		for i := range p.a.Words {
			out = append(out, pairOf(spelled{p.a.Words[i].Sounds(), p.a.Class()}, spelled{p.b.Words[i].Sounds(), p.b.Class()}, 1)...)
		}
	}
	return out
}

// byModel pairs the words that a model matches.
func byModel(m *names.Model, pairs []twoNames) (out []sample) {
	for _, p := range pairs {
		for _, w := range m.Matches(p.a, p.b) {
			out = append(out, pairOf(spelled{w[0].Sounds(), p.a.Class()}, spelled{w[1].Sounds(), p.b.Class()}, 1)...)
		}
	}
	return out
}

// learnEdits runs expectation maximisation: first on words in order, then on
// those that the model so far matches.
func learnEdits(tokens []sample, pairs []twoNames) *edits {
	data := append(slices.Clone(tokens), byPosition(pairs)...)
	var e *edits
	for range 3 {
		e = e.step(data)
	}
	for range 2 {
		k := knowledge{edits: e}
		data = append(slices.Clone(tokens), byModel(k.model(), pairs)...)
		for range 2 {
			e = e.step(data)
		}
	}
	return e
}

// learnCommon counts in how many groups a word is. share is the part of all
// groups that was seen.
func learnCommon(groups []group, share float64) map[uint64]int8 {
	count := map[uint64]int{}
	for _, g := range groups {
		seen := map[uint64]bool{}
		for _, lang := range g.languages() {
			for _, n := range g.Names[lang] {
				p := names.Parse(n, lang, kindOf(g.Type))
				for i := range p.Words {
					seen[names.WordKey(p.Words[i].Sounds())] = true
				}
			}
		}
		for key := range seen {
			count[key]++
		}
	}
	out := map[uint64]int8{}
	for key, n := range count {
		if n > 1 {
			out[key] = int8(min(127, math.Round(32*math.Log1p(float64(n)/share)/5)))
		}
	}
	return out
}
