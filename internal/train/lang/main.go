// Command lang trains the model of package lang.
//
//	go run ./lang/pseudo -models .../lingua-go@v1.4.0/language-models -o PSEUDO
//	GOEXPERIMENT=simd go run ./lang -train SETS -pseudo PSEUDO -code $(go env GOROOT)/src -o ../../lang/model.bin
//
// SETS holds gzipped JSON Lines of {"text","lang","tag","kind","freq"}, with
// the words of spelling checkers that lang/spell writes. The model depends on these folders and on nothing else; without GOEXPERIMENT it
// differs in the last bits, and takes several times as long.
package main

import (
	"flag"
	"log"
	"os"
	"strings"
)

// A recipe is what training depends on, besides the data.
type recipe struct {
	seed     uint64
	examples int
	dim      int  // numbers in a row
	bits     uint // logarithm of the number of rows

	rowRate   float64 // step of the rows at the start
	layerRate float64 // and of the linear layer
	power     float64 // the sum of the rows of n features is divided by n^power
	drop      float64 // share of the features of a longer text that is left out
	clip      float64 // standard deviations that the four-bit numbers reach

	temper     float64 // languages are drawn as the power of their bytes
	news       float64 // more often by this factor if there is pseudo-text
	pseudo     float64 // share of pseudo-text, where there is any
	wordWeight float64 // factor on the weight of word lists
	plain      float64 // share of texts that lose their diacritics
}

var standard = recipe{
	seed: 100, examples: 46_000_000, dim: 64, bits: 17,
	rowRate: 0.5, layerRate: 0.2, power: 0.5, drop: 0.4, clip: 2.8,
	temper: 0.25, news: 3, pseudo: 0.48, wordWeight: 2, plain: 0.15,
}

func main() {
	log.SetFlags(0)
	sets := flag.String("train", "", "folder of the training sets")
	pseudo := flag.String("pseudo", "", "folder of pseudo-text, one file a language")
	own := flag.String("own", "lang/own", "folder of our own texts")
	people := flag.String("names", "lang/names.txt", "file of given names, an empty line, and family names")
	code := flag.String("code", "", "folder of Go sources, for what is no language")
	labels := flag.String("labels", "lang/labels.txt", "file of the labels to learn")
	out := flag.String("o", "model.bin", "file to write")
	trained := flag.String("trained", "", "model to fit the confidence of again, instead of training")
	how := standard
	flag.IntVar(&how.examples, "n", how.examples, "texts to draw")
	flag.Parse()
	list, err := os.ReadFile(*labels)
	check(err)
	c, err := loadCorpus(*sets, *own, *code, *people, strings.Fields(string(list)))
	check(err)
	check(c.addPseudo(*pseudo))
	log.Print(len(c.languages), " labels")
	var model []byte
	if *trained != "" {
		model, err = os.ReadFile(*trained)
	} else {
		model, err = learn(c, how)
	}
	check(err)
	answers, err := askAll(model, c, how)
	check(err)
	model, err = withTrust(model, trust(answers))
	check(err)
	check(os.WriteFile(*out, model, 0o644))
}

// learn trains a model and sets its temperature.
func learn(c *corpus, how recipe) ([]byte, error) {
	m := train(c, how)
	model, err := pack(m, c, how, 1)
	if err != nil {
		return nil, err
	}
	answers, err := askAll(model, c, how)
	if err != nil {
		return nil, err
	}
	return pack(m, c, how, temperature(answers))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
