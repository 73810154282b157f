// Command ner trains the recogniser of package entity and writes its model.
//
//	ner -corpus DIR -sets DIR -texts DIR -lists DIR -out FILE [-dev DIR]
//
// corpus is our own annotated text, sets are tagged sentences of others, texts
// are plain ones in which words are counted by their case, lists are of words.
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/ner"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("ner: ")
	corpus := flag.String("corpus", "../corpus/names", "folder of our own annotated text")
	sets := flag.String("sets", "", "folder of tagged sentences")
	without := flag.String("without", "pl-wikiann,ru-wikiann,ro-ronec,el-d,is-d,it-d,uk-d", "comma list of sets, and files of our own, to leave out")
	texts := flag.String("texts", "", "folder of plain texts by language")
	lists := flag.String("lists", "ner/lists", "folder of word lists")
	out := flag.String("out", "", "file to write the model to")
	dev := flag.String("dev", "", "folder of sets to score the model on")
	only := flag.String("score", "", "comma list of those sets; empty: all")
	limit := flag.Int("limit", 1000, "sentences of a set to score")
	epochs := flag.Int("epochs", 3, "passes over the data")
	again := flag.Int("again", 3, "passes with the features kept, which are averaged")
	least := flag.Int("least", 3, "how often a feature must occur")
	outside := flag.Float64("outside", 0.3, "taken from the score of no name, for recall")
	people := flag.Float64("people", 0.6, "added to the score of a person's beginning, for recall")
	orgs := flag.Float64("orgs", 0.3, "taken from the score of an organisation's, for precision")
	size := flag.Int("size", 280000, "features kept")
	own := flag.Float64("own", 2, "weight of our own text")
	swaps := flag.Int("swaps", 1, "copies of our own text with other names")
	rate := flag.Float64("rate", 0.15, "learning rate")
	decay := flag.Float64("decay", 1e-4, "weight decay")
	drop := flag.Float64("drop", 0.15, "share of features left out at each look")
	given := flag.String("model", "", "score this model instead of training one")
	flag.Parse()
	if *given != "" {
		model, err := os.ReadFile(*given)
		if err == nil {
			err = scoreModel(model, *dev, split(*only), *limit)
		}
		if err != nil {
			log.Fatal(err)
		}
		return
	}

	data, err := readCorpus(*corpus, float32(*own), split(*without))
	if err != nil {
		log.Fatal(err)
	}
	ours := len(data)
	if *sets != "" {
		more, err := readSets(*sets, split(*without))
		if err != nil {
			log.Fatal(err)
		}
		data = append(data, more...)
	}
	table, err := listTable(*lists, *texts, data)
	if err != nil {
		log.Fatal(err)
	}
	cues, err := readCues(filepath.Join(*lists, "cues.tsv"))
	if err != nil {
		log.Fatal(err)
	}
	if *swaps > 0 {
		names, rng := newCast(data), rand.New(rand.NewSource(2))
		own := data[:ours]
		for range *swaps {
			data = append(data, names.swap(own, rng)...)
		}
	}
	data = append(data, loud(data)...)
	n := newNumbering(*least)
	examples := build(ner.WithLists(string(table), string(cues)), data, n)
	n.counts = nil
	log.Printf("%d texts, %d sentences, %d features, lists of %d bytes", len(data), len(examples), len(n.hashes), len(table))
	c := newCRF(len(n.hashes))
	c.rate, c.decay, c.drop = float32(*rate), float32(*decay), float32(*drop)
	for e := range *epochs {
		log.Printf("epoch %d: loss %.4f", e+1, c.epoch(examples))
	}
	c.keep(*size, examples)
	for e := range *again {
		log.Printf("again %d: loss %.4f", e+1, c.epoch(examples))
		c.remember()
	}
	c.mean()
	c.w[n.ids[n.hashes[0]]][ner.Outside] -= float32(*outside) // the first feature is of every token
	for a := range c.trans {
		c.trans[a][ner.First(ner.Person)] += float32(*people)
		c.trans[a][ner.First(ner.Org)] -= float32(*orgs)
	}
	model, err := c.pack(n.hashes, *size, table, cues)
	if err != nil {
		log.Fatal(err)
	}
	if *out != "" {
		if err := os.WriteFile(*out, model, 0o666); err != nil {
			log.Fatal(err)
		}
	}
	if *dev == "" {
		return
	}
	if err := scoreModel(model, *dev, split(*only), *limit); err != nil {
		log.Fatal(err)
	}
}

