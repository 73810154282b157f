package extract

import (
	"math"
	"strings"
)

// score is how sure we are that the page is an article: much text that the
// model is sure of, with few links in it, on a page that calls itself one. The
// weights were set by hand.
func (h *htmlPage) score() float64 {
	var size, sure, linked float64
	for i := range h.p.Blocks {
		if k := &h.p.Blocks[i]; h.keep[i] {
			n := float64(len(k.Text))
			size += n
			sure += n * float64(h.prob[i])
			linked += float64(k.Linked)
		}
	}
	if len(h.a.Text) > int(size) { // the text comes from the data for machines
		size, sure, linked = float64(len(h.a.Text)), float64(len(h.a.Text))*0.8, 0
	}
	if size == 0 {
		return 0
	}
	z := -3.2 + 1.6*math.Log1p(size/300) + 4*(sure/size-0.75) - 4*linked/size
	if h.data.Found || strings.EqualFold(h.p.Meta("og:type"), "article") {
		z++
	}
	if strings.EqualFold(h.p.Meta("og:type"), "website") {
		z -= 0.7
	}
	if h.a.Precision != NoDate {
		z += 0.5
	}
	return 1 / (1 + math.Exp(-z))
}
