package cluster

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/tidings-go/tidings/lang"
)

// syllables spells the same sounds in Latin, Cyrillic and Greek, so that names
// can be made up that nobody has.
var syllables = [][3]string{
	{"ba", "ба", "μπα"},
	{"ro", "ро", "ρο"},
	{"mi", "мі", "μι"},
	{"ta", "та", "τα"},
	{"ne", "не", "νε"},
	{"lo", "ло", "λο"},
	{"sa", "са", "σα"},
	{"vi", "ві", "βι"},
	{"du", "ду", "ντου"},
	{"ka", "ка", "κα"},
	{"re", "ре", "ρε"},
	{"po", "по", "πο"},
}

// templates tell the same event: $1 and $2 are people, $3 a place, $4 a number.
var templates = []struct {
	tag    lang.Tag
	script int
	title  string
	text   string
}{
	{"en", 0, "$1 meets $2 in $3", "The talks between $1 and $2 began in $3 on Monday. About $4 people waited outside the building. $1 said that the treaty would be signed."},
	{"it", 0, "$1 incontra $2 a $3", "I colloqui tra $1 e $2 sono cominciati lunedì a $3. Circa $4 persone aspettavano davanti al palazzo. Secondo $1 il trattato sarà firmato."},
	{"uk", 1, "$1 і $2 зустрілися у місті $3", "Переговори між $1 і $2 почалися в понеділок у місті $3. Близько $4 людей чекали біля будівлі. За словами $1, договір підпишуть."},
	{"el", 2, "Ο $1 συναντά τον $2 στην πόλη $3", "Οι συνομιλίες του $1 με τον $2 άρχισαν τη Δευτέρα στην πόλη $3. Περίπου $4 άνθρωποι περίμεναν έξω από το κτίριο. Ο $1 είπε ότι η συνθήκη θα υπογραφεί."},
}

var start = time.Date(2031, 3, 1, 8, 0, 0, 0, time.UTC)

// madeUp returns n articles about made-up events, each event in up to four
// languages, an hour apart. Doc IDs are "event/language".
func madeUp(n int) []Doc {
	rnd := rand.New(rand.NewPCG(1, 2))
	name := func() [3]string {
		var out [3]string
		for range 3 {
			s := syllables[rnd.IntN(len(syllables))]
			for i := range out {
				out[i] += s[i]
			}
		}
		for i := range out {
			r := []rune(out[i])
			out[i] = strings.ToUpper(string(r[0])) + string(r[1:])
		}
		return out
	}
	var docs []Doc
	for event := 0; len(docs) < n; event++ {
		a, b, place, number := name(), name(), name(), fmt.Sprint(1000+rnd.IntN(9000))
		for _, t := range templates[:1+rnd.IntN(len(templates))] {
			r := strings.NewReplacer("$1", a[t.script], "$2", b[t.script], "$3", place[t.script], "$4", number)
			docs = append(docs, Doc{
				ID: fmt.Sprintf("%d/%s", event, t.tag), Title: r.Replace(t.title), Text: r.Replace(t.text),
				Lang: t.tag, Published: start.Add(time.Duration(len(docs)) * time.Hour),
			})
		}
	}
	// neighbours change places, so that events overlap
	for i := 0; i+3 < len(docs); i += 2 {
		docs[i], docs[i+3] = docs[i+3], docs[i]
	}
	return docs[:n]
}

// event returns the event that a document of madeUp is about.
func event(docID string) string {
	e, _, _ := strings.Cut(docID, "/")
	return e
}
