package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRewrites(t *testing.T) {
	spoken := newJat()
	spoken.add("sr", "реч реч човек човек видео видео вредност вредност")
	spoken.add("bs", "on i ona je bio u opširno riječ riječ čovjek čovjek vidio vidio vrijednost vrijednost")
	apply := map[string]func(string) string{}
	for _, r := range rewrites(spoken) {
		apply[r.from+" "+r.to] = r.apply
	}
	for _, c := range []struct{ rule, text, want string }{
		{"sr sr-Latn", "Људи и реч", "Ljudi i reč"},
		{"sr bs", "Човек је видео реч, опширно.", "čovjek je vidio riječ, opširno."},
		{"sr bs", "Он и она", ""},
		{"sr-Latn bs", "vrednost u opštini", "vrijednost u općini"},
		{"sr-Latn bs", "vrednost bezbednosne", "vrijednost "},
		{"bs bs", "reč je u gradu", "riječ je u gradu"},
		{"zu nd", "Nabantu bazokwenza ushaye futhi", "labantu bazakwenza utshaye njalo"},
		{"zu nd", "Umuntu", ""},
		{"zh-Hant yue", "他們是這個時候說的", "佢哋係呢個時候話嘅"},
		{"zh-Hant yue", "中文", ""},
		{"shi shi-Arab", "Ur tlli tamazirt", "ور تلي تامازيرت"},
		{"zgh shi-Arab", "ⴰⴷ ⵉⵍⵍⵉ", "اد ايلي"},
	} {
		assert.Equal(t, c.want, apply[c.rule](c.text), "%s of %s", c.rule, c.text)
	}
}
