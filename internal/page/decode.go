package page

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/mojibake"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// Decode returns data as valid UTF-8 without a byte order mark. declared is the
// charset of the HTTP header, or "".
//
// A byte order mark wins, then UTF-8 if it is that. Otherwise the charset that
// the header or the page declares is taken if the text then reads like a
// language, and else the one of many candidates with which it reads best:
// declarations are often wrong. What reads like no language with any of them is
// no text, and gives "".
func Decode(data []byte, declared string) string {
	if s, ok := byMark(data); ok {
		return s
	}
	if e := wide(data); e != nil {
		return decode(e, data)
	}
	if looksUTF8(data) {
		if name := prescan(data, declared); strings.HasPrefix(name, "iso-2022") && bytes.IndexByte(data, 0x1b) >= 0 {
			if e, _ := charset.Lookup(name); e != nil {
				return decode(e, data)
			}
		}
		return repaired(toValid(data))
	}
	e, score := bestEncoding(data, declared)
	const least = 0.2
	if score < least && mostlyHigh(data) {
		return ""
	}
	return decode(e, data)
}

// repaired returns s with what was encoded twice put right.
func repaired(s string) string {
	if r, ok := mojibake.Repair(s); ok {
		return r.Text
	}
	return s
}

// toValid puts U+FFFD for what is no UTF-8.
func toValid(data []byte) string {
	if utf8.Valid(data) { // far faster than the other way
		return string(data)
	}
	return strings.ToValidUTF8(string(data), "\uFFFD")
}

// mostlyHigh reports whether a large part of data lies outside ASCII.
func mostlyHigh(data []byte) bool {
	high := 0
	for _, c := range data {
		if c >= utf8.RuneSelf {
			high++
		}
	}
	return high*3 > len(data)
}

// DecodeString is [Decode] for a string; one in UTF-8 is not copied.
func DecodeString(s, declared string) string {
	if utf8.ValidString(s) && strings.IndexByte(s[:min(len(s), wideSample)], 0) < 0 && !strings.HasPrefix(s, "\ufeff") && strings.IndexByte(s, 0x1b) < 0 {
		return repaired(s)
	}
	return Decode([]byte(s), declared)
}

// byMark decodes what begins with a byte order mark.
func byMark(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return toValid(data[3:]), true
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), data[2:]), true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), data[2:]), true
	}
	return "", false
}

// wideSample is how much of a document tells whether it is UTF-16.
const wideSample = 1024

// wide tells UTF-16 without a mark by its zero bytes: markup is ASCII.
func wide(data []byte) encoding.Encoding {
	var zeros [2]int
	sample := data[:min(len(data), wideSample)]
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	few := len(sample) / 10
	switch {
	case zeros[1] > few && zeros[0] < zeros[1]/8:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > few && zeros[1] < zeros[0]/8:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// looksUTF8 reports whether data is UTF-8 but for a few damaged characters.
func looksUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 20*bad || bad == 1 && good >= 4
}

func decode(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// prescan returns the charset that the header or a meta element declares, in
// small letters, or "".
func prescan(data []byte, declared string) string {
	if declared != "" {
		return strings.ToLower(strings.TrimSpace(declared))
	}
	const head = 8192
	s := strings.ToLower(string(data[:min(len(data), head)]))
	for _, mark := range [...]string{"charset", "encoding"} { // of meta, of an XML declaration
		for at := 0; ; {
			i := strings.Index(s[at:], mark)
			if i < 0 {
				break
			}
			at += i + len(mark)
			rest := strings.TrimLeft(s[at:], " ")
			if !strings.HasPrefix(rest, "=") {
				continue
			}
			rest = strings.TrimLeft(rest[1:], ` "'`)
			if n := strings.IndexAny(rest, " \"'>;/?\n"); n > 0 {
				return rest[:n]
			}
		}
	}
	return ""
}

// candidates are the encodings that the web was written in, the most common
// first.
func candidates() []string {
	return []string{
		"windows-1252", "windows-1251", "gb18030", "shift_jis", "euc-jp", "euc-kr", "big5", "windows-1250", "iso-8859-2", "windows-1253", "iso-8859-7",
		"windows-1254", "windows-1255", "windows-1256", "iso-8859-6", "windows-1257", "koi8-u", "iso-8859-5", "ibm866", "windows-874", "windows-1258",
		"macintosh", "x-mac-cyrillic", "iso-8859-16",
	}
}

// bestEncoding returns the encoding with which data reads best, and how well.
func bestEncoding(data []byte, declared string) (encoding.Encoding, float64) {
	sample := sampleOf(data)
	const (
		sure  = 0.8  // enough for a declaration
		bonus = 0.12 // for being declared
	)
	var best encoding.Encoding
	top := -1e9
	if e, name := charset.Lookup(prescan(data, declared)); e != nil && name != "utf-8" {
		if best, top = e, legibility(decode(e, sample)); top >= sure {
			return e, top
		}
		top += bonus
	}
	for _, name := range candidates() {
		e, _ := charset.Lookup(name)
		if e == nil {
			continue
		}
		if s := legibility(decode(e, sample)); s > top+1e-9 {
			best, top = e, s
		}
	}
	return best, top
}

// sampleOf returns the part of data that the encoding is judged by.
func sampleOf(data []byte) []byte {
	const size = 48 << 10
	for i, c := range data {
		if c >= utf8.RuneSelf {
			from := max(0, i-64)
			return data[from:min(len(data), from+size)]
		}
	}
	return data[:min(len(data), size)]
}
