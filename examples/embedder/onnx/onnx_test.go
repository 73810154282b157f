package onnx_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/examples/embedder/onnx"
)

var _ cluster.Embedder = (*onnx.Model)(nil)

func open(t *testing.T) *onnx.Model {
	t.Helper()
	m, err := onnx.Open("testdata/tiny")
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, m.Close()) })
	return m
}

func embed(t *testing.T, m *onnx.Model, text string) []float32 {
	t.Helper()
	v, err := m.Embed(context.Background(), text, "")
	require.NoError(t, err)
	return v
}

func cosine(a, b []float32) (sum float32) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func TestLikeTextsHaveLikeVectors(t *testing.T) {
	m := open(t)
	bridge := embed(t, m, "A new bridge over the Tisza")
	assert.Len(t, bridge, 16)
	assert.InDelta(t, 1, cosine(bridge, bridge), 1e-5)
	assert.Greater(t, cosine(bridge, embed(t, m, "The new bridge over the Tisza")), cosine(bridge, embed(t, m, "Запрацював новий міст")))
}

func TestLongAndOddTexts(t *testing.T) {
	m := open(t)
	for _, text := range []string{strings.Repeat("мост ", 1000), "🙂", "a\x00b"} {
		assert.Len(t, embed(t, m, text), 16)
	}
}

func TestFromManyGoroutines(t *testing.T) {
	m := open(t)
	want := embed(t, m, "bridge")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			v, err := m.Embed(context.Background(), "bridge", "")
			assert.NoError(t, err)
			assert.Equal(t, want, v)
		})
	}
	wg.Wait()
}

func TestErrors(t *testing.T) {
	_, err := onnx.Open(t.TempDir())
	assert.Error(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = open(t).Embed(ctx, "bridge", "")
	assert.ErrorIs(t, err, context.Canceled)
}
