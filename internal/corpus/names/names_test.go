package names

import (
	"errors"
	"sort"
	"testing"
)

func TestParse(t *testing.T) {
	l, err := Parse("[Ілон Маск](PER|elon-musk) писав [Путіну](PER|vladimir-putin|Путін).")
	if err != nil {
		t.Fatal(err)
	}
	if l.Text != "Ілон Маск писав Путіну." {
		t.Errorf("text %q", l.Text)
	}
	want := []Name{{0, 17, "PER", "elon-musk", "Ілон Маск"}, {29, 41, "PER", "vladimir-putin", "Путін"}}
	if len(l.Names) != 2 || l.Names[0] != want[0] || l.Names[1] != want[1] {
		t.Errorf("names %v", l.Names)
	}
}

func TestParseRejects(t *testing.T) {
	for _, s := range []string{
		"[Rom", "[Rom](LOC", "[Rom](LOC)", "[Rom](CITY|rome)", "[Rom](LOC|Rome)", "[](LOC|rome)",
		"[Rom ](LOC|rome)", "[Rom](LOC|rome|)", "[Rom](LOC|rome|a|b)",
	} {
		if _, err := Parse(s); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", s, err)
		}
	}
}

// TestCorpus holds every file to the format and prints what is in it.
func TestCorpus(t *testing.T) {
	files, err := Files(".")
	if err != nil {
		t.Fatal(err)
	}
	var tags []string
	for tag := range files {
		tags = append(tags, tag)
	}
	sort.Strings(tags)
	for _, tag := range tags {
		var s stats
		for _, p := range files[tag] {
			arts, err := Read(p)
			if err != nil {
				t.Error(err)
			}
			s.add(arts)
		}
		t.Logf("%s: %s", tag, s.String())
		for id, lines := range s.common {
			if s.lines >= 400 && lines*50 > s.lines && s.types[id] == "PER" {
				t.Errorf("%s: %s is in %d of %d lines", tag, id, lines, s.lines)
			}
		}
		for _, d := range s.doubled {
			t.Errorf("%s: the same line twice: %s", tag, d)
		}
	}
}
