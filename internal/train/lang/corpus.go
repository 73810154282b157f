package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/tidings-go/tidings/internal/lid"
)

// A source is what one set of texts has in one language.
type source struct {
	texts []string
	upTo  []float64 // running sum of the weights of the texts
	words bool      // single words, to be put together
	bytes int
}

func (s *source) add(text string, weight float64) {
	s.texts = append(s.texts, text)
	if n := len(s.upTo); n > 0 {
		weight += s.upTo[n-1]
	}
	s.upTo = append(s.upTo, weight)
	s.bytes += len(text)
}

// A language is all that a label is learned from.
type language struct {
	label   string
	script  lid.Script
	sources map[string]*source
	pseudo  []string // words of pseudo-text
}

func (l *language) bytes() int {
	n := 0
	for _, s := range l.sources {
		n += s.bytes
	}
	return n
}

// setWeight says how much of a language is drawn from a set, before the root
// of its size: running text more, lists of names less.
var setWeight = map[string]float64{
	"udhr": 1, "mediawiki": 1, "libreoffice": 1.5, "bible": 0.7, "wordpress": 1, "kde": 1, "gnome-docs": 1.5,
	"gimp-help": 1.2, "libreoffice-help": 1, "cldr": 0.7, "iso-codes": 0.4, "freqwords": 2, "wordfreq": 3,
	"own": 8, "noise": 1, "spell": 0.5,
}

// record is one line of a set.
type record struct {
	Text, Lang, Tag, Kind string
	Freq                  float64
}

// label returns the label that a record is learned under, "" to leave it out:
// languages go under their own script, Serbian and Chinese under two.
func (r record) label() string {
	switch r.Lang {
	case "hnj", "hmn": // in Chinese orthographies; Hmong in the world's news is in RPA
		return ""
	case "zh":
		if r.Tag == "zh-Hans" || r.Tag == "zh-Hant" {
			return r.Tag
		}
		return ""
	case "sr":
		if r.Tag == "sr-Latn" {
			return r.Tag
		}
		return "sr"
	}
	_, script, _ := strings.Cut(r.Tag, "-")
	switch {
	case script == "Hans" || script == "Hant" || script == "AF" || script == "":
	case script == "Cyrl" && cyrillic[r.Lang] || script == "Arab" && r.Lang == "ckb" || script == "Latn" && (r.Lang == "ku" || r.Lang == "crh"):
	default:
		return ""
	}
	return r.Lang
}

// isStranger reports whether no label stands for the language of r.
func (r record) isStranger(labels map[string]*language) bool {
	return labels[r.Lang] == nil && r.Lang != "zh" && r.Lang != "mul" && r.Lang != "und" && r.Kind != "word"
}

var cyrillic = map[string]bool{"ady": true, "kbd": true, "tg": true}

// A corpus is everything to learn from, and what is kept from learning to
// judge confidence by.
type corpus struct {
	languages []*language
	kept      []*language         // the same languages, other texts
	strangers map[string][]string // texts in languages that are not learned
	rewrites  []rewrite
}

// oneIn is the share of the texts that are kept from learning.
const oneIn = 50

func isKept(text string) bool {
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32()%oneIn == 0
}

// loadCorpus reads the sets in a folder, keeping the languages of labels, and
// adds our own texts, and code and names for what is no language.
func loadCorpus(dir, own, code, people string, labels []string) (*corpus, error) {
	c := &corpus{strangers: map[string][]string{}}
	byLabel, kept := map[string]*language{}, map[string]*language{}
	for _, l := range labels {
		byLabel[l] = &language{label: l, sources: map[string]*source{}}
		kept[l] = &language{label: l, sources: map[string]*source{}}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no sets in %s: %w", dir, err)
	}
	spread := map[string]map[string]bool{}
	spoken := newJat()
	var all []record
	for _, f := range files {
		set := strings.TrimSuffix(filepath.Base(f), ".jsonl.gz")
		err := eachRecord(f, func(r record) {
			label := r.label()
			r.Text = norm.NFC.String(r.Text)
			if byLabel[label] == nil {
				if r.isStranger(byLabel) {
					c.strangers[r.Lang] = append(c.strangers[r.Lang], r.Text)
				}
				if !onlyRewritten[label] {
					return
				}
			}
			r.Lang, r.Tag = label, set
			all = append(all, r)
			spoken.add(label, r.Text)
			if r.Kind != "word" {
				if spread[r.Text] == nil {
					spread[r.Text] = map[string]bool{}
				}
				spread[r.Text][label] = true
			}
		})
		if err != nil {
			return nil, err
		}
	}
	c.rewrites = rewrites(spoken)
	for _, r := range all {
		if len(spread[r.Text]) > maxSpread {
			continue
		}
		into := byLabel
		if isKept(r.Text) {
			into = kept
		}
		own := r.Text
		for _, w := range c.rewrites {
			switch text := w.apply; {
			case w.from != r.Lang:
			case w.to == r.Lang: // put right
				own = cmp.Or(text(r.Text), own)
			default:
				into[w.to].add(record{Text: text(r.Text), Tag: r.Tag, Kind: r.Kind, Freq: r.Freq})
			}
		}
		if l := into[r.Lang]; l != nil {
			r.Text = own
			l.add(r)
		}
	}
	if err := addOwn(byLabel, own); err != nil {
		return nil, err
	}
	for _, label := range slices.Sorted(maps.Keys(byLabel)) {
		l := byLabel[label]
		if l.bytes() == 0 {
			return nil, fmt.Errorf("no text for %s", label)
		}
		l.script = l.mainScript()
		kept[label].script = l.script
		c.languages, c.kept = append(c.languages, l), append(c.kept, kept[label])
	}
	n, err := noise(code, people, 1)
	if err != nil {
		return nil, err
	}
	c.languages = append(c.languages, n)
	c.kept = append(c.kept, &language{label: n.label, script: n.script, sources: map[string]*source{}})
	for _, list := range [][]*language{c.languages, c.kept} {
		slices.SortStableFunc(list, func(a, b *language) int { return int(a.script) - int(b.script) })
	}
	return c, nil
}

