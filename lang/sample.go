package lang

import "unicode/utf8"

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
