package page

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// scanned returns the tokens of a document, text joined.
func scanned(doc string) (out []string) {
	s := scanner{doc: doc}
	for {
		switch t := s.next(); t {
		case endOfPage:
			return out
		case textToken:
			text := s.text
			if !s.isRaw {
				text = html.UnescapeString(text)
			}
			out = join(out, text)
		case startTag:
			var b strings.Builder
			b.WriteString("<" + string(s.name))
			for _, a := range s.attrs {
				b.WriteString(" " + strings.ToLower(a.key) + "=" + unescape(a.value))
			}
			out = append(out, b.String())
		case endTag:
			out = append(out, "</"+string(s.name))
		}
	}
}

// tokenized is the same by the tokenizer of x/net/html.
func tokenized(doc string) (out []string) {
	z := html.NewTokenizer(strings.NewReader(doc))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.TextToken:
			out = join(out, string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			var b strings.Builder
			b.WriteString("<" + string(name))
			for n := 0; more && n < maxAttrs; n++ {
				var k, v []byte
				k, v, more = z.TagAttr()
				b.WriteString(" " + strings.ToLower(string(k)) + "=" + string(v))
			}
			out = append(out, b.String())
		case html.EndTagToken:
			name, _ := z.TagName()
			out = append(out, "</"+string(name))
		}
	}
}

func join(out []string, text string) []string {
	if n := len(out); n > 0 && strings.HasPrefix(out[n-1], "#") {
		out[n-1] += text
		return out
	}
	return append(out, "#"+text)
}

func TestScannerAgreesWithTokenizer(t *testing.T) {
	for _, doc := range []string{
		"", "a", "<", "a<", "a < b", "a<b", "</", "</>x", "</ x>y", "<!doctype html>x", "<!-- a -->b", "<!--> b", "<!---> b", "<!-- a --!> b", "<!-- -- > --> b",
		"<?php echo 1 ?>x", "<a href=x>y</a>", `<a href="x>y" title='"'>z`, "<a b c = d e='f'/>", "<br/>", "<a/b=c>", "<A HREF=X>Y</A>", "<a =b>", "<a b==c>",
		"<script>a<b</script>c", "<script><!-- <script>a</script> --></script>b", "<script><!-- a --></script>b", "<SCRIPT>x</Script >y", "<script>x</scripts>y</script/>z",
		"<style><p></style>x", "<title>a &amp; <b></title>c", "<textarea>&lt;</textarea>", "<xmp>&lt;<b></xmp>", "<noscript><p></noscript>", "<plaintext><p></plaintext>",
		"&amp;&nbsp;&notin;&notit;&#65;&#x41;&#xD800;&bogus;&copy &", `<a href="?a=1&copy=2&amp;b=3&lt">`, "<a\nb\tc\fd>", "&#39s &#x27z &#; &#x; &#9999999999;", `<a b="&#39s&#x41&para=&amp=&amp;c&ampd">`, "<é>", "<a é=ü>", "<a b=é>",
	} {
		assert.Equal(t, tokenized(doc), scanned(doc), "%q", doc)
	}
}

// What real pages hold reads alike, too: those of the repository, and those of
// the shared evaluation data where that is laid out beside it.
func TestScannerAgreesOnPages(t *testing.T) {
	files, err := filepath.Glob("../../extract/testdata/pages/*/source.html")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	more, _ := filepath.Glob("../../../shared/data/extract/dev/*/html/*.gz")
	for _, name := range append(files, more...) {
		doc := read(t, name)
		want, got := tokenized(doc), scanned(doc)
		for i := range min(len(want), len(got)) {
			require.Equal(t, want[i], got[i], name)
		}
		require.Len(t, got, len(want), name)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		r, err = gzip.NewReader(f)
		require.NoError(t, err)
	}
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(Decode(data, "")) // which the scanner leaves as they are
}

func FuzzScanner(f *testing.F) {
	f.Add("<p class=a>b &amp; c<!-- d --></p><script>e<f</script>")
	f.Add("<a b='c\"d' e=f/><br/></a ><title>&lt;</title>")
	f.Fuzz(func(t *testing.T, doc string) {
		s := scanner{doc: doc}
		for at := 0; ; {
			k := s.next()
			require.GreaterOrEqual(t, s.at, at)
			require.LessOrEqual(t, s.pos, len(doc))
			if k == endOfPage {
				return
			}
			require.Greater(t, s.pos, s.at)
			at = s.pos
		}
	})
}
