package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWords(t *testing.T) {
	for data, want := range map[string][]string{
		"3\nhus/AB\nOslo/C\nå\nbåt\tpo:noun\nDNA\n": {"hus", "båt"},
		"b\xe5t/X\nskip 2\n":                        {"båt", "skip"},
		"आहे\nनाही/1,2\n12x\n":                      {"आहे", "नाही"},
	} {
		assert.Equal(t, want, words([]byte(data)), "%q", data)
	}
}

func TestChooseIsTheSameInAnyOrder(t *testing.T) {
	assert.Equal(t, choose([]string{"a", "b", "c", "b"}), choose([]string{"c", "b", "b", "a"}))
}
