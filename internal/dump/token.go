package dump

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape says what a token looks like.
type shape uint8

const (
	lower  shape = iota // a word in small letters, or of a script without case
	upper               // a word that begins with a capital
	caps                // a word of two or more letters, all of them capitals
	digits              // a number
	glyph               // one character of a script written without spaces
	mark                // one rune of punctuation or a symbol
)

// A token is text[start:end].
type token struct {
	start, end int32
	shape      shape
	space      bool // white space before it
	line       bool // a line break before it
	r          rune // a mark, or the first rune of another token
	id         int32
}

// tokenize splits text into tokens and numbers the words, case folded. If
// credit is given, it tells the words that begin the credit of a picture.
func tokenize(text string, credit func(string) bool) (ts []token, words *lexicon) {
	words = &lexicon{ids: map[string]int32{}}
	ts = make([]token, 0, len(text)/5)
	space, line := true, true
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) || r == utf8.RuneError && n <= 1 || ignorable(r) {
			space = space || !ignorable(r)
			line = line || r == '\n'
			at += n
			continue
		}
		t := token{start: int32(at), r: r, space: space, line: line}
		t.scan(text)
		if credit != nil {
			t.unglue(text, credit)
		}
		if t.shape != mark {
			t.id = words.add(text[t.start:t.end], t.shape)
		}
		if len(ts) == cap(ts) { // as many again as the text so far makes likely
			const more = 64
			ts = slices.Grow(ts, int(int64(len(ts))*int64(len(text)-at)/int64(at+1))+more)
		}
		ts = append(ts, t)
		at, space, line = int(t.end), false, false
	}
	return ts, words
}

// scan finds the end and the shape of the token that starts at t.start.
func (t *token) scan(text string) {
	at, letters, capitals := int(t.start), 0, 0
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if unspaced(r) {
			if letters == 0 {
				t.shape, t.end = glyph, int32(at+n)
				return
			}
			break
		}
		if !wordRune(r) && !(letters > 0 && joins(r) && letterAt(text[at+n:])) {
			break
		}
		if letters++; unicode.IsUpper(r) || unicode.IsTitle(r) {
			capitals++
		}
		at += n
	}
	t.end = int32(at)
	switch {
	case letters == 0:
		t.shape, t.end = mark, t.start+int32(utf8.RuneLen(t.r))
	case unicode.IsDigit(t.r):
		t.shape = digits
	case capitals > 1 && capitals*3 >= letters*2:
		t.shape = caps
	case unicode.IsUpper(t.r) || unicode.IsTitle(t.r):
		t.shape = upper
	default:
		t.shape = lower
	}
}

// unglue ends a word where a credit is glued to it: "captionPhoto: Name".
func (t *token) unglue(text string, credit func(string) bool) {
	if t.shape == mark || t.shape == digits || int(t.end) >= len(text) || text[t.end] != ':' {
		return
	}
	small := false
	for i, r := range text[t.start:t.end] {
		if unicode.IsUpper(r) && small && credit(strings.ToLower(text[int(t.start)+i:t.end])) {
			t.end = t.start + int32(i)
			return
		}
		small = unicode.IsLower(r)
	}
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == 0x200c || r == 0x200d
}

// joins reports marks that may stand inside a word.
func joins(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '-' || r == '‑' }

func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wordRune(r) && !unspaced(r)
}

func ignorable(r rune) bool {
	return r == 0xad || r == 0x200b || r >= 0x200e && r <= 0x200f || r >= 0x202a && r <= 0x202e || r == 0xfeff
}

// unspaced reports characters of scripts that are written without spaces.
func unspaced(r rune) bool {
	switch {
	case r < 0xe00:
		return false
	case r <= 0xeff, r >= 0x1000 && r <= 0x109f, r >= 0x1780 && r <= 0x17ff: // Thai, Lao, Burmese, Khmer
		return true
	case r >= 0x3041 && r <= 0x30ff, r >= 0x3400 && r <= 0x9fff, r >= 0xf900 && r <= 0xfaff, r >= 0x20000 && r <= 0x3ffff:
		return true
	}
	return false
}

// A lexicon counts the words of a page.
type lexicon struct {
	ids   map[string]int32
	count []int32 // occurrences
	small []int32 // occurrences in small letters
	names []string
}

func (l *lexicon) add(w string, s shape) int32 {
	if s == upper || s == caps {
		w = strings.ToLower(w)
	}
	id, ok := l.ids[w]
	if !ok {
		id = int32(len(l.count))
		l.ids[w] = id
		l.count = append(l.count, 0)
		l.small = append(l.small, 0)
		l.names = append(l.names, w)
	}
	l.count[id]++
	if s == lower || s == glyph {
		l.small[id]++
	}
	return id
}

// common returns, for each word, whether it is among the most frequent of the
// page: a stand-in for a list of function words in any language.
func (l *lexicon) common() []bool {
	total := 0
	for _, n := range l.small {
		total += int(n)
	}
	c := make([]bool, len(l.count))
	floor := int32(max(3, total/250))
	for id, n := range l.small {
		c[id] = n >= floor && 2*n > l.count[id] && utf8.RuneCountInString(l.names[id]) <= 6
	}
	return c
}
