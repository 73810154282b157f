package lid

import (
	"encoding/binary"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/flat"
)

// A Script is a writing system, or several that one language mixes: Han, kana
// and bopomofo are one.
type Script uint8

// The writing systems that the model can tell apart. Common is a sign that
// belongs to every script, such as an apostrophe or a combining accent.
const (
	Common Script = iota
	Latin
	Cyrillic
	Greek
	Arabic
	Hebrew
	Han
	Hangul
	Devanagari
	Bengali
	Gurmukhi
	Gujarati
	Oriya
	Tamil
	Telugu
	Kannada
	Malayalam
	Sinhala
	Thai
	Lao
	Tibetan
	Myanmar
	Khmer
	Georgian
	Armenian
	Ethiopic
	Thaana
	Tifinagh
	NKo
	OlChiki
	Other
	Scripts // the number of scripts
)

// codes are those of ISO 15924.
var codes = [Scripts]string{
	Latin: "Latn", Cyrillic: "Cyrl", Greek: "Grek", Arabic: "Arab", Hebrew: "Hebr", Han: "Hani", Hangul: "Hang", Devanagari: "Deva",
	Bengali: "Beng", Gurmukhi: "Guru", Gujarati: "Gujr", Oriya: "Orya", Tamil: "Taml", Telugu: "Telu", Kannada: "Knda", Malayalam: "Mlym",
	Sinhala: "Sinh", Thai: "Thai", Lao: "Laoo", Tibetan: "Tibt", Myanmar: "Mymr", Khmer: "Khmr", Georgian: "Geor", Armenian: "Armn",
	Ethiopic: "Ethi", Thaana: "Thaa", Tifinagh: "Tfng", NKo: "Nkoo", OlChiki: "Olck",
}

// Code returns the code of a script in ISO 15924, "" for Common and Other.
func (s Script) Code() string { return codes[s] }

const (
	// pageBits is the logarithm of the number of runes in a page of [Fold].
	pageBits = 7
	pageLen  = 1 << pageBits
	pages    = 0x10000 >> pageBits
)

// edge is the code of the beginning and the end of a word.
const edge = 1

// noLetter is the lower half of the entry of a rune that is no letter.
const noLetter = 0x800000

// Fold maps the runes of the Basic Multilingual Plane to lower-case letter
// codes and scripts, in two stages: a page number, a uint16, for every 128
// runes, then one uint32 for every rune in the page, the script in the upper
// eight bits and in the others the code minus the rune, modulo 2^24, or
// noLetter. Pages of the same shape are stored once. Code 0 is no letter.
type Fold struct{ index, entries string }

// OpenFold reads the tables that [BuildFold] wrote. Tables of the wrong length
// fold every rune to nothing.
func OpenFold(index, entries string) Fold {
	if len(index) != 2*pages {
		return Fold{}
	}
	for i := range pages {
		if (int(flat.Uint16(index, i))+1)*pageLen*4 > len(entries) {
			return Fold{}
		}
	}
	return Fold{index, entries}
}

// Rune returns the code of a rune, 0 if it is no letter, and its script.
func (f Fold) Rune(r rune) (code uint32, script Script) {
	if uint32(r) >= 0x10000 {
		if 0x20000 <= r && r < 0x40000 {
			return uint32(r), Han
		}
		return 0, Common
	}
	page := int(flat.Uint16(f.index, int(r>>pageBits)))
	e := flat.Uint32(f.entries, page<<pageBits|int(r)&(pageLen-1))
	if e&0xffffff == noLetter {
		return 0, Common
	}
	return (uint32(r) + e) & 0xffffff, Script(e >> 24)
}

// BuildFold writes the tables of a [Fold] for a function that folds one rune.
func BuildFold(fold func(rune) (code uint32, script Script)) (index, entries []byte) {
	seen := map[string]uint16{}
	for p := range pages {
		var page []byte
		for i := range pageLen {
			r := uint32(p*pageLen + i)
			e := uint32(noLetter)
			if code, script := fold(rune(r)); code != 0 {
				e = (code-r)&0xffffff | uint32(script)<<24
			}
			page = binary.LittleEndian.AppendUint32(page, e)
		}
		n, ok := seen[string(page)]
		if !ok {
			n = uint16(len(seen))
			seen[string(page)] = n
			entries = append(entries, page...)
		}
		index = binary.LittleEndian.AppendUint16(index, n)
	}
	return index, entries
}

// Count adds the letters of text to counts, by script. Letters that stand for
// a syllable or a word count more, so that scripts weigh by what they say.
func (f Fold) Count(text string, counts *[Scripts]int) {
	latin, inWord := 0, false
	for i := 0; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			r, size := decode(text, i)
			i += size
			code, script := f.Rune(r)
			if inWord = code != 0; inWord {
				counts[script] += weight(script)
			}
			continue
		}
		if l := c | 0x20; 'a' <= l && l <= 'z' && (inWord || c != 'h' && c != 'w') {
			latin++
			inWord = true
			i++
			continue
		}
		if n := addressLen(text[i:]); n > 0 {
			i += n
			continue
		}
		if inWord = c == 'h' || c == 'w'; inWord {
			latin++
		}
		i++
	}
	counts[Latin] += latin
}

// weight is what a letter counts.
func weight(s Script) int {
	if s == Han || s == Hangul {
		return 3
	}
	return 1
}

// decode returns the rune of text at i and its size. It is utf8's, with a
// short way for two bytes.
func decode(text string, i int) (rune, int) {
	if c := text[i]; 0xc2 <= c && c < 0xe0 && i+1 < len(text) && text[i+1]&0xc0 == 0x80 {
		return rune(c&0x1f)<<6 | rune(text[i+1]&0x3f), 2
	}
	return utf8.DecodeRuneInString(text[i:])
}
