package cluster

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// storiesOf counts the stories of docs in a clusterer.
func storiesOf(c *Clusterer, docs []Doc) int {
	ids := map[StoryID]bool{}
	for _, d := range docs {
		id, _ := c.StoryOf(d.ID)
		ids[id] = true
	}
	return len(ids)
}

func TestGranularity(t *testing.T) {
	docs := madeUp(60)
	again := docs[0]
	again.ID = "again"
	docs = append(docs, again)
	count := map[Granularity]int{}
	for _, g := range []Granularity{Duplicate, Event, Topic} {
		c := open(t, Options{Granularity: g, lexicon: Defaults().lexicon})
		add(t, c, docs...)
		count[g] = storiesOf(c, docs)
		a, _ := c.StoryOf(docs[0].ID)
		b, _ := c.StoryOf("again")
		assert.Equal(t, a, b, "copies are together at granularity %d", g)
	}
	assert.Equal(t, 60, count[Duplicate], "only the copy joined")
	assert.Less(t, count[Event], count[Duplicate])
	assert.LessOrEqual(t, count[Topic], count[Event])
	_, err := New(Options{Granularity: Topic + 1})
	require.ErrorIs(t, err, ErrOptions)
}

func TestStoryTellsItsCourse(t *testing.T) {
	c := open(t, Defaults())
	text := "Forty bakers of the old town of Kobrasta have baked the longest loaf that the valley has ever seen, and the mayor Anselm Torvik of Kobrasta ate the first slice before the eyes of many guests of the harvest fair on Sunday."
	at := func(hours int) time.Time { return start.Add(time.Duration(hours) * time.Hour) }
	add(t, c,
		Doc{ID: "late", Title: "Bakers of Kobrasta", Text: text, Lang: "en", Published: at(5)},
		Doc{ID: "copy", Title: "Bakers of Kobrasta", Text: text, Lang: "en", Published: at(6)},
		Doc{ID: "early", Text: "Bakers of Kobrasta get ready\nAnselm Torvik, mayor of Kobrasta, invited forty bakers to bake the longest loaf of the valley at the harvest fair of Kobrasta on Sunday.", Lang: "en", Published: at(1)})
	id, _ := c.StoryOf("early")
	s, ok := c.Story(id)
	require.True(t, ok)
	require.Len(t, s.Docs, 3)
	assert.Equal(t, []Moment{{at(1), "early"}, {at(5), "late"}}, s.Timeline, "in order of time, without copies")
	require.Len(t, s.Heads, 1)
	assert.Contains(t, s.Heads[0].Title, "Bakers of Kobrasta")
	assert.NotEmpty(t, s.Entities())
	for _, e := range s.Entities() {
		assert.NotEmpty(t, e.Entity)
	}
}

func TestHeadline(t *testing.T) {
	long := ""
	for range 100 {
		long += "word "
	}
	for _, c := range []struct {
		doc  Doc
		want string
	}{
		{Doc{Title: "  A title ", Text: "Text"}, "A title"},
		{Doc{Text: "\n First line \nsecond"}, "First line"},
		{Doc{}, ""},
		{Doc{Title: "\xffA"}, "A"},
	} {
		assert.Equal(t, c.want, headline(&c.doc))
	}
	assert.LessOrEqual(t, len(headline(&Doc{Text: long})), maxTitle)
}

func TestLabels(t *testing.T) {
	l := labels(appendLabel(appendLabel(nil, 7, "tidings:a", "Ada"), 9, "", "barley"))
	id, text, ok := l.find(7)
	assert.Equal(t, []any{"tidings:a", "Ada", true}, []any{id, text, ok})
	id, text, ok = l.find(9)
	assert.Equal(t, []any{"", "barley", true}, []any{id, text, ok})
	_, _, ok = l.find(8)
	assert.False(t, ok)
	for n := range len(l) {
		l[:n].find(8) // damaged ones give something
	}
}
