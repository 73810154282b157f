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
		t.all[n] = termInfo{key: key}
	}
	t.all[n].docs++
	t.weigh(n)
	return n
}

// drop counts one article less with term n.
func (t *terms) drop(n term) {
	i := &t.all[n]
	if i.docs--; i.docs == 0 {
		delete(t.numbers, i.key)
		*i = termInfo{}
		t.free = append(t.free, n)
		return
	}
	t.weigh(n)
}

func (t *terms) weigh(n term) {
	i := &t.all[n]
	docs := float64(i.docs)
	i.logDen = float32(math.Log(1 + prior*t.background.Share(i.key) + docs))
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
