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
	free       []term
	docs       int     // open articles
	logDocs    float64 // log of docs
}

// count changes the number of open articles.
func (t *terms) count(by int) {
	t.docs += by
	t.logDocs = math.Log(float64(max(t.docs, 1)))
}

type termInfo struct {
	key     evidence.Key
	docs    uint32  // open articles that have it
	prior   float32 // how many of as many articles as prior have it
	shared  float32 // how surely another article has it, from 0 to 1
	logDen  float32 // log of the share's numerator: idf is a difference of logs
	logLow  float32 // log of how many of the open articles surely would have it in the long run
	stories []int32 // stories that have it, in no particular order
}

func (t *terms) init(b *evidence.Background) {
	t.background = b
	t.numbers = map[evidence.Key]term{}
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
		return
	}
	t.update(n)
}

func (t *terms) update(n term) {
	i := &t.all[n]
	docs := float64(i.docs)
	i.shared = min(1, i.prior+float32(docs-1))
	i.logDen = float32(math.Log(1 + float64(i.prior) + docs))
	i.logLow = float32(math.Inf(-1))
	if sure := docs - 2*math.Sqrt(docs); sure > 1 {
		i.logLow = float32(math.Log(sure))
	}
}

// logAll is the constant part of every idf, and the idf of a key never seen.
func (t *terms) logAll() float64 { return math.Log(prior + 1 + float64(t.docs)) }

// idf returns how rare a term is, from 0 (in every article) to 8 (in none). A
// few open articles do not outweigh the background, unless so many of them
// have the term that chance is no explanation.
func (t *terms) idf(n term, logAll float64) float64 {
	i := &t.all[n]
	return 8 * max(0, min(logAll-float64(i.logDen), t.logDocs-float64(i.logLow))) / logAll
}

// weigh returns the idf of a term, and its weight: the idf damped if one
// article alone may have it, for then it says nothing of whether two articles
// are alike, only how long this one is. What the background knows is not
// damped, or articles of a small collection, where most keys are alone, would
// look more alike.
func (t *terms) weigh(n term, logAll float64) (idf, weight float64) {
	idf = t.idf(n, logAll)
	return idf, idf * (unlinked + (1-unlinked)*float64(t.all[n].shared))
}
