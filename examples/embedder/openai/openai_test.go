package openai_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/examples/embedder/openai"
)

// A service answers as an embeddings endpoint does; before that, it fails as
// the test likes. The vector of a text is its length and its first byte.
type service struct {
	*httptest.Server
	requests, texts, most atomic.Int64
}

func serve(t *testing.T, before func(n int64, w http.ResponseWriter, req *http.Request) (done bool)) *service {
	t.Helper()
	s := &service{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		n := s.requests.Add(1)
		if before != nil && before(n, w, req) {
			return
		}
		var in struct {
			Model string
			Input []string
		}
		if json.NewDecoder(req.Body).Decode(&in) != nil || in.Model != "small" {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		s.texts.Add(int64(len(in.Input)))
		s.most.Store(max(s.most.Load(), int64(len(in.Input))))
		var data []string
		for i := len(in.Input) - 1; i >= 0; i-- { // in any order
			data = append(data, fmt.Sprintf(`{"index":%d,"embedding":[%d,%d]}`, i, len(in.Input[i]), in.Input[i][0]))
		}
		fmt.Fprintf(w, `{"data":[%s]}`, strings.Join(data, ","))
	}))
	t.Cleanup(s.Close)
	return s
}

func client(t *testing.T, s *service, o openai.Options) *openai.Client {
	t.Helper()
	o.URL, o.Model, o.Backoff = s.URL, "small", time.Millisecond
	c, err := openai.New(o)
	require.NoError(t, err)
	return c
}

var _ cluster.Embedder = (*openai.Client)(nil)

func TestBatches(t *testing.T) {
	s := serve(t, nil)
	c := client(t, s, openai.Options{Batch: 8, Delay: 200 * time.Millisecond})
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			text := strings.Repeat("x", i+1)
			v, err := c.Embed(context.Background(), text, "")
			assert.NoError(t, err)
			assert.Equal(t, []float32{float32(i + 1), 'x'}, v)
		})
	}
	wg.Wait()
	assert.EqualValues(t, 8, s.most.Load())
	assert.EqualValues(t, 3, s.requests.Load())
}

func TestTriesAgain(t *testing.T) {
	for _, test := range []struct {
		name   string
		before func(n int64, w http.ResponseWriter, req *http.Request) bool
		ok     bool
		asked  int64
	}{
		{"too many requests", func(n int64, w http.ResponseWriter, _ *http.Request) bool {
			if n < 3 {
				w.Header().Set("Retry-After", "0")
				http.Error(w, "slow down", http.StatusTooManyRequests)
			}
			return n < 3
		}, true, 3},
		{"out of order", func(n int64, w http.ResponseWriter, _ *http.Request) bool {
			if n < 2 {
				http.Error(w, "oops", http.StatusBadGateway)
			}
			return n < 2
		}, true, 2},
		{"connection lost", func(n int64, w http.ResponseWriter, _ *http.Request) bool {
			if n < 2 {
				panic(http.ErrAbortHandler)
			}
			return false
		}, true, 2},
		{"no answer in time", func(n int64, _ http.ResponseWriter, _ *http.Request) bool {
			if n < 2 {
				time.Sleep(500 * time.Millisecond)
			}
			return n < 2
		}, true, 2},
		{"never", func(_ int64, w http.ResponseWriter, _ *http.Request) bool {
			http.Error(w, "oops", http.StatusInternalServerError)
			return true
		}, false, 4},
		{"a mistake of ours", func(_ int64, w http.ResponseWriter, _ *http.Request) bool {
			http.Error(w, "no such model", http.StatusNotFound)
			return true
		}, false, 1},
		{"too few vectors", func(_ int64, w http.ResponseWriter, _ *http.Request) bool {
			fmt.Fprint(w, `{"data":[]}`)
			return true
		}, false, 1},
		{"a vector of no text", func(_ int64, w http.ResponseWriter, _ *http.Request) bool {
			fmt.Fprint(w, `{"data":[{"index":7,"embedding":[1]}]}`)
			return true
		}, false, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := serve(t, test.before)
			c := client(t, s, openai.Options{Attempts: 4, Timeout: 300 * time.Millisecond, Delay: time.Millisecond})
			v, err := c.Embed(context.Background(), "abc", "")
			if test.ok {
				require.NoError(t, err)
				assert.Equal(t, []float32{3, 'a'}, v)
			} else {
				assert.Error(t, err)
			}
			assert.Equal(t, test.asked, s.requests.Load())
		})
	}
}

func TestCacheOutlivesTheProcess(t *testing.T) {
	dir := t.TempDir()
	s := serve(t, nil)
	for range 2 {
		cache, err := openai.NewCache(dir)
		require.NoError(t, err)
		c := client(t, s, openai.Options{Cache: cache, Delay: time.Millisecond})
		for _, text := range []string{"one", "three", "three"} {
			v, err := c.Embed(context.Background(), text, "")
			require.NoError(t, err)
			assert.Equal(t, float32(len(text)), v[0])
		}
	}
	assert.EqualValues(t, 2, s.texts.Load())
}

func TestContextEnds(t *testing.T) {
	s := serve(t, func(int64, http.ResponseWriter, *http.Request) bool { time.Sleep(200 * time.Millisecond); return true })
	c := client(t, s, openai.Options{Attempts: 1, Timeout: time.Second, Delay: time.Millisecond})
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, err := c.Embed(ctx, "abc", "")
	assert.ErrorIs(t, err, context.DeadlineExceeded)
}

func TestLongTextsAreCutBetweenLetters(t *testing.T) {
	s := serve(t, nil)
	v, err := client(t, s, openai.Options{MaxBytes: 5, Delay: time.Millisecond}).Embed(context.Background(), "πόλη", "el")
	require.NoError(t, err)
	assert.Equal(t, float32(4), v[0])
}

func TestOptions(t *testing.T) {
	_, err := openai.New(openai.Options{URL: "http://localhost"})
	assert.ErrorIs(t, err, openai.ErrOptions)
}
