package cluster

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

var bg = context.Background()

func open(t testing.TB, opts Options) *Clusterer {
	t.Helper()
	c, err := New(opts)
	require.NoError(t, err)
	return c
}

func add(t testing.TB, c *Clusterer, docs ...Doc) {
	t.Helper()
	for _, d := range docs {
		_, err := c.Add(bg, d)
		require.NoError(t, err, d.ID)
	}
}

// purity returns the share of pairs in a story that are of one event, and the
// share of the pairs of one event that are in one story.
func purity(c *Clusterer, docs []Doc) (precision, recall float64) {
	var same, together, both float64
	for i, a := range docs {
		for _, b := range docs[:i] {
			x, _ := c.StoryOf(a.ID)
			y, _ := c.StoryOf(b.ID)
			s, g := x == y, event(a.ID) == event(b.ID)
			if s {
				together++
			}
			if g {
				same++
			}
			if s && g {
				both++
			}
		}
	}
	return both / max(together, 1), both / max(same, 1)
}

func TestStoriesAcrossLanguages(t *testing.T) {
	docs := madeUp(120)
	for _, mode := range []string{"stream", "batch"} {
		c := open(t, Options{lexicon: Defaults().lexicon})
		if mode == "stream" {
			add(t, c, docs...)
		} else {
			_, err := c.AddBatch(bg, docs)
			require.NoError(t, err)
		}
		p, r := purity(c, docs)
		assert.Greater(t, p, 0.8, "precision, %s", mode)
		assert.Greater(t, r, 0.6, "recall, %s", mode)
	}
}

func TestPlacementsAgreeWithStories(t *testing.T) {
	c := open(t, Options{})
	in := map[string]StoryID{}
	for _, d := range madeUp(150) {
		p, err := c.Add(bg, d)
		require.NoError(t, err)
		in[d.ID] = p.Story
		for _, ch := range p.Changes {
			in[ch.Doc] = ch.To
		}
		for _, id := range p.Merged {
			now, open := c.Resolve(id)
			assert.True(t, open, "a merged story resolves to an open one")
			assert.NotEqual(t, id, now)
		}
	}
	n := 0
	for s := range c.Stories() {
		n += len(s.Docs)
		for _, d := range s.Docs {
			now, _ := c.Resolve(in[d])
			assert.Equal(t, s.ID, now, d)
		}
		assert.Contains(t, s.Docs, s.Medoid)
		assert.Equal(t, len(s.Docs), s.Sources()+len(s.Copies))
		assert.Len(t, s.Langs(), len(s.Heads))
	}
	assert.Equal(t, 150, n, "every document is in one story")
}

func TestSameOnAnyNumberOfCores(t *testing.T) {
	docs := madeUp(100)
	var first []byte
	for _, cores := range []int{1, 4} {
		old := runtime.GOMAXPROCS(cores)
		c := open(t, Options{})
		_, err := c.AddBatch(bg, docs)
		runtime.GOMAXPROCS(old)
		require.NoError(t, err)
		data, err := c.MarshalBinary()
		require.NoError(t, err)
		if first == nil {
			first = data
		}
		assert.Equal(t, first, data)
	}
}

func TestErrorsLeaveTheClustererAsItWas(t *testing.T) {
	c := open(t, Options{})
	docs := madeUp(6)
	add(t, c, docs[:3]...)
	before, _ := c.MarshalBinary()
	_, err := c.Add(bg, docs[0])
	require.ErrorIs(t, err, ErrDuplicate)
	_, err = c.Add(bg, Doc{Text: "no ID"})
	require.ErrorIs(t, err, ErrNoID)
	_, err = c.AddBatch(bg, []Doc{docs[4], docs[5], docs[4]})
	require.ErrorIs(t, err, ErrDuplicate)
	_, err = c.AddBatch(bg, []Doc{docs[4], docs[0]})
	require.ErrorIs(t, err, ErrDuplicate)
	ctx, cancel := context.WithCancel(bg)
	cancel()
	_, err = c.Add(ctx, docs[4])
	require.ErrorIs(t, err, context.Canceled)
	_, err = c.AddBatch(ctx, docs[3:])
	require.ErrorIs(t, err, context.Canceled)
	_, err = Cluster(ctx, docs)
	require.ErrorIs(t, err, context.Canceled)
	after, _ := c.MarshalBinary()
	assert.Equal(t, before, after)
}

