package translit

import (
	_ "embed"
	"sync"

	"github.com/tidings-go/tidings/internal/flat"
)

// pinyin holds the commonest Mandarin reading of each character from U+4E00
// to U+9FFF, without tones, written by internal/gen/pinyin.
//
//go:embed pinyin.bin
var pinyin string

var (
	readingsOnce sync.Once
	readings     struct {
		syllables flat.Strings
		index     string
	}
)

const firstHan = 0x4E00

// Reading returns the commonest Mandarin reading of a character, in pinyin
// without tone, or "".
func Reading(r rune) string {
	readingsOnce.Do(func() {
		f, err := flat.Open(pinyin, "pinyin", 1)
		if err != nil {
			return
		}
		readings.syllables, _ = flat.OpenStrings(f.Section("syllable"))
		readings.index = f.Section("chars")
	})
	return readings.syllables.At(int(flat.Uint16(readings.index, int(r)-firstHan)))
}

// hanSounds reads each character in Mandarin, whatever the language: names in
// Japanese and Chinese then agree where their characters do, also between
// traditional and simplified forms.
func hanSounds(dst []byte, word []rune) []byte {
	start := len(dst)
	for _, r := range word {
		switch ScriptOf(r) {
		case Han:
			dst = append(dst, pinyinSound(Reading(r))...)
		case Kana:
			dst = kanaSounds(dst, []rune{r})
		default:
			dst = appendForeign(dst, r)
		}
	}
	return undouble(dst, start)
}

// pinyinSound respells the initials that say something else in other
// spellings.
func pinyinSound(s string) string {
	switch {
	case s == "":
		return ""
	case s[0] == 'q':
		return "C" + s[1:]
	case s[0] == 'x':
		return "S" + s[1:]
	case s[0] == 'c' && len(s) > 1 && s[1] == 'h':
		return "C" + s[2:]
	case s[0] == 'c', s[0] == 'z' && len(s) > 1 && s[1] != 'h':
		return "T" + s[1:]
	case s[0] == 'z' && len(s) > 1:
		return "Y" + s[2:]
	case s[0] == 's' && len(s) > 1 && s[1] == 'h':
		return "S" + s[2:]
	case s[0] == 'j':
		return "Y" + s[1:]
	case s[0] == 'y':
		return "j" + s[1:]
	}
	return s
}
