// Package page turns an HTML document into the blocks of text that a reader
// sees, each with what the markup around it says about its role, and judges
// with a small learned model which blocks belong to the article.
//
// The document is read in one pass over its tokens, without building a tree of
// nodes: every element leaves one record in an arena, with the number of its
// parent, and sums over subtrees are taken by walking the arena backwards.
// Time and memory are linear in the input, however deep it is nested.
package page
