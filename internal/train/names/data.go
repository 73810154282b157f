package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A group is the names of one thing by language.
type group struct {
	ID, Type string
	Names    map[string][]string
}

// languages returns the languages of g in order.
func (g *group) languages() []string { return slices.Sorted(maps.Keys(g.Names)) }

// A token is one word of names: English beside other languages.
type token struct {
	En    string
	Names map[string][]string
}

// A pair is two names with the answer whether they are of the same thing.
type pair struct {
	A, B            string
	LangA           string `json:"lang_a"`
	LangB           string `json:"lang_b"`
	Type, Kind, Ref string
	Same            bool
}

// free tells the ids of names that a shipped model may learn from: Wikidata
// and EveryPolitician, CLDR, GeoNames.
func free(id string) bool { return !strings.HasPrefix(id, "sn") }

// firstHalf tells the half of the ids that is trained on when the other half
// is to be reported on.
func firstHalf(id string) bool { return hash(id)%2 == 0 }

func hash(id string) uint32 {
	h := fnv.New32a()
	io.WriteString(h, id)
	return h.Sum32() >> 4
}

// side returns which half all ids of a pair are in, 'A' or 'B', or 'M' for a
// pair across halves.
func (p *pair) side() byte {
	a, b := false, false
	for id := range strings.SplitSeq(p.Ref, "|") {
		if firstHalf(id) {
			a = true
		} else {
			b = true
		}
	}
	switch {
	case a && b:
		return 'M'
	case a:
		return 'A'
	}
	return 'B'
}

func (p *pair) free() bool {
	for id := range strings.SplitSeq(p.Ref, "|") {
		if !free(id) {
			return false
		}
	}
	return true
}

// readLines decodes a compressed file of JSON Lines.
func readLines[T any](dir, name string) ([]T, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var out []T
	s := bufio.NewScanner(z)
	s.Buffer(make([]byte, 1<<20), 1<<26)
	for s.Scan() {
		var x T
		if err := json.Unmarshal(s.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, x)
	}
	return out, s.Err()
}

// readGroups returns the groups that may be learned from; with half only
// those of the first half.
func readGroups(dir string, half bool) ([]group, error) {
	all, err := readLines[group](dir, "dev.jsonl.gz")
	return slices.DeleteFunc(all, func(g group) bool {
		return !free(g.ID) || half && !firstHalf(g.ID)
	}), err
}

// readPairs returns all pairs of both sets, and those of them to learn from.
func readPairs(dir string, half bool) (seed, all, learn []pair, err error) {
	if seed, err = readLines[pair](dir, "pairs-seed-dev.jsonl.gz"); err != nil {
		return nil, nil, nil, err
	}
	if all, err = readLines[pair](dir, "pairs-dev.jsonl.gz"); err != nil {
		return nil, nil, nil, err
	}
	for _, p := range append(slices.Clone(seed), all...) {
		if p.free() && (!half || p.side() == 'A') {
			learn = append(learn, p)
		}
	}
	return seed, all, learn, nil
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
