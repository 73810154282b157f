package lang

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// sample returns what is read of a text: all of it, or, if it is longer than
// limit, equal shares of its head, middle and tail.
func sample(text string, limit int) [3]string {
	if len(text) <= limit {
		return [3]string{text}
	}
	share := limit / 3
	middle := (len(text) - share) / 2
	return [3]string{
		text[:runeStart(text, share)],
		text[runeStart(text, middle):runeStart(text, middle+share)],
		text[runeStart(text, len(text)-share):],
	}
}

// runeStart returns the offset of the rune that holds byte i.
func runeStart(text string, i int) int {
	for n := 0; n < utf8.UTFMax-1 && i > 0 && i < len(text) && !utf8.RuneStart(text[i]); n++ {
		i--
	}
	return i
}

// composed returns text in normalisation form C, in which the model was
// learned. It allocates only for text with combining marks that is not.
func composed(text string) string {
	if strings.IndexByte(text, 0xcc) < 0 && strings.IndexByte(text, 0xcd) < 0 { // lead bytes of U+0300 to U+036F
		return text
	}
	return norm.NFC.String(text)
}
