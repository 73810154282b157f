// Package join decides which story an article joins.
//
// A [Space] holds the open stories with an inverted index over their keys. For
// an article it finds the best few stories, measures how each shares the
// article's evidence, and a [Model] learned from labelled stories says how
// likely it is that the article belongs there. What is compared is always the
// article against the whole story, never against a single member, so that one
// name in common does not chain two events.
package join
