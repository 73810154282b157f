package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

func TestTextAndJSONTellTheSameStories(t *testing.T) {
	var out, errs bytes.Buffer
	require.NoError(t, run(context.Background(), []string{"-json", "-why", "pages"}, &out, &errs))
	var d desk
	require.NoError(t, json.Unmarshal(out.Bytes(), &d))
	assert.NotEmpty(t, d.Stories)
	out.Reset()
	require.NoError(t, run(context.Background(), []string{"-why", "pages"}, &out, &errs))
	for _, story := range d.Stories {
		assert.Contains(t, out.String(), string(story.ID))
		for _, h := range story.Headlines {
			assert.Contains(t, out.String(), h.Title)
		}
	}
}

func TestBadFilesAreReportedAndTheRestGoesOn(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600))
	}
	write("empty.html", "")
	write("binary.txt", strings.Repeat("\x00\x01\xfe\xff", 4096))
	write("good.txt", "Frost kills the apricot blossom\n\nGrowers in the valley lost most of this year's apricots in one night of frost, "+
		"the farmers' union said on Tuesday. It asked the ministry for help.\n\nThe last frost as hard as this one was in 2004, when half the harvest was lost.\n")
	write("ignored.png", "not a page")
	var out, errs bytes.Buffer
	require.NoError(t, run(context.Background(), []string{dir}, &out, &errs))
	assert.Contains(t, out.String(), "Frost kills the apricot blossom")
	assert.Contains(t, errs.String(), "empty.html")
	assert.Contains(t, errs.String(), "binary.txt")
	assert.NotContains(t, errs.String()+out.String(), "ignored.png")
}

func TestUsageErrors(t *testing.T) {
	for _, args := range [][]string{nil, {"-nonsense"}, {filepath.Join(t.TempDir(), "absent")}, {t.TempDir()}} {
		assert.Error(t, run(context.Background(), args, &bytes.Buffer{}, &bytes.Buffer{}), args)
	}
}

func TestDateIsAsPreciseAsStated(t *testing.T) {
	at := time.Date(2021, time.February, 3, 15, 51, 0, 0, time.UTC)
	for precision, want := range map[extract.Precision]string{
		extract.NoDate: "", extract.Year: "2021", extract.Month: "2021-02", extract.Day: "2021-02-03", extract.Minute: "2021-02-03",
	} {
		assert.Equal(t, want, date(&extract.Article{Published: at, Precision: precision}))
	}
}
