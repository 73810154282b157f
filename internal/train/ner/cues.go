package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/tidings-go/tidings/internal/ner"
)

// readCues returns the table of the cues in a file: a language, a cue and its words
// a line.
func readCues(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	cues := map[uint64]ner.Lists{}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("%s:%d: %d cells", path, i+1, len(cells))
		}
		bit := slices.Index(ner.CueNames[:], cells[1])
		if bit < 0 {
			return nil, fmt.Errorf("%s:%d: no cue %q", path, i+1, cells[1])
		}
		tags := []string{cells[0]}
		if cells[0] == "nb" {
			tags = append(tags, "no", "nn")
		}
		for _, w := range strings.Fields(cells[2]) {
			stem, open := strings.CutSuffix(w, "*")
			for _, tag := range tags {
				cues[ner.CueKey(stem, tag, open)] |= 1 << bit
			}
		}
	}
	return ner.AppendLists(nil, cues), nil
}
