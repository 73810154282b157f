// Package names reads the annotated news text of this folder: sentences with
// the type, identity and base form of every name in place. FORMAT.md has the
// rules.
package names

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// A Name is text[Start:End] of a line, in bytes.
type Name struct {
	Start, End int
	Type       string // PER ORG LOC PRO EVT MISC
	ID         string // slug of the thing, the same for every mention of it
	Base       string // the base form of exactly this span
}

// A Line is a sentence, without its annotation.
type Line struct {
	Text  string
	Names []Name
}

// An Article is the lines between two blank ones.
type Article []Line

// ErrFormat reports a line that breaks the rules of FORMAT.md.
var ErrFormat = errors.New("names: bad annotation")

// Parse reads one annotated line, in which a name is [surface](TYPE|id) or
// [surface](TYPE|id|base form).
func Parse(s string) (Line, error) {
	var l Line
	var b strings.Builder
	rest := s
	for {
		open := strings.IndexByte(rest, '[')
		if open < 0 {
			break
		}
		surface, after, ok := strings.Cut(rest[open+1:], "](")
		note, tail, ok2 := cutNote(after)
		if !ok || !ok2 {
			return l, fmt.Errorf("%w: unclosed %q", ErrFormat, rest[open:])
		}
		b.WriteString(rest[:open])
		n := Name{Start: b.Len()}
		b.WriteString(surface)
		n.End = b.Len()
		if err := n.annotate(surface, note); err != nil {
			return l, err
		}
		l.Names = append(l.Names, n)
		rest = tail
	}
	b.WriteString(rest)
	l.Text = b.String()
	return l, nil
}

// cutNote cuts s after the parenthesis that closes the one before it; a base
// form may have parentheses of its own.
func cutNote(s string) (note, tail string, ok bool) {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return s[:i], s[i+1:], true
			}
		}
	}
	return "", "", false
}

func (n *Name) annotate(surface, note string) error {
	parts := strings.Split(note, "|")
	if len(parts) < 2 || len(parts) > 3 {
		return fmt.Errorf("%w: %q has %d parts", ErrFormat, note, len(parts))
	}
	n.Type, n.ID, n.Base = parts[0], parts[1], surface
	if len(parts) == 3 {
		n.Base = parts[2]
	}
	switch {
	case !strings.Contains(" PER ORG LOC PRO EVT MISC ", " "+n.Type+" "):
		return fmt.Errorf("%w: type %q", ErrFormat, n.Type)
	case n.ID == "" || strings.Trim(n.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return fmt.Errorf("%w: identity %q", ErrFormat, n.ID)
	case n.Base == "" || surface == "":
		return fmt.Errorf("%w: empty name in %q", ErrFormat, note)
	case strings.TrimSpace(surface) != surface || strings.TrimSpace(n.Base) != n.Base:
		return fmt.Errorf("%w: space around %q", ErrFormat, surface)
	}
	return nil
}

// Read returns the articles in the file at path.
func Read(path string) ([]Article, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	var out []Article
	var art Article
	for i, s := range strings.Split(string(data), "\n") {
		if strings.TrimSpace(s) == "" {
			if len(art) > 0 {
				out = append(out, art)
			}
			art = nil
			continue
		}
		l, err := Parse(s)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, i+1, err)
		}
		art = append(art, l)
	}
	if len(art) > 0 {
		out = append(out, art)
	}
	return out, nil
}

// Files returns the paths of the corpus files in dir by language, sorted. A
// language may have several: el.txt, el-sport.txt.
func Files(dir string) (map[string][]string, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	sort.Strings(paths)
	out := map[string][]string{}
	for _, p := range paths {
		tag, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(p), ".txt"), "-")
		out[tag] = append(out[tag], p)
	}
	return out, nil
}