// maxSpread is the number of languages that a text can be labelled with before
// it is taken for a name or a text left untranslated.
const maxSpread = 3

func (l *language) add(r record) {
	if r.Text == "" {
		return
	}
	s := l.sources[r.Tag]
	if s == nil {
		s = &source{words: r.Kind == "word"}
		l.sources[r.Tag] = s
	}
	weight := float64(len(r.Text))
	if s.words {
		weight = math.Pow(r.Freq, 0.6) // common words less often than in running text
	}
	s.add(r.Text, weight)
}

// mainScript returns the script of most of a language's letters.
func (l *language) mainScript() lid.Script {
	var counts [lid.Scripts]int
	for _, s := range l.sources {
		for _, t := range s.texts[:min(2000, len(s.texts))] {
			fold.Count(t, &counts)
		}
	}
	best := lid.Latin
	for s := range lid.Scripts {
		if s != lid.Common && counts[s] > counts[best] {
			best = s
		}
	}
	return best
}

// addOwn reads texts of our own from a folder, one file a language, one text a
// line.
func addOwn(byLabel map[string]*language, dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return err
	}
	for _, f := range files {
		l := byLabel[strings.TrimSuffix(filepath.Base(f), ".txt")]
		if l == nil {
			return fmt.Errorf("%s is of no label", f)
		}
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(data)) {
			l.add(record{Text: strings.TrimSpace(line), Tag: "own"})
		}
	}
	return nil
}

// addPseudo reads the pseudo-text of a folder, one file a language, and
// rewrites it where there are rules for that.
func (c *corpus) addPseudo(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return err
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		label := strings.TrimSuffix(filepath.Base(f), ".txt")
		own := strings.Fields(string(data))
		for _, w := range c.rewrites {
			switch {
			case w.from != label:
			case w.to == label:
				own = rewritten(w, string(data))
			default:
				c.addWords(w.to, rewritten(w, string(data)))
			}
		}
		c.addWords(label, own)
	}
	return nil
}

// rewritten returns the words of a text by a rewrite, line by line.
func rewritten(w rewrite, text string) []string {
	var words []string
	for line := range strings.Lines(text) {
		better := w.apply(line)
		if better == "" && w.from == w.to {
			better = line
		}
		words = append(words, strings.Fields(better)...)
	}
	return words
}

// addWords adds pseudo-text to a label.
func (c *corpus) addWords(label string, words []string) {
	for i, l := range c.languages {
		if l.label == label {
			cut := len(words) - len(words)/oneIn
			l.pseudo = append(l.pseudo, words[:cut]...)
			c.kept[i].pseudo = append(c.kept[i].pseudo, words[cut:]...)
		}
	}
}

func eachRecord(file string, yield func(record)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		yield(r)
	}
	return lines.Err()
}

// serbianLatin writes Serbian Cyrillic in Latin letters.
var serbianLatin = strings.NewReplacer(
	"љ", "lj", "њ", "nj", "џ", "dž", "Љ", "Lj", "Њ", "Nj", "Џ", "Dž",
	"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "ђ", "đ", "е", "e", "ж", "ž", "з", "z", "и", "i", "ј", "j",
	"к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "ћ", "ć", "у", "u",
	"ф", "f", "х", "h", "ц", "c", "ч", "č", "ш", "š",
	"А", "A", "Б", "B", "В", "V", "Г", "G", "Д", "D", "Ђ", "Đ", "Е", "E", "Ж", "Ž", "З", "Z", "И", "I", "Ј", "J",
	"К", "K", "Л", "L", "М", "M", "Н", "N", "О", "O", "П", "P", "Р", "R", "С", "S", "Т", "T", "Ћ", "Ć", "У", "U",
	"Ф", "F", "Х", "H", "Ц", "C", "Ч", "Č", "Ш", "Š",
)
