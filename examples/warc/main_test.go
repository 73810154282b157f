package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"mime"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// With this variable set, the test's executable is the program itself.
const asProgram = "TIDINGS_WARC_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

const pages = "../desk/pages"

type goldPage struct{ File, Story, Lang, Date string }

func gold(t testing.TB) []goldPage {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(pages, "gold.json"))
	require.NoError(t, err)
	var list []goldPage
	require.NoError(t, json.Unmarshal(data, &list))
	return list
}

func address(g goldPage) string { return "https://" + g.Lang + ".example/" + g.File }

// member packs a record as Common Crawl does.
func member(kind, uri, date, block string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: %sT23:59:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, date, len(block), block)
	z.Close()
	return b.Bytes()
}

// fetched is the day on which a page was fetched: that of its story, if the
// page does not say.
func fetched(g goldPage) string {
	if len(g.Date) == len(time.DateOnly) {
		return g.Date
	}
	return map[string]string{"bridge": "2024-03-17", "strike": "2024-04-10", "summit": "2024-04-19", "takeover": "2024-05-15", "derailment": "2024-05-23", "": "2024-05-01"}[g.Story]
}

func answer(kind, body string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: " + kind + "\r\n\r\n" + body
}

// archive writes the pages of the desk to two files, among records that hold
// no page and records that are broken.
func archive(t testing.TB) []string {
	t.Helper()
	var files [2]bytes.Buffer
	for i, g := range gold(t) {
		f := &files[i%2]
		body, err := os.ReadFile(filepath.Join(pages, g.File))
		require.NoError(t, err)
		kind := mime.TypeByExtension(filepath.Ext(g.File))
		kind, _, _ = strings.Cut(kind, ";")
		f.Write(member("request", address(g), fetched(g), "GET / HTTP/1.1\r\n\r\n"))
		f.Write(member("response", address(g), fetched(g), answer(kind, string(body))))
		switch i {
		case 4:
			f.Write(member("response", "https://is.example/logo.png", "2024-05-24", answer("image/png", "\x89PNG")))
		case 8:
			damaged := member("response", "https://damaged.example", "2024-05-24", answer("text/html", "<p>lost</p>"))
			damaged[len(damaged)-12] ^= 0xff
			f.Write(damaged)
		case 11:
			f.Write(member("response", "https://odd.example", "2024-05-24", "no answer at all"))
		case 15:
			f.Write(member("response", address(g), fetched(g), answer(kind, string(body)))) // fetched again
		}
	}
	var names []string
	for i := range files {
		name := filepath.Join(t.TempDir(), fmt.Sprintf("news-%d.warc.gz", i))
		require.NoError(t, os.WriteFile(name, files[i].Bytes(), 0o600))
		names = append(names, name)
	}
	return names
}

// rows returns what a query gives, as text.
func rows(t *testing.T, base, query string) []string {
	t.Helper()
	db, err := sql.Open("sqlite", base)
	require.NoError(t, err)
	defer db.Close()
	r, err := db.Query(query)
	require.NoError(t, err)
	defer r.Close()
	columns, err := r.Columns()
	require.NoError(t, err)
	out := []string{}
	for r.Next() {
		cells := make([]sql.NullString, len(columns))
		to := make([]any, len(columns))
		for i := range cells {
			to[i] = &cells[i]
		}
		require.NoError(t, r.Scan(to...))
		var line []string
		for _, c := range cells {
			line = append(line, c.String)
		}
		out = append(out, strings.Join(line, "|"))
	}
	require.NoError(t, r.Err())
	return out
}

func TestStoriesOfAnArchive(t *testing.T) {
	base, jsonl := filepath.Join(t.TempDir(), "news.db"), filepath.Join(t.TempDir(), "stories.jsonl")
	var log bytes.Buffer
	require.NoError(t, run(context.Background(), append([]string{"-o", base, "-jsonl", jsonl}, archive(t)...), &log))
	storyOf := map[string]string{}
	for _, g := range gold(t) {
		storyOf[address(g)] = g.Story
	}
	data, err := os.ReadFile(jsonl)
	require.NoError(t, err)
	articles, right := 0, 0
	for line := range strings.Lines(string(data)) {
		var s exported
		require.NoError(t, json.Unmarshal([]byte(line), &s))
		for _, a := range s.Articles {
			articles++
			if storyOf[s.Articles[0].URL] == storyOf[a.URL] && (len(s.Articles) > 1) == (storyOf[a.URL] != "") {
				right++
			}
		}
	}
	assert.Equal(t, len(storyOf), articles)
	assert.GreaterOrEqual(t, right, articles-3, "in the stories where they belong")
	assert.Equal(t, 2, strings.Count(log.String(), ": byte "), log.String())
	assert.Contains(t, log.String(), "odd.example")
	assert.Equal(t, []string{"2"}, rows(t, base, "SELECT count(*) FROM bad"))
	assert.GreaterOrEqual(t, len(rows(t, base, "SELECT id FROM stories WHERE languages >= 4")), 4)
	assert.NotEmpty(t, rows(t, base, "SELECT * FROM entities WHERE kind = 'PER' AND name = 'Ioana Dragomir'"))
}

const everything = "SELECT url, site, lang, published, title, story, file, offset FROM articles ORDER BY id"

func TestInterruptedAndGoneOn(t *testing.T) {
	files := archive(t)
	whole := filepath.Join(t.TempDir(), "whole.db")
	require.NoError(t, run(context.Background(), append([]string{"-o", whole}, files...), t.Output()))
	for _, wait := range []time.Duration{1, 100 * time.Millisecond, 250 * time.Millisecond} {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		base := filepath.Join(t.TempDir(), "news.db")
		args := append([]string{"-o", base, "-every", "1ms"}, files...)
		_ = run(ctx, args, t.Output())
		cancel()
		require.NoError(t, run(context.Background(), args, t.Output()))
		assert.Equal(t, rows(t, whole, everything), rows(t, base, everything))
		assert.Equal(t, rows(t, whole, "SELECT snapshot FROM state"), rows(t, base, "SELECT snapshot FROM state"))
	}
}

func TestKilledAndGoneOn(t *testing.T) {
	files := archive(t)
	whole, base := filepath.Join(t.TempDir(), "whole.db"), filepath.Join(t.TempDir(), "news.db")
	require.NoError(t, run(context.Background(), append([]string{"-o", whole}, files...), t.Output()))
	args := append([]string{"-o", base, "-every", "1ms"}, files...)
	killed := 0
	for range 100 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(50+rand.IntN(150))*time.Millisecond)
		cmd := exec.CommandContext(ctx, os.Args[0], args...) // which sends SIGKILL
		cmd.Env = append(os.Environ(), asProgram+"=1")
		err := cmd.Run()
		cancel()
		if err == nil {
			break
		}
		killed++
	}
	t.Logf("killed %d times", killed)
	require.NoError(t, run(context.Background(), args, t.Output()))
	assert.Equal(t, rows(t, whole, everything), rows(t, base, everything))
	assert.Equal(t, rows(t, whole, "SELECT file, offset FROM bad ORDER BY file, offset"), rows(t, base, "SELECT file, offset FROM bad ORDER BY file, offset"))
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"-nonsense"}, {"-o", filepath.Join(t.TempDir(), "a.db"), "absent.warc.gz"}, {"-o", t.TempDir(), "a.warc"}} {
		assert.Error(t, run(context.Background(), args, &bytes.Buffer{}), args)
	}
}
