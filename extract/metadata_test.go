package extract_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

const menu = `<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>`

func TestTitles(t *testing.T) {
	for name, c := range map[string]struct{ head, page, want string }{
		"the head names only the site":     {"The Quay - News", "<p><b>Ferry between the islands to run again</b></p>" + body, "Ferry between the islands to run again"},
		"a section above it":               {"", "<h1>Latest news</h1><h2>Ferry between the islands to run again</h2>" + body, "Ferry between the islands to run again"},
		"the head names nothing":           {"", "<p>Ferry between the islands to run again</p>" + body, "Ferry between the islands to run again"},
		"a heading in other words":         {"The Quay: island ferry runs again", "<h2>THE QUAY</h2><h3>Ferry between the islands to run again</h3>" + body, "Ferry between the islands to run again"},
		"a heading of something else":      {"Ferry runs again", "<h3>Weather for the islands</h3>" + body, "Ferry runs again"},
		"a host before it":                 {"example.com -- Ferry runs again", body, "Ferry runs again"},
		"a host behind it":                 {"Ferry runs again | example.com", body, "Ferry runs again"},
		"short, but the text takes it up":  {"Repairs", "<h1>Repairs</h1><h2>Ferry between the islands to run again</h2>" + body, "Repairs"},
		"no host, but the end of a number": {"Ferry runs again - v2.0", "<h1>Ferry runs again - v2.0</h1>" + body, "Ferry runs again - v2.0"},
	} {
		a, err := extract.FromString("<!doctype html><title>"+c.head+"</title>"+menu+c.page, nil)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, a.Title, name)
	}
}

func TestSiteFromTheTitle(t *testing.T) {
	for title, want := range map[string]string{
		"Ferry runs again | The Quay":        "The Quay",
		"Ferry runs again - News - The Quay": "The Quay",
		"Ferry runs again":                   "",
		"The Quay":                           "",
	} {
		a, err := extract.FromString("<!doctype html><title>"+title+"</title>"+menu+"<h1>Ferry runs again</h1>"+body, nil)
		require.NoError(t, err)
		assert.Equal(t, want, a.Site, title)
	}
}

func TestNamesBesideDates(t *testing.T) {
	for name, c := range map[string]struct {
		byline string
		want   []string
	}{
		"above the date":     {"<div>Ritva Heinonen</div><div>11.2.2020</div>", []string{"Ritva Heinonen"}},
		"below it":           {"<div>11.2.2020</div><div>Ritva Heinonen</div>", []string{"Ritva Heinonen"}},
		"without a date":     {"<div>Ritva Heinonen</div>", nil},
		"a Korean reporter":  {"<div>입력 2022.03.02 09:12 | 한지수 기자</div>", []string{"한지수"}},
		"Georgian":           {"<div>ნინო ბერიძე, 6 ივნისი, 2021</div>", []string{"ნინო ბერიძე"}},
		"no name":            {"<div>Read all about it, 3 May 2021</div>", nil},
		"link to an archive": {`<div><a rel="author" href="/a">More notes from the author</a></div>`, nil},
		"space and a colon":  {"<p>Auteur : Jeanne Vial</p>", []string{"Jeanne Vial"}},
	} {
		a, err := extract.FromString("<!doctype html><title>Ferry runs again</title>"+menu+"<h1>Ferry runs again</h1>"+c.byline+body, nil)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, a.Authors, name)
	}
}

func TestNamesOfCatalogues(t *testing.T) {
	for given, want := range map[string]string{"Jong, Michiel de": "Michiel de Jong", "Ann Oakes": "Ann Oakes", "Ann Oakes, Ben Hale": "Ann Oakes"} {
		a, err := extract.FromString(`<!doctype html><title>Ferry runs again</title><meta name="citation_author" content="`+given+`"><h1>Ferry runs again</h1>`+body, nil)
		require.NoError(t, err)
		require.NotEmpty(t, a.Authors)
		assert.Equal(t, want, a.Authors[0])
	}
}

// A head that gives the month only does not hide the day that the page shows.
func TestFinerDate(t *testing.T) {
	const head = `<!doctype html><title>Ferry runs again</title><meta name="citation_publication_date" content="2017-01"><h1>Ferry runs again</h1>`
	for shown, want := range map[string]string{"30 January 2017": "2017-01-30", "30 March 2017": "2017-01-01"} {
		a, err := extract.FromString(head+"<p>"+shown+"</p>"+body, nil)
		require.NoError(t, err)
		assert.Equal(t, want, a.Published.Format(time.DateOnly), shown)
	}
}

// Inline elements for the author and the date are set off by margins.
func TestGluedByline(t *testing.T) {
	a, err := extract.FromString(`<!doctype html><title>Ferry runs again</title><h1>Ferry runs again</h1><div><span class="author">Olena Hrytsak</span><span class="date">22 September 2023</span></div>`+body, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"Olena Hrytsak"}, a.Authors)
	assert.Equal(t, "2023-09-22", a.Published.Format(time.DateOnly))
}

// Rubric, title and byline may be lines of one cell of a table.
func TestLinesOfOneCell(t *testing.T) {
	const page = `<!doctype html><title>THE QUAY - Daily paper</title><table><tr>
<td><b>TIDES</b><br>07:25 high water at the old lighthouse<br>13:40 low water<br><br><b>SMALL ADS</b><br>Rowing boat for sale, with oars, price to be agreed with the owner, please call after six in the evening</td>
<td><font>News &gt; Sea</font><br><font><b>Ferry between the islands to run again</b></font><br><font>09/04/2024 - 13:40 | By: Rosa Lindqvist</font><br><table></table>` +
		body + `</td></tr></table>`
	a, err := extract.FromString(page, nil)
	require.NoError(t, err)
	assert.Equal(t, "Ferry between the islands to run again", a.Title)
	assert.Equal(t, []string{"Rosa Lindqvist"}, a.Authors)
	assert.Equal(t, "2024-04-09 13:40", a.Published.Format("2006-01-02 15:04"))
	assert.NotContains(t, a.Text, "Rosa Lindqvist")
	assert.NotContains(t, a.Text, "Rowing boat")
}

func TestTeaserWithoutALink(t *testing.T) {
	a, err := extract.FromString("<!doctype html><h1>Ferry runs again</h1>"+body+"<p>Citește și: Cum se coase o cămașă cu ciupag</p><p>The ferry had been out of service.</p>", nil)
	require.NoError(t, err)
	assert.NotContains(t, a.Text, "ciupag")
	assert.Contains(t, a.Text, "out of service")
}
