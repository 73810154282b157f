// Command concepts compiles the lexicon of news concepts into the flat table
// that package internal/concepts reads.
//
//	concepts LEXICON.tsv... OUT.bin
//
// A lexicon is a table with a header: "concept", then languages. A cell holds
// words split by "|". Lines of the same concept, in one file or several, add
// up. A cell that starts with "-" is pruned: its words stay in the source and
// out of the table.
package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/stem"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: concepts LEXICON.tsv... OUT.bin")
	}
	lex := lexicon{ids: map[string]int{}, keys: map[flat.HashEntry]bool{}, begins: map[uint32]bool{}}
	for _, path := range os.Args[1 : len(os.Args)-1] {
		if err := lex.read(path); err != nil {
			log.Fatal(err)
		}
	}
	data, err := lex.bytes()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[len(os.Args)-1], data, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d concepts, %d words, %d keys, %d bytes\n", len(lex.names), lex.words, len(lex.keys), len(data))
}

type lexicon struct {
	names  []string
	ids    map[string]int
	keys   map[flat.HashEntry]bool
	begins map[uint32]bool
	words  int
	maxRun int
}

func (l *lexicon) read(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	head := strings.Split(lines[0], "\t")
	for n, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) > len(head) {
			return fmt.Errorf("%s:%d: %d cells for %d columns", path, n+2, len(cells), len(head))
		}
		id := l.concept(cells[0])
		for i, cell := range cells[1:] {
			l.cell(id, head[i+1], cell)
		}
	}
	return nil
}

func (l *lexicon) concept(name string) int {
	id, ok := l.ids[name]
	if !ok {
		id = len(l.names)
		l.ids[name] = id
		l.names = append(l.names, name)
	}
	return id
}

func (l *lexicon) cell(id int, tag, cell string) {
	if strings.HasPrefix(cell, "-") {
		return
	}
	for word := range strings.SplitSeq(cell, "|") {
		word = strings.ToLower(strings.TrimSpace(word))
		n := utf8.RuneCountInString(word)
		if n < 2 {
			continue
		}
		l.words++
		if tag == "zh" {
			word = string(concepts.Simplify([]rune(word)))
		}
		if tag == "sr" {
			word = concepts.Gaj(word)
		}
		if tag == "zh" || tag == "ja" || tag == "th" {
			l.maxRun = max(l.maxRun, n)
		}
		stems := strings.Fields(word)
		for i, w := range stems {
			stems[i] = stem.Word(tag, w)
		}
		l.add(id, tag, word, strings.Join(stems, " "))
	}
}

func (l *lexicon) add(id int, tag, word, stem string) {
	if first, _, phrase := strings.Cut(word, " "); phrase {
		firstStem, _, _ := strings.Cut(stem, " ")
		for _, k := range concepts.Keys(first, firstStem) {
			l.begins[concepts.Hash(tag, k)] = true
		}
	}
	for _, k := range concepts.Keys(word, stem) {
		l.keys[flat.HashEntry{Key: concepts.Hash(tag, k), Val: uint16(id)}] = true
	}
}

func (l *lexicon) bytes() ([]byte, error) {
	entries := make([]flat.HashEntry, 0, len(l.keys))
	for e := range l.keys {
		entries = append(entries, e)
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Key < entries[j].Key })
	var begins []flat.HashEntry
	for h := range l.begins {
		begins = append(begins, flat.HashEntry{Key: h})
	}
	b := flat.NewBuilder(concepts.Kind, concepts.Version)
	b.Add("maxrun", binary.LittleEndian.AppendUint32(nil, uint32(l.maxRun)))
	b.Add("words", flat.AppendHashes(nil, entries))
	b.Add("begins", flat.AppendHashes(nil, begins))
	b.Add("names", flat.AppendStrings(nil, l.names))
	return b.Bytes()
}
