// Package entity finds the people, organisations, places, products and events
// that a text is about, and gives the same thing the same ID in every language
// and script: Putin, Путіну, Πούτιν and Pútín are one entity.
//
// One model for all languages marks the names ([Model]). Their base forms come
// from the endings of each language, read with the rest of the article as
// evidence; short names join the full ones, and every thing has one kind in an
// article. What a gazetteer knows ([Builtin]) carries the ID of its register,
// everything else a key made of the sounds of its name ([Fold]).
//
// Offsets are in bytes, into the text as it was given. A [Recognizer], a
// [Tagger] and a [Gazetteer] are safe for concurrent use; a [Linker], which
// learns, is not.
//
// It is not for single words or search queries, which lack the context that
// names are found by, and it does not link names to an encyclopedia.
package entity
