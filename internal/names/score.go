package names

import (
	"bytes"
	"math"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/translit"
)

// A Why says in one word what a verdict rests on.
type Why uint8

// The reasons, the weakest first.
const (
	Different Why = iota
	Lone          // one word against more: a surname is shared by many
	Part          // one name has words that the other lacks
	Acronym
	Initials
	Nickname
	Meaning
	Inflection
	Spelling // they sound alike in one script
	Translit // they sound alike in two
	Equal
)

// A Verdict is what comparing two names gives.
type Verdict struct {
	Probability float64 // that they are of the same thing
	Why         Why
}

// Weak is the most that one word against more can give.
const Weak = 0.6

// Describe returns the numbers that describe two names, for training.
func (m *Model) Describe(a, b *Name) [Features]float32 {
	c := m.compare(a, b)
	defer c.release()
	return c.features().x
}

// Compare tells how likely two names are of the same thing. It is symmetric.
func (m *Model) Compare(a, b *Name) Verdict {
	if len(a.Words) == 0 || len(b.Words) == 0 || len(m.alias) == 0 {
		return Verdict{}
	}
	c := m.compare(a, b)
	defer c.release()
	x := c.features()
	var bins [Features]uint8
	m.forest.Bin(bins[:], x.x[:])
	v := Verdict{Probability: float64(m.forest.Score(bins[:]))}
	if c.acronym() {
		v.Probability = max(v.Probability, c.expansion())
	}
	if v.Probability < certain && v.Probability > apart && c.strangers() {
		v.Probability = apart
	}
	v.Why = c.why(v.Probability)
	if v.Why == Lone {
		v.Probability = min(v.Probability, Weak)
	}
	return v
}

// Two people of one surname are told apart below certain, and then are at
// most apart likely the same.
const (
	certain = 0.9
	apart   = 0.45
)

// strangers reports whether each of two names of people has a word that the
// other lacks, and these are common, as given names are, or begin otherwise and
// stand beside one word that is shared: two people of one surname.
func (c *comparison) strangers() bool {
	if len(c.a.Words) < 2 || max(c.a.Kind, c.b.Kind) > Person {
		return false
	}
	x, y := c.lacking(c.a.Words, func(m match) int { return m.i }), c.lacking(c.b.Words, func(m match) int { return m.j })
	if x == nil || y == nil {
		return false
	}
	if math.Min(c.m.commonness(&x.sounds), c.m.commonness(&y.sounds)) > 0.05 {
		return true
	}
	return len(c.a.Words) == 2 && len(c.b.Words) == 2 && translit.First(x.sounds.sounds[0]) != translit.First(y.sounds.sounds[0])
}

// lacking returns the commonest word without a match, or nil.
func (c *comparison) lacking(words []Word, index func(match) int) *Word {
	var like [MaxWords]float64
	for _, m := range c.matches {
		like[index(m)] = m.like
	}
	var found *Word
	most := -1.0
	for i := range words {
		if w := &words[i]; like[i] < unmatched && !w.Weak {
			if common := c.m.commonness(&w.sounds); common > most {
				found, most = w, common
			}
		}
	}
	return found
}

// expansion returns how likely a name is what an acronym of its initials stands
// for: of two letters hardly more than by chance.
func (c *comparison) expansion() float64 {
	if utf8.RuneCountInString(c.a.Words[0].Text) > 2 {
		return 0.8
	}
	return 0.6
}

// CompareWritten is Compare for names that are not ready.
func (m *Model) CompareWritten(a, b Written) Verdict {
	p, ok := m.parsed.Get().(*[2]Name)
	if !ok {
		p = new([2]Name)
	}
	defer m.parsed.Put(p)
	p[0].Parse(a.Text, a.Tag, a.Kind)
	p[1].Parse(b.Text, b.Tag, b.Kind)
	return m.Compare(&p[0], &p[1])
}

// unlike is the likeness below which words that may be one are not.
const unlike = 0.2

func (c *comparison) why(p float64) Why {
	matched, nick, initials, meaning := 0, false, false, false
	for _, m := range c.matches {
		if m.like < unlike && m.how != byInitial {
			continue
		}
		matched++
		nick = nick || m.how == byNickname
		initials = initials || m.how == byInitial
		meaning = meaning || m.how == byMeaning
	}
	switch {
	case c.lone(matched):
		return Lone
	case p < 0.5:
		return Different
	case c.acronym():
		return Acronym
	case initials:
		return Initials
	case nick:
		return Nickname
	case meaning:
		return Meaning
	case strong(c.a.Words) < strong(c.b.Words) && !unspaced(c.a.script) && !unspaced(c.b.script):
		return Part
	}
	return c.likeness()
}

// strong counts the words that are not weak.
func strong(words []Word) int {
	n := 0
	for i := range words {
		if !words[i].Weak {
			n++
		}
	}
	return n
}

// lone reports whether a single word of one name is one of several of the
// other. Scripts without spaces may write all words as one.
func (c *comparison) lone(matched int) bool {
	if len(c.a.Words) != 1 || len(c.b.Words) < 2 || matched == 0 || c.a.Kind == Place || c.a.Kind == Thing {
		return false
	}
	return !unspaced(c.a.script) || c.sum > 0.8*c.join()
}

// likeness tells in what way names are alike whose words all match.
func (c *comparison) likeness() Why {
	switch {
	case bytes.Equal(c.a.text, c.b.text):
		return Equal
	case c.a.script != c.b.script:
		return Translit
	}
	for _, m := range c.matches {
		if !sameStem(c.a.Words[m.i].Text, c.b.Words[m.j].Text) {
			return Spelling
		}
	}
	return Inflection
}

// sameStem reports whether two words differ in the ending only.
func sameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 3 && 5*n >= 3*min(len(a), len(b)) || a == b
}

// Matches returns the words of two names that sound alike, those of a first.
func (m *Model) Matches(a, b *Name) [][2]*Word {
	c := m.compare(a, b)
	defer c.release()
	var out [][2]*Word
	for _, x := range c.matches {
		if x.score <= 1 || x.like <= unmatched-0.1 || x.how != bySound {
			continue
		}
		p := [2]*Word{&c.a.Words[x.i], &c.b.Words[x.j]}
		if c.a != a {
			p[0], p[1] = p[1], p[0]
		}
		out = append(out, p)
	}
	return out
}
