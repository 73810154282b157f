package join

import (
	"math"

	"github.com/tidings-go/tidings/internal/evidence"
)

// prior is the number of articles that the background counts for against
// those of the stream.
const prior = 1500

// A term is a key that some open article has, under a small number.
type term = uint32

// terms counts the keys of the open articles and lists the stories of each.
type terms struct {
	background *evidence.Background
	numbers    map[evidence.Key]term
	all        []termInfo
	weights    []weights // by term
	index      postings
	free       []term
	docs       int     // open articles
	level      int     // about docs: what the weights go by
	logDocs    float32 // log of level
	logAll     float32 // log of level and the background: the idf of a key never seen
}

// A termInfo is what is known of a key.
type termInfo struct {
	key     evidence.Key
	docs    uint32  // open articles that have it
	prior   float32 // how many of as many articles as prior have it
	known   float32 // log of how many have it, those of the background among them
	sure    float32 // log of how many of the open ones would surely have it in the long run
	stories posting // stories that have it
}

// weights is what a term counts. idf is how rare it is, from 0 (in every
// article) to 8 (in none). weight is idf, damped if one article alone may have
// the term, for then it says nothing of whether two articles are alike, only
// how long this one is. What the background knows is not damped, or articles
// of a small collection, where most keys are alone, would look more alike.
type weights struct {
	idf, weight float32
	at          int32 // item of the article that is being compared, plus one; else 0
}

// linked returns the part of the idf that another article may share.
func (w *weights) linked() float64 {
	return (float64(w.weight) - unlinked*float64(w.idf)) / (1 - unlinked)
}

func (t *terms) init(b *evidence.Background) {
	t.background = b
	t.numbers = map[evidence.Key]term{}
	t.setLevel(0)
}

// drift is by what share the number of articles may change until all terms are
// weighed anew.
const drift = 0.06

// count changes the number of open articles.
func (t *terms) count(by int) {
	t.docs += by
	if d := float64(t.docs); math.Abs(d-float64(t.level)) > drift*d {
		t.setLevel(t.docs)
	}
}

// setLevel weighs all terms as those of so many articles.
func (t *terms) setLevel(docs int) {
	t.level = docs
	t.logDocs = float32(math.Log(float64(max(docs, 1))))
	t.logAll = float32(math.Log(prior + 1 + float64(docs)))
	for n := range t.all {
		t.weigh(term(n))
	}
}

// add counts one more article with key.
func (t *terms) add(key evidence.Key) term {
	n, ok := t.numbers[key]
	if !ok {
		if last := len(t.free) - 1; last >= 0 {
			n, t.free = t.free[last], t.free[:last]
		} else {
			n = term(len(t.all))
			t.all = append(t.all, termInfo{})
			t.weights = append(t.weights, weights{})
		}
		t.numbers[key] = n
		t.all[n] = termInfo{key: key, prior: t.expected(key)}
	}
	t.all[n].docs++
	t.update(n)
	return n
}

// expected returns how many of as many articles as prior have key.
func (t *terms) expected(key evidence.Key) float32 { return float32(prior * t.background.Share(key)) }

// drop counts one article less with term n.
func (t *terms) drop(n term) {
	i := &t.all[n]
	if i.docs--; i.docs == 0 {
		delete(t.numbers, i.key)
		*i = termInfo{}
		t.free = append(t.free, n)
	}
	t.update(n)
}

// update takes note of a change in the number of articles with a term.
func (t *terms) update(n term) {
	i := &t.all[n]
	docs := float64(i.docs)
	i.known = float32(math.Log(1 + float64(i.prior) + docs))
	i.sure = float32(math.Inf(-1))
	if sure := docs - 2*math.Sqrt(docs); sure > 1 {
		i.sure = float32(math.Log(sure))
	}
	t.weigh(n)
}

// weigh computes the weights of a term. A few open articles do not outweigh
// the background, unless so many of them have the term that chance is no
// explanation.
func (t *terms) weigh(n term) {
	i := &t.all[n]
	idf := 8 * max(0, min(t.logAll-i.known, t.logDocs-i.sure)) / t.logAll
	shared := max(0, min(1, i.prior+float32(i.docs)-1))
	t.weights[n].idf, t.weights[n].weight = idf, idf*(unlinked+(1-unlinked)*shared)
}

// rarity is the idf of a key that no open article may have.
func (t *terms) rarity(key evidence.Key) float32 {
	if n, ok := t.numbers[key]; ok {
		return t.weights[n].idf
	}
	return 8 * max(0, t.logAll-float32(math.Log(1+prior*t.background.Share(key)))) / t.logAll
}
