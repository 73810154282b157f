// Package compare measures tidings beside other libraries, on the same input
// in one run. It is a module of its own, so that users of tidings never
// download them.
package compare
