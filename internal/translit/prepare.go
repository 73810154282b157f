package translit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// prepare returns text in small letters, composed, without what cannot be
// seen.
func prepare(text string) string {
	if lower, ok := prepareStable(text); ok {
		return lower
	}
	text = strings.ToValidUTF8(text, " ")
	text = norm.NFKC.String(text)
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r), r == 'ـ', r == 0x307:
			return -1
		}
		return unicode.ToLower(r)
	}, text))
}

// prepareStable is prepare for texts of letters that no normalisation changes,
// which nearly all are; ok is false for others.
func prepareStable(text string) (lower string, ok bool) {
	var buf [96]byte
	out := buf[:0]
	changed := false
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
				changed = true
			}
			out = append(out, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		l := stableLower(r)
		if l == 0 {
			return "", false
		}
		changed = changed || l != r
		out = utf8.AppendRune(out, l)
		i += n
	}
	if !changed {
		return text, true
	}
	return string(out), true
}

// stableLower returns the small form of a letter or mark that is the same in
// all forms of normalisation that compose, beside others of its kind, and 0 for
// other runes.
func stableLower(r rune) rune {
	switch {
	case r < 0xC0:
		return 0
	case r < 0x250:
		return latinLower(r)
	case r >= 0x391 && r <= 0x3A9 && r != 0x3A2:
		return r + 0x20
	case r >= 0x3AC && r <= 0x3CE, r >= 0x430 && r <= 0x45F:
		return r
	case r >= 0x410 && r <= 0x42F:
		return r + 0x20
	case r >= 0x400 && r <= 0x40F:
		return r + 0x50
	case r >= 0x386 && r <= 0x38F && r != 0x387, r >= 0x490 && r <= 0x4BF:
		return unicode.ToLower(r)
	case r >= 0x5D0 && r <= 0x5EA, r >= 0x621 && r <= 0x63A, r >= 0x641 && r <= 0x64A:
		return r
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7A3, r >= 0x30A1 && r <= 0x30FC, r == '’':
		return r
	}
	return 0
}

// latinLower is stableLower from À to the end of Latin Extended-B.
func latinLower(r rune) rune {
	switch {
	case r <= 0xDE && r != 0xD7:
		return r + 0x20
	case r <= 0xFF:
		return r
	case r == 0x130, r == 0x132, r == 0x133, r == 0x13F, r == 0x140, r == 0x149, r == 0x17F, r >= 0x1C4 && r <= 0x1CC, r >= 0x1F1 && r <= 0x1F3:
		return 0
	}
	return unicode.ToLower(r)
}

// isWord tells the runes that words are made of.
func isWord(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z'
	case r >= 0xC0 && r < 0x250:
		return r != '×' && r != '÷'
	case r >= 0x3A3 && r <= 0x3CE, r >= 0x400 && r <= 0x481, r >= 0x5D0 && r <= 0x5EA, r >= 0x621 && r <= 0x64A:
		return true
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7A3:
		return true
	}
	return r != '・' && r != '゠' && (unicode.IsLetter(r) || unicode.Is(unicode.M, r) || unicode.Is(unicode.Nd, r))
}
