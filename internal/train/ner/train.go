package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"math"
	"math/rand"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/ner"
)

// sources are the folders of the data.
type sources struct{ corpus, sets, texts, lists string }

// tables are those of word lists and of cues.
type tables struct{ lists, cues []byte }

// read returns the texts and tables; own is the weight of our own texts, and
// without has the sets and files to leave out.
func (s sources) read(own float32, without map[string]bool) (data []text, t tables, err error) {
	data, err = readCorpus(s.corpus, own, without)
	if err != nil {
		return nil, t, err
	}
	if s.sets != "" {
		more, err := readSets(s.sets, without)
		if err != nil {
			return nil, t, err
		}
		data = append(data, more...)
	}
	if t.lists, err = listTable(s.lists, s.texts); err != nil {
		return nil, t, err
	}
	t.cues, err = readCues(filepath.Join(s.lists, "cues.tsv"))
	return data, t, err
}

// listTable returns the table of word lists.
func listTable(lists, texts string) ([]byte, error) {
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

// settings are those of training.
type settings struct {
	epochs, again, least, size, swaps int
	outside, people, orgs             float64
	rate, decay, drop                 float64
}

// train returns the model learned from data.
func (s settings) train(data []text, t tables) ([]byte, error) {
	data = append(s.recast(data), loud(data)...)
	n := newNumbering(s.least)
	examples := build(ner.WithLists(string(t.lists), string(t.cues)), data, n)
	n.counts = nil
	log.Printf("%d texts, %d sentences, %d features, lists of %d bytes", len(data), len(examples), len(n.hashes), len(t.lists))
	c := newCRF(len(n.hashes))
	c.rate, c.decay, c.drop = float32(s.rate), float32(s.decay), float32(s.drop)
	for e := range s.epochs {
		log.Printf("epoch %d: loss %.4f", e+1, c.epoch(examples))
	}
	c.keep(s.size, examples)
	for e := range s.again {
		log.Printf("again %d: loss %.4f", e+1, c.epoch(examples))
		c.remember()
	}
	c.mean()
	c.w[n.ids[n.hashes[0]]][ner.Outside] -= float32(s.outside) // the first feature is of every token
	for a := range c.trans {
		c.trans[a][ner.First(ner.Person)] += float32(s.people)
		c.trans[a][ner.First(ner.Org)] -= float32(s.orgs)
	}
	return c.pack(n.hashes, s.size, t)
}

// recast returns data with copies of our own texts that have other names.
func (s settings) recast(data []text) []text {
	var own []text
	for _, t := range data {
		if t.own() {
			own = append(own, t)
		}
	}
	names, rng := newCast(data), rand.New(rand.NewSource(2))
	out := slices.Clone(data)
	for range s.swaps {
		out = append(out, names.swap(own, rng)...)
	}
	return out
}

// pack returns the model with the features that matter most, rounded.
func (c *crf) pack(hashes []uint64, size int, t tables) ([]byte, error) {
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
	b.Add(ner.ListSection, t.lists)
	b.Add(ner.CueSection, t.cues)
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
