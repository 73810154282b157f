package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/translit"
)

// name adds the keys of a word that may be a name: its consonants, which
// survive other scripts, inflection and spelling, and in Latin script the
// word itself. Other long words give a weaker key, for cognates.
func (r *reader) name(t *token) {
	n := utf8.RuneCountInString(t.text)
	w := t.weight
	switch {
	case r.foreign && t.first < 0x250:
		r.neutral.add(MakeKey(Latin, "", t.lower), 0, latinWeight*w, t.title, t.text)
		r.skeletons(t, nameWeight*w)
	case t.capital && !(r.lower[t.lower] || t.start && n < 4):
		if t.start {
			w *= 0.7 // any word has a capital here
		}
		r.skeletons(t, nameWeight*w)
		if t.first < 0x250 && n >= 3 {
			r.neutral.add(MakeKey(Latin, "", t.lower), 0, 0.5*latinWeight*w, t.title, t.text)
		}
	case caseless(t.first) && n >= 3:
		r.skeletons(t, 0.5*nameWeight*w)
	case n >= 5:
		if s := skeleton(roman(t.text, r.tag)); len(s) >= 4 {
			r.neutral.add(MakeKey(Cognate, "", s[:min(len(s), 6)]), 0, cognateWeight*w, t.title, t.text)
		}
	}
}

// caseless reports whether r is of a script without capitals in use. Unicode
// gives Georgian letters a case, but names are not written with capitals.
func caseless(r rune) bool {
	return unicode.Is(unicode.Georgian, r) || unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r)
}

// skeletons adds the key of a name and, with less weight, of what it may be
// without an ending of its own language, or with another first sound.
func (r *reader) skeletons(t *token, w float64) {
	rom := roman(t.text, r.tag)
	s := skeleton(rom)
	if len(s) < 3 {
		if !caseless(t.first) && len(rom) >= 4 { // too short to tell: keep the vowels
			q := plainSounds(rom)
			r.neutral.add(MakeKey(Name, "", "."+q[:min(len(q), 5)]), 0, w, t.title, t.text)
		}
		return
	}
	if c := translit.Skeleton(t.lower); len(c) >= 4 {
		r.neutral.add(MakeKey(Sound, "", c[:min(len(c), 7)]), 0, soundWeight*w, t.title, t.text)
	}
	s = s[:min(len(s), 7)]
	full := MakeKey(Name, "", s)
	r.neutral.add(full, 0, w, t.title, t.text)
	if s[0] == 'j' {
		r.neutral.add(MakeKey(Name, "", "s"+s[1:]), full, 0.7*w, t.title, t.text)
		if len(s) > 3 {
			r.neutral.add(MakeKey(Name, "", s[1:]), full, 0.5*w, t.title, t.text)
		}
	}
	if len(s) >= 4 {
		r.neutral.add(MakeKey(Name, "", s[:len(s)-1]), full, 0.6*w, t.title, t.text)
	}
}

// spellings are letters that languages spell one sound with; of two that fit,
// the first counts.
var spellings = [...]struct{ letters, sound string }{
	{"tsch", "s"},
	{"sch", "s"},
	{"dzh", "s"},
	{"tch", "s"},
	{"dz", "s"},
	{"sh", "s"},
	{"zh", "s"},
	{"cz", "s"},
	{"sz", "s"},
	{"rz", "s"},
	{"ch", "s"},
	{"ph", "f"},
	{"th", "t"},
	{"kh", "h"},
	{"ck", "k"},
	{"qu", "kv"},
	{"q", "k"},
	{"ce", "se"},
	{"ci", "si"},
	{"cy", "si"},
	{"x", "ks"},
	{"w", "v"},
	{"ts", "s"},
	{"tz", "s"},
	{"z", "s"},
	{"c", "k"},
	{"gh", "g"},
	{"dh", "d"},
	{"mp", "np"},
	{"mb", "nb"},
}

// plainSounds spells a romanised word as far as can be with one letter for
// each sound.
func plainSounds(rom string) string {
	out := make([]byte, 0, 2*len(rom))
next:
	for len(rom) > 0 {
		if strings.IndexByte("cdgkmpqrstwxz", rom[0]) >= 0 {
			for _, x := range &spellings {
				if strings.HasPrefix(rom, x.letters) {
					out = append(out, x.sound...)
					rom = rom[len(x.letters):]
					continue next
				}
			}
		}
		out = append(out, rom[0])
		rom = rom[1:]
	}
	return string(out)
}

// skeleton keeps the consonant classes of a romanised word.
func skeleton(rom string) string {
	s := plainSounds(rom)
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case strings.IndexByte("aeiouy", c) >= 0:
			if i == 0 {
				out = append(out, 'a')
			}
		case (c == 'j' || c == 'h') && i > 0:
		case len(out) > 0 && out[len(out)-1] == c:
		default:
			out = append(out, c)
		}
	}
	return string(out)
}
