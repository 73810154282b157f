package page

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A lenient reader of JSON: pages carry it with line breaks in strings,
// trailing commas, comments around it, and cut off in the middle. It makes the
// best of what is there and never fails. Numbers and words stay strings.

// object is an object of JSON, with its members in order.
type object []member

type member struct {
	key   string
	value any // string, object or []any
}

// get returns the value of the first member called key.
func (o object) get(key string) any {
	for _, m := range o {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// maxNesting bounds the depth of JSON that is read.
const maxNesting = 64

type jsonReader struct {
	s     string
	i     int
	depth int
}

// readJSON reads all values of s, one behind the other.
func readJSON(s string) []any {
	r := jsonReader{s: s}
	var out []any
	for {
		next := strings.IndexAny(r.s[r.i:], "{[")
		if next < 0 {
			return out
		}
		r.i += next
		out = append(out, r.value())
	}
}

// space moves to the next byte that is neither white space nor a comma.
func (r *jsonReader) space() byte {
	for ; r.i < len(r.s); r.i++ {
		switch c := r.s[r.i]; c {
		case ' ', '\t', '\n', '\r', ',':
		default:
			return c
		}
	}
	return 0
}

func (r *jsonReader) value() any {
	switch c := r.space(); c {
	case 0:
		return ""
	case '{', '[':
		if r.depth >= maxNesting {
			r.i = len(r.s)
			return ""
		}
		r.depth++
		defer func() { r.depth-- }()
		r.i++
		if c == '{' {
			return r.object()
		}
		return r.array()
	case '"':
		return r.text()
	}
	from := r.i
	for r.i < len(r.s) && !strings.ContainsRune(",]}{[\"\n", rune(r.s[r.i])) {
		r.i++
	}
	if r.i == from {
		r.i++ // a stray closer
		return ""
	}
	w := strings.TrimSpace(r.s[from:r.i])
	if w == "null" || w == "undefined" {
		return ""
	}
	return w
}

func (r *jsonReader) object() object {
	var o object
	for {
		switch r.space() {
		case 0:
			return o
		case '}':
			r.i++
			return o
		case ']':
			return o
		case '"':
			key := r.text()
			if r.space() == ':' {
				r.i++
				o = append(o, member{key, r.value()})
			}
		default:
			r.i++
		}
	}
}

func (r *jsonReader) array() []any {
	var a []any
	for {
		switch r.space() {
		case 0:
			return a
		case ']':
			r.i++
			return a
		case '}':
			return a
		default:
			a = append(a, r.value())
		}
	}
}

// text reads a string. A quote that is not followed by what can follow a
// string belongs to it: some pages forget to escape quotes.
func (r *jsonReader) text() string {
	r.i++
	from := r.i
	var b []byte // nil while nothing had to be unescaped
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c == '"' && r.ends():
			out := r.s[from:r.i]
			r.i++
			if b != nil {
				return string(append(b, out...))
			}
			return out
		case c == '\\' && r.i+1 < len(r.s):
			b = append(b, r.s[from:r.i]...)
			if b == nil {
				b = []byte{}
			}
			b = r.escape(b)
			from = r.i
		default:
			r.i++
		}
	}
	return string(append(b, r.s[min(from, len(r.s)):]...))
}

// ends reports whether the quote here ends its string.
func (r *jsonReader) ends() bool {
	for j := r.i + 1; j < len(r.s) && j < r.i+64; j++ {
		switch r.s[j] {
		case ' ', '\t', '\n', '\r':
		case ',', ':', '}', ']':
			return true
		default:
			return false
		}
	}
	return true
}

// escape reads an escape sequence.
func (r *jsonReader) escape(b []byte) []byte {
	c := r.s[r.i+1]
	r.i += 2
	switch c {
	case 'n', 'r':
		return append(b, '\n')
	case 't', 'b', 'f':
		return append(b, ' ')
	case 'u':
		u, ok := r.hex()
		if !ok {
			return b
		}
		if utf16.IsSurrogate(u) && strings.HasPrefix(r.s[r.i:], `\u`) {
			r.i += 2
			low, _ := r.hex()
			u = utf16.DecodeRune(u, low)
		}
		return utf8.AppendRune(b, u)
	}
	return append(b, c)
}

// hex reads four hexadecimal digits.
func (r *jsonReader) hex() (rune, bool) {
	if r.i+4 > len(r.s) {
		return 0, false
	}
	u, err := strconv.ParseUint(r.s[r.i:r.i+4], 16, 16)
	if err != nil {
		return 0, false
	}
	r.i += 4
	return rune(u), true
}
