// Command background estimates what share of news articles has each key of
// package internal/evidence, and writes the table that ships.
//
//	background WORDS-DIR SENTENCES-DIR OUT.bin
//
// WORDS-DIR holds word lists with frequencies (wordfreq.jsonl.gz,
// freqwords.jsonl.gz: {"text","lang","freq"}), from which the shares of stems
// and concepts are computed for an article of ordinary length. SENTENCES-DIR
// holds sentences as tokens (LANG-SET.jsonl.gz: {"tokens"}), which are joined
// to passages and counted as articles, for names and numbers. A key has the
// larger of the two shares.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/internal/concepts"
	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/lang"
)

const (
	articleWords     = 300 // words of the article that word frequencies are turned into
	passageSentences = 12  // sentences joined to one passage
	minShare         = 1.0 / 300
	initialShare     = 0.05 // of a word's occurrences, those that only a sentence's start capitalises
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: background WORDS-DIR SENTENCES-DIR OUT.bin")
	}
	c := counter{shares: map[evidence.Key]float64{}, x: evidence.Extractor{Concepts: concepts.Builtin()}}
	c.wordLists(os.Args[1])
	c.passages(os.Args[2])
	data, err := c.bytes()
	if err == nil {
		err = os.WriteFile(os.Args[3], data, 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

type counter struct {
	shares map[evidence.Key]float64
	x      evidence.Extractor
}

func (c *counter) raise(key evidence.Key, share float64) {
	c.shares[key] = max(c.shares[key], min(share, 0.95))
}

type row struct {
	Text, Lang string
	Freq       float64
	Tokens     []string
}

func read(path string, visit func(row)) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		log.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var r row
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			log.Fatal(path, ": ", err)
		}
		visit(r)
	}
	if err := in.Err(); err != nil {
		log.Fatal(path, ": ", err)
	}
}

// wordLists takes each language from the first list that has it.
func (c *counter) wordLists(dir string) {
	have := map[string]bool{}
	concept := map[evidence.Key]float64{}
	langs := 0
	for _, name := range []string{"wordfreq", "freqwords"} {
		lists := map[string]map[string]float64{}
		read(filepath.Join(dir, name+".jsonl.gz"), func(r row) {
			if r.Freq <= 0 || have[r.Lang] {
				return
			}
			if lists[r.Lang] == nil {
				lists[r.Lang] = map[string]float64{}
			}
			lists[r.Lang][r.Text] += r.Freq
		})
		for _, tag := range sorted(lists) {
			have[tag] = true
			langs++
			for key, share := range c.wordList(tag, lists[tag]) {
				switch key.Kind() {
				case evidence.Concept:
					concept[key] += share
				default:
					c.raise(key, share)
				}
			}
		}
	}
	for key, sum := range concept {
		c.raise(key, sum/float64(langs))
	}
	fmt.Println(langs, "languages with word lists")
}

// wordList returns the shares of the keys of one language's words.
func (c *counter) wordList(tag string, list map[string]float64) map[evidence.Key]float64 {
	total := 0.0
	for _, word := range sorted(list) {
		total += list[word]
	}
	perWord := map[evidence.Key]float64{}
	for _, word := range sorted(list) {
		f := list[word]
		a := c.x.Article("", "x "+word+" x "+word, lang.Tag(tag), nil)
		for _, it := range append(a.Neutral, a.Words...) {
			perWord[it.Key] += f / total
		}
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) {
			a = c.x.Article("", strings.ToUpper(word[:utf8.RuneLen(first)])+word[utf8.RuneLen(first):], lang.Tag(tag), nil)
			for _, it := range a.Neutral {
				if k := it.Key.Kind(); k == evidence.Name || k == evidence.Latin {
					perWord[it.Key] += initialShare * f / total
				}
			}
		}
	}
	for key, f := range perWord {
		perWord[key] = 1 - math.Pow(1-min(f, 1), articleWords)
	}
	return perWord
}

// passages counts the keys of running text.
func (c *counter) passages(dir string) {
	paths, _ := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	for _, path := range paths {
		tag, _, _ := strings.Cut(filepath.Base(path), "-")
		df := map[evidence.Key]int{}
		var passage []string
		n := 0
		flush := func() {
			n++
			text := strings.Join(passage, "\n")
			a := c.x.Article("", text, lang.Tag(tag), entity.Entities(text, lang.Tag(tag)))
			for _, it := range append(a.Neutral, a.Words...) {
				df[it.Key]++
			}
			passage = passage[:0]
		}
		read(path, func(r row) {
			if passage = append(passage, strings.Join(r.Tokens, " ")); len(passage) == passageSentences {
				flush()
			}
		})
		for key, d := range df {
			if d >= 3 && key.Kind() != evidence.Word {
				c.raise(key, float64(d)/float64(n))
			}
		}
		fmt.Println(filepath.Base(path), n, "passages")
	}
}

func (c *counter) bytes() ([]byte, error) {
	var entries []flat.HashEntry
	for key, share := range c.shares {
		if share >= minShare {
			entries = append(entries, flat.HashEntry{Key: uint32(key), Val: evidence.Level(share)})
		}
	}
	b := flat.NewBuilder(evidence.BackgroundKind, evidence.BackgroundVersion)
	b.Add("keys", flat.AppendHashes(nil, entries))
	data, err := b.Bytes()
	fmt.Println(len(entries), "keys,", len(data), "bytes")
	return data, err
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
