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
func (r *reader) name(t *token, l *lexeme) {
	n := utf8.RuneCountInString(t.text)
	w := t.weight
	switch {
	case r.foreign && t.first < 0x250:
		r.neutral.add(l.latin, 0, latinWeight*w, t.title, t.text)
		r.spell(t, l, nameWeight*w)
	case t.capital && !(r.lower[t.lower] || t.start && n < 4):
		if t.start {
			w *= 0.7 // any word has a capital here
		}
		r.spell(t, l, nameWeight*w)
		if t.first < 0x250 && n >= 3 {
			r.neutral.add(l.latin, 0, 0.5*latinWeight*w, t.title, t.text)
		}
	case caseless(t.first) && n >= 3:
		r.spell(t, l, 0.5*nameWeight*w)
	case l.cognate != 0:
		r.neutral.add(l.cognate, 0, cognateWeight*w, t.title, t.text)
	}
}

// spell adds the keys of a name of weight w.
func (r *reader) spell(t *token, l *lexeme, w float64) {
	keys := l.spelled
	if !l.spelt {
		rom := translit.Latin(t.text, r.tag)
		keys = spellings(skeleton(rom), rom, t.lower, caseless(t.first))
	}
	for _, k := range keys {
		r.neutral.add(k.key, k.of, k.share*w, t.title, t.text)
	}
}

// caseless reports whether r is of a script without capitals in use. Unicode
// gives Georgian letters a case, but names are not written with capitals.
func caseless(r rune) bool {
	return unicode.Is(unicode.Georgian, r) || unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r)
}

// sounds are letters that languages spell one sound with; of two that fit, the
// first counts.
var sounds = [...]struct{ letters, sound string }{
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
			for _, x := range &sounds {
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
