package join

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/wire"
)

func article(text string) evidence.Article { return evidence.Extractor{}.Article("", text, "en", nil) }

// check compares the index and the keys of every story with its articles.
func check(t *testing.T, s *Space) {
	t.Helper()
	for n := range s.stories {
		y := &s.stories[n]
		docs, sums := map[term]int{}, map[term]int32{}
		for _, d := range y.Docs {
			assert.Equal(t, int32(n), s.docs[d].Story)
			for i := range s.docs[d].items {
				it := &s.docs[d].items[i]
				docs[it.term]++
				sums[it.term] += s.docs[d].share(it)
			}
		}
		require.Len(t, y.entries, len(docs))
		for _, e := range y.entries {
			assert.Equal(t, docs[e.term], int(e.docs))
			assert.Equal(t, sums[e.term], e.sum)
			assert.True(t, slices.Contains(s.terms.index.of(s.terms.all[e.term].stories, new([1]int32)), int32(n)))
		}
	}
	for n := range s.terms.all {
		for _, y := range s.terms.index.of(s.terms.all[n].stories, new([1]int32)) {
			assert.True(t, slices.ContainsFunc(s.stories[y].entries, func(e entry) bool { return e.term == term(n) }))
		}
	}
}

func TestSpaceKeepsItsBooks(t *testing.T) {
	s := NewSpace(nil)
	var docs []int32
	for i := range 12 {
		d := s.AddDoc(article(fmt.Sprintf("In Kobrasta %d met Menlapo and %d more near Dunavir", i%4, i*100)), "en", int64(i))
		docs = append(docs, d)
		if i%3 == 0 {
			s.NewStory()
		}
		s.Join(d, int32(i/3))
	}
	check(t, s)
	for i, d := range docs {
		if i%2 == 0 {
			from := s.docs[d].Story
			s.Leave(d)
			s.Join(d, (from+1)%4)
		}
	}
	check(t, s)
	assert.True(t, slices.IsSorted(s.Story(0).Docs), "in order of arrival")
	for _, d := range docs[:6] {
		s.Leave(d)
		s.RemoveDoc(d)
	}
	check(t, s)
	for n := range int32(4) {
		for _, d := range s.Disband(n) {
			s.RemoveDoc(d)
		}
	}
	check(t, s)
	assert.Zero(t, s.Len())
	assert.Empty(t, s.terms.numbers)
}

func TestSnapshotOfASpace(t *testing.T) {
	s := NewSpace(nil)
	for i := range 9 {
		d := s.AddDoc(article(fmt.Sprintf("Kobrasta %d and Menlapo", i*1000)), "en", NoTime)
		s.Join(d, s.NewStory())
	}
	s.Leave(4)
	s.RemoveDoc(4)
	s.FreeStory(4)
	w := &wire.Writer{}
	s.Append(w)
	r, err := Read(wire.NewReader(w.Data), nil)
	require.NoError(t, err)
	check(t, r)
	again := &wire.Writer{}
	r.Append(again)
	assert.Equal(t, w.Data, again.Data)
	assert.Equal(t, s.Candidates(0, func(n int32) bool { return n == 0 }), r.Candidates(0, func(n int32) bool { return n == 0 }))
}

func TestCandidatesPreferWhatIsShared(t *testing.T) {
	s := NewSpace(nil)
	for _, text := range []string{"Kobrasta and Menlapo met in Dunavir", "Kobrasta went to Lisomir", "Nothing of this"} {
		s.Join(s.AddDoc(article(text), "en", NoTime), s.NewStory())
	}
	d := s.AddDoc(article("In Dunavir, Menlapo greeted Kobrasta"), "en", NoTime)
	list := s.Candidates(d, func(int32) bool { return false })
	require.Len(t, list, 2)
	assert.Equal(t, int32(0), list[0].Story)
	assert.Greater(t, list[0].Features[fNames], list[1].Features[fNames])
	assert.Positive(t, list[0].Features[fMargin])
}