func scoreModel(model []byte, dev string, only map[string]bool, limit int) error {
	m, err := ner.Open(string(model))
	if err != nil {
		return err
	}
	return score(m, dev, only, limit)
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

// listTable returns the table of word lists.
func listTable(lists, texts string, data []text) ([]byte, error) {
	table, err := readLists(lists)
	if err != nil {
		return nil, err
	}
	if texts != "" {
		tags := map[string]bool{}
		for _, t := range strings.Fields(languages) {
			tags[t] = true
		}
		if err := countCase(texts, tags, table); err != nil {
			return nil, err
		}
	}
	return ner.AppendLists(nil, table), nil
}

// languages are those whose words are counted by case.
const languages = "be bg ca cs da de el en es et eu fi fr gl hr hu id is it lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk vi"

// pack returns the model with the features that matter most, rounded.
func (c *crf) pack(hashes []uint64, size int, lists, cues []byte) ([]byte, error) {
	rows := make([]ner.Row, len(hashes))
	for i, h := range hashes {
		rows[i] = ner.Row{Hash: h, Weights: centred(c.w[i])}
	}
	worth := c.worth()
	order := best(worth, size)
	kept := make([]ner.Row, len(order))
	for i, k := range order {
		kept[i] = rows[k]
	}
	table, lost := ner.AppendRows(nil, kept)
	log.Printf("%d of %d features kept, the least of weight %.3f, %d lost", len(kept)-lost, len(rows), worth[order[len(order)-1]], lost)
	var trans []byte
	for a := range c.trans {
		for _, w := range c.trans[a] {
			trans = binary.LittleEndian.AppendUint32(trans, math.Float32bits(w))
		}
	}
	b := flat.NewBuilder(ner.Kind, ner.Version)
	b.Add(ner.RowSection, table)
	b.Add(ner.ListSection, lists)
	b.Add(ner.CueSection, cues)
	b.Add(ner.TransitionSection, trans)
	data, err := b.Bytes()
	if err != nil {
		return nil, fmt.Errorf("ner: %w", err)
	}
	return data, nil
}

// worth returns for each feature how far its weights move a decision.
func (c *crf) worth() []float32 {
	out := make([]float32, len(c.w))
	for i := range c.w {
		for _, w := range centred(c.w[i]) {
			out[i] = max(out[i], w, -w)
		}
	}
	return out
}

// best returns the numbers of the features of most worth, those first.
func best(worth []float32, size int) []int {
	order := make([]int, len(worth))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return worth[order[i]] > worth[order[j]] })
	return order[:min(size, len(order))]
}

// keep takes all but the features of most worth out of the examples, so that
// those learn to do without the others.
func (c *crf) keep(size int, examples []example) {
	kept := make([]bool, len(c.w))
	for _, i := range best(c.worth(), size) {
		kept[i] = true
	}
	for i := range c.w {
		if !kept[i] {
			c.w[i] = [ner.Labels]float32{}
		}
	}
	for _, x := range examples {
		for i, f := range x.feats {
			if f != nil {
				x.feats[i] = slices.DeleteFunc(f, func(id uint32) bool { return !kept[id] })
			}
		}
	}
}

// centred returns w less its mean, which changes no decision.
func centred(w [ner.Labels]float32) [ner.Labels]float32 {
	mean := float32(0)
	for _, x := range w {
		mean += x / ner.Labels
	}
	for i := range w {
		w[i] -= mean
	}
	return w
}
