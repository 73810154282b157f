package extract_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

const body = "<p>The ferry between the two islands will run again from Monday, the harbour office said. Repairs took three weeks longer than planned.</p>" +
	"<p>Passengers had to travel by bus and bridge, a detour of two hours. Fishermen, who sell their catch in the town, lost the morning market.</p>"

func TestHostilePages(t *testing.T) {
	const n = 100_000
	for name, c := range map[string]struct {
		page    string
		article bool
	}{
		"empty":                   {"", false},
		"binary":                  {strings.Repeat("\x00\x01\x02\xff\xfe\x7f<", 20_000), false},
		"divs in divs":            {strings.Repeat("<div>", n) + body, true},
		"spans in spans":          {strings.Repeat("<span>", n) + body, true},
		"links in links":          {strings.Repeat("<a href=x>", n) + body, false},
		"paragraphs never closed": {strings.Repeat("<p><b><i><span>", n) + body, true},
		"end tags":                {strings.Repeat("</div></p></a></x>", n) + body, true},
		"tables in tables":        {strings.Repeat("<table><tr><td>", n) + body, true},
		"a million attributes":    {"<div " + strings.Repeat("a=b ", 1_000_000) + ">" + body, true},
		"ten megabytes of script": {"<script>" + strings.Repeat("var x='<p>';\n", 800_000) + "</script>" + body, true},
		"entities":                {body + strings.Repeat("&amp;amp;&#x1F600;&nosuch;", n), true},
		"entity bomb":             {"<!DOCTYPE l [<!ENTITY a \"lol\">" + strings.Repeat("<!ENTITY b \"&a;&a;&a;\">", 1000) + "]>" + strings.Repeat("&b;", n) + body, true},
		"half a tag":              {body + "<div class=", true},
		"end of script in script": {"<script><!-- <script>" + strings.Repeat("</script><script>", n) + "</script></script>" + body, true},
		"dashes":                  {"<!" + strings.Repeat("-", n) + ">" + body, true},
		"ampersands":              {body + strings.Repeat("&", 10*n), true},
		"quotes":                  {"<p " + strings.Repeat("'\"", n) + ">" + body, false},
		"titles never closed":     {strings.Repeat("<title>x ", n), false},
		"comments":                {strings.Repeat("<!--", n) + body, false},
		"unclosed attribute":      {body + `<a href="` + strings.Repeat("x", n), true},
		"select never closed":     {"<div><select><option>x</div>" + body, true},
		"nested JSON":             {`<script type="application/ld+json">` + strings.Repeat(`{"a":[`, n) + "</script>" + body, true},
		"invalid UTF-8":           {"<p>\xff\xfe\xfd</p>" + body, true},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a, err := extract.FromString(c.page, &extract.Options{Format: extract.HTML, MaxBytes: 64 << 20, KeepRejected: true})
			check(t, a, err)
			assert.Less(t, time.Since(start), 10*time.Second)
			if c.article {
				require.NoError(t, err)
				assert.Contains(t, a.Text, "Passengers had to travel by bus and bridge")
			}
		})
	}
}

// Forty times the input may not take far more than forty times the time: what
// grows with the square would take 1,600 times as long. The slack is for busy
// machines.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, unit := range map[string]string{
		"divs": "<div>", "mixed": "<div><p>x<a href=y>z</a><ul><li>", "ends": "<b></i>", "text": "word, ", "links": "<a href=/x>y</a> ", "breaks": "a<br><br>",
	} {
		took := func(n int) time.Duration {
			page := strings.Repeat(unit, n/len(unit))
			best := time.Hour
			for range 2 {
				start := time.Now()
				_, _ = extract.FromString(page, &extract.Options{Format: extract.HTML, MaxBytes: 1 << 30})
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := took(100_000), took(4_000_000)
		assert.Less(t, large, 200*small+2*time.Second, "%s: %v for 0.1 MB, %v for 4 MB", name, small, large)
	}
}

func TestTooLarge(t *testing.T) {
	page := strings.Repeat("<div>", 50<<20/5)
	_, err := extract.Extract(strings.NewReader(page), nil)
	require.ErrorIs(t, err, extract.ErrTooLarge)
	_, err = extract.FromString("<p>x", &extract.Options{MaxBytes: 2})
	require.ErrorIs(t, err, extract.ErrTooLarge)
}

// endless is a page that never ends.
type endless struct{ read int64 }

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, strings.Repeat("<p>On and on it goes. ", 100))
	e.read += int64(n)
	return n, nil
}

func TestReadsNoMoreThanItMay(t *testing.T) {
	var r endless
	_, err := extract.Extract(&r, &extract.Options{MaxBytes: 100_000})
	require.ErrorIs(t, err, extract.ErrTooLarge)
	assert.LessOrEqual(t, r.read, int64(100_001))
}

func TestReaderError(t *testing.T) {
	a, err := extract.Extract(iotest.ErrReader(iotest.ErrTimeout), nil)
	require.ErrorIs(t, err, iotest.ErrTimeout)
	assert.NotNil(t, a)
}

func TestGzip(t *testing.T) {
	page := "<!DOCTYPE html><title>Ferry runs again</title><h1>Ferry runs again</h1>" + body
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(page + strings.Repeat("<!-- padding that packs well -->", 1000)))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	whole := b.String()
	for _, cut := range []int{len(whole), len(whole) - 12} {
		a, err := extract.FromString(whole[:cut], nil)
		require.NoError(t, err, "%d of %d bytes", cut, len(whole))
		assert.Equal(t, "Ferry runs again", a.Title)
		assert.Contains(t, a.Text, "Passengers had to travel")
	}
	_, err = extract.FromString(whole, &extract.Options{MaxBytes: 5000})
	require.ErrorIs(t, err, extract.ErrTooLarge, "what comes out is bounded too")
	a, err := extract.FromString(whole[:20], nil)
	check(t, a, err)
}
