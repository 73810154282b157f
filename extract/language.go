package extract

import (
	"strings"

	"github.com/tidings-go/tidings/lang"
)

// language returns the language of the article: what Options.Detect says if it
// is sure, else what the page declares, which a.Lang holds so far.
func language(a *Article, o *Options) lang.Tag {
	if o.Detect == nil {
		return a.Lang
	}
	const enough = 16 << 10
	text := a.Text
	if text == "" {
		text = a.Title
	}
	if len(text) > enough {
		cut := enough
		for cut > 0 && text[cut]&0xC0 == 0x80 {
			cut--
		}
		text = text[:cut]
	}
	g := o.Detect(text)
	if g.Tag != lang.Und && (g.Confidence >= 0.5 || a.Lang == lang.Und) {
		return g.Tag
	}
	return a.Lang
}

// declared turns a declaration such as "pt_BR" or "zh-tw" into a tag without
// region. Scripts are kept, and told from the region for Chinese.
func declared(s string) lang.Tag {
	parts := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return c == '-' || c == '_' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 {
		return lang.Und
	}
	for _, c := range parts[0] {
		if c < 'a' || c > 'z' {
			return lang.Und
		}
	}
	base, script := parts[0], ""
	for _, p := range parts[1:] {
		switch {
		case len(p) == 4 && p[0] >= 'a':
			script = "-" + strings.ToUpper(p[:1]) + p[1:]
		case base == "zh" && script == "" && (p == "tw" || p == "hk" || p == "mo"):
			script = "-Hant"
		}
	}
	switch base { // codes that were replaced
	case "iw":
		base = "he"
	case "in":
		base = "id"
	case "no":
		base = "nb"
	case "zh":
		if script == "" {
			script = "-Hans"
		}
	}
	if script == "-Latn" && base != "sr" {
		script = ""
	}
	return lang.Tag(base + script)
}
