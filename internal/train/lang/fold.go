package main

import (
	"unicode"

	"github.com/tidings-go/tidings/internal/lid"
)

// scripts names the Unicode scripts of each script of the model.
var scripts = map[lid.Script][]string{
	lid.Latin: {"Latin"}, lid.Cyrillic: {"Cyrillic"}, lid.Greek: {"Greek"}, lid.Arabic: {"Arabic"}, lid.Hebrew: {"Hebrew"},
	lid.Han: {"Han", "Hiragana", "Katakana", "Bopomofo"}, lid.Hangul: {"Hangul"},
	lid.Devanagari: {"Devanagari"}, lid.Bengali: {"Bengali"}, lid.Gurmukhi: {"Gurmukhi"}, lid.Gujarati: {"Gujarati"},
	lid.Oriya: {"Oriya"}, lid.Tamil: {"Tamil"}, lid.Telugu: {"Telugu"}, lid.Kannada: {"Kannada"}, lid.Malayalam: {"Malayalam"},
	lid.Sinhala: {"Sinhala"}, lid.Thai: {"Thai"}, lid.Lao: {"Lao"}, lid.Tibetan: {"Tibetan"}, lid.Myanmar: {"Myanmar"},
	lid.Khmer: {"Khmer"}, lid.Georgian: {"Georgian"}, lid.Armenian: {"Armenian"}, lid.Ethiopic: {"Ethiopic"},
	lid.Thaana: {"Thaana"}, lid.Tifinagh: {"Tifinagh"}, lid.NKo: {"Nko"}, lid.OlChiki: {"Ol_Chiki"},
}

// foldRune gives the code and the script of a rune: letters and marks in lower
// case, the apostrophes that belong to words as one, nothing else.
func foldRune(r rune) (uint32, lid.Script) {
	switch r {
	case '\'', '’', 'ʼ', 'ʻ', '‘', '`':
		return '\'', lid.Common
	case 'ς':
		r = 'σ'
	}
	if !unicode.IsLetter(r) && !unicode.IsMark(r) || unicode.In(r, unicode.Variation_Selector) {
		return 0, lid.Common
	}
	low := unicode.ToLower(r)
	if low > 0xffff || low == 0 {
		low = r
	}
	return uint32(low), scriptOf(low)
}

func scriptOf(r rune) lid.Script {
	for s := lid.Latin; s < lid.Other; s++ {
		for _, name := range scripts[s] {
			if unicode.Is(unicode.Scripts[name], r) {
				return s
			}
		}
	}
	if unicode.In(r, unicode.Inherited, unicode.Common) {
		return lid.Common
	}
	return lid.Other
}
