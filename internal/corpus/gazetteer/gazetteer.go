// Package gazetteer holds tables, written for this project, of the people,
// organisations, places without a register number, products and events most
// often in the news, with their names in many languages. FORMAT.md describes
// the files.
package gazetteer

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed *.txt
var files embed.FS

// A Thing is what one or more lines of the tables describe.
type Thing struct {
	Kind     string // per, org, loc, pro or evt
	Name     string // in English
	Register string // the ID of a public register, where the line only adds names
	Names    []Name // all names, the English one first
	File     string // of the first line
	Line     int
}

// A Name is a name in a language, or in several when Lang is empty.
type Name struct{ Lang, Text string }

// Read returns every thing of the tables, in the order of files and lines. Lines
// of one kind and English name are of one thing.
func Read() ([]Thing, error) {
	paths, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, err
	}
	var things []Thing
	for _, path := range paths {
		data, err := files.ReadFile(path)
		if err != nil {
			return nil, err
		}
		more, err := parse(path, string(data))
		if err != nil {
			return nil, err
		}
		things = append(things, more...)
	}
	return merge(things), nil
}

// merge joins the lines of each thing into the first of them.
func merge(things []Thing) []Thing {
	at := map[[2]string]int{}
	out := things[:0]
	for _, t := range things {
		key := [2]string{t.Kind, t.Name}
		if i, ok := at[key]; ok && t.Register == "" {
			out[i].Names = append(out[i].Names, t.Names[1:]...)
			continue
		}
		at[key] = len(out)
		out = append(out, t)
	}
	return out
}

func parse(file, data string) ([]Thing, error) {
	var (
		things  []Thing
		kind    string
		columns []string
	)
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		fail := func(format string, args ...any) ([]Thing, error) {
			return nil, fmt.Errorf("%s:%d: %s", file, i+1, fmt.Sprintf(format, args...))
		}
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			head := cells(line[1:], "|")
			kind, columns = head[0], head[1:]
			if !slices.Contains([]string{"per", "org", "loc", "pro", "evt"}, kind) {
				return fail("kind %q", kind)
			}
			if len(columns) == 0 || columns[0] != "en" {
				return fail("the first column is not en")
			}
		default:
			row := cells(line, "|")
			if len(row) > len(columns) {
				return fail("%d cells in %d columns", len(row), len(columns))
			}
			t := Thing{Kind: kind, File: file, Line: i + 1}
			for c, cell := range row {
				t.Names = append(t.Names, names(columns[c], cell)...)
			}
			if row[0] == "" {
				return fail("no English name")
			}
			if register, _, ok := strings.Cut(row[0], ":"); ok && slices.Contains([]string{"iso3166", "m49", "geonames"}, register) {
				t.Register, t.Names = row[0], t.Names[1:]
			} else {
				t.Name = row[0]
			}
			things = append(things, t)
		}
	}
	return things, nil
}

// names returns the names of one cell.
func names(column, cell string) []Name {
	var out []Name
	for _, text := range cells(cell, ";") {
		lang := column
		if column == "+" {
			lang = ""
			if tag, rest, ok := strings.Cut(text, ":"); ok && len(tag) <= 7 {
				lang, text = tag, strings.TrimSpace(rest)
			}
		}
		if text, _, _ = strings.Cut(text, " ("); text != "" {
			out = append(out, Name{lang, text})
		}
	}
	return out
}

func cells(s, sep string) []string {
	out := strings.Split(s, sep)
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}
