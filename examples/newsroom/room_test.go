package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

// filled returns a room with the sample news.
func filled(t *testing.T) *room {
	t.Helper()
	r, err := newRoom()
	require.NoError(t, err)
	var log bytes.Buffer
	watchOnce(t, r, &log, sample...)
	require.Empty(t, log.String())
	return r
}

// watchOnce reads sources once, in order.
func watchOnce(t *testing.T, r *room, log io.Writer, sources ...string) {
	t.Helper()
	w := watcher{pace: time.Nanosecond, client: http.DefaultClient, log: log}
	require.NoError(t, w.watch(context.Background(), sources, r))
}

func get(t *testing.T, h http.Handler, path string) (status int, body string) {
	t.Helper()
	w := httptest.NewRecorder()
	req := httptest.NewRequest(http.MethodGet, path, nil)
	req.Header.Set("Accept-Language", "en")
	h.ServeHTTP(w, req)
	return w.Code, w.Body.String()
}

var tags = regexp.MustCompile(`<[^>]*>`)

func plain(page string) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(page, " ")), " ")
}

func TestSampleStories(t *testing.T) {
	r := filled(t)
	many, single := r.stories([]lang.Tag{"en"}, func(string) bool { return true })
	right := 0
	for _, s := range many {
		kind := func(a articleLine) string {
			_, kind, _ := strings.Cut(filepath.Base(a.DocID), "-")
			return strings.TrimSuffix(kind, "-reprint")
		}
		for _, a := range s.Articles {
			if isURL(a.DocID) && kind(a) == kind(s.Articles[0]) {
				right++
			}
		}
	}
	assert.GreaterOrEqual(t, right, 33, "of the 35 articles of the feed that belong to six stories")
	assert.InDelta(t, 6+5, len(many), 2)
	assert.InDelta(t, 3+5, len(single), 3)
	assert.Equal(t, "2024-12-07", many[0].First.Format(time.DateOnly), "the latest first")
}

func TestSourcesAreCountedApartFromCopies(t *testing.T) {
	r := filled(t)
	id, ok := r.clusterer.StoryOf("https://harbour-ledger.example/en-grain")
	require.True(t, ok)
	s, ok := r.story(id, nil)
	require.True(t, ok)
	assert.Len(t, s.Articles, 8)
	assert.Len(t, s.Outlets, 7)
	assert.Equal(t, 1, s.Copies)
}

func TestSearchInAnyScript(t *testing.T) {
	r := filled(t)
	for _, query := range []string{"Путін", "Putin", "Πούτιν", "Pútín", "بوتين"} {
		named, want := r.search(query)
		if assert.NotEmpty(t, named, query) {
			assert.Equal(t, "Vladimir Putin", named[0].Name, query)
		}
		assert.True(t, want("https://kathimerini-limaniou.example/el-grain"), query)
		assert.False(t, want("https://proino-vima.example/el-moon"), query)
	}
	named, _ := r.search("Оксана Левчук") // in no register
	require.NotEmpty(t, named)
	assert.Greater(t, len(named[0].Forms), 2)
	named, want := r.search("no such name")
	assert.Empty(t, named)
	assert.False(t, want("https://harbour-ledger.example/en-grain"))
	_, want = r.search("apart the title, lentils")
	assert.False(t, want("https://continental-observer.example/en-wheat"))
	_, want = r.search("LENTILS")
	assert.True(t, want("https://continental-observer.example/en-wheat"))
}

func TestPages(t *testing.T) {
	r := filled(t)
	h := newSite(r)
	status, body := get(t, h, "/")
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, plain(body), "8 articles · 7 languages")
	id, _ := r.clusterer.StoryOf("https://harbour-ledger.example/en-grain")
	_, body = get(t, h, "/story/"+string(id))
	assert.Contains(t, plain(body), "repeats harbour-ledger.example")
	assert.Contains(t, body, `dir="rtl"`)
	_, body = get(t, h, articleURL("https://northern-post.example/en-grain-reprint"))
	assert.Contains(t, plain(body), "It repeats the article of")
	assert.NotContains(t, body, "javascript:")
	ids := entity.Builtin().Lookup("Putin", "en")
	for c := range ids {
		_, body = get(t, h, entityURL(c.ID))
		assert.Contains(t, plain(body), "Πούτιν")
		break
	}
	for _, path := range []string{"/story/none", "/article?id=none", "/entity?id=none"} {
		status, _ := get(t, h, path)
		assert.Equal(t, http.StatusNotFound, status, path)
	}
	status, _ = get(t, h, "/?q="+url.QueryEscape("<script>alert(1)</script>\xff"))
	assert.Equal(t, http.StatusOK, status)
}

// Whatever pages hold is text here.
func TestPagesAreEscaped(t *testing.T) {
	r, err := newRoom()
	require.NoError(t, err)
	evil := `<script>alert("x")</script><img src=x onerror=alert(1)>`
	text := "The mayor of Sligo wrote " + evil + " on the wall of the town hall, the police of Sligo said on Monday evening after a long search for whoever may have done it."
	require.NoError(t, r.add(context.Background(), item{ID: `javascript:alert(1)`, Outlet: evil, Whole: &whole{Title: "Sligo " + evil, Content: text}}))
	h := newSite(r)
	for _, path := range []string{"/", "/?q=Sligo", articleURL(`javascript:alert(1)`) + "&rejected=1"} {
		_, body := get(t, h, path)
		assert.Contains(t, body, "Sligo")
		assert.NotContains(t, body, "<script>alert", path)
		assert.NotContains(t, body, "<img", path)
		assert.NotContains(t, body, `href="javascript`, path)
	}
}

