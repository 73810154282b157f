// Package names measures how alike two names sound, whatever their scripts.
//
// A name is split into words and each word into sounds (internal/translit).
// Words are aligned by a joint multigram model (Bisani and Ney 2008): pairs of
// up to three sounds on either side, each with a weight learned by expectation
// maximisation from names that stand beside each other. Words are then matched
// without regard to their order, and what matches and what is left over is
// described by numbers that a forest of small trees turns into a probability.
package names
