// Names learns how names sound and which are the same.
//
//	go run ./names [-half] spoken  DATA FILE    the keys of words, for internal/translit
//	go run ./names [-half] compare DATA FILE    the model of internal/names
//
// DATA is a folder with groups of names, name words and pairs. With -half only
// the first half of the ids is learned from; figures are of the other half.
package main

import (
	"errors"
	"flag"
	"log"
	"os"

	"github.com/tidings-go/tidings/internal/names"
)

func main() {
	log.SetFlags(log.Ltime)
	half := flag.Bool("half", false, "learn from half of the ids")
	flag.Parse()
	if err := run(flag.Args(), *half); err != nil {
		log.Fatal(err)
	}
}

func run(args []string, half bool) error {
	if len(args) != 3 {
		return errors.New("usage: names [-half] spoken|compare DATA FILE")
	}
	what, dir, file := args[0], args[1], args[2]
	groups, err := readGroups(dir, half)
	if err != nil {
		return err
	}
	tokens, err := readLines[token](dir, "tokens-dev.jsonl.gz")
	if err != nil {
		return err
	}
	var out []byte
	if what == "spoken" {
		out, err = packSpoken(learnSpoken(groups, tokens))
	} else {
		out, err = trainModel(dir, half, groups, tokens)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(file, out, 0o644)
}

func trainModel(dir string, half bool, groups []group, tokens []token) ([]byte, error) {
	seed, all, pairs, err := readPairs(dir, half)
	if err != nil {
		return nil, err
	}
	k := learnModel(groups, tokens, pairs)
	out, err := k.bytes()
	if err != nil {
		return nil, err
	}
	m, err := names.Open(string(out))
	if err != nil {
		return nil, err
	}
	log.Printf("%d bytes", len(out))
	report(m, "seed languages", seed)
	report(m, "all languages", all)
	return out, nil
}
