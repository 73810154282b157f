package entity

import (
	"cmp"
	"maps"
	"slices"

	"github.com/tidings-go/tidings/internal/names"
	"github.com/tidings-go/tidings/internal/translit"
)

// LinkerOptions configures [NewLinker]. The zero LinkerOptions is valid.
type LinkerOptions struct {
	// MinScore is how likely, by [Compare], a name must on average be of the
	// same thing as the names of it so far. Zero means 0.62, so that lone
	// surnames are kept apart.
	MinScore float64

	// Gazetteer knows names of registered things, whose IDs things then have.
	// Nil means none.
	Gazetteer Gazetteer

	// MaxNames bounds how many different names are kept; those not read for
	// longest are forgotten. Zero means 200,000.
	MaxNames int
}

// A Linker learns, as it reads names, which are of the same thing, beyond those
// whose [Fold] is equal. It is not safe for concurrent use. What it answers
// depends on the names and their order only.
//
// A name is compared with those that share a consonant skeleton with one of
// its words, not with all: the cost of a name does not grow with their number.
type Linker struct {
	opts  LinkerOptions
	model *names.Model

	known   map[nameKey]*variant
	index   map[string][]*variant // by the skeletons of words
	parent  map[ID]ID             // what became of IDs that were merged
	members map[ID][]*variant
	clock   int
}

// nameKey tells apart the names that are compared.
type nameKey struct {
	fold string
	kind Kind
}

// variant is a name as it was first read.
type variant struct {
	key     nameKey
	written Name
	name    *names.Name
	id      ID // of the thing, before merges
	order   int
	seen    int // when last
	keys    []string
}

const (
	defaultMinScore = 0.62 // over what a lone surname gives
	defaultMaxNames = 200_000

	maxPosting    = 256 // variants looked at for a skeleton
	maxCandidates = 32  // variants compared with a new name
	maxMembers    = 8   // variants of a thing that are compared
)

// NewLinker returns a linker that knows no names. It opens the model of
// [Compare].
func NewLinker(opts LinkerOptions) *Linker {
	if opts.MinScore == 0 {
		opts.MinScore = defaultMinScore
	}
	if opts.MaxNames == 0 {
		opts.MaxNames = defaultMaxNames
	}
	return &Linker{
		opts: opts, model: names.Default(),
		known: map[nameKey]*variant{}, index: map[string][]*variant{}, parent: map[ID]ID{}, members: map[ID][]*variant{},
	}
}

// Link returns the ID of the thing that a name is of: that of a thing with
// such names or which the gazetteer knows, or else "name:" and the folded name. A later name may show that
// two things are one; [Linker.Resolve] then leads from the one ID to the other.
func (l *Linker) Link(n Name) ID {
	l.clock++
	key := nameKey{Fold(n.Text, n.Lang), n.Kind}
	if v := l.known[key]; v != nil {
		v.seen = l.clock
		return l.Resolve(v.id)
	}
	v := &variant{key: key, written: n, name: n.parse(), id: ID("name:" + key.fold), order: l.clock, seen: l.clock}
	v.keys = skeletons(v.name)
	id, known := l.registered(n)
	if known {
		v.id = id
	}
	l.place(v, known)
	l.remember(v)
	return l.Resolve(v.id)
}

// Resolve returns the ID that stands for id now.
func (l *Linker) Resolve(id ID) ID {
	for {
		next, ok := l.parent[id]
		if !ok {
			return id
		}
		id = next
	}
}

// Len returns how many names the linker keeps.
func (l *Linker) Len() int { return len(l.known) }

// likely is how likely a gazetteer's meaning of a name must be.
const likely = 0.5

// registered returns the ID under which the gazetteer knows a name.
func (l *Linker) registered(n Name) (ID, bool) {
	if l.opts.Gazetteer == nil {
		return "", false
	}
	for c := range l.opts.Gazetteer.Lookup(n.Text, n.Lang) {
		if c.Prior >= likely && compatible(c.Kind, n.Kind) {
			return c.ID, true
		}
	}
	return "", false
}

// place finds the thing that a variant is a name of, and merges things that
// it shows to be one.
func (l *Linker) place(v *variant, placed bool) {
	for _, id := range l.things(v) {
		if id = l.Resolve(id); id == v.id && placed {
			continue
		}
		switch {
		case !placed && l.likeness(v, id) >= l.opts.MinScore:
			v.id, placed = id, true
		case placed && !(v.id.Known() && id.Known()) && l.alike(v, id):
			v.id = l.merge(v.id, id)
		}
	}
	if !placed && len(l.members[l.Resolve(v.id)]) > 0 { // another thing of this key, such as of another kind
		v.id = ID(string(v.id) + "/" + v.key.kind.String())
	}
	l.join(v)
}

// scoredThing is a thing and its likeness to a name.
type scoredThing struct {
	id    ID
	score float64
}