func TestOptionsOutOfRange(t *testing.T) {
	for _, opts := range []Options{{Threshold: -1}, {Threshold: 1}, {Window: -time.Second}} {
		_, err := New(opts)
		assert.ErrorIs(t, err, ErrOptions, "%+v", opts)
	}
}

func TestOddDocuments(t *testing.T) {
	c := open(t, Options{})
	far := time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	add(t, c, Doc{ID: "empty"}, Doc{ID: "blank", Text: " \n\t"}, Doc{ID: "bytes", Text: "\xff\xfe\x00 \xf0\x28"},
		Doc{ID: "far", Text: "Something will happen.", Published: far}, Doc{ID: "past", Text: "Something happened.", Published: time.Unix(-1<<40, 0)})
	add(t, c, madeUp(20)...)
	ids := map[StoryID]bool{}
	for _, id := range []string{"empty", "blank", "far", "past"} {
		s, ok := c.StoryOf(id)
		require.True(t, ok)
		ids[s] = true
	}
	assert.Len(t, ids, 4, "documents with nothing in common are in stories of their own")
	assert.Empty(t, slices.Collect(open(t, Options{}).Stories()))
}

func TestWindow(t *testing.T) {
	docs := madeUp(2)
	same := docs[0]
	same.ID, same.Published = "later", docs[0].Published.Add(100*time.Hour)
	c := open(t, Options{Window: 99 * time.Hour})
	add(t, c, docs[0], same)
	a, _ := c.StoryOf(docs[0].ID)
	b, _ := c.StoryOf("later")
	assert.NotEqual(t, a, b, "outside the window")
	c = open(t, Options{Window: 101 * time.Hour})
	add(t, c, docs[0], same)
	a, _ = c.StoryOf(docs[0].ID)
	b, _ = c.StoryOf("later")
	assert.Equal(t, a, b, "inside the window")
}

func TestCopiesCountOnce(t *testing.T) {
	text := "Forty bakers of the old town have baked the longest loaf that the valley has ever seen. " +
		"It measured ninety metres and was eaten within the hour by the guests of the harvest fair. " +
		"The mayor of Kobrasta said that next year the bakers would try to make it a hundred."
	c := open(t, Options{})
	add(t, c, Doc{ID: "a", Title: "Bakers of Kobrasta", Text: text, Lang: "en"},
		Doc{ID: "b", Title: "Longest loaf", Text: text + " Read by many.", Lang: "en"})
	stories := slices.Collect(c.Stories())
	require.Len(t, stories, 1)
	assert.Equal(t, []Copy{{Doc: "b", Of: "a"}}, stories[0].Copies)
	assert.Equal(t, 1, stories[0].Sources())
}

func TestRemove(t *testing.T) {
	c := open(t, Options{})
	docs := madeUp(40)
	add(t, c, docs...)
	assert.False(t, c.Remove("nobody"))
	for _, d := range docs {
		require.True(t, c.Remove(d.ID))
		_, ok := c.StoryOf(d.ID)
		assert.False(t, ok)
	}
	assert.Empty(t, slices.Collect(c.Stories()))
	add(t, c, docs...) // removed IDs may come again
	assert.Len(t, c.byID, 40)
}

func TestExpire(t *testing.T) {
	c := open(t, Options{})
	docs := madeUp(60)
	add(t, c, docs...)
	open := len(slices.Collect(c.Stories()))
	cut := start.Add(30 * time.Hour)
	n := c.Expire(cut)
	assert.Positive(t, n)
	left := slices.Collect(c.Stories())
	assert.Len(t, left, open-n)
	for _, s := range left {
		assert.False(t, s.Last.Before(cut))
	}
	assert.Zero(t, c.Expire(cut))
}

func TestOldStoriesCloseByThemselves(t *testing.T) {
	c := open(t, Options{Window: time.Hour})
	for i := range grace * 3 / 2 {
		add(t, c, Doc{ID: fmt.Sprint(i), Text: fmt.Sprintf("%x-%x", i*i*7919, i), Lang: "en", Published: start.Add(time.Duration(i) * time.Minute)})
	}
	assert.Less(t, len(c.byID), grace+round+64, "memory is bounded by the window")
	assert.Equal(t, c.space.Len(), len(c.byID))
}

