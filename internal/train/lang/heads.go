package main

import (
	"fmt"
	"log"
	"math"
	"os"
	"strings"

	"github.com/tidings-go/tidings/internal/lid"
)

// A group is a few close languages: its number and the place of each.
type groups struct {
	group, lane []byte // by label
}

// readGroups reads a file of groups, one a line.
func readGroups(file string, c *corpus) (groups, error) {
	g := groups{make([]byte, len(c.languages)), make([]byte, len(c.languages))}
	data, err := os.ReadFile(file)
	if err != nil {
		return g, err
	}
	place := map[string]int{}
	for i, l := range c.languages {
		place[l.label] = i
	}
	number := byte(0)
	for line := range strings.Lines(string(data)) {
		number++
		for lane, label := range strings.Fields(line) {
			i, ok := place[label]
			if !ok || g.group[i] != 0 || lane >= lid.HeadLanes {
				return g, fmt.Errorf("%s: %q is no label, twice there, or one too many", file, label)
			}
			g.group[i], g.lane[i] = number, byte(lane)
		}
	}
	return g, nil
}

// A headLearner learns what the groups add to the scores of a model.
type headLearner struct {
	how              recipe
	model            *lid.Model
	groups           groups
	weights, squares []float32
}

// learnHeads trains the heads on top of a packed model, by AdaGrad on the
// softmax loss over the languages of a group, of texts that the model finds to
// be of that group.
func learnHeads(data []byte, c *corpus, how recipe, g groups) ([]byte, error) {
	m, err := lid.Open(string(data))
	if err != nil {
		return nil, err
	}
	const rows = lid.HeadRows * lid.HeadLanes
	l := headLearner{how, m, g, make([]float32, rows), make([]float32, rows)}
	var members []*language
	var labels []int
	for i, lang := range c.languages {
		if g.group[i] != 0 {
			members, labels = append(members, lang), append(labels, i)
		}
	}
	s := newSampler(members, how, 5)
	const progress = 500_000
	loss, seen := 0.0, 0
	var features []uint32
	for n := range how.headExamples {
		if n%progress == 0 && n > 0 {
			log.Printf("heads: %d of %d texts, %d looked at, loss %.4f", n, how.headExamples, seen, loss/float64(max(seen, 1)))
			loss, seen = 0, 0
		}
		i, text := s.next()
		script := members[i].script
		features = s.features(features[:0], lid.HeadBits, script, text)
		if more, ok := l.learn(features, script, text, labels[i], 1-float64(n)/float64(how.headExamples)); ok {
			loss, seen = loss+more, seen+1
		}
	}
	scale(l.weights, how.headShare)
	weights, unit := lid.PackHeads(l.weights)
	return withSections(data, map[string][]byte{"heads": weights, "headunit": unit})
}

// learn takes one step, if the truth is in the group that the model is in
// doubt about, and returns the loss before it.
func (l *headLearner) learn(features []uint32, script lid.Script, text string, truth int, rate float64) (float64, bool) {
	first, end := l.model.Range(script)
	var sum lid.Sum
	l.model.Sum(&sum, script, text)
	if len(features) == 0 || sum.Rows == 0 {
		return 0, false
	}
	scores := make([]float32, end-first)
	l.model.Logits(&sum, first, scores)
	group := l.model.Group(first, scores)
	if group == 0 || group != l.groups.group[truth] {
		return 0, false
	}
	var p [lid.HeadLanes]float32
	size := 0
	for i, s := range scores {
		if l.groups.group[first+i] == group {
			p[l.groups.lane[first+i]] = s
			size++
		}
	}
	inv := float32(1 / math.Sqrt(float64(len(features))))
	for _, f := range features {
		row := l.weights[lid.HeadRow(group, f)*lid.HeadLanes:][:size]
		for i, w := range row {
			p[i] += w * inv
		}
	}
	loss := softmaxMiss(p[:size], int(l.groups.lane[truth]))
	step := float32(l.how.headRate * rate)
	for _, f := range features {
		at := lid.HeadRow(group, f) * lid.HeadLanes
		row, squares := l.weights[at:][:size], l.squares[at:][:size]
		for i := range row {
			grad := p[i] * inv
			squares[i] += grad * grad
			row[i] += step * grad / sqrt(squares[i]+1e-4)
		}
	}
	return loss, true
}
