// Package dump tells the article from everything else in a plain-text dump of
// a page: one block a line, or everything on a single line.
//
// A dump is cut into units: lines, and inside of long lines sentences and
// what is glued between them. Each unit is described by features of its
// structure (length, punctuation, capitals, repetition, position, what
// surrounds it) and by small tables of cue words; boosted trees turn them
// into the probability that the unit belongs to the article, in two rounds,
// and the best path through all units (Viterbi) makes the article hang together.
// The trainer shares this package, so that both see the same units.
package dump
