package page

import (
	"math"
	"strings"

	"github.com/tidings-go/tidings/internal/trees"
)

// NumSigns is how many signs of an article a page has.
const NumSigns = 11

// signWeights are the weights of the signs, and the bias behind them: logistic
// regression on pages of articles and the same pages without their articles.
// CARD.md of package extract describes it.
var signWeights = [NumSigns + 1]float64{1.670, 3.232, -0.285, 1.730, -0.954, 1.113, 0.200, 0.093, 0.118, 0.197, -0.794, -6.005}

// IsArticle returns the probability that a page is an article, and no front
// page, list or player of videos. prob is what the model says of its blocks.
func (p *Page) IsArticle(prob []float32, d *Data) float64 {
	z := signWeights[NumSigns]
	for i, x := range p.Signs(prob, d) {
		z += signWeights[i] * x
	}
	return float64(trees.Sigmoid(float32(z)))
}

// Signs returns the signs of an article that a page has: how much likely text
// there is, how sure the model is of it, how it lies among links, and what the
// page says of itself.
func (p *Page) Signs(prob []float32, d *Data) (x [NumSigns]float64) {
	const likely, long = 0.5, 20
	var words, sure, linked, whole, led, blocks, links, run, best, teasers float64
	for i := range p.Blocks {
		k := &p.Blocks[i]
		w, dense := float64(k.text.words), float64(k.density())
		if prob[i] < likely {
			links += w * dense
			best, run = max(best, run), 0
			if k.Heading > 0 && dense > 0.5 {
				teasers++
			}
			continue
		}
		words += w
		run += w
		sure += w * float64(prob[i])
		linked += w * dense
		if w >= long {
			whole += w
		}
		if k.Heading == 0 {
			blocks++
			if i > 0 && isLink(&p.Blocks[i-1]) {
				led++
			}
		}
	}
	best = max(best, run)
	n := max(words, 1)
	return [NumSigns]float64{
		math.Log1p(words) / 5, sure / n, linked / n, whole / n, led / max(blocks, 1), math.Log1p(best) / 5, math.Log1p(words / (links + 1)),
		math.Log1p(teasers) / 3, sign(d.Found), sign(strings.EqualFold(p.Meta("og:type"), "article")),
		sign(p.Meta("og:type") != "" && !strings.EqualFold(p.Meta("og:type"), "article")),
	}
}

func sign(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
