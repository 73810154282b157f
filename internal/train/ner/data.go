package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/tidings-go/tidings/internal/corpus/names"
	"github.com/tidings-go/tidings/internal/ner"
)

// A gold is a name in a text, in bytes.
type gold struct {
	start, end int
	typ        ner.Type
}

// A text is a stretch of running text with all its names.
type text struct {
	set, tag string
	text     string
	gold     []gold
	types    typeSet // the types that are marked in it
	weight   float32
}

// A typeSet is a set of types.
type typeSet uint8

const (
	allTypes  typeSet = 1<<ner.Types - 1
	coreTypes typeSet = 1<<ner.Person | 1<<ner.Org | 1<<ner.Place
)

var typeNames = map[string]ner.Type{
	"PER": ner.Person, "ORG": ner.Org, "LOC": ner.Place,
	"PRO": ner.Product, "EVT": ner.Event, "MISC": ner.Misc,
}

// marked tells the types that a set marks, where those are not just the three
// core ones.
var marked = map[string]typeSet{
	"el-gsoc":    coreTypes | 1<<ner.Product | 1<<ner.Event,
	"fi-turku":   coreTypes | 1<<ner.Product | 1<<ner.Event,
	"hu-nerkor":  coreTypes | 1<<ner.Misc,
	"tr-wikiner": allTypes,
}

type sentence struct {
	Lang, Text   string
	Tokens, Tags []string
}

// readSet reads a file of tagged sentences. Every other ten are joined to one
// text, so that what an article shows of its words is there to learn from.
func readSet(path string, limit int) ([]text, error) {
	set := strings.TrimSuffix(filepath.Base(path), ".jsonl.gz")
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	types, ok := marked[set]
	if !ok {
		types = coreTypes
	}
	var out []text
	lines := bufio.NewScanner(z)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	for n := 0; lines.Scan() && (limit == 0 || n < limit); n++ {
		var s sentence
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		t := text{set: set, tag: s.Lang, text: s.Text, gold: project(s), types: types, weight: 1}
		if n/10%2 == 1 && n%10 > 0 && limit == 0 {
			out[len(out)-1].join(t)
		} else {
			out = append(out, t)
		}
	}
	return out, lines.Err()
}

// join appends u to t as a paragraph.
func (t *text) join(u text) {
	at := len(t.text) + 1
	t.text += "\n" + u.text
	for _, g := range u.gold {
		t.gold = append(t.gold, gold{g.start + at, g.end + at, g.typ})
	}
}

// project returns the names of s as bytes of its text.
func project(s sentence) []gold {
	var out []gold
	at := 0
	for i, tok := range s.Tokens {
		k := strings.Index(s.Text[at:], tok)
		if k < 0 {
			break
		}
		start, end := at+k, at+k+len(tok)
		at = end
		tag := s.Tags[i]
		if len(tag) < 3 {
			continue
		}
		typ := typeNames[tag[2:]]
		if n := len(out); tag[0] == 'I' && n > 0 && i > 0 && len(s.Tags[i-1]) > 2 && out[n-1].typ == typ {
			out[n-1].end = end
			continue
		}
		out = append(out, gold{start, end, typ})
	}
	return out
}

// readSets reads every set in dir but those left out.
func readSets(dir string, without map[string]bool) ([]text, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	sort.Strings(paths)
	var out []text
	for _, p := range paths {
		if without[strings.TrimSuffix(filepath.Base(p), ".jsonl.gz")] {
			continue
		}
		ts, err := readSet(p, 0)
		if err != nil {
			return nil, err
		}
		out = append(out, ts...)
	}
	return out, nil
}

// readCorpus reads our own annotated text, an article at a time, but the files
// left out.
func readCorpus(dir string, weight float32, without map[string]bool) ([]text, error) {
	files, err := names.Files(dir)
	if err != nil {
		return nil, err
	}
	var tags []string
	for tag := range files {
		tags = append(tags, tag)
	}
	sort.Strings(tags)
	var out []text
	for _, tag := range tags {
		for _, p := range files[tag] {
			if without[strings.TrimSuffix(filepath.Base(p), ".txt")] {
				continue
			}
			arts, err := names.Read(p)
			if err != nil {
				return nil, err
			}
			for _, a := range arts {
				out = append(out, ownText(a, tag, weight))
			}
		}
	}
	return out, nil
}

// ownSet begins the name of a set of our own.
const ownSet = "own-"

// own reports whether t is of our own.
func (t text) own() bool { return strings.HasPrefix(t.set, ownSet) }

func ownText(a names.Article, tag string, weight float32) text {
	t := text{set: ownSet + tag, tag: tag, types: allTypes, weight: weight}
	for _, l := range a {
		u := text{text: l.Text}
		for _, n := range l.Names {
			u.gold = append(u.gold, gold{n.Start, n.End, typeNames[n.Type]})
		}
		if t.text == "" {
			t.text, t.gold = u.text, u.gold
			continue
		}
		t.join(u)
	}
	return t
}
