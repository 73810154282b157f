// Package evidence turns an article into two sparse vectors: one of keys that
// mean the same in every language (entities, names by their consonants,
// numbers, Latin strings inside other scripts, news concepts, cognates), and
// one of word stems that are compared within a language only.
//
// A key is a hash; a key's weight says how much of the article is about it,
// with the title above the lead above the rest. How rare a key is, is told by
// a [Background].
package evidence
