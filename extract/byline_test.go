package extract_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

// The day is the one that readers see, and the moment the one that was stated.
func TestPublishedOnTheDayShown(t *testing.T) {
	const utc = `<meta property="article:published_time" content="2023-12-23T03:22:07Z">`
	for name, c := range map[string]struct{ head, byline, address, want string }{
		"no date shown":        {utc, "", "", "2023-12-23T03:22:00Z"},
		"the same day":         {utc, "<p>23 December 2023</p>", "", "2023-12-23T03:22:00Z"},
		"day before, by clock": {utc, "<p>Dec 22, 2023, 10:22 PM</p>", "", "2023-12-22T22:22:00-05:00"},
		"day before":           {utc, "<p>22.12.2023</p>", "", "2023-12-22T23:22:00-04:00"},
		"day in the address":   {utc, "", "https://news.example/2023/12/22/ferry", "2023-12-22T23:22:00-04:00"},
		"another day":          {utc, "<p>19 December 2023</p>", "", "2023-12-23T03:22:00Z"},
		"month and day":        {`<meta name="pubdate" content="11/01/2023">`, "<p>1.11.2023</p>", "", "2023-11-01T00:00:00Z"},
		"date of the page":     {`<meta name="date" content="2022-01-26">`, `<p><time datetime="2022-01-21">21.01.2022</time></p>`, "", "2022-01-21T00:00:00Z"},
		"day first":            {"", "", "https://news.example/notes/29-10-2021", "2021-10-29T00:00:00Z"},
	} {
		u, err := url.Parse(c.address)
		require.NoError(t, err)
		a, err := extract.FromString("<!DOCTYPE html><html><head>"+c.head+"</head><body><h1>Ferry runs again</h1>"+c.byline+body+"</body></html>", &extract.Options{URL: u})
		require.NoError(t, err)
		assert.Equal(t, c.want, a.Published.Format(time.RFC3339), name)
	}
}

func TestAuthorsAreNames(t *testing.T) {
	for byline, want := range map[string][]string{
		`<p>By Rosa Lindqvist and Petr Hanák</p>`:                                                                                {"Rosa Lindqvist", "Petr Hanák"},
		`<p>Von <a href=/rl>Rosa Lindqvist</a> und <a href=/ph>Petr Hanák</a></p>`:                                               {"Rosa Lindqvist", "Petr Hanák"},
		`<p class="byline">Rosa Lindqvist, Writer</p>`:                                                                           {"Rosa Lindqvist"},
		`<p class="byline">Rosa Lindqvist | rlindqvist@news.example</p>`:                                                         {"Rosa Lindqvist"},
		`<p>11.12.2019 - Rosa Lindqvist</p>`:                                                                                     {"Rosa Lindqvist"},
		`<p class="author">Follow Us</p>`:                                                                                        nil,
		`<p class="author">Artikel teilen</p>`:                                                                                   nil,
		`<p><a rel="author" href="/author/rosa">rosa</a></p>`:                                                                    {"rosa"},
		`<script>{"@context":"https://schema.org","@type":"Article","author":{"name":["Rosa Lindqvist"]}}</script>`:              {"Rosa Lindqvist"},
		`<script type="application/ld+json">{"@type":"Article","author":{"givenName":"Rosa","familyName":"Lindqvist"}}</script>`: {"Rosa Lindqvist"},
	} {
		a, err := extract.FromString("<!DOCTYPE html><html><body><h1>Ferry runs again</h1>"+byline+body+"</body></html>", nil)
		require.NoError(t, err)
		assert.Equal(t, want, a.Authors, byline)
	}
}

// The name of the site as author gives way to that of a person.
func TestPersonBeforeSite(t *testing.T) {
	const head = `<meta property="og:site_name" content="Harbour News"><meta name="author" content="Harbour News">`
	for byline, want := range map[string]string{`<p class="authors">von Rosa Lindqvist</p>`: "Rosa Lindqvist", `<p class="authors">Top stories today</p>`: "Harbour News"} {
		a, err := extract.FromString("<!DOCTYPE html><html><head>"+head+"</head><body><h1>Ferry runs again</h1>"+byline+body+"</body></html>", nil)
		require.NoError(t, err)
		assert.Equal(t, []string{want}, a.Authors)
	}
}
