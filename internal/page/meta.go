package page

import "strings"

func newMeta(key, value string) Meta { return Meta{strings.ToLower(key), squeeze(value)} }

// Meta returns the first value of the first of the keys that has one.
func (p *Page) Meta(keys ...string) string {
	for _, k := range keys {
		for _, m := range p.Metas {
			if m.Key == k && m.Value != "" {
				return m.Value
			}
		}
	}
	return ""
}

// MetaAll returns all values of key.
func (p *Page) MetaAll(key string) []string {
	var out []string
	for _, m := range p.Metas {
		if m.Key == key && m.Value != "" {
			out = append(out, m.Value)
		}
	}
	return out
}

// RoughTitle is what the head of the page says the title is, the name of the
// site often with it.
func (p *Page) RoughTitle(d *Data) string {
	for _, s := range [...]string{d.Headline, p.Meta("og:title", "twitter:title"), p.Title} {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