func TestMerge(t *testing.T) {
	docs := madeUp(80)
	var shards [2]*Clusterer
	for i := range shards {
		shards[i] = open(t, Options{})
	}
	for i, d := range docs {
		add(t, shards[i%2], d)
	}
	other, _ := shards[1].MarshalBinary()
	require.NoError(t, shards[0].Merge(bg, shards[1]))
	unchanged, _ := shards[1].MarshalBinary()
	assert.Equal(t, other, unchanged, "the other is left as it was")
	stayed := 0 // what was together stays together, but for a few on better evidence
	for i, d := range docs {
		was, _ := shards[i%2].StoryOf(d.ID)
		now, _ := shards[0].StoryOf(d.ID)
		want, open := shards[0].Resolve(was)
		assert.True(t, open)
		if want == now {
			stayed++
		}
	}
	assert.Greater(t, stayed, 70)
	_, r := purity(shards[0], docs)
	assert.Greater(t, r, 0.6, "events that both shards had are one story")
	for s := range shards[1].Stories() {
		_, open := shards[0].Resolve(s.ID)
		assert.True(t, open, "IDs of the other resolve")
	}
	before := len(shards[0].byID)
	require.NoError(t, shards[0].Merge(bg, shards[1]), "documents that are there already are left out")
	assert.Len(t, shards[0].byID, before)
	require.NoError(t, shards[0].Merge(bg, shards[0]))
}

func TestExplain(t *testing.T) {
	c := open(t, Options{lexicon: Defaults().lexicon})
	docs := madeUp(60)
	add(t, c, docs...)
	explained := 0
	for _, d := range docs {
		e, ok := c.Explain(d.ID)
		require.True(t, ok)
		s, _ := c.StoryOf(d.ID)
		assert.Equal(t, s, e.Story)
		if e.Nearest != "" && e.Score > 0 {
			explained++
			assert.NotEmpty(t, e.Shared, d.ID)
			assert.GreaterOrEqual(t, e.Score, e.Threshold)
			near, _ := c.StoryOf(e.Nearest)
			assert.Equal(t, s, near)
		}
	}
	assert.Greater(t, explained, 20)
	_, ok := c.Explain("nobody")
	assert.False(t, ok)
}

// meanings embeds a text as what its marked word stands for.
type meanings struct{}

func (meanings) Embed(_ context.Context, text string, _ lang.Tag) ([]float32, error) {
	switch text {
	case "fails":
		return nil, errors.New("out of service")
	case "ქარი ძლიერი იყო", "The wind was strong":
		return []float32{3, 0, 4}, nil
	}
	return []float32{0, 1, 0}, nil
}

func TestEmbedderAddsEvidence(t *testing.T) {
	c := open(t, Options{Embedder: meanings{}, Threshold: 0.05})
	add(t, c, Doc{ID: "ka", Text: "ქარი ძლიერი იყო"}, Doc{ID: "en", Text: "The wind was strong"}, Doc{ID: "else", Text: "Nothing to do with it"})
	a, _ := c.StoryOf("ka")
	b, _ := c.StoryOf("en")
	other, _ := c.StoryOf("else")
	assert.Equal(t, a, b, "no key in common, but the same meaning")
	assert.NotEqual(t, a, other)
	_, err := c.Add(bg, Doc{ID: "x", Text: "fails"})
	require.ErrorContains(t, err, "out of service")
}

func TestEntitiesAreAskedOnlyWhereMissing(t *testing.T) {
	asked := 0
	c := open(t, Options{Entities: func(string, lang.Tag) []entity.Entity { asked++; return nil }})
	add(t, c, Doc{ID: "a", Text: "A text", Lang: "en"}, Doc{ID: "b", Text: "A text", Lang: "en", Entities: []entity.Entity{}})
	assert.Equal(t, 1, asked)
}

func TestConcurrentUse(t *testing.T) {
	c := open(t, Options{})
	docs := madeUp(120)
	var wg sync.WaitGroup
	for part := range 3 {
		wg.Go(func() {
			for i := part; i < len(docs); i += 3 {
				_, err := c.Add(bg, docs[i])
				assert.NoError(t, err)
				c.Explain(docs[i].ID)
				if i%10 == 0 {
					for range c.Stories() {
						break
					}
					_, err := c.MarshalBinary()
					assert.NoError(t, err)
				}
			}
		})
	}
	wg.Wait()
	assert.Len(t, c.byID, len(docs))
}
