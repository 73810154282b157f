package lang

import (
	"math"
	"slices"

	"github.com/tidings-go/tidings/internal/lid"
)

// certain is the confidence in a language that nothing but its script speaks
// for: what is written in it might still be no text.
const certain = 0.99

// decided settles a verdict with at most one candidate.
func (d *Detector) decided(v *verdict) bool {
	if d.allowed == nil && v.n > 1 {
		return false
	}
	candidates, last := 0, 0
	for i := range v.n {
		if d.allows(v.first + i) {
			candidates, last = candidates+1, i
		}
	}
	if candidates > 1 {
		return false
	}
	if candidates == 0 {
		v.n = 0
		return true
	}
	v.scores[last] = certain
	return true
}

func (d *Detector) allows(label int) bool { return d.allowed == nil || d.allowed[label] }

// restrict rules out the labels that are not allowed.
func (d *Detector) restrict(v *verdict) {
	if d.allowed == nil {
		return
	}
	for i := range v.n {
		if !d.allows(v.first + i) {
			v.scores[i] = float32(math.Inf(-1))
		}
	}
}

// languages returns the tags of the model, sorted.
func (d *Detector) languages() []Tag {
	var tags []Tag
	for i := range d.model.Labels.Len() {
		if t := Tag(d.model.Labels.At(i)); t != lid.NoLanguage {
			tags = append(tags, t)
		}
	}
	slices.Sort(tags)
	return tags
}
