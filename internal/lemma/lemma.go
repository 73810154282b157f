// Package lemma finds the base form of names: the nominative without an
// article, as a dictionary has it.
//
// Every language has a list of endings with the case and class of word that
// they mark. A name is read in each case as a whole, so that a given name that
// is known decides for an unknown surname, and the reading with most evidence
// wins: known names, the rest of the article, and the word before.
package lemma

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cases is a set of grammatical cases.
type cases uint8

const (
	nom cases = 1 << iota
	gen
	dat
	acc
	ins
	loc
	voc
)

// A class is a set of kinds of words that an ending is for.
type class uint16

const (
	man       class = 1 << iota // names of men
	woman                       // names of women
	thing                       // nouns, but neuter ones
	masculine                   // nouns, where the article tells the gender
	feminine                    // the same
	neuter                      // neuter nouns
	modifier                    // adjectives of masculine nouns
	modifierF                   // of feminine ones
	modifierN                   // of neuter ones
	modifierP                   // of plural ones
)

// things are nouns of any gender, and gendered those of one.
const (
	things   = thing | gendered
	gendered = masculine | feminine | neuter
)

// An ending turns a word that ends in from, in one of cases, to its base form.
type ending struct {
	from, to string
	cases    cases
	class    class
	weight   int8 // how sure it is, from 1 to 20
}

// A Name is what is to be brought to its base form.
type Name struct {
	Words  []string
	Person bool
	Before string // the word before the name, in lower case, or empty

	// Known says how much else speaks for a word as a base form: 0 for
	// nothing, 3 for a name that is known.
	Known func(word string) float64
}

const (
	asIs      = 1.5 // for the nominative, since most names stand in it
	perWord   = 0.5 // for each further word of a person's name in it
	afterPrep = -2.5
	afterNoun = -0.8 // for a thing in the nominative after a word in lower case
	rigid     = -2.0 // for a word that does not change in a case that changes others
	stiff     = -1.2 // for a thing that does not change in another case
	rule      = -1.0 // for any change
	perWeight = 0.2
	elsewhere = 0.85 // what is known of a form counts less than of the word itself
)

// oblique are the cases that are tried beside the nominative.
var oblique = [...]cases{gen, dat, acc, ins, loc, voc}

// Base returns the words of the name in a text of language tag in their base
// forms.
func Base(n Name, tag string) []string {
	endings := endingsOf(tag)
	switch {
	case tag == "tr":
		return unjoin(n.Words)
	case tag == "ro" && len(n.Words) > 1 && !n.Person:
		endings = romanianLong
	}
	if len(endings) == 0 || len(n.Words) == 0 {
		return n.Words
	}
	r := reading{name: n, endings: endings, hint: hintOf(tag, n.Before), after: tag == "pl" || tag == "ro", north: tag == "is"}
	if n.Person {
		r.person(man)
		r.person(woman)
	} else {
		r.thing()
	}
	if r.best == nil {
		return n.Words
	}
	return r.best
}

// unjoin cuts the last word at the apostrophe that Turkish has between a name
// and its endings.
func unjoin(words []string) []string {
	out := slices.Clone(words)
	for i, w := range out {
		if at := strings.IndexAny(w, "'’"); at > 0 && i == len(out)-1 {
			out[i] = w[:at]
		}
	}
	return out
}

// A reading is the search for the best reading of a name.
type reading struct {
	name    Name
	endings []ending
	hint    hint
	after   bool // whether adjectives come after their noun
	north   bool // whether only patronymics change among surnames
	best    []string
	score   float64
}

func (r *reading) offer(words []string, score float64) {
	if r.best == nil || score > r.score {
		r.best, r.score = words, score
	}
}

// prior is what speaks for a case before the name is looked at.
func (r *reading) prior(c cases) float64 {
	p := 0.0
	if c == nom {
		p = asIs + perWord*float64(len(r.name.Words)-1)
		if !r.name.Person {
			p = asIs
		}
	}
	switch {
	case r.hint.cases == 0:
		if c == nom && !r.name.Person && r.hint.noun {
			p += afterNoun
		}
	case r.hint.cases&c == 0:
		p += afterPrep
	case c != nom:
		p += 0.5
	}
	return p
}

// person reads the name as one of a man or a woman in every case.
func (r *reading) person(g class) {
	if r.hint.class != 0 && r.hint.class&g == 0 {
		return
	}
	r.fixed(g)
	for _, c := range oblique {
		words := make([]string, len(r.name.Words))
		total, changed := r.prior(c), false
		for i, w := range r.name.Words {
			base, s := r.bestOf(w, c, g)
			if still := r.name.Known(w) + rigid + r.lenience(w, g, i); base == "" || still >= s {
				base, s = w, still
			} else {
				changed = true
			}
			words[i] = base
			total += s
		}
		if changed {
			r.offer(words, total)
		}
	}
}

// lenience is for surnames that do not change: those of women that end in a
// consonant or o, and any that end as foreign ones do.
func (r *reading) lenience(w string, g class, i int) float64 {
	last, _ := utf8.DecodeLastRuneInString(w)
	switch {
	case i == 0:
		return 0
	case strings.ContainsRune("еиіоуюэєeiouéíóúηιουύ", last):
		return 1.5
	case g == woman && !strings.ContainsRune("аяaαη", last):
		return 1.5
	case r.north && !strings.HasSuffix(w, "son") && !strings.HasSuffix(w, "dóttir"):
		return 2 // Icelandic changes the given name alone
	}
	return 0
}

