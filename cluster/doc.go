// Package cluster groups articles about the same event, in whatever languages
// they are written, all at once or as they arrive.
//
// [Cluster] does it in one call; a [Clusterer] follows a stream. Both go by
// what articles share that needs no translation (the entities of package
// entity, names by their sound, numbers, strings in a foreign script), by a
// lexicon of news concepts, and within a language by words. A decision learned
// from labelled news says how likely it is that an article belongs to a story;
// it looks at the story as a whole, so that one person in common does not
// chain two events. CARD.md says how well this works, and where it fails.
//
// A [Clusterer] is safe for concurrent use. What it returns is a copy of its own.
//
// The package never reads the clock: time is what the articles say it is.
package cluster
