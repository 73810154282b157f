// Command ner trains the recogniser of package entity and writes its model.
//
//	ner -corpus DIR -sets DIR -texts DIR -lists DIR -out FILE [-dev DIR]
//
// corpus is our own annotated text, sets are tagged sentences of others, texts
// are plain ones in which words are counted by their case, lists are of words.
package main

import (
	"flag"
	"log"
	"os"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("ner: ")
	var src sources
	flag.StringVar(&src.corpus, "corpus", "../corpus/names", "folder of our own annotated text")
	flag.StringVar(&src.sets, "sets", "", "folder of tagged sentences")
	flag.StringVar(&src.texts, "texts", "", "folder of plain texts by language")
	flag.StringVar(&src.lists, "lists", "ner/lists", "folder of word lists")
	without := flag.String("without", "pl-wikiann,ru-wikiann,ro-ronec", "comma list of sets, and files of our own, to leave out")
	own := flag.Float64("own", 2, "weight of our own text")
	var set settings
	flag.IntVar(&set.epochs, "epochs", 2, "passes over the data")
	flag.IntVar(&set.again, "again", 3, "passes with the features kept, which are averaged")
	flag.IntVar(&set.least, "least", 3, "how often a feature must occur")
	flag.IntVar(&set.size, "size", 330000, "features kept")
	flag.IntVar(&set.swaps, "swaps", 1, "copies of our own text with other names")
	flag.Float64Var(&set.outside, "outside", 0.1, "taken from the score of no name, for recall")
	flag.Float64Var(&set.people, "people", 0.6, "added to the score of a person's beginning, for recall")
	flag.Float64Var(&set.orgs, "orgs", 0.3, "taken from the score of an organisation's, for precision")
	flag.Float64Var(&set.rate, "rate", 0.15, "learning rate")
	flag.Float64Var(&set.decay, "decay", 1e-4, "weight decay")
	flag.Float64Var(&set.drop, "drop", 0.15, "share of features left out at each look")
	out := flag.String("out", "", "file to write the model to")
	dev := flag.String("dev", "", "folder of sets to score the model on")
	only := flag.String("score", "", "comma list of those sets; empty: all")
	limit := flag.Int("limit", 1000, "sentences of a set to score")
	given := flag.String("model", "", "score this model instead of training one")
	reading := flag.Bool("review", false, "instead of a model, print where our own text and models that have not seen it differ")
	flag.Parse()
	err := func() error {
		if *given != "" {
			model, err := os.ReadFile(*given)
			if err != nil {
				return err
			}
			return score(model, *dev, split(*only), *limit)
		}
		data, tables, err := src.read(float32(*own), split(*without))
		if err != nil {
			return err
		}
		train := func(data []text) ([]byte, error) { return set.train(data, tables) }
		if *reading {
			return review(data, train)
		}
		model, err := train(data)
		if err != nil {
			return err
		}
		if *out != "" {
			if err := os.WriteFile(*out, model, 0o666); err != nil {
				return err
			}
		}
		if *dev == "" {
			return nil
		}
		return score(model, *dev, split(*only), *limit)
	}()
	if err != nil {
		log.Fatal(err)
	}
}

func split(list string) map[string]bool {
	out := map[string]bool{}
	for _, s := range strings.Split(list, ",") {
		if s != "" {
			out[s] = true
		}
	}
	return out
}
