package extract

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var updateDumps = flag.Bool("update-dumps", false, "rewrite testdata/dumps/*/expected.json")

// dumpGold is what is kept of an article in expected.json.
type dumpGold struct {
	Title   string   `json:"title"`
	Date    string   `json:"date"`
	Authors []string `json:"authors"`
	Blocks  []string `json:"blocks"`
}

func goldOf(a *Article) dumpGold {
	g := dumpGold{Title: a.Title, Authors: a.Authors}
	switch a.Precision {
	case Month:
		g.Date = a.Published.Format("2006-01")
	case Day:
		g.Date = a.Published.Format("2006-01-02")
	case Minute:
		g.Date = a.Published.Format("2006-01-02 15:04")
	}
	for _, b := range a.Blocks {
		t := b.Text
		if b.Kind == Heading {
			t = "# " + t
		}
		g.Blocks = append(g.Blocks, t)
	}
	return g
}

func TestDumps(t *testing.T) {
	dirs, err := filepath.Glob("testdata/dumps/*")
	require.NoError(t, err)
	require.NotEmpty(t, dirs)
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			src, err := os.ReadFile(filepath.Join(dir, "source.txt"))
			require.NoError(t, err)
			a, err := FromString(string(src), &Options{Format: Text})
			require.NoError(t, err)
			got := goldOf(a)
			file := filepath.Join(dir, "expected.json")
			if *updateDumps {
				b, err := json.MarshalIndent(got, "", " ")
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(file, append(b, '\n'), 0o644))
			}
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			var want dumpGold
			require.NoError(t, json.Unmarshal(b, &want))
			assert.Equal(t, want, got)
		})
	}
}

// checkDump asserts what holds for every article out of a text.
func checkDump(t *testing.T, src string, a *Article) {
	t.Helper()
	require.True(t, utf8.ValidString(a.Text) && utf8.ValidString(a.Title))
	at := 0
	for _, b := range a.Blocks {
		require.GreaterOrEqual(t, b.Start, at)
		require.Equal(t, b.Text, a.Text[b.Start:b.Start+len(b.Text)])
		at = b.Start + len(b.Text)
	}
	require.LessOrEqual(t, len(a.Text), 2*len(src)+2)
	require.True(t, a.Score >= 0 && a.Score <= 1)
}

func TestDumpWithoutArticle(t *testing.T) {
	for name, src := range map[string]string{
		"empty":    "",
		"spaces":   " \n\t\n ",
		"menu":     "Home\nNews\nSport\nWeather\nContact",
		"marks":    strings.Repeat("—.!?\n", 50),
		"one word": "word",
	} {
		t.Run(name, func(t *testing.T) {
			a, err := FromString(src, &Options{Format: Text})
			assert.ErrorIs(t, err, ErrNoArticle)
			assert.Empty(t, a.Text)
		})
	}
}

// Repeats, signs and numbers without end take linear time and bounded memory.
func TestDumpsWithoutMeasure(t *testing.T) {
	for name, src := range map[string]string{
		"one letter":   strings.Repeat("a", 4<<20),
		"dates":        strings.Repeat("Bob 1 Jan 2020 ", 20_000),
		"signatures":   strings.Repeat("— Bob (@bob) 1 Jan 2020 ", 15_000),
		"open names":   strings.Repeat("— Bob (@bob ", 30_000),
		"cues":         strings.Repeat("Read also: Read more: ", 15_000),
		"same line":    strings.Repeat("The same line is here again.\n", 20_000),
		"capitals":     strings.Repeat("Word the ", 200_000),
		"marks":        strings.Repeat("»“", 300_000),
		"bad encoding": strings.Repeat("\xff\xfe.", 300_000),
	} {
		t.Run(name, func(t *testing.T) {
			a, _ := FromString(src, &Options{Format: Text})
			checkDump(t, src, a)
		})
	}
}

func FuzzText(f *testing.F) {
	dirs, _ := filepath.Glob("testdata/dumps/*/source.txt")
	for _, file := range dirs {
		if b, err := os.ReadFile(file); err == nil {
			f.Add(string(b))
		}
	}
	f.Add("Title\nBy A B\n1 Jan 2020\nThe text of it is here, and it ends. Read also: X — A (@b) 1 Jan 2020")
	f.Fuzz(func(t *testing.T, src string) {
		a, _ := FromString(src, &Options{Format: Text})
		checkDump(t, src, a)
	})
}

func BenchmarkText(b *testing.B) {
	for _, name := range []string{"de-lines", "cs-oneline"} {
		b.Run(name, func(b *testing.B) {
			src, err := os.ReadFile(filepath.Join("testdata/dumps", name, "source.txt"))
			require.NoError(b, err)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				_, _ = FromString(string(src), &Options{Format: Text})
			}
		})
	}
}
