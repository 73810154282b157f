package entity

import "strings"

// possessors returns whom a word may belong to, if it is a possessive adjective
// of a South or West Slavic language: May for Mayeva, Trump for Trumpovo.
func (a *article) possessors(word string) []string {
	switch a.tag.Base() {
	case "sl", "hr", "sr", "bs", "cs", "sk":
	default:
		return nil
	}
	var out []string
	for _, mark := range []string{"ov", "ev", "jev", "ův"} {
		for _, end := range []string{"", "a", "o", "e", "i", "u", "ega", "emu", "em", "im", "ih", "imi", "om", "og", "oj", "y", "ou", "ých", "ým", "ými", "ho", "mu"} {
			if owner, ok := strings.CutSuffix(word, mark+end); ok && len(owner) > 1 {
				out = append(out, owner, owner+"a", owner+"o", owner+"e")
			}
		}
	}
	return out
}
