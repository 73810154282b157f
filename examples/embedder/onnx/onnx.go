// Package onnx is a cluster.Embedder that runs a sentence model in the ONNX
// format in this process, with the pure-Go backend of hugot: no cgo, no server.
package onnx

import (
	"context"
	"errors"
	"sync"
	"unicode/utf8"

	"github.com/knights-analytics/hugot"
	"github.com/knights-analytics/hugot/pipelines"

	"github.com/tidings-go/tidings/lang"
)

// A Model turns texts into vectors. It is safe for concurrent use by multiple
// goroutines; it works on one text at a time.
type Model struct {
	session *hugot.Session

	mu       sync.Mutex
	pipeline *pipelines.FeatureExtractionPipeline
}

// Open loads the model in a folder: model.onnx, tokenizer.json and, if there
// is one, config.json, as sentence models are published. What is wanted is a
// model for many languages, such as multilingual-e5-small.
func Open(folder string) (*Model, error) {
	session, err := hugot.NewGoSession()
	if err != nil {
		return nil, err
	}
	pipeline, err := hugot.NewPipeline(session, hugot.FeatureExtractionConfig{
		ModelPath: folder, Name: "embed",
		Options: []hugot.FeatureExtractionOption{pipelines.WithNormalization()},
	})
	if err != nil {
		return nil, errors.Join(err, session.Destroy())
	}
	return &Model{session: session, pipeline: pipeline}, nil
}

// Close frees the model.
func (m *Model) Close() error { return m.session.Destroy() }

// maxBytes is how much of a text is read: the beginning says what it is about,
// and the time grows with the square of the length.
const maxBytes = 2000

// Embed returns the vector of a text.
func (m *Model) Embed(ctx context.Context, text string, _ lang.Tag) ([]float32, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out, err := m.pipeline.RunPipeline([]string{cut(text)})
	if err != nil {
		return nil, err
	}
	return out.Embeddings[0], nil
}

func cut(s string) string {
	n := min(len(s), maxBytes)
	for n > 0 && n < len(s) && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
