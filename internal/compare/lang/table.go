package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A table counts the texts that are right, by language and column.
type table struct {
	columns []string
	cells   map[string]map[string][2]int
}

// add counts one text that is right by 0 or 1.
func (t *table) add(language, column string, right int) {
	if t.cells == nil {
		t.cells = map[string]map[string][2]int{}
	}
	if t.cells[language] == nil {
		t.cells[language] = map[string][2]int{}
	}
	if !slices.Contains(t.columns, column) {
		t.columns = append(t.columns, column)
	}
	c := t.cells[language][column]
	t.cells[language][column] = [2]int{c[0] + right, c[1] + 1}
}

// print writes the table in Markdown, in percent; a language that a detector
// does not know has an empty cell.
func (t *table) print() {
	fmt.Printf("| | %s |\n|-|%s\n", strings.Join(t.columns, " | "), strings.Repeat("-|", len(t.columns)))
	for _, language := range slices.Sorted(maps.Keys(t.cells)) {
		fmt.Printf("| %s |", language)
		for _, column := range t.columns {
			if c := t.cells[language][column]; c[1] > 0 {
				fmt.Printf(" %.0f", 100*float64(c[0])/float64(c[1]))
			}
			fmt.Print(" |")
		}
		fmt.Println()
	}
}
