package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

const site = `<!doctype html><html><head><title>%t</title></head><body><nav><a href="/">Home</a> <a href="/town">Town</a> <a href="/sport">Sport</a></nav>
<main>%m</main><footer><p>© The Quay. <a href="/terms">Terms</a> <a href="/about">About us</a></p></footer></body></html>`

// notArticles are pages of a news site that are none of an article.
var notArticles = map[string]string{
	"list of headlines": `<h1>Latest</h1><ul><li><a href="/1">Mayor opens the rebuilt fish market</a> 10:02</li><li><a href="/2">School bus route changes from Monday</a> 09:40</li>
		<li><a href="/3">Two lifeboats called out in the fog</a> 08:15</li><li><a href="/4">Choir looks for tenors before Easter</a> 07:30</li></ul>`,
	"headlines with first lines": `<h1>Town</h1><div><h2><a href="/1">Mayor opens the rebuilt fish market</a></h2><p>The stalls were full by eight in the morning.</p></div>
		<div><h2><a href="/2">School bus route changes from Monday</a></h2><p>Parents had asked for a stop at the bridge.</p></div>
		<div><h2><a href="/3">Two lifeboats called out in the fog</a></h2><p>A yacht had run aground off the point.</p></div>`,
	"player of a video": `<h1>Watch: the crane comes down</h1><video src="crane.mp4"></video><p>0:48</p><h2>More videos</h2><ul><li><a href="/v1">Seal pups on the sandbank</a></li>
		<li><a href="/v2">Inside the old lighthouse</a></li><li><a href="/v3">Street party from above</a></li></ul>`,
	"results of a search": `<form><input name="q" value="harbour"><button>Search</button></form><p>3 results for harbour</p><ol><li><a href="/1">Harbour dues to rise</a></li>
		<li><a href="/2">Harbour master retires after forty years</a></li><li><a href="/3">Harbour swim draws record field</a></li></ol>`,
	"table of results": `<h1>League table</h1><table><tr><th>Club</th><th>Played</th><th>Points</th></tr><tr><td><a href="/c1">Quay Rovers</a></td><td>12</td><td>27</td></tr>
		<tr><td><a href="/c2">Hill Town</a></td><td>12</td><td>22</td></tr><tr><td><a href="/c3">Mill United</a></td><td>12</td><td>19</td></tr></table>`,
	"page of an author": `<h1>Ann Oakes</h1><p>Reporter</p><h2>All stories</h2><ul><li><a href="/1">Ferry strike called off at the last minute</a></li><li><a href="/2">What the budget means for the islands</a></li>
		<li><a href="/3">The baker who never sleeps</a></li></ul>`,
	"contact": `<h1>Contact</h1><p>Newsroom: 01234 567890</p><p>Advertising: 01234 567891</p><p>12 Quay Street</p>`,
}

func TestScoreOfOtherPages(t *testing.T) {
	for name, body := range notArticles {
		page := strings.NewReplacer("%t", name+" - The Quay", "%m", body).Replace(site)
		a, err := extract.FromString(page, nil)
		check(t, a, err)
		assert.Less(t, a.Score, 0.25, name)
	}
}

// The score tells the golden pages with an article from those without one.
func TestScoreOfGoldenPages(t *testing.T) {
	dirs, err := filepath.Glob("testdata/pages/*")
	require.NoError(t, err)
	for _, dir := range dirs {
		page, err := os.ReadFile(filepath.Join(dir, "source.html"))
		require.NoError(t, err)
		a, _ := extract.FromString(string(page), nil)
		switch name := filepath.Base(dir); name {
		case "en-front-page", "en-section-front", "da-video-page":
			assert.Less(t, a.Score, 0.25, name)
		default:
			assert.Greater(t, a.Score, 0.4, name)
		}
	}
}
