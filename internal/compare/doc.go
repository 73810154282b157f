// Package compare measures tidings beside other libraries, on the same input
// in one run. It is a module of its own, so that users of tidings never
// download them.
//
//	go run ./extract SET...   beside go-readability, go-trafilatura, go-domdistiller
//	go run ./lang DIR         beside whatlanggo and lingua-go
//
// The results stand in CARD.md of the packages.
package compare
