package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/translit"
)

const (
	// MaxWords is how many words of a name are looked at, and MaxSounds how
	// many sounds of a word.
	MaxWords  = 7
	MaxSounds = 24

	maxJoined = 40 // sounds of a whole name
)

// A Kind is what a name is known to be of.
type Kind uint8

// The kinds that make a difference here.
const (
	Unknown Kind = iota
	Person
	Place
	Thing // organisation, product, event
)

// A Word is a word of a name.
type Word struct {
	Text   string // small letters
	Weak   bool   // a patronymic or title: it may be missing
	hash   uint32
	sounds grams
}

// Sounds returns the sounds of a word.
func (w *Word) Sounds() []byte { return w.sounds.sounds }

// A Name is a name made ready for comparison.
type Name struct {
	Words []Word
	Comma bool // the surname stood first, before a comma
	Kind  Kind

	script   translit.Script
	class    uint8
	cases    bool   // the language inflects names
	capitals bool   // it is written in a few capitals, as acronyms are
	text     []byte // its words
	room     []byte // for the sounds of its words
}

// Written is a name as a text in the language tag has it.
type Written struct {
	Text, Tag string
	Kind      Kind
}

// Parse makes a name in a text in the language tag ready.
func Parse(text, tag string, kind Kind) *Name {
	n := &Name{}
	n.Parse(text, tag, kind)
	return n
}

// Parse makes n a name in a text in the language tag, in the room that n has.
func (n *Name) Parse(text, tag string, kind Kind) {
	*n = Name{Kind: kind, cases: inflects(tag), capitals: inCapitals(text), Words: n.Words[:0], text: n.text[:0], room: n.room[:0]}
	text, n.Comma = turned(text, kind)
	var buf [8]string
	for _, w := range essential(translit.AppendWords(buf[:0], text), kind) {
		if n.add(w, tag); len(n.Words) == MaxWords {
			break
		}
	}
	n.settle()
}

// inCapitals reports whether text is two to eight capitals, with stops or not.
func inCapitals(text string) bool {
	if len(text) > 32 {
		return false
	}
	n := 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			n++
		case r != '.' && r != ' ':
			return false
		}
	}
	return n >= 2 && n <= 8
}

// add adds a word, if it has sounds.
func (n *Name) add(w, tag string) {
	plain := translit.Unadapted(w, tag)
	start := len(n.room)
	room, script := translit.AppendSounds(n.room, plain, tag)
	count := min(len(room)-start, MaxSounds)
	if n.room = room[:start+count]; count == 0 {
		return
	}
	if len(n.Words) == 0 {
		n.script, n.class = script, Class(script, tag)
	} else {
		n.text = append(n.text, ' ')
	}
	n.text = append(n.text, w...)
	word := Word{Text: w, hash: WordHash(plain), Weak: len(n.Words) > 0 && translit.IsPatronymic(w)}
	word.sounds.sounds = n.room[start:] // the length counts; settle gives it its place
	n.Words = append(n.Words, word)
}

// settle puts the indices of all sounds behind the sounds, and gives each word
// its own.
func (n *Name) settle() {
	all := len(n.room)
	for _, s := range n.room {
		n.room = append(n.room, Letter(s))
	}
	at := 0
	for i := range n.Words {
		g := &n.Words[i].sounds
		count := len(g.sounds)
		g.sounds = n.room[at : at+count : at+count]
		g.letters = n.room[all+at : all+at+count : all+at+count]
		at += count
	}
}

// Class returns the class of spelling of the name.
func (n *Name) Class() uint8 { return n.class }

// inflects tells the languages that put names into cases by endings.
func inflects(tag string) bool {
	lang, _, _ := strings.Cut(tag, "-")
	switch lang {
	case "ru", "uk", "be", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "lt", "lv", "el", "fi", "et", "hu",
		"tr", "az", "is", "ro", "ka", "hy", "eu", "sq", "la", "kk", "uz":
		return true
	}
	return false
}

// turned puts the given name first that stands behind a comma.
func turned(text string, kind Kind) (string, bool) {
	if kind != Person {
		return text, false
	}
	surname, given, ok := strings.Cut(text, ",")
	if !ok {
		surname, given, ok = strings.Cut(text, "،")
	}
	if !ok || strings.TrimSpace(given) == "" || strings.TrimSpace(surname) == "" || strings.Contains(given, ",") {
		return text, false
	}
	return given + " " + surname, true
}

// essential leaves out particles, and titles and legal forms where they can
// be told, unless nothing else is there.
func essential(words []string, kind Kind) []string {
	if kind != Person {
		words = joinedForm(words)
	}
	if kind != Place && len(words) > 2 && isRank(words[0]) {
		words = words[1:]
	}
	if !slices.ContainsFunc(words, func(w string) bool { return !inessential(w, kind) }) {
		return words
	}
	return slices.DeleteFunc(words, func(w string) bool { return inessential(w, kind) })
}

func inessential(w string, kind Kind) bool {
	return translit.IsParticle(w) || kind != Person && IsLegalForm(w) || kind != Place && isTitle(w)
}

// joinedForm drops the single letters at the end of a name that together are
// a legal form, as in Ferrari S.p.A. and Sp. z o.o.
func joinedForm(words []string) []string {
	at := len(words)
	for at > 1 && utf8.RuneCountInString(words[at-1]) == 1 {
		at--
	}
	if len(words)-at > 1 && IsLegalForm(strings.Join(words[at:], "")) {
		return words[:at]
	}
	return words
}

// IsLegalForm tells what companies carry with their names, in lower case.
func IsLegalForm(w string) bool {
	switch w {
	case "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "corp", "corporation", "company", "co", "pty", "pte",
		"gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "se", "sa", "sas", "sarl", "spa", "srl", "snc", "ltda", "lda",
		"nv", "bv", "ab", "oy", "oyj", "asa", "aps", "hf", "ehf", "ohf", "kft", "zrt", "nyrt", "rt", "doo", "sro", "zoo", "sp", "oü", "sia", "uab", "aş", "tbk", "bhd", "sdn",
		"ооо", "оао", "пао", "зао", "ао", "нао", "тов", "ват", "пат", "прат", "ат", "тдв", "ад", "еад", "оод", "еоод", "доо",
		"αε", "επε", "ικε", "αβεε", "株式会社", "有限公司", "주식회사":
		return true
	}
	return false
}

// isTitle tells what stands before the names of people.
func isTitle(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "prof", "professor", "sir", "herr", "frau", "señor", "señora", "monsieur", "madame", "mme", "mlle",
		"paní", "hanım", "д-р", "др", "проф", "г-н", "г-жа", "господин", "госпожа", "κ", "κύριος", "κυρία":
		return true
	}
	return false
}

// isRank tells titles that are names too, as in Hun Sen and Pan Gongsheng.
func isRank(w string) bool {
	switch w {
	case "gen", "col", "capt", "lt", "sgt", "sen", "rep", "gov", "rev", "msgr", "miss", "dame", "lord", "lady", "baron", "baroness",
		"don", "doña", "fru", "signor", "signora", "pan", "pani", "пан", "пані", "κα", "κος":
		return true
	}
	return false
}