// things returns the IDs of things with names like v, the likest first.
func (l *Linker) things(v *variant) []ID {
	best := map[ID]float64{}
	for _, c := range l.candidates(v) {
		id := l.Resolve(c.id)
		best[id] = max(best[id], l.compare(v, c))
	}
	var out []scoredThing
	for _, id := range slices.Sorted(maps.Keys(best)) {
		if best[id] >= l.opts.MinScore {
			out = append(out, scoredThing{id, best[id]})
		}
	}
	slices.SortStableFunc(out, func(a, b scoredThing) int { return cmp.Compare(b.score, a.score) })
	ids := make([]ID, len(out))
	for i, t := range out {
		ids[i] = t.id
	}
	return ids
}

func (l *Linker) compare(a, b *variant) float64 { return l.model.Compare(a.name, b.name).Probability }

// candidates returns the variants that share most with v: a skeleton counts
// the more, the fewer have it.
func (l *Linker) candidates(v *variant) []*variant {
	score := map[*variant]float64{}
	for _, k := range v.keys {
		list := l.index[k]
		list = list[max(0, len(list)-maxPosting):]
		for _, c := range list {
			if compatible(c.key.kind, v.key.kind) {
				score[c] += 1 / float64(2+len(list))
			}
		}
	}
	out := slices.SortedFunc(maps.Keys(score), func(a, b *variant) int {
		return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a.order, b.order))
	})
	return out[:min(len(out), maxCandidates)]
}

// compatible reports whether things of two kinds may be one: recognisers take
// organisations, products and events for each other.
func compatible(a, b Kind) bool {
	people, places := a == Person || b == Person, a == Place || b == Place
	return a == b || a == Other || b == Other || !people && !places
}

// likeness is the mean likeness of v to the names of a thing.
func (l *Linker) likeness(v *variant, id ID) float64 {
	sum, members := 0.0, l.members[id]
	for _, m := range members {
		sum += l.compare(v, m)
	}
	return sum / float64(max(1, len(members)))
}

// alike reports whether the names of the thing of v, and v, are on average
// like those of another.
func (l *Linker) alike(v *variant, id ID) bool {
	sum, n := l.likeness(v, id), 1.0
	for _, m := range l.members[v.id] {
		sum += l.likeness(m, id)
		n++
	}
	return sum/n >= l.opts.MinScore
}

// merge makes two things one, which has the ID of a register if one of them
// has, and returns that.
func (l *Linker) merge(into, id ID) ID {
	if id.Known() {
		into, id = id, into
	}
	l.parent[id] = into
	all := append(l.members[into], l.members[id]...)
	slices.SortFunc(all, func(a, b *variant) int { return cmp.Compare(a.order, b.order) })
	l.members[into] = all[:min(len(all), maxMembers)]
	delete(l.members, id)
	return into
}

func (l *Linker) join(v *variant) {
	v.id = l.Resolve(v.id)
	if m := l.members[v.id]; len(m) < maxMembers {
		l.members[v.id] = append(m, v)
	}
}

// remember indexes a variant, and forgets others when there are too many.
func (l *Linker) remember(v *variant) {
	if len(l.known) >= l.opts.MaxNames {
		l.forget()
	}
	l.known[v.key] = v
	for _, k := range v.keys {
		l.index[k] = append(l.index[k], v)
	}
}

// forget drops the eighth of the names that were not read for longest, and
// the things that have none left.
func (l *Linker) forget() {
	all := slices.SortedFunc(maps.Values(l.known), func(a, b *variant) int { return cmp.Compare(a.seen, b.seen) })
	gone := map[*variant]bool{}
	for _, v := range all[:len(all)/8+1] {
		gone[v] = true
		delete(l.known, v.key)
	}
	dropGone(l.index, gone)
	dropGone(l.members, gone)
	for id := range l.parent {
		if len(l.members[l.Resolve(id)]) == 0 {
			delete(l.parent, id)
		}
	}
}

func dropGone[K comparable](lists map[K][]*variant, gone map[*variant]bool) {
	for k, list := range lists {
		list = slices.DeleteFunc(list, func(v *variant) bool { return gone[v] })
		if lists[k] = list; len(list) == 0 {
			delete(lists, k)
		}
	}
}

// skeletons returns the keys under which a name is found: of each word its
// skeleton, the skeleton without its ending, and its beginning.
func skeletons(n *names.Name) []string {
	var out []string
	var whole []byte
	for i := range n.Words {
		s := string(translit.AppendSkeleton(nil, n.Words[i].Sounds()))
		whole = append(whole, s...)
		out = append(out, "="+s)
		for end := 3; end < len(s); end++ {
			out = append(out, s[end-3:end])
		}
		if len(s) > 2 {
			out = append(out, "="+s[:len(s)-1], s[len(s)-3:])
		}
	}
	if len(n.Words) > 1 {
		out = append(out, "~"+string(whole))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
