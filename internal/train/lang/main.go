// Command lang trains the model of package lang.
//
//	go run ./lang -train DIR -pseudo DIR -labels FILE -o model.bin
package main

import (
	"flag"
	"log"
	"os"
	"strings"
)

// config is what training depends on, besides the data.
type config struct {
	dim        int
	bits       uint
	examples   int
	rate       float64
	rate2      float64
	power      float64
	temper     float64
	pseudo     float64
	plain      float64
	close      float64
	news       float64
	drop       float64
	wordWeight float64
	clip       float64
	seed       uint64
}

func main() {
	log.SetFlags(0)
	var cfg config
	data := flag.String("train", "", "folder of the training sets")
	pseudo := flag.String("pseudo", "", "folder of pseudo-text")
	own := flag.String("own", "own", "folder of our own texts")
	code := flag.String("code", "", "folder of Go sources, for what is no language")
	labels := flag.String("labels", "labels.txt", "file of labels")
	out := flag.String("o", "model.bin", "file to write")
	flag.IntVar(&cfg.dim, "dim", 64, "")
	flag.UintVar(&cfg.bits, "bits", 17, "")
	flag.IntVar(&cfg.examples, "n", 2_000_000, "")
	flag.Float64Var(&cfg.rate, "rate", 0.1, "")
	flag.Float64Var(&cfg.rate2, "rate2", 0.1, "")
	flag.Float64Var(&cfg.power, "power", 1, "")
	flag.Float64Var(&cfg.temper, "temper", 0.2, "")
	flag.Float64Var(&cfg.pseudo, "mix", 0.35, "")
	flag.Float64Var(&cfg.plain, "plain", 0.15, "")
	flag.Float64Var(&cfg.close, "close", 2, "")
	flag.Float64Var(&cfg.news, "news", 2, "")
	flag.Float64Var(&cfg.drop, "drop", 0.25, "")
	flag.Float64Var(&cfg.wordWeight, "words", 2, "")
	flag.Float64Var(&cfg.clip, "clip", 2.8, "")
	flag.Uint64Var(&cfg.seed, "seed", 100, "")
	flag.Parse()
	list, err := os.ReadFile(*labels)
	check(err)
	c, err := loadCorpus(*data, *own, *code, strings.Fields(string(list)))
	check(err)
	if *pseudo != "" {
		check(c.addPseudo(*pseudo))
	}
	log.Print(len(c.languages), " labels")
	m := train(c, cfg)
	model, err := pack(m, c, cfg, 1)
	check(err)
	temperature, err := calibrate(model, c, cfg)
	check(err)
	model, err = pack(m, c, cfg, temperature)
	check(err)
	check(os.WriteFile(*out, model, 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
