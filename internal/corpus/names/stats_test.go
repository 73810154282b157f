package names

import "fmt"

// stats counts what the files of a language hold.
type stats struct {
	articles, lines, bare, names, inflected int
	byType                                  map[string]int
	common                                  map[string]int    // lines that name an identity
	types                                   map[string]string // of an identity
	seen                                    map[string]bool
	doubled                                 []string
}

func (s *stats) add(arts []Article) {
	if s.byType == nil {
		s.byType, s.common, s.types, s.seen = map[string]int{}, map[string]int{}, map[string]string{}, map[string]bool{}
	}
	s.articles += len(arts)
	for _, a := range arts {
		for _, l := range a {
			s.line(l)
		}
	}
}

func (s *stats) line(l Line) {
	s.lines++
	if len(l.Names) == 0 {
		s.bare++
	}
	if s.seen[l.Text] && len(l.Text) > 60 {
		s.doubled = append(s.doubled, l.Text)
	}
	s.seen[l.Text] = true
	here := map[string]bool{}
	for _, n := range l.Names {
		s.names++
		s.byType[n.Type]++
		s.types[n.ID] = n.Type
		if n.Base != l.Text[n.Start:n.End] {
			s.inflected++
		}
		if !here[n.ID] {
			s.common[n.ID]++
		}
		here[n.ID] = true
	}
}

func (s *stats) String() string {
	return fmt.Sprintf("%d articles, %d lines (%d without names), %d names of %d things, %d inflected; PER %d ORG %d LOC %d PRO %d EVT %d MISC %d",
		s.articles, s.lines, s.bare, s.names, len(s.common), s.inflected,
		s.byType["PER"], s.byType["ORG"], s.byType["LOC"], s.byType["PRO"], s.byType["EVT"], s.byType["MISC"])
}
