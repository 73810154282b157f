// Command spell makes a set of training words from the dictionaries of spelling
// checkers, for languages that have no list of words by frequency while a close
// neighbour has one.
//
//	go run ./lang/spell mr=mr.txt ne=ne_NP.dic nn=nn_NO.dic fo=fo.dic | gzip > SETS/spell.jsonl.gz
//
// A file holds one word a line, in UTF-8 or ISO 8859-1; what follows a slash or
// a space is left out, and so are names.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"hash/fnv"
	"log"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// most is the number of words taken of each language.
const most = 14_000

func main() {
	log.SetFlags(0)
	out := bufio.NewWriter(os.Stdout)
	for _, arg := range os.Args[1:] {
		label, file, ok := strings.Cut(arg, "=")
		if !ok {
			log.Fatalf("%q is not LANGUAGE=FILE", arg)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		for _, w := range choose(words(data)) {
			line, err := json.Marshal(map[string]any{"text": w, "lang": label, "kind": "word", "freq": 1e-5})
			if err != nil {
				log.Fatal(err)
			}
			out.Write(append(line, '\n'))
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

// words returns the words of a dictionary.
func words(data []byte) []string {
	var list []string
	for line := range strings.Lines(decode(data)) {
		w := line
		if i := strings.IndexAny(line, "/ \t\r\n"); i >= 0 {
			w = line[:i]
		}
		first, _ := utf8.DecodeRuneInString(w)
		if utf8.RuneCountInString(w) > 1 && !unicode.IsUpper(first) && strings.IndexFunc(w, isNoLetter) < 0 {
			list = append(list, w)
		}
	}
	return list
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// decode returns data as UTF-8.
func decode(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	runes := make([]rune, len(data))
	for i, c := range data {
		runes[i] = rune(c)
	}
	return string(runes)
}

// choose takes the words of the lowest hashes.
func choose(list []string) []string {
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(hash(a), hash(b)), cmp.Compare(a, b)) })
	list = slices.Compact(list)
	return list[:min(len(list), most)]
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}
