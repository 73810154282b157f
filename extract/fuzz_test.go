package extract_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/tidings-go/tidings/extract"
)

// check holds what every article promises.
func check(t *testing.T, a *extract.Article, err error) {
	t.Helper()
	require.NotNil(t, a)
	if err != nil {
		require.True(t, errors.Is(err, extract.ErrNoArticle) || errors.Is(err, extract.ErrTooLarge), "%v", err)
		require.Empty(t, a.Text)
		return
	}
	require.NotEmpty(t, a.Text)
	require.True(t, utf8.ValidString(a.Text), "text is UTF-8")
	require.True(t, norm.NFC.IsNormalString(a.Text), "text is NFC: %q", a.Text)
	at := 0
	for i, b := range a.Blocks {
		require.NotEmpty(t, b.Text)
		require.GreaterOrEqual(t, b.Start, at, "block %d begins behind the one before it", i)
		require.LessOrEqual(t, b.Start+len(b.Text), len(a.Text))
		require.Equal(t, b.Text, a.Text[b.Start:b.Start+len(b.Text)])
		at = b.Start + len(b.Text)
	}
	require.Equal(t, len(a.Text), at, "the blocks cover the text")
	for _, s := range append([]string{a.Title, a.Subtitle, a.Site}, a.Authors...) {
		require.True(t, utf8.ValidString(s))
		require.NotContains(t, s, "\n")
	}
	require.GreaterOrEqual(t, a.Score, 0.0)
	require.LessOrEqual(t, a.Score, 1.0)
	require.Equal(t, a.Precision == extract.NoDate, a.Published.IsZero())
}

// isPlain reports whether what looks like a tag in the text of a page can only
// be one that was not read as such.
func isPlain(page string) bool {
	return strings.IndexFunc(page, func(c rune) bool { return c < ' ' || c > '~' || c == '&' || c == '\\' }) < 0 && !strings.Contains(page, "<<")
}

func FuzzExtract(f *testing.F) {
	f.Add("<html><title>A ship</title><p>The ship left the harbour on Monday. It carried timber, and it was late.</p>", true)
	f.Add("<p>a<a href=x>b<div>c</a>d</p>e<table><tr><td>f<tr><td>g</table>", true)
	f.Add(`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","articleBody":"`+strings.Repeat("word ", 100)+`"}]`, true)
	f.Add("<!DOCTYPE html><meta charset=koi8-r>\xf0\xd2\xc9\xd7\xc5\xd4, \xcd\xc9\xd2", true)
	f.Add("\xff\xfe<\x00p\x00>\x00", true)
	f.Add("<title>x", true)
	f.Add("<select><option>a<object><svg><p>b", true)
	f.Add("Headline\nThe ship left the harbour on Monday. It carried timber, and it was late.\nMore news\n", false)
	f.Fuzz(func(t *testing.T, page string, html bool) {
		o := extract.Options{Format: extract.Text, KeepRejected: true}
		if html {
			o.Format = extract.HTML
		}
		a, err := extract.FromString(page, &o)
		check(t, a, err)
		if html && isPlain(page) {
			require.NotRegexp(t, "<[a-zA-Z/!?][^<]*>", a.Text, "no markup")
		}
		for _, r := range a.Rejected {
			require.GreaterOrEqual(t, r.Start, -1)
			assert.NotEmpty(t, r.Reason)
		}
		b, err2 := extract.Extract(strings.NewReader(page), &o)
		require.Equal(t, err, err2)
		require.Equal(t, a, b, "a reader gives what the string gives")
	})
}
