package names

import (
	"strings"

	"github.com/tidings-go/tidings/internal/translit"
)

// The classes of spelling: the scripts of internal/translit, and the languages
// of Latin script that respell foreign names.
const (
	baltic   = uint8(translit.Han) + 1
	azeri    = baltic + 1
	japanese = azeri + 1 // Han in Japanese
	classes  = japanese + 1
)

// Class returns the class of spelling of a script in a language.
func Class(script translit.Script, tag string) uint8 {
	lang, _, _ := strings.Cut(tag, "-")
	switch {
	case script == translit.LatinScript && (lang == "lv" || lang == "lt"):
		return baltic
	case script == translit.LatinScript && lang == "az":
		return azeri
	case script == translit.Han && lang == "ja":
		return japanese
	}
	return uint8(script)
}

// Table returns the number of the table of weights for two classes, the
// smaller first, and 0, the general table, for pairs without their own: those
// of neither Latin nor Cyrillic.
func Table(a, b uint8) int {
	switch {
	case a > b:
		return Table(b, a)
	case a == uint8(translit.LatinScript):
		return int(b)
	case a == uint8(translit.Cyrillic):
		return int(classes) + int(b)
	}
	return 0
}

// Tables is how many tables of weights there are.
const Tables = 2 * int(classes)
