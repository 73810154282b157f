package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// A sample is a page as a dump with its article.
type sample struct {
	id, set, site, lang string
	text, gold          string
}

func gunzip(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !strings.HasSuffix(path, ".gz") {
		return io.ReadAll(f)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

func eachLine(path string, f func([]byte) error) error {
	b, err := gunzip(path)
	if err != nil {
		return err
	}
	s := bufio.NewScanner(bytes.NewReader(b))
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		if err := f(s.Bytes()); err != nil {
			return err
		}
	}
	return s.Err()
}

// loadPages reads a set of HTML pages as dumps.
func loadPages(dir, set string) (out []sample, err error) {
	err = eachLine(filepath.Join(dir, set, "gold.jsonl"), func(b []byte) error {
		var g struct{ ID, HTML, URL, Lang, Text string }
		if err := json.Unmarshal(b, &g); err != nil {
			return err
		}
		if g.Text == "" {
			return nil
		}
		page, err := gunzip(filepath.Join(dir, set, g.HTML))
		if err != nil {
			return err
		}
		text, err := flatten(page)
		if err != nil {
			return nil
		}
		out = append(out, sample{g.ID, set, site(g.URL, g.ID), g.Lang, text, g.Text})
		return nil
	})
	return out, err
}

// loadFlat reads a set of dumps.
func loadFlat(dir, set string) (out []sample, err error) {
	err = eachLine(filepath.Join(dir, "flat-"+set, "pages.jsonl.gz"), func(b []byte) error {
		var g struct {
			ID, Lang, Gold string
			Text           string `json:"text_flat"`
		}
		if err := json.Unmarshal(b, &g); err != nil {
			return err
		}
		out = append(out, sample{g.ID, set, "", g.Lang, g.Text, g.Gold})
		return nil
	})
	return out, err
}

func site(address, id string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return id
	}
	return strings.TrimPrefix(u.Host, "www.")
}

// flatten returns the visible text of a page, a line a block.
func flatten(page []byte) (string, error) {
	r, err := charset.NewReader(bytes.NewReader(page), "text/html")
	if err != nil {
		return "", err
	}
	doc, err := html.Parse(r)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	visible(doc, &b)
	var lines []string
	for l := range strings.SplitSeq(b.String(), "\n") {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n"), nil
}

const blocks = " address article aside blockquote body br button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section select summary table tbody td textarea tfoot th thead tr ul video "

func visible(n *html.Node, b *strings.Builder) {
	if n.Type == html.TextNode {
		b.WriteString(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(n.Data))
		return
	}
	if n.Type == html.CommentNode {
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Head, atom.Object:
		return
	}
	block := n.Type == html.ElementNode && strings.Contains(blocks, " "+n.Data+" ")
	if block {
		b.WriteByte('\n')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		visible(c, b)
	}
	if block {
		b.WriteByte('\n')
	}
}

// variants returns the page as lines, on one line, and with the body twice.
func (s sample) variants() [3]string {
	one := strings.ReplaceAll(s.text, "\n", " ")
	ls := strings.Split(s.text, "\n")
	tail := strings.Join(ls[len(ls)-len(ls)/4:], " ")
	return [3]string{s.text, one, one + "\n" + strings.ReplaceAll(s.gold, "\n", " ") + "\n" + tail}
}