// What two articles share is worth the same however much else there is.
func TestCompanyChangesLittle(t *testing.T) {
	likeness := func(others int) float64 {
		s := NewSpace(evidence.BuiltinBackground())
		for i := range others {
			text := fmt.Sprintf("The council of Town%dville voted on Friday to spend %d million on new schools, said mayor Hadrian.", i, 7*i)
			s.Join(s.AddDoc(article(text), "en", NoTime), s.NewStory())
		}
		y := s.NewStory()
		s.Join(s.AddDoc(article("On Monday Ottoline Farquhar opened a museum of clocks in Penhallow before the mayor and many guests."), "en", NoTime), y)
		d := s.AddDoc(article("Farmers near Penhallow on Monday lost much of the barley in the storm, and Ottoline Farquhar sent help."), "en", NoTime)
		return s.Compare(d, y).Features[fCos]
	}
	alone := likeness(0)
	require.Positive(t, alone)
	assert.InDelta(t, alone, likeness(30), 0.06)
	assert.InDelta(t, alone, likeness(300), 0.06)
}

func TestBuiltinModel(t *testing.T) {
	m := Builtin()
	require.NotNil(t, m)
	var f Features
	p := m.P(&f)
	assert.Greater(t, p, 0.0)
	assert.Less(t, p, 1.0)
}

func TestModelsOfOtherFeaturesAreRefused(t *testing.T) {
	_, err := OpenModel(data[:len(data)-1])
	require.ErrorIs(t, err, flat.ErrFormat)
	b := flat.NewBuilder(ModelKind, ModelVersion)
	b.Add("linear", AppendLinear(nil, 1, &Features{})[4:])
	short, err := b.Bytes()
	require.NoError(t, err)
	_, err = OpenModel(string(short))
	require.ErrorIs(t, err, flat.ErrFormat)
}

func TestFeaturesAreNamed(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range FeatureNames {
		assert.NotEmpty(t, name)
		assert.False(t, seen[name], name)
		seen[name] = true
	}
}

func TestPullLeavesAllAsItWas(t *testing.T) {
	s := NewSpace(nil)
	for i := range 10 {
		d := s.AddDoc(article(fmt.Sprintf("Menlapo and Kobrasta met near Dunavir, number %d", 100+i)), "en", int64(i))
		if i == 0 || i == 6 {
			s.NewStory()
		}
		s.Join(d, int32(min(i/6, 1)))
	}
	before := &wire.Writer{}
	s.Append(before)
	judge := func(doc int32) []Candidate {
		list := s.Candidates(doc, func(int32) bool { return false })
		for i := range list {
			list[i].P = 0.75
		}
		return list
	}
	assert.InDelta(t, 0.75, s.Pull(1, 0, judge), 1e-9)
	after := &wire.Writer{}
	s.Append(after)
	assert.Equal(t, before.Data, after.Data)
	check(t, s)
}

func TestRivals(t *testing.T) {
	s := NewSpace(nil)
	for i := range 3 {
		s.Join(s.AddDoc(article(fmt.Sprintf("Dunavir %d", 100+i)), []string{"el", "en", "uk"}[i], NoTime), s.NewStory())
	}
	s.Join(s.AddDoc(article("Dunavir 7"), "uk", NoTime), 1)
	large, small, ok := s.Rivals([]Candidate{{Story: 0, P: 0.9}, {Story: 2, P: 0.1}, {Story: 1, P: 0.6}}, 0.5)
	assert.Equal(t, []any{int32(1), int32(0), true}, []any{large, small, ok})
	_, _, ok = s.Rivals([]Candidate{{Story: 0, P: 0.9}, {Story: 1, P: 0.4}}, 0.5)
	assert.False(t, ok, "one rival is too unlikely")
	_, _, ok = s.Rivals([]Candidate{{Story: 1, P: 0.9}, {Story: 2, P: 0.9}}, 0.5)
	assert.False(t, ok, "they are of one language")
	_, _, ok = s.Rivals(nil, 0.5)
	assert.False(t, ok)
}
