// Package corpus holds news text written and annotated for tidings, and the
// lexicon of news concepts, with the programs that check them.
package corpus
