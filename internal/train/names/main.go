// Names learns how names sound and which are the same.
//
//	go run ./names spoken DATA FILE      the keys of words, for internal/translit
//
// DATA is a folder with groups of names, name words and pairs. With -half only
// the first half of the ids is learned from, and the other is for reporting.
package main

import (
	"errors"
	"flag"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	half := flag.Bool("half", false, "learn from half of the ids")
	flag.Parse()
	if err := run(flag.Args(), *half); err != nil {
		log.Fatal(err)
	}
}

func run(args []string, half bool) error {
	if len(args) != 3 {
		return errors.New("usage: names [-half] spoken DATA FILE")
	}
	dir, file := args[1], args[2]
	groups, err := readGroups(dir, half)
	if err != nil {
		return err
	}
	tokens, err := readLines[token](dir, "tokens-dev.jsonl.gz")
	if err != nil {
		return err
	}
	words := learnSpoken(groups, tokens)
	log.Printf("%d words", len(words))
	out, err := packSpoken(words)
	if err != nil {
		return err
	}
	return os.WriteFile(file, out, 0o644)
}