// fixed offers the name as it stands.
func (r *reading) fixed(classes class) {
	total := r.prior(nom)
	words := make([]string, len(r.name.Words))
	for i, w := range r.name.Words {
		s := r.name.Known(w)
		words[i] = w
		if base, t := r.bestOf(w, nom, classes); base != "" && t > s {
			words[i], s = base, t
		}
		total += s
	}
	r.offer(words, total)
}

// thing reads the name as adjectives, a noun, and words that depend on it.
func (r *reading) thing() {
	if len(r.name.Words) > 1 { // a word of a longer name says little by itself
		r.name.Known = func(string) float64 { return 0 }
	}
	r.fixedThing()
	for head := range min(4, len(r.name.Words)) {
		for _, c := range oblique {
			base, s := r.bestOf(r.name.Words[head], c, things)
			if base == "" {
				continue
			}
			words := append([]string(nil), r.name.Words...)
			words[head] = base
			total := r.prior(c) + s
			if !r.modify(words[:head], c, modifiersOf(base), &total) {
				continue
			}
			if r.after {
				r.agree(words[head+1:], c, modifiersOf(base), &total)
			}
			r.offer(words, total)
		}
	}
}

// fixedThing offers a thing in the nominative, of which adjectives before the
// noun may have an article at their end.
func (r *reading) fixedThing() {
	words := append([]string(nil), r.name.Words...)
	total := max(r.prior(nom), r.prior(gen)+stiff)
	if len(words) == 1 {
		s := r.name.Known(words[0])
		if base, t := r.bestOf(words[0], nom, things); base != "" && t > s {
			words[0], s = base, t
		}
		r.offer(words, total+s)
		return
	}
	if base, t := r.bestOf(words[0], nom, modifier|modifierF|modifierN|modifierP); base != "" && t > 0 {
		words[0] = base
		total += t
	}
	r.offer(words, total)
}

// modify brings the adjectives before a noun to their base forms.
func (r *reading) modify(words []string, c cases, classes class, total *float64) bool {
	for i, w := range words {
		base, s := r.bestOf(w, c, classes)
		if base == "" || isAction(w) {
			return false
		}
		words[i] = base
		*total += s + 0.5
	}
	return true
}

// isAction reports whether w is a Greek noun of action in the genitive, which
// ends as adjectives do.
func isAction(w string) bool {
	for _, end := range [...]string{"σης", "ξης", "ψης", "ίας", "ειας"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// agree brings the adjectives right after a noun to their base forms.
func (r *reading) agree(words []string, c cases, classes class, total *float64) {
	for i, w := range words {
		base, s := r.bestOf(w, c, classes)
		if base == "" || s < 0.5 {
			return
		}
		words[i] = base
		*total += s
	}
}

// modifiersOf returns the classes of adjectives that agree with a noun.
func modifiersOf(noun string) class {
	last, _ := utf8.DecodeLastRuneInString(noun)
	switch {
	case strings.HasSuffix(noun, "ie"):
		return modifierF | modifierN
	case strings.ContainsRune("аяaăηήαάė", last):
		return modifierF
	case strings.ContainsRune("оеoeοόěéί", last):
		return modifierN | modifierP
	case strings.ContainsRune("иыіyi", last):
		return modifierP | modifier
	}
	return modifier | modifierF | modifierN
}

// bestOf returns the best base form of w in case c and what speaks for it, or
// "".
func (r *reading) bestOf(w string, c cases, classes class) (string, float64) {
	best, score, caps := "", 0.0, isUpper(w)
	for i := range r.endings {
		e := &r.endings[i]
		if e.cases&c == 0 || e.class&classes == 0 || !r.hint.allows(e.class&classes) {
			continue
		}
		base, ok := e.apply(w, caps)
		if !ok {
			continue
		}
		if s := float64(e.weight)*perWeight + rule + r.name.Known(base)*elsewhere; best == "" || s > score {
			best, score = base, s
		}
	}
	return best, score
}

// maxAcronym is the length up to which a word in capitals is taken for an
// acronym, which has no endings.
const maxAcronym = 5

// apply returns the base form of w, if w ends as e says. caps says whether w
// is in capitals.
func (e *ending) apply(w string, caps bool) (string, bool) {
	stem, ok := strings.CutSuffix(w, e.from)
	if ok && (e.from == "" && caps || strings.HasPrefix(e.to, "ь") && endsInVowel(stem)) {
		return "", false
	}
	if ok && (utf8.RuneCountInString(stem) >= 2 || stem == "" && e.weight >= 18) {
		return stem + e.to, true
	}
	if ok || !caps || utf8.RuneCountInString(w) <= maxAcronym {
		return "", false
	}
	stem, ok = strings.CutSuffix(w, strings.ToUpper(e.from))
	if !ok || utf8.RuneCountInString(stem) < 2 {
		return "", false
	}
	return stem + strings.ToUpper(e.to), true
}

func endsInVowel(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("аеиіїоуыэюя", last)
}

func isUpper(w string) bool {
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// Changes returns every base form that the endings of language tag allow for
// word, itself first, for looking them up.
func Changes(word, tag string) []string {
	out, caps := []string{word}, isUpper(word)
	endings := endingsOf(tag)
	for i := range endings {
		base, ok := endings[i].apply(word, caps)
		if !ok {
			continue
		}
		seen := false
		for _, o := range out {
			seen = seen || o == base
		}
		if !seen {
			out = append(out, base)
		}
	}
	return out
}
