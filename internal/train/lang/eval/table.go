package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A table counts the texts that are right by language and by set and kind.
type table struct {
	columns []string
	cells   map[string]map[string][2]int
}

func (t *table) add(column, language string, right bool) {
	if t.cells == nil {
		t.cells = map[string]map[string][2]int{}
	}
	if !slices.Contains(t.columns, column) {
		t.columns = append(t.columns, column)
	}
	if t.cells[language] == nil {
		t.cells[language] = map[string][2]int{}
	}
	c := t.cells[language][column]
	if c[1]++; right {
		c[0]++
	}
	t.cells[language][column] = c
}

// print writes the table in Markdown, in percent.
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
