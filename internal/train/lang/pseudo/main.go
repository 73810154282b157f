// Command pseudo writes pseudo-text from the n-gram tables of lingua-go
// (Apache-2.0; counted by Peter M. Stahl on news of the Leipzig corpora), for
// the trainer of package lang.
//
//	go run ./lang/pseudo -models $(go list -m -f {{.Dir}} github.com/pemistahl/lingua-go)/language-models -o DIR
//
// The tables hold P(letter | the letters before it) over runs of letters. So
// the mass that is missing to one is the end of a word, and the count of an
// n-gram minus its counts after any letter is its count at the start of a
// word. Words drawn so have their true frequencies up to four letters; longer
// ones are a chain of five-grams.
package main

import (
	"bufio"
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"unicode/utf8"
)

func main() {
	log.SetFlags(0)
	models := flag.String("models", "", "folder of lingua-go's language-models")
	out := flag.String("o", "", "folder to write to, one file a language")
	size := flag.Int("bytes", 4_000_000, "bytes per language")
	flag.Parse()
	dirs, err := filepath.Glob(filepath.Join(*models, "*", "fivegrams.pb.bin.zip"))
	if err != nil || len(dirs) == 0 {
		log.Fatal("no tables in ", *models)
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		log.Fatal(err)
	}
	for _, d := range dirs {
		language := filepath.Base(filepath.Dir(d))
		if marked[language] {
			continue
		}
		tables, err := readTables(filepath.Dir(d))
		if err == nil {
			err = write(filepath.Join(*out, language+".txt"), newChain(tables), *size)
		}
		if err != nil {
			log.Fatal(language, ": ", err)
		}
	}
}

// marked holds the languages whose vowel signs are missing to the tables, for
// which words fall apart.
var marked = map[string]bool{"hi": true, "mr": true}

func write(file string, c *chain, size int) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	const lineWords = 40
	w := bufio.NewWriter(f)
	r := rand.New(rand.NewPCG(7, 0))
	for n, words := 0, 1; n < size; words++ {
		word := c.word(r)
		if word == "" {
			continue
		}
		w.WriteString(word)
		if words%lineWords == 0 {
			w.WriteByte('\n')
		} else {
			w.WriteByte(' ')
		}
		n += len(word) + 1
	}
	return w.Flush()
}

// lastRune splits an n-gram before its last letter.
func lastRune(gram string) (prefix string, last rune) {
	last, size := utf8.DecodeLastRuneInString(gram)
	return gram[:len(gram)-size], last
}
