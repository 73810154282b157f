// Package extract finds the article in a news page: its title, authors, dates
// and text, without menus, teasers, captions and repeats.
//
// A page is an HTML document in any encoding, or the plain text that some
// other program dumped from one, boilerplate included. [Extract] reads from an
// io.Reader, [FromString] takes a page already in memory:
//
//	a, err := extract.Extract(resp.Body, &extract.Options{URL: resp.Request.URL})
//
// All functions are safe for concurrent use and keep no state. [Block.Start] is
// an offset in bytes.
//
// The result is text, never markup: nothing in it is sanitised for display,
// because nothing in it needs to be.
//
// # What it is not for
//
// The package fetches nothing, runs no scripts and follows no "next page"
// links. It looks for one article; the front page of a site has none and gives
// [ErrNoArticle] or a low [Article.Score].
//
// # Stability
//
// What the heuristics return for a given page is not part of the stable API: a
// minor release may find more, or leave out more.
package extract
