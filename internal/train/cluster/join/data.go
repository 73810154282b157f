package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/tidings-go/tidings/internal/evidence"
	"github.com/tidings-go/tidings/internal/join"
)

// An article of a labelled set.
type article struct {
	ID, Lang, Date, Title, Text, Story string

	set      string
	tag      string // language as detected
	story    int    // number of Story
	fold     int    // by story
	half     int    // by story, inside each fold
	time     int64
	evidence evidence.Article
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	x := h.Sum64()
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// made is the number of events of which bulletins are made up.
const made = 100

// load reads the sets, adds bulletins, and puts all in one stream, in an order that does not
// depend on the sets.
func load(paths []string, folds int) []article {
	var all []article
	numbers := map[string]int{}
	for _, path := range paths {
		set := strings.TrimSuffix(filepath.Base(path), ".jsonl.gz")
		for _, a := range readSet(path) {
			a.set, a.time = set, join.NoTime
			if t, err := time.Parse(time.RFC3339, a.Date); err == nil {
				a.time = t.Unix()
			}
			all = append(all, a)
		}
	}
	all = append(all, bulletins(made)...)
	for i := range all {
		a := &all[i]
		key := a.set + "|" + a.Story
		if _, ok := numbers[key]; !ok {
			numbers[key] = len(numbers)
		}
		a.story, a.fold, a.half = numbers[key], int(hash("half|"+key)%uint64(folds)), int(hash("inner|"+key)&1)
	}
	sort.SliceStable(all, func(i, j int) bool { return hash(all[i].ID) < hash(all[j].ID) })
	return all
}

func readSet(path string) []article {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		log.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<26)
	var list []article
	for in.Scan() {
		var a article
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			log.Fatal(path, ": ", err)
		}
		list = append(list, a)
	}
	return list
}
