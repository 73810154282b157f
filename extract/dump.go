package extract

// extractText finds the article in a plain-text dump of a page. text is valid
// UTF-8 in NFC; the bounds of o have been checked. The caller reports
// ErrNoArticle if the Article has no Text, and fills Lang by o.Detect.
func extractText(text string, o *Options) *Article {
	a := &Article{}
	a.setBlocks([]block{{text: text, keep: text != "", end: len(text)}}, o)
	return a
}
