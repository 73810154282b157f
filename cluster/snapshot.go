package cluster

import (
	"encoding"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"

	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
	"github.com/tidings-go/tidings/internal/wire"
)

var (
	_ encoding.BinaryMarshaler   = (*Clusterer)(nil)
	_ encoding.BinaryAppender    = (*Clusterer)(nil)
	_ encoding.BinaryUnmarshaler = (*Clusterer)(nil)
)

// A snapshot is: magic, version, CRC-32C of what follows, then the state.
const (
	snapshotMagic   = "tidings:"
	snapshotVersion = 2
	snapshotHead    = len(snapshotMagic) + 4 + 4
)

// AppendBinary appends a snapshot of the state, without the options, to b. The
// same documents in the same order give the same bytes. Every later release
// can read the snapshots of an earlier one.
func (c *Clusterer) AppendBinary(b []byte) ([]byte, error) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	start := len(b)
	b = append(b, snapshotMagic...)
	b = binary.LittleEndian.AppendUint32(b, snapshotVersion)
	b = append(b, 0, 0, 0, 0)
	w := &wire.Writer{Data: b}
	c.state.append(w)
	body := w.Data[start+snapshotHead:]
	binary.LittleEndian.PutUint32(w.Data[start+snapshotHead-4:], crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
	return w.Data, nil
}

// MarshalBinary is AppendBinary to a new slice.
func (c *Clusterer) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary restores a snapshot into a clusterer made by [New], whose
// options stay. It checks its input, which may come from an untrusted place,
// and never panics; on error, which wraps [ErrSnapshot], c is unchanged.
func (c *Clusterer) UnmarshalBinary(data []byte) error {
	s, err := restore(data)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.state = *s
	return nil
}

func restore(data []byte) (*state, error) {
	if len(data) < snapshotHead || string(data[:len(snapshotMagic)]) != snapshotMagic {
		return nil, fmt.Errorf("%w: not a snapshot", ErrSnapshot)
	}
	if v := binary.LittleEndian.Uint32(data[len(snapshotMagic):]); v != snapshotVersion {
		return nil, fmt.Errorf("%w: version %d, this release reads %d", ErrSnapshot, v, snapshotVersion)
	}
	body := data[snapshotHead:]
	if crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)) != binary.LittleEndian.Uint32(data[snapshotHead-4:]) {
		return nil, fmt.Errorf("%w: damaged", ErrSnapshot)
	}
	s, err := readState(wire.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSnapshot, err)
	}
	return s, nil
}

func (s *state) append(w *wire.Writer) {
	s.space.Append(w)
	for i := range s.space.Slots() {
		s.docs[i].append(w)
	}
	for i := range s.space.StorySlots() {
		s.stories[i].append(w)
	}
	w.Uint(uint64(len(s.moved)))
	for _, id := range slices.Sorted(maps.Keys(s.moved)) {
		w.String(string(id))
		w.String(string(s.moved[id]))
	}
	w.Uint(s.started)
	w.Uint(uint64(s.turn))
	s.clock.append(w)
}

func (m *member) append(w *wire.Writer) {
	w.String(m.id)
	w.String(string(m.labels))
	w.String(m.title)
	for _, b := range m.sketch {
		w.Uint(uint64(b))
	}
	appendVector(w, m.vector)
	w.String(m.copyOf)
	w.Float(m.score)
	w.Int(m.active)
	w.String(string(m.runnerUp))
	w.Bool(m.settled)
}

func (r *record) append(w *wire.Writer) {
	w.String(string(r.id))
	w.Uint(r.born)
	w.Uint(r.version)
	appendVector(w, r.vector)
}

func (k *clock) append(w *wire.Writer) {
	w.Uint(k.arrivals)
	w.Uint(uint64(len(k.recent)))
	for _, t := range k.recent {
		w.Int(t)
	}
	w.Uint(uint64(k.next))
	w.Int(k.now)
}

func appendVector(w *wire.Writer, v []float32) {
	w.Uint(uint64(len(v)))
	for _, x := range v {
		w.Float32(x)
	}
}

// readState reads a state and checks that its parts fit each other.
func readState(r *wire.Reader) (*state, error) {
	space, err := join.Read(r, evidence.BuiltinBackground())
	if err != nil {
		return nil, err
	}
	s := newState()
	s.space = space
	s.docs = make([]member, space.Slots())
	for i := range s.docs {
		s.docs[i].read(r)
		if open := space.Doc(int32(i)).Story >= 0; open != (s.docs[i].id != "") {
			r.Fail(ErrSnapshot)
		} else if open {
			s.byID[s.docs[i].id] = int32(i)
		}
	}
	s.stories = make([]record, space.StorySlots())
	open := 0
	for i := range s.stories {
		s.stories[i].read(r)
		if has := len(space.Story(int32(i)).Docs) > 0; has != (s.stories[i].id != "") {
			r.Fail(ErrSnapshot)
		} else if has {
			open++
			s.byStory[s.stories[i].id] = int32(i)
		}
	}
	for range r.Count(2) {
		from := StoryID(r.String())
		s.moved[from] = StoryID(r.String())
	}
	s.started = r.Uint()
	s.turn = int32(r.Index(space.Slots() + 1))
	s.clock.read(r)
	if r.Err() == nil && (r.Len() > 0 || len(s.byID) != space.Len() || len(s.byStory) != open || !s.resolvable()) {
		r.Fail(ErrSnapshot)
	}
	return &s, r.Err()
}

// resolvable reports whether every chain of merged stories ends.
func (s *state) resolvable() bool {
	for id := range s.moved {
		for steps := 0; ; steps++ {
			to, ok := s.moved[id]
			if !ok {
				break
			}
			if steps > len(s.moved) {
				return false
			}
			id = to
		}
	}
	return true
}

func (m *member) read(r *wire.Reader) {
	m.id = r.String()
	m.labels, m.title = labels(r.String()), r.String()
	for i := range m.sketch {
		m.sketch[i] = uint16(r.Index(1 << 16))
	}
	m.vector = readVector(r)
	m.copyOf = r.String()
	m.score, m.active = r.Float(), r.Int()
	m.runnerUp = StoryID(r.String())
	m.settled = r.Bool()
}

func (rec *record) read(r *wire.Reader) {
	rec.id = StoryID(r.String())
	rec.born, rec.version = r.Uint(), r.Uint()
	rec.vector = readVector(r)
}

func (k *clock) read(r *wire.Reader) {
	k.arrivals = r.Uint()
	for range r.Count(1) {
		k.recent = append(k.recent, r.Int())
	}
	k.next = r.Index(clockDocs)
	k.now = r.Int()
	if len(k.recent) > clockDocs || k.next > len(k.recent) {
		r.Fail(ErrSnapshot)
	}
}

func readVector(r *wire.Reader) []float32 {
	n := r.Count(4)
	if n == 0 {
		return nil
	}
	v := make([]float32, n)
	for i := range v {
		v[i] = r.Float32()
	}
	return v
}
