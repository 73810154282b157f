package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func pages(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../desk/pages/*-*")
	require.NoError(t, err)
	require.Len(t, names, 30)
	return names
}

// topics serves vectors that say which of five events a text is about, by a few
// words: those of pages that only mention an event mislead.
func topics(t *testing.T) (url string, requests *atomic.Int64) {
	t.Helper()
	words := [][]string{
		{"Tisza", "Tisa", "Тис", "Theiß", "Cisą"},
		{"strike", "streik", "huelga", "sciopero", "забастовк", "απεργ"},
		{"640"},
		{"Hafnes"},
		{"Przemyśl", "Перемишл", "Перемышл", "Przemysl"},
	}
	requests = new(atomic.Int64)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		requests.Add(1)
		var in struct{ Input []string }
		_ = json.NewDecoder(req.Body).Decode(&in)
		var data []string
		for i, text := range in.Input {
			v := []string{"0.1", "0", "0", "0", "0", "0"}
			for topic, list := range words {
				for _, word := range list {
					if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
						v[1+topic] = "1"
					}
				}
			}
			data = append(data, fmt.Sprintf(`{"index":%d,"embedding":[%s]}`, i, strings.Join(v, ",")))
		}
		fmt.Fprintf(w, `{"data":[%s]}`, strings.Join(data, ","))
	}))
	t.Cleanup(s.Close)
	return s.URL, requests
}

func TestStoriesWithAnEndpoint(t *testing.T) {
	url, requests := topics(t)
	cache := t.TempDir()
	var first, second bytes.Buffer
	args := append([]string{"-url", url, "-model", "any", "-cache", cache}, pages(t)...)
	require.NoError(t, run(context.Background(), args, &first, t.Output()))
	assert.LessOrEqual(t, requests.Load(), int64(5), "texts share requests")
	assert.GreaterOrEqual(t, strings.Count(first.String(), " 5 languages"), 4, first.String())
	asked := requests.Load()
	require.NoError(t, run(context.Background(), args, &second, t.Output()))
	assert.Equal(t, asked, requests.Load(), "all vectors were kept")
	assert.Equal(t, first.String(), second.String())
}

func TestStoriesWithAModelInProcess(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run(context.Background(), append([]string{"-onnx", "onnx/testdata/tiny"}, pages(t)...), &out, t.Output()))
	assert.Equal(t, 30, strings.Count(out.String(), "desk/pages/"))
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"-nonsense"}, {"-onnx", "absent", "page.txt"}, {"-url", "http://127.0.0.1:1", "-model", "m"}, {"-url", "http://127.0.0.1:1", "-model", "m", "absent"}} {
		assert.Error(t, run(context.Background(), args, &bytes.Buffer{}, &bytes.Buffer{}), args)
	}
}
