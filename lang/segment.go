package lang

import (
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/lid"
)

const (
	// longest is the length at which a segment ends wherever it is.
	longest = 1 << 10

	// shortRun is the number of letters in another script that a segment
	// bears: names and quotations.
	shortRun = 16
)

// segmentEnd returns the end of the segment of text that begins at start: a
// line, a sentence, or a run of words in one script. The space after it
// belongs to it.
func segmentEnd(text string, start int, fold *lid.Fold) int {
	stop := min(start+longest, len(text))
	for stop < len(text) && stop > start+1 && !utf8.RuneStart(text[stop]) {
		stop--
	}
	script, letters := lid.Common, 0           // of the segment
	other, count, from := lid.Common, 0, start // the run of another script at its end
	word := start
	for i := start; i < stop; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:stop])
		}
		i += size
		switch {
		case r == '\n':
			return skipSpace(text, i)
		case r == ' ':
			word = i
			continue
		case r == '。' || r == '！' || r == '？' || strings.ContainsRune(".!?…।؟", r) && i < len(text) && text[i] == ' ':
			if letters+count >= shortRun {
				return skipSpace(text, i)
			}
			continue
		}
		code, s := fold.Rune(r)
		switch {
		case code == 0 || s == lid.Common:
		case script == lid.Common || s == script:
			script, letters = s, letters+1
			other, count = lid.Common, 0
		case s != other:
			other, count, from = s, 1, word
		default:
			count++
		}
		if count >= shortRun && from > start {
			return from
		}
		if count >= shortRun {
			script, letters, other, count = other, count, lid.Common, 0
		}
	}
	return stop
}

func skipSpace(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
		i++
	}
	return i
}
