package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/internal/dump"
	"github.com/tidings-go/tidings/internal/train/sets"

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

// loadPages reads a set of HTML pages as dumps. Where people marked only
// segments of a page, its article is what the library finds in its HTML, if that
// has all segments right.
func loadPages(dir, set string) (out []sample, err error) {
	err = eachLine(filepath.Join(dir, set, "gold.jsonl"), func(b []byte) error {
		var g struct {
			ID, HTML, URL, Lang, Text string
			Must                      []string
			MustNot                   []string `json:"must_not"`
		}
		if err := json.Unmarshal(b, &g); err != nil {
			return err
		}
		if g.Text == "" && len(g.Must) < 2 {
			return nil
		}
		page, err := gunzip(filepath.Join(dir, set, g.HTML))
		if err != nil {
			return err
		}
		if g.Text == "" {
			if g.Text = found(page, g.Must, g.MustNot); g.Text == "" {
				return nil
			}
		}
		if text, err := flatten(page); err == nil {
			out = append(out, sample{g.ID, set, site(g.URL, g.ID), g.Lang, text, g.Text})
		}
		return nil
	})
	return out, err
}

// found returns the article that the library finds in a page of HTML, or "" if
// that lacks a segment that must be there or has one that must not.
func found(page []byte, must, mustNot []string) string {
	a, err := extract.FromString(string(page), &extract.Options{Format: extract.HTML})
	if err != nil {
		return ""
	}
	text := strings.Join(strings.Fields(a.Text), " ")
	for _, m := range must {
		if !strings.Contains(text, strings.Join(strings.Fields(m), " ")) {
			return ""
		}
	}
	for _, m := range mustNot {
		if strings.Contains(text, strings.Join(strings.Fields(m), " ")) {
			return ""
		}
	}
	return a.Text
}

// loadSites returns the site of every page of a set.
func loadSites(dir, set string, to map[string]string) error {
	return eachLine(filepath.Join(dir, set, "gold.jsonl"), func(b []byte) error {
		var g struct{ ID, URL string }
		if err := json.Unmarshal(b, &g); err != nil {
			return err
		}
		to[g.ID] = site(g.URL, g.ID)
		return nil
	})
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
	if s := sets.Site(address); s != "" {
		return s
	}
	return id
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

func hash(a, b uint32) uint32 {
	h := a*2654435761 ^ b*2246822519
	h ^= h >> 15
	h *= 2246822519
	return h ^ h>>13
}

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
func (s sample) variants() []string {
	one := strings.ReplaceAll(s.text, "\n", " ")
	ls := strings.Split(s.text, "\n")
	tail := strings.Join(ls[len(ls)-len(ls)/4:], " ")
	return []string{s.text, one, one + "\n" + strings.ReplaceAll(s.gold, "\n", " ") + "\n" + tail}
}

// disturbed returns the page with troubles put between the paragraphs of its
// article: links to read also, credits, datelines, as lines and on one line.
func (s sample) disturbed() []string {
	gold := map[string]bool{}
	for l := range strings.SplitSeq(s.gold, "\n") {
		gold[strings.Join(strings.Fields(l), " ")] = true
	}
	ls := strings.Split(s.text, "\n")
	var heads, out []string
	for _, l := range ls {
		if n := len(strings.Fields(l)); n >= 5 && n <= 14 && !gold[l] && !strings.HasSuffix(l, ".") {
			heads = append(heads, l)
		}
	}
	if len(heads) == 0 {
		heads = []string{s.id}
	}
	seed := hash(uint32(len(s.text)), uint32(len(s.gold)))
	cue := dump.Phrases(dump.Related, s.lang)
	share := dump.Phrases(dump.Share, s.lang)
	photo := dump.Phrases(dump.Photo, s.lang)
	pick := func(list []string, k uint32) string { return list[int(k%uint32(len(list)))] }
	capital := func(w string) string { r, n := utf8.DecodeRuneInString(w); return strings.ToUpper(string(r)) + w[n:] }
	for i, l := range ls {
		seed = hash(seed, uint32(i))
		if gold[l] && len(l) > 60 {
			switch seed % 12 {
			case 0, 1:
				out = append(out, capital(pick(cue, seed/64))+[]string{": ", " "}[seed/16%2]+pick(heads, seed/4096))
			case 2:
				l = pick(cue, seed/64) + " " + capital(pick(heads, seed/4096)) + " " + l
			case 3, 5:
				if seed/16%2 == 0 {
					l = strings.TrimRight(l, ".")
				}
				l += " " + capital(pick(share, seed/64)) + ":"
			case 4:
				out = append(out, capital(pick(photo, seed/64))+": "+pick(heads, seed/4096)+"/AFP")
			}
		}
		out = append(out, l)
	}
	first, last := len(out), 0
	for i, l := range out {
		if gold[l] {
			first, last = min(first, i), i+1
		}
	}
	if last > first { // pages that are little but their article
		if seed/32%4 == 0 {
			out = out[:last]
		}
		if seed/128%3 == 0 {
			out = out[first:]
			if seed/512%2 == 0 {
				out[0] = pick(dump.Phrases(dump.Time, s.lang), seed) + " " + []string{"2021-02", "2019-11-05", "12.03.2020", "2022"}[seed/1024%4] + " " + out[0]
			}
		}
	}
	lines := strings.Join(out, "\n")
	return []string{lines, strings.ReplaceAll(lines, "\n", " ")}
}
