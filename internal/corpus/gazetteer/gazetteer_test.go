package gazetteer

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func read(t *testing.T) []Thing {
	t.Helper()
	things, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	return things
}

// scripts names the script that each language of the columns is written in.
var scripts = map[string]*unicode.RangeTable{
	"ru": unicode.Cyrillic, "uk": unicode.Cyrillic, "bg": unicode.Cyrillic, "mk": unicode.Cyrillic, "be": unicode.Cyrillic,
	"el": unicode.Greek, "ar": unicode.Arabic, "fa": unicode.Arabic, "ur": unicode.Arabic, "he": unicode.Hebrew,
	"hi": unicode.Devanagari, "zh": unicode.Han, "ko": unicode.Hangul,
}

func TestScripts(t *testing.T) {
	for _, thing := range read(t) {
		for _, n := range thing.Names {
			if !utf8.ValidString(n.Text) || strings.ContainsAny(n.Text, "\t{}[]<>_") {
				t.Errorf("%s:%d: odd characters in %q", thing.File, thing.Line, n.Text)
			}
			for _, word := range strings.Fields(n.Text) {
				if mixed(word) {
					t.Errorf("%s:%d: scripts mixed in %q", thing.File, thing.Line, word)
				}
			}
			want, ok := scripts[n.Lang]
			if ok && !hasScript(n.Text, want) && !latin(n.Text) {
				t.Errorf("%s:%d: %q is not in the script of %s", thing.File, thing.Line, n.Text, n.Lang)
			}
			if n.Lang == "" && !latin(n.Text) {
				t.Errorf("%s:%d: %q needs its language", thing.File, thing.Line, n.Text)
			}
		}
	}
}

// titled reports whether a person is known by a title and one name.
func titled(name string) bool {
	title, _, _ := strings.Cut(name, " ")
	return strings.Contains("King Queen Emperor Prince Princess Pope Patriarch", title)
}

func TestPeopleHaveFullNames(t *testing.T) {
	for _, thing := range read(t) {
		if thing.Kind != "per" || titled(thing.Name) {
			continue
		}
		for _, n := range thing.Names {
			if scripts[n.Lang] != nil && n.Lang != "zh" && n.Lang != "ko" && len(strings.Fields(n.Text)) == 1 &&
				len(strings.Fields(thing.Name)) > 1 && !strings.ContainsAny(n.Text, "-־") {
				t.Errorf("%s:%d: one word for %s: %q", thing.File, thing.Line, thing.Name, n.Text)
			}
		}
	}
}

// acronyms of organisations may be of two: ΔΟΕ, OCSE.
const acronym = 5

func TestNamesAreUnique(t *testing.T) {
	seen := map[string]Thing{}
	for _, thing := range read(t) {
		for _, n := range thing.Names {
			key := n.Lang + ":" + n.Text
			other, ok := seen[key]
			if ok && (other.Name == thing.Name || strings.Contains(thing.Name+other.Name, "(") || thing.Kind == "org" && utf8.RuneCountInString(n.Text) <= acronym) {
				continue
			}
			if ok && (other.Kind == thing.Kind || n.Text == thing.Name && n.Text == other.Name) {
				t.Errorf("%s:%d: %q stands also in %s:%d", thing.File, thing.Line, key, other.File, other.Line)
			}
			seen[key] = thing
		}
	}
}

func mixed(word string) bool {
	var latin, cyrillic, greek bool
	for _, r := range word {
		latin = latin || unicode.Is(unicode.Latin, r)
		cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
		greek = greek || unicode.Is(unicode.Greek, r)
		if strings.ContainsRune("-–.·,/", r) {
			latin, cyrillic, greek = false, false, false
		}
		if latin && (cyrillic || greek) || cyrillic && greek {
			return true
		}
	}
	return false
}

func hasScript(s string, script *unicode.RangeTable) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(script, r) })
}

func latin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
}
