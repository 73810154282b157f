package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// A text is one labelled example. The code names the script too where a
// language is labelled with one that most detectors do not know it in.
type text struct{ set, kind, code, text string }

// serbianLatin is the only tag whose script counts: whatlanggo, lingua-go and
// ELD know Serbian in Cyrillic letters alone.
const serbianLatin = "sr-Latn"

// read returns the texts of a set, at most limit of each kind and language,
// chosen by their hash.
func read(dir, set string, limit int) ([]text, error) {
	f, err := os.Open(filepath.Join(dir, set+".jsonl.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	groups := map[string][]text{}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r struct{ Text, Lang, Kind, Tag string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, err
		}
		key := r.Kind + " " + r.Lang + " " + r.Tag
		code := r.Lang
		if r.Tag == serbianLatin {
			code = r.Tag
		}
		groups[key] = append(groups[key], text{set, r.Kind, code, r.Text})
	}
	var all []text
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		g := groups[key]
		slices.SortStableFunc(g, func(a, b text) int { return cmp.Compare(hash(a.text), hash(b.text)) })
		if limit > 0 && len(g) > limit {
			g = g[:limit]
		}
		all = append(all, g...)
	}
	return all, lines.Err()
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}
