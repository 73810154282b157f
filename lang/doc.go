// Package lang identifies the language of a text.
//
//	g := lang.Detect("Прем'єр-міністр подав у відставку")
//	fmt.Println(g.Tag, g.Confidence > 0.9) // uk true
//
// The model is part of the program that calls [Detect], [Default], [New] or
// [Supported], and of no other: a program that only passes a [Tag] around does
// not carry it. It is read in place, so that the first answer comes at once and
// there is nothing on the heap. A [Detector] is safe for concurrent use, and
// the offsets of a [Span] are in bytes.
package lang
