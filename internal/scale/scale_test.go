package main

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAgreement(t *testing.T) {
	for _, test := range []struct {
		a, b    partition
		p, r, f float64
	}{
		{partition{1, 1, 2, 2}, partition{7, 7, 8, 8}, 1, 1, 1},
		{partition{1, 1, 1, 1}, partition{1, 1, 2, 2}, 2.0 / 6, 1, 0.5},
		{partition{1, 2, 3, 4}, partition{1, 1, 2, 2}, 0, 0, 0},
	} {
		p, r, f := agreement(test.a, test.b)
		assert.InDeltaSlice(t, []float64{test.p, test.r, test.f}, []float64{p, r, f}, 1e-9)
	}
}

func TestBCubed(t *testing.T) {
	assert.InDelta(t, 1, bcubed(partition{1, 1, 2}, partition{5, 5, 6}), 1e-9)
	assert.InDelta(t, 2*0.5/1.5, bcubed(partition{1, 1, 1, 1}, partition{1, 1, 2, 2}), 1e-9)
}

func TestStream(t *testing.T) {
	list := slices.Collect(newStream(1e5, 60, 1).articles(1000))
	require.Len(t, list, 1000)
	again := slices.Collect(newStream(1e5, 60, 1).articles(1000))
	sizes := map[int32]int{}
	for i, a := range list {
		assert.Equal(t, again[i].Doc, a.Doc, "the same seed, the same news")
		if i > 0 {
			assert.False(t, a.Published.Before(list[i-1].Published))
		}
		sizes[a.event]++
	}
	assert.Greater(t, len(sizes), 150)
}

func TestMeasurePages(t *testing.T) {
	if testing.Short() {
		t.Skip("reads thirty pages six times")
	}
	var out bytes.Buffer
	require.NoError(t, measurePages("../../examples/desk/pages", &out))
	assert.Contains(t, out.String(), "30 pages")
	assert.Error(t, measurePages(t.TempDir(), &out))
}

func TestEveryWayToDealOut(t *testing.T) {
	if testing.Short() {
		t.Skip("simulates four times")
	}
	saved := filepath.Join(t.TempDir(), "stories")
	for _, by := range []string{"none", "time", "band", "random"} {
		var out bytes.Buffer
		c := config{articles: 120, words: 60, shards: 3, report: 120, perDay: 1e4, by: by, every: 20 * time.Minute, seed: 1, save: saved}
		with := saved
		if by == "none" {
			with = ""
		}
		require.NoError(t, run(context.Background(), c, with, &out))
		assert.Contains(t, out.String(), "120 ", by)
		assert.Equal(t, by != "none", strings.Contains(out.String(), "with "), by)
	}
	assert.Error(t, run(context.Background(), config{by: "luck"}, "", &bytes.Buffer{}))
}
