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
	"unicode"

	"github.com/tidings-go/tidings/internal/corpus/gazetteer"
	"github.com/tidings-go/tidings/internal/ner"
	"github.com/tidings-go/tidings/internal/words"
)

// listFiles are the word lists and whether other endings count as well.
var listFiles = []struct {
	name  string
	list  ner.Lists
	stems bool
}{
	{"given.txt", ner.Given, true},
	{"surname.txt", ner.Surname, true},
	{"place.txt", ner.Single, true},
	{"part.txt", ner.Part, false},
	{"country.txt", ner.Country, true},
	{"firm.txt", ner.Firm, false},
}

// readLists returns the lists of each key.
func readLists(dir string) (map[uint64]ner.Lists, error) {
	out := map[uint64]ner.Lists{}
	for _, f := range listFiles {
		data, err := os.ReadFile(filepath.Join(dir, f.name))
		if err != nil {
			return nil, err
		}
		for _, w := range strings.Fields(string(data)) {
			if f.stems {
				addWord(out, w, f.list)
			} else {
				out[ner.ListKey(w, "")] |= f.list
			}
		}
	}
	given, err := os.ReadFile(filepath.Join(dir, "given-by-language.tsv"))
	if err != nil {
		return nil, err
	}
	for _, line := range strings.Split(string(given), "\n") {
		if tag, w, ok := strings.Cut(line, "\t"); ok {
			out[ner.ListKey(w, tag)] |= ner.Given
			if tag == "pl" {
				addWord(out, asSpoken(w), ner.Given)
			}
		}
	}
	long, err := os.ReadFile(filepath.Join(dir, "long.txt"))
	if err != nil {
		return nil, err
	}
	for _, name := range strings.Split(string(long), "\n") {
		addPhrase(out, name, ner.LongPlace)
	}
	return out, addThings(out)
}

// asSpoken returns a Polish name as other scripts spell it: tomash for Tomasz.
func asSpoken(name string) string {
	return strings.NewReplacer("szcz", "shch", "sz", "sh", "cz", "ch", "rz", "zh", "ch", "h", "c", "ts", "w", "v",
		"ż", "zh", "ź", "z", "ć", "ts", "ł", "l", "j", "i").Replace(strings.ToLower(name))
}

func addPhrase(lists map[uint64]ner.Lists, name string, l ner.Lists) {
	if key := ner.PhraseKey(name); key != 0 {
		lists[key] |= l
	}
}

// addThings adds the names of the gazetteer's own tables.
func addThings(lists map[uint64]ner.Lists) error {
	things, err := gazetteer.Read()
	if err != nil {
		return err
	}
	for _, t := range things {
		for _, n := range t.Names {
			several := ner.PhraseKey(n.Text) != 0
			switch {
			case t.Kind == "per" && several:
				addPhrase(lists, n.Text, ner.LongPerson)
				if ws := strings.Fields(n.Text); len(ws) > 1 {
					addWord(lists, ws[len(ws)-1], ner.Surname)
				}
			case t.Kind == "org" && several:
				addPhrase(lists, n.Text, ner.LongOrg)
			case t.Kind == "org":
				addWord(lists, n.Text, ner.Body)
			case t.Kind == "loc" && several:
				addPhrase(lists, n.Text, ner.LongPlace)
			}
		}
	}
	return nil
}

func addWord(lists map[uint64]ner.Lists, word string, l ner.Lists) {
	lists[ner.ListKey(word, "")] |= l
	for _, k := range ner.StemKeys(word) {
		lists[k] |= l
	}
}

// caseCount counts how often a word is written in lower case, and with a
// capital inside a sentence.
type caseCount struct{ lower, capital int }

// countCase reads plain texts of each language and adds the words that are
// mostly in lower case, or mostly not, to lists.
func countCase(dir string, tags map[string]bool, lists map[uint64]ner.Lists) error {
	counts := map[string]map[string]*caseCount{}
	for tag := range tags {
		counts[tag] = map[string]*caseCount{}
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil {
		return err
	}
	sort.Strings(paths)
	for _, p := range paths {
		switch name, _, _ := strings.Cut(filepath.Base(p), "."); name {
		case "wordfreq", "iso-codes", "cldr": // lists, not running text
		case "freqwords":
			if err := addFrequent(p, tags, lists); err != nil {
				return err
			}
		default:
			if err := countFile(p, counts); err != nil {
				return err
			}
		}
	}
	for tag, ws := range counts {
		for w, c := range ws {
			key := ner.ListKey(w, tag)
			nouns := tag == "de" && c.capital >= 2 && lists[ner.ListKey(w, "")]&(ner.Given|ner.Country|ner.Body) == 0
			switch {
			case nouns, c.lower >= 2 && c.lower >= 4*c.capital: // German nouns all have a capital
				lists[key] |= ner.Common
			case c.capital >= 3 && c.capital >= 10*c.lower:
				lists[key] |= ner.Proper
			}
		}
	}
	return nil
}

func countFile(path string, counts map[string]map[string]*caseCount) error {
	return eachText(path, func(tag, text string) {
		if c := counts[tag]; c != nil {
			countText(text, c)
		}
	})
}

// eachText calls do for every text of a file.
func eachText(path string, do func(tag, text string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	for lines.Scan() {
		var t struct{ Lang, Text string }
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		do(t.Lang, t.Text)
	}
	return lines.Err()
}

// How many words of a language are Frequent, and how many more are Known.
const (
	frequentWords = 2000
	knownWords    = 10000
)

// addFrequent adds the frequent words of each language to lists. They are in
// the order of falling frequency.
func addFrequent(path string, tags map[string]bool, lists map[uint64]ner.Lists) error {
	rank := map[string]int{}
	return eachText(path, func(tag, word string) {
		if !tags[tag] || rank[tag] >= knownWords {
			return
		}
		rank[tag]++
		l := ner.Known
		if rank[tag] <= frequentWords {
			l = ner.Frequent
		}
		lists[ner.ListKey(word, tag)] |= l
		if tag == "nb" {
			lists[ner.ListKey(word, "no")] |= l
		}
	})
}

func countText(s string, counts map[string]*caseCount) {
	toks := words.Append(nil, s)
	for i, w := range toks {
		if w.Kind != words.Letter {
			continue
		}
		word := s[w.Start:w.End]
		first := []rune(word)[0]
		key := strings.ToLower(word)
		c := counts[key]
		if c == nil {
			c = &caseCount{}
			counts[key] = c
		}
		switch {
		case unicode.IsLower(first):
			c.lower++
		case unicode.IsUpper(first) && i > 0 && toks[i-1].Kind == words.Letter:
			c.capital++
		}
	}
}
