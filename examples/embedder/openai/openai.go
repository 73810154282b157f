// Package openai is a cluster.Embedder over any endpoint that speaks the
// embeddings API of OpenAI, such as those of Ollama, llama.cpp, vLLM, LiteLLM,
// Mistral or OpenAI itself.
package openai

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/tidings-go/tidings/lang"
)

// Options says where the vectors come from. URL and Model are required; zero
// values of the rest mean the defaults.
type Options struct {
	URL   string // of the endpoint, such as http://localhost:11434/v1/embeddings
	Model string
	Key   string // sent as a bearer token, if there is one

	Batch    int           // texts in a request: 32
	Delay    time.Duration // for which a request waits for more texts: 20 ms
	Timeout  time.Duration // of one attempt: 30 s
	Attempts int           // of a request, before it fails: 5
	Backoff  time.Duration // before the second attempt, doubled before each further one: 500 ms
	MaxBytes int           // of a text, which is cut: 8,000

	Cache  *Cache // nil means none
	Client *http.Client
}

// A Client turns texts into vectors. It is safe for concurrent use by multiple
// goroutines; texts that come at nearly the same time share a request.
type Client struct {
	opts Options

	mu   sync.Mutex
	next *batch // which still takes texts; nil if there is none
}

// ErrOptions reports options that are missing.
var ErrOptions = errors.New("openai: no URL or no model")

// New returns a client.
func New(opts Options) (*Client, error) {
	if opts.URL == "" || opts.Model == "" {
		return nil, ErrOptions
	}
	setDefault(&opts.Batch, 32)
	setDefault(&opts.Delay, 20*time.Millisecond)
	setDefault(&opts.Timeout, 30*time.Second)
	setDefault(&opts.Attempts, 5)
	setDefault(&opts.Backoff, 500*time.Millisecond)
	setDefault(&opts.MaxBytes, 8000)
	if opts.Client == nil {
		opts.Client = http.DefaultClient
	}
	return &Client{opts: opts}, nil
}

func setDefault[T int | time.Duration](v *T, to T) {
	if *v == 0 {
		*v = to
	}
}

// Embed returns the vector of a text: that of the cache, or of the next
// request. A request that others wait for goes on when ctx ends.
func (c *Client) Embed(ctx context.Context, text string, _ lang.Tag) ([]float32, error) {
	text = cut(text, c.opts.MaxBytes)
	if v, ok := c.opts.Cache.get(c.opts.Model, text); ok {
		return v, nil
	}
	b, i := c.enqueue(text)
	select {
	case <-b.done:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if b.err != nil {
		return nil, b.err
	}
	return b.vectors[i], c.opts.Cache.put(c.opts.Model, text, b.vectors[i])
}

func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// A batch is the texts of one request.
type batch struct {
	texts   []string
	full    chan struct{}
	done    chan struct{} // closed when vectors or err are there
	vectors [][]float32
	err     error
}

// enqueue puts a text into the batch that is open, and says where.
func (c *Client) enqueue(text string) (*batch, int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.next == nil {
		c.next = &batch{full: make(chan struct{}), done: make(chan struct{})}
		go c.send(c.next)
	}
	b := c.next
	b.texts = append(b.texts, text)
	if len(b.texts) == c.opts.Batch {
		close(b.full)
		c.next = nil
	}
	return b, len(b.texts) - 1
}

// send waits until a batch is full or old enough, and makes the request.
func (c *Client) send(b *batch) {
	select {
	case <-b.full:
	case <-time.After(c.opts.Delay):
	}
	c.mu.Lock()
	if c.next == b {
		c.next = nil
	}
	c.mu.Unlock()
	b.vectors, b.err = c.request(b.texts)
	close(b.done)
}

// request asks until there is an answer, or no hope for one.
func (c *Client) request(texts []string) (vectors [][]float32, err error) {
	wait := c.opts.Backoff
	for n := 1; ; n++ {
		var again bool
		var after time.Duration
		vectors, again, after, err = c.attempt(texts)
		if err == nil {
			return vectors, nil
		}
		if !again || n == c.opts.Attempts {
			return nil, fmt.Errorf("openai: attempt %d: %w", n, err)
		}
		time.Sleep(max(after, wait/2+rand.N(wait)))
		wait *= 2
	}
}

// maxAnswer bounds an answer, in bytes.
const maxAnswer = 64 << 20

// attempt asks once. again says whether to ask again, after some time.
func (c *Client) attempt(texts []string) (vectors [][]float32, again bool, after time.Duration, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), c.opts.Timeout)
	defer cancel()
	body, err := json.Marshal(map[string]any{"model": c.opts.Model, "input": texts, "encoding_format": "float"})
	if err != nil {
		return nil, false, 0, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.opts.URL, bytes.NewReader(body))
	if err != nil {
		return nil, false, 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	if c.opts.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.opts.Key)
	}
	resp, err := c.opts.Client.Do(req)
	if err != nil {
		return nil, true, 0, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return nil, true, 0, err
	}
	if resp.StatusCode != http.StatusOK {
		again = resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusRequestTimeout || resp.StatusCode >= 500
		return nil, again, retryAfter(resp), fmt.Errorf("%s: %.200s", resp.Status, answer)
	}
	vectors, err = parse(answer, len(texts))
	return vectors, false, 0, err
}

func retryAfter(resp *http.Response) time.Duration {
	seconds, err := strconv.Atoi(resp.Header.Get("Retry-After"))
	if err != nil {
		return 0
	}
	return min(time.Duration(seconds)*time.Second, time.Minute)
}

var errAnswer = errors.New("not one vector for each text")

func parse(answer []byte, n int) ([][]float32, error) {
	var a struct {
		Data []struct {
			Index     int
			Embedding []float32
		}
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		return nil, err
	}
	vectors := make([][]float32, n)
	for _, d := range a.Data {
		if d.Index < 0 || d.Index >= n {
			return nil, errAnswer
		}
		vectors[d.Index] = d.Embedding
	}
	for _, v := range vectors {
		if len(v) == 0 || len(v) != len(vectors[0]) {
			return nil, errAnswer
		}
	}
	return vectors, nil
}
