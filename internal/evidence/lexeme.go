package evidence

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/stem"
	"github.com/tidings-go/tidings/internal/translit"
)

// A lexeme is what a word gives whatever the article it stands in. It is
// computed once for the many times that a word occurs in the news.
type lexeme struct {
	stem     string
	word     Key
	latin    Key
	cognate  Key // of a long word; else 0
	concepts []Key
	begins   bool // some concept is a phrase that begins with it
	spelt    bool
	spelled  []spelling // if spelt
	known    known      // in a script without capitals
}

// A spelling is a key of a word if it is a name, and what share of the name's
// weight it has.
type spelling struct {
	key, of Key
	share   float64
}

// known is what a gazetteer knows a word as.
type known struct {
	id   entity.ID // empty if nothing
	form string
}

// shards and perShard bound the lexemes that are kept, young and old.
const (
	shards   = 16
	perShard = 2048
	maxKept  = 48 // bytes of the longest word that is kept
)

// A Memory keeps lexemes. It is safe for concurrent use by multiple
// goroutines. What it has forgotten is computed again.
type Memory struct{ shards [shards]shard }

// A shard keeps what was asked for lately: once it has its fill of young
// lexemes, they become the old ones, and the old ones are forgotten unless
// they were asked for again.
type shard struct {
	mu         sync.RWMutex
	young, old map[lexemeKey]*lexeme
}

type lexemeKey struct{ tag, text string }

func (m *Memory) shard(text string) *shard {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return &m.shards[h>>16%shards]
}

// get returns the lexeme under a key, or nil.
func (m *Memory) get(key lexemeKey) *lexeme {
	if m == nil || len(key.text) > maxKept {
		return nil
	}
	s := m.shard(key.text)
	s.mu.RLock()
	l, young := s.young[key]
	if !young {
		l = s.old[key]
	}
	s.mu.RUnlock()
	if !young && l != nil {
		m.put(key, l)
	}
	return l
}

// put keeps a lexeme.
func (m *Memory) put(key lexemeKey, l *lexeme) {
	if m == nil || len(key.text) > maxKept {
		return
	}
	s := m.shard(key.text)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.young == nil || len(s.young) >= perShard {
		s.young, s.old = make(map[lexemeKey]*lexeme), s.young
	}
	s.young[lexemeKey{strings.Clone(key.tag), strings.Clone(key.text)}] = l
}

// lexeme returns what a token gives.
func (r *reader) lexeme(t *token) *lexeme {
	key := lexemeKey{string(r.full), t.text}
	l := r.memory.get(key)
	if l == nil {
		l = r.newLexeme(strings.Clone(t.text), t)
		r.memory.put(key, l)
	}
	return l
}

func (r *reader) newLexeme(text string, t *token) *lexeme {
	lower := strings.ToLower(text)
	l := &lexeme{stem: strings.Clone(stem.Word(r.tag, lower)), latin: MakeKey(Latin, "", lower)}
	l.word = MakeKey(Word, r.tag, l.stem)
	list := r.table.Word(r.tag, lower, l.stem)
	for i := range list.Len() {
		l.concepts = append(l.concepts, conceptKey(list.At(i)))
	}
	l.begins = r.table.Begins(r.tag, lower, l.stem)
	rom := translit.Latin(text, r.tag)
	s := skeleton(rom)
	if utf8.RuneCountInString(text) >= 5 && len(s) >= 4 {
		l.cognate = MakeKey(Cognate, "", s[:min(len(s), 6)])
	}
	if t.capital || caseless(t.first) { // likely a name
		l.spelt, l.spelled = true, spellings(s, rom, lower, caseless(t.first))
	}
	if caseless(t.first) && r.gazetteer != nil {
		l.known = r.knownForm(text, "")
	}
	return l
}

// spellings returns the keys of a name: its consonants and, with less weight,
// what it may be without an ending of its own language, or with another first
// sound.
func spellings(s, rom, lower string, caseless bool) []spelling {
	if len(s) < 3 {
		if caseless || len(rom) < 4 {
			return nil
		}
		q := plainSounds(rom) // too short to tell: keep the vowels
		return []spelling{{MakeKey(Name, "", "."+q[:min(len(q), 5)]), 0, 1}}
	}
	var list []spelling
	if c := translit.Skeleton(lower); len(c) >= 4 {
		list = append(list, spelling{MakeKey(Sound, "", c[:min(len(c), 7)]), 0, soundWeight})
	}
	s = s[:min(len(s), 7)]
	full := MakeKey(Name, "", s)
	list = append(list, spelling{full, 0, 1})
	if s[0] == 'j' {
		list = append(list, spelling{MakeKey(Name, "", "s"+s[1:]), full, 0.7})
		if len(s) > 3 {
			list = append(list, spelling{MakeKey(Name, "", s[1:]), full, 0.5})
		}
	}
	if len(s) >= 4 {
		list = append(list, spelling{MakeKey(Name, "", s[:len(s)-1]), full, 0.6})
	}
	return list
}
