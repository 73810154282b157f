package main

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/tidings-go/tidings/internal/lid"
)

// noiseLines is the number of lines of each kind of noise.
const noiseLines = 8000

// noise makes the class of what is no language: lines of program code from a
// tree of Go sources, random keys, and lists of people from everywhere.
func noise(tree, people string, seed uint64) (*language, error) {
	r := rand.New(rand.NewPCG(seed, 3))
	src := &source{}
	names, err := os.ReadFile(people)
	if err != nil {
		return nil, err
	}
	given, family, _ := strings.Cut(string(names), "\n\n")
	for range noiseLines / 2 {
		list := randomPeople(strings.Fields(given), strings.Fields(family), r)
		src.add(list, float64(len(list)))
	}
	err = filepath.WalkDir(tree, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(data)) {
			code, _, _ := strings.Cut(line, "//")
			if code = strings.TrimSpace(code); len(code) > 12 && !strings.ContainsRune(code, '"') && len(src.texts) < noiseLines {
				src.add(code, float64(len(code)))
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for range noiseLines {
		key := randomKey(r)
		src.add(key, float64(len(key)))
	}
	return &language{label: lid.NoLanguage, script: lid.Latin, sources: map[string]*source{"noise": src}}, nil
}

// randomPeople returns the names of a few people.
func randomPeople(given, family []string, r *rand.Rand) string {
	var people []string
	for range 2 + r.IntN(6) {
		people = append(people, given[r.IntN(len(given))]+" "+family[r.IntN(len(family))])
	}
	return strings.Join(people, ", ")
}

// randomKey returns words of random letters: pressed keys, hexadecimal digits
// or base64.
func randomKey(r *rand.Rand) string {
	const rows, hex, base64 = "qwertyuiopasdfghjklzxcvbnm", "0123456789abcdef", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	letters := []string{rows, rows, hex, base64}[r.IntN(4)]
	var b strings.Builder
	for range 1 + r.IntN(4) {
		for range 6 + r.IntN(14) {
			b.WriteByte(letters[r.IntN(len(letters))])
		}
		b.WriteByte(' ')
	}
	return b.String()
}
