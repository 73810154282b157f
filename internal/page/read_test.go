package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func texts(p *Page) []string {
	var out []string
	for i := range p.Blocks {
		out = append(out, p.Blocks[i].Text)
	}
	return out
}

func TestBlocks(t *testing.T) {
	for name, c := range map[string]struct {
		doc  string
		want []string
	}{
		"inline elements":      {"<p>Η <b>νέα</b> γέ<i>φυρα</i></p>", []string{"Η νέα γέφυρα"}},
		"white space":          {"<p> a\n\t b&nbsp;&nbsp;c\u3000d </p>", []string{"a b c d"}},
		"soft hyphens":         {"<p>Bahn&shy;hof</p>", []string{"Bahnhof"}},
		"decomposed letters":   {"<p>и\u0306 e\u0301</p>", []string{"й é"}},
		"p never closed":       {"<p>a<p>b<div>c</div>d", []string{"a", "b", "c", "d"}},
		"list":                 {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", []string{"a", "b", "c", "d"}},
		"table":                {"<table><tr><td>a<td>b<tr><td>c</table>d", []string{"a", "b", "c", "d"}},
		"heading never closed": {"<h1>Τίτλος<p>Κείμενο που ακολουθεί", []string{"Τίτλος", "Κείμενο που ακολουθεί"}},
		"one break":            {"a<br>b", []string{"a b"}},
		"two breaks":           {"a<br><br>b", []string{"a", "b"}},
		"bold line":            {"<b>Заголовок</b><br>Текст", []string{"Заголовок", "Текст"}},
		"links on lines":       {"<a href=1>a</a><br><a href=2>b</a><br>c", []string{"a", "b", "c"}},
		"scripts":              {"<p>a<script>b<p></script><style>c</style><noscript>d</noscript>e", []string{"ae"}},
		"element set apart":    {"<p>a <span class=related><a href=x>b</a></span> c</p>", []string{"a", "b", "c"}},
		"stray end tags":       {"</div>a</p>b</td></b>c", []string{"a", "bc"}},
		"select not closed":    {"<div><select><option>x</div><p>a", []string{"a"}},
	} {
		assert.Equal(t, c.want, texts(Read(c.doc)), name)
	}
}

func TestLines(t *testing.T) {
	p := Read("<td>Rubric<br><b>The <i>title</i> itself</b><br>Cafe\u0301 <a href=/>Rosa</a><br>the end<br></td><p>no lines</p>")
	require.Len(t, p.Blocks, 2)
	assert.Equal(t, []TextLine{{"Rubric", false}, {"The title itself", true}, {"Caf\u00e9 Rosa", false}, {"the end", false}}, p.Lines(0))
	assert.Equal(t, []TextLine{{"no lines", false}}, p.Lines(1))
}

func TestPiecesOfOneParagraph(t *testing.T) {
	p := Read("<p>a <span class=related>b</span> c</p><p>d</p>")
	require.Len(t, p.Blocks, 4)
	assert.Equal(t, p.Blocks[0].Para, p.Blocks[2].Para)
	assert.NotEqual(t, p.Blocks[0].Para, p.Blocks[3].Para)
}

func TestLinks(t *testing.T) {
	p := Read(`<div>Ще <a href=" /a ">одна</a> <a href="/b"><div>новина</div></a></div><a href="/c"></a>`)
	var got []string
	for _, l := range p.Links {
		got = append(got, l.Href+" "+p.Blocks[l.Block].Text[l.Start:l.End])
	}
	assert.Equal(t, []string{"/a одна", "/b новина"}, got)
}

func TestDeepNesting(t *testing.T) {
	p := Read(strings.Repeat("<div>", 5000) + "<h1>a</h1><p>b</p>" + strings.Repeat("</div>", 5000) + "<p>c")
	assert.Equal(t, []string{"a", "b", "c"}, texts(p))
	assert.EqualValues(t, 1, p.Blocks[0].Heading)
	assert.EqualValues(t, 0, p.Blocks[1].Heading)
}

func TestTitleNeverClosed(t *testing.T) {
	p := Read("<title>Kop\n<body>" + strings.Repeat("<p>tekst</p>", 200))
	assert.Equal(t, "Kop", p.Title)
	assert.Equal(t, 200, len(p.Blocks))
}

func TestHints(t *testing.T) {
	for class, want := range map[string]Hint{
		"article-body": HintBody, "articleBody": HintBody, "main_menu": HintBody | HintNav, "relatedArticles": HintRelated, "ShareButtons": HintShare | HintNav,
		"col-md-8": 0, "sidebarwidget": HintSide, "x": 0, "": 0,
	} {
		assert.Equal(t, want, attrHint(class), class)
	}
}

func TestReadData(t *testing.T) {
	for name, c := range map[string]struct {
		json string
		want Data
	}{
		"graph": {
			`{"@graph":[{"@type":"Person","@id":"#1","name":"Ана Поп"},{"@type":"NewsArticle","headline":"x &amp; y","author":{"@id":"#1"}}]}`,
			Data{Found: true, Type: "NewsArticle", Headline: "x & y", Authors: []string{"Ана Поп"}},
		},
		"trailing commas": {
			`[{"@type":["Article","NewsArticle"],"headline":"x","author":["a","b",],},]`,
			Data{Found: true, Type: "Article", Headline: "x", Authors: []string{"a", "b"}},
		},
		"line break in a string": {"{\"@type\":\"Report\",\"headline\":\"one\ntwo\"}", Data{Found: true, Type: "Report", Headline: "one two"}},
		"quote not escaped":      {`{"@type":"Article","headline":"the "old" mill","articleSection":"s"}`, Data{Found: true, Type: "Article", Headline: `the "old" mill`, Section: "s"}},
		"cut off":                {`{"@type":"Article","headline":"x","articleBody":"y`, Data{Found: true, Type: "Article", Headline: "x", Body: "y"}},
		"escapes":                {`{"@type":"Article","headline":"\u041c\u0438\u0440 \ud83d\ude00"}`, Data{Found: true, Type: "Article", Headline: "Мир 😀"}},
		"teasers":                {`{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"x"}]}`, Data{}},
		"no JSON":                {"var x = 1;", Data{}},
	} {
		p := &Page{LD: []string{c.json}}
		assert.Equal(t, c.want, *p.ReadData(), name)
	}
}

func TestDefaultModelFitsTheFeatures(t *testing.T) {
	m := Default()
	assert.Equal(t, NumFeatures, m.First.Inputs())
	assert.Equal(t, NumFeatures+NumContext, m.Second.Inputs())
}