func TestMentionsAreCutWhereTheyAre(t *testing.T) {
	for _, a := range filled(t).articles {
		var b strings.Builder
		for _, block := range a.blocks(a.mentions()) {
			for _, s := range block.Segments {
				b.WriteString(s.Text)
			}
			b.WriteString("\n\n")
		}
		assert.Equal(t, a.Text, strings.TrimSuffix(b.String(), "\n\n"), a.ID)
	}
}

func TestRejectedBlocksGoWhereTheyWere(t *testing.T) {
	r := filled(t)
	v, ok := r.page("../desk/pages/ro-gazeta-tisei.txt", nil, true)
	require.True(t, ok)
	first, last := v.Blocks[0], v.Blocks[len(v.Blocks)-1]
	assert.NotEmpty(t, first.Reason, "the menu comes first")
	assert.NotEmpty(t, last.Reason, "other articles come last")
	kept := 0
	for _, b := range v.Blocks {
		if b.Reason == "" {
			kept++
		}
	}
	a, _ := r.article("../desk/pages/ro-gazeta-tisei.txt")
	assert.Equal(t, len(a.Blocks), kept)
	assert.Equal(t, len(a.Blocks)+len(a.Rejected), len(v.Blocks))
}

const rss = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Feed</title>
<item><title>%s</title><link>%s</link><description>Short.</description><pubDate>Mon, 17 Jul 2023 12:00:00 GMT</pubDate></item></channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><entry><title>Whole</title><id>urn:1</id><updated>2023-07-17T12:00:00Z</updated>
<content type="html">&lt;p&gt;The harbour of Valletta was closed for a day after a crane fell on the quay, the port of Malta said.&lt;/p&gt;&lt;p&gt;Nobody was hurt. Ships went to Marsaxlokk, and the port said that it would open again on Tuesday morning, when the crane is to be lifted by two tugs from Sicily.&lt;/p&gt;</content></entry></feed>`

func TestFeeds(t *testing.T) {
	page, err := os.ReadFile("../desk/pages/uk-zakarpatskyi-visnyk.html")
	require.NoError(t, err)
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(page) })
	mux.HandleFunc("/feed", func(w http.ResponseWriter, req *http.Request) {
		fmt.Fprintf(w, rss, "\xcc\xee\xf1\xf2", "http://"+req.Host+"/page")
	})
	s := httptest.NewServer(mux)
	defer s.Close()
	r, err := newRoom()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "feed.xml")
	require.NoError(t, os.WriteFile(file, []byte(atom), 0o600))
	watchOnce(t, r, t.Output(), s.URL+"/feed", file)
	a, ok := r.article(s.URL + "/page")
	require.True(t, ok, "of a teaser, the page is read")
	assert.Contains(t, a.Title, "Через Тису")
	a, ok = r.article("urn:1")
	require.True(t, ok)
	assert.Contains(t, a.Text, "Valletta")
	assert.Equal(t, "2023-07-17", a.Published.Format(time.DateOnly))
}

func TestBadSourcesAreReported(t *testing.T) {
	r, err := newRoom()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "feed.xml")
	require.NoError(t, os.WriteFile(file, []byte("no feed"), 0o600))
	var log bytes.Buffer
	watchOnce(t, r, &log, file, "http://127.0.0.1:1/feed")
	assert.Contains(t, log.String(), "feed.xml")
	assert.Contains(t, log.String(), "127.0.0.1:1")
	w := watcher{pace: 1, log: &log}
	assert.Error(t, w.watch(context.Background(), []string{"absent"}, r))
}

func TestWARC(t *testing.T) {
	page, err := os.ReadFile("../desk/pages/en-crumbs-and-lanes.html")
	require.NoError(t, err)
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + string(page)
	var file bytes.Buffer
	z := gzip.NewWriter(&file)
	fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://crumbs.example/a\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(answer), answer)
	require.NoError(t, z.Close())
	file.WriteString("broken")
	name := filepath.Join(t.TempDir(), "news.warc.gz")
	require.NoError(t, os.WriteFile(name, file.Bytes(), 0o600))
	r, err := newRoom()
	require.NoError(t, err)
	var log bytes.Buffer
	watchOnce(t, r, &log, name)
	_, ok := r.article("https://crumbs.example/a")
	assert.True(t, ok)
	assert.Contains(t, log.String(), "record at byte")
}

// Reading and asking at once must be safe, and everyone who listens be told.
func TestManyReaders(t *testing.T) {
	r, err := newRoom()
	require.NoError(t, err)
	changes, stop := r.listen()
	defer stop()
	h := newSite(r)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				get(t, h, "/?q=Putin")
			}
		})
	}
	watchOnce(t, r, t.Output(), "news.json")
	wg.Wait()
	select {
	case <-changes:
	default:
		t.Fatal("nobody told")
	}
}

func TestWhatIsForgottenIsGone(t *testing.T) {
	r := filled(t)
	for _, a := range r.articles {
		r.names.remove(a)
	}
	assert.Empty(t, r.names)
}
