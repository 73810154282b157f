// Package words splits text into words and sentences.
//
// It is the only place that calls github.com/blevesearch/segment (Unicode
// Standard Annex 29, Unicode 8.0), and guards it: that library drops the rest
// of a text after invalid UTF-8, keeps elided articles and words together
// ("d’Italia"), and gives Thai, Lao, Khmer and Burmese rune by rune.
package words

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/segment"
)

// A Kind is the class of a token.
type Kind uint8

const (
	Other  Kind = iota // punctuation and symbols
	Number             // digits, with separators inside
	Letter             // a word of an alphabetic script
	Kana               // a run of Japanese kana
	Ideo               // one ideograph, or a run of a script written without spaces
)

// A Token is text[Start:End], in bytes, on rune boundaries. White space is in
// no token.
type Token struct {
	Start, End int
	Kind       Kind
}

// chunk bounds how many bytes are segmented at a time, and with it memory.
const chunk = 32 << 10

// A room is what the segmenter writes to, kept from text to text.
type room struct {
	vals  [][]byte
	types []int
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// release forgets the text and keeps the room.
func (r *room) release() {
	clear(r.vals)
	rooms.Put(r)
}

// Append appends the tokens of text to dst and returns it. Tokens are in
// order and do not overlap, and every byte that is not white space and not
// invalid UTF-8 is in one. Time is linear in the text.
func Append(dst []Token, text string) []Token {
	valid := mend(text)
	b := rooms.Get().(*room)
	defer b.release()
	for at := 0; at < len(valid); {
		end := cut(valid, at)
		buf := []byte(valid[at:end])
		var err error
		b.vals, b.types, _, err = segment.SegmentWordsDirect(buf, b.vals[:0], b.types[:0])
		done := 0
		for i, v := range b.vals {
			dst = appendToken(dst, valid, at+done, at+done+len(v), b.types[i])
			done += len(v)
		}
		if err != nil || done < len(buf) { // cannot happen on valid UTF-8; lose nothing if it does
			dst = appendRunes(dst, valid, at+done, end)
		}
		at = end
	}
	return dst
}

// mend replaces each invalid byte by a space, which keeps all offsets.
func mend(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	b := []byte(text)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			b[i] = ' '
		}
		i += n
	}
	return string(b)
}

// cut returns the end of the chunk of s that starts at byte at: after white
// space if there is any, else on a rune boundary.
func cut(s string, at int) int {
	end := at + chunk
	if end >= len(s) {
		return len(s)
	}
	if i := strings.LastIndexAny(s[at:end], " \n\t"); i >= 0 {
		return at + i + 1
	}
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return end
}

func appendToken(dst []Token, s string, start, end, typ int) []Token {
	switch r, _ := utf8.DecodeRuneInString(s[start:]); {
	case typ == segment.Letter:
		return splitElision(dst, s, start, end)
	case typ == segment.Number:
		return append(dst, Token{start, end, Number})
	case typ == segment.Kana:
		return append(dst, Token{start, end, Kana})
	case unspaced(r):
		return joinUnspaced(dst, s, start, end)
	case typ == segment.Ideo:
		return append(dst, Token{start, end, Ideo})
	default:
		return appendRunes(dst, s, start, end)
	}
}

// splitElision cuts a Latin word at its apostrophes, which become tokens of
// their own: "d’Italia" is three tokens, "п’ять" is one.
func splitElision(dst []Token, s string, start, end int) []Token {
	first, _ := utf8.DecodeRuneInString(s[start:])
	word := s[start:end]
	at := strings.IndexAny(word, "'’")
	if at <= 0 || !unicode.Is(unicode.Latin, first) && !possessive(word[at:]) {
		return append(dst, Token{start, end, Letter})
	}
	_, n := utf8.DecodeRuneInString(word[at:])
	dst = append(dst, Token{start, start + at, Letter}, Token{start + at, start + at + n, Other})
	if at+n == len(word) {
		return dst
	}
	return splitElision(dst, s, start+at+n, end)
}

func possessive(tail string) bool { return tail == "'s" || tail == "’s" }

// joinUnspaced makes one token of a run of a script without spaces.
func joinUnspaced(dst []Token, s string, start, end int) []Token {
	if n := len(dst); n > 0 && dst[n-1].End == start && dst[n-1].Kind == Ideo {
		if r, _ := utf8.DecodeRuneInString(s[dst[n-1].Start:]); unspaced(r) {
			dst[n-1].End = end
			return dst
		}
	}
	return append(dst, Token{start, end, Ideo})
}

// unspaced reports whether r is of a script that the segmenter gives rune by
// rune though it is written in runs.
func unspaced(r rune) bool {
	return r >= 0x0e00 && r <= 0x0eff || // Thai, Lao
		r >= 0x1000 && r <= 0x109f || // Myanmar
		r >= 0x1780 && r <= 0x17ff // Khmer
}

// appendRunes makes a token of every rune that is not white space.
func appendRunes(dst []Token, s string, start, end int) []Token {
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(s[i:end])
		if !unicode.IsSpace(r) {
			dst = append(dst, Token{i, i + n, kindOf(r)})
		}
		i += n
	}
	return dst
}

func kindOf(r rune) Kind {
	switch {
	case unicode.IsLetter(r):
		return Letter
	case unicode.IsDigit(r):
		return Number
	}
	return Other
}
