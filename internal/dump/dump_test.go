package dump

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func unitTexts(p *Page) (out []string) {
	for _, u := range p.Units {
		out = append(out, p.Text[u.Start:u.End])
	}
	return out
}

func TestCut(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"lines", "Eins zwei.\nDrei vier.", []string{"Eins zwei.", "Drei vier."}},
		{
			"link in a line", "Nový most leggi anche Il ponte che balla Most vede přes řeku a je dlouhý.",
			[]string{"Nový most", "leggi anche Il ponte che balla", "Most vede přes řeku a je dlouhý."},
		},
		{"link after a sentence", "La nave è partita. Leggi anche: Il porto chiude", []string{"La nave è partita.", "Leggi anche: Il porto chiude"}},
		{"share word at the end", "Loď odplula ve středu ráno. Sdílet:", []string{"Loď odplula ve středu ráno.", "Sdílet:"}},
		{
			"signature", "Ships sail. — Ann Lee (@annlee) March 3, 2020 They sail far.",
			[]string{"Ships sail.", "— Ann Lee (@annlee) March 3, 2020", "They sail far."},
		},
		{"date before a sentence", "data 2022-09 Muzeum otworzyło salę.", []string{"data 2022-09", "Muzeum otworzyło salę."}},
		{"no cue inside a sentence", "You can read also in the dark, she said.", []string{"You can read also in the dark, she said."}},
		{"dash", "He came — late, as ever — and sat.", []string{"He came — late, as ever — and sat."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, unitTexts(Parse(tt.text, ""))) })
	}
}

func TestUnitsCoverTokens(t *testing.T) {
	for _, s := range []string{"", "a", strings.Repeat("Ein Satz. Noch einer ohne Ende Und mehr ", 60), "名前。次の文。\n三", "\xff\xfe x \x00 y."} {
		p := Parse(s, "")
		next := 0
		for _, u := range p.Units {
			require.Equal(t, next, u.first)
			require.Less(t, u.Start, u.End)
			next = u.last
		}
		assert.Len(t, p.tokens, next)
		assert.Len(t, p.Describe(), len(p.Units)*Features)
	}
}

func TestDedupeKeepsTheFirst(t *testing.T) {
	p := Parse("The ship left the harbour on Monday with nine men.\nNobody waved.\nThe ship left the harbour on Monday with nine men.", "en")
	for i := range p.Units {
		p.Units[i].Keep = true
	}
	p.dedupe()
	assert.True(t, p.Units[0].Keep && p.Units[1].Keep)
	assert.False(t, p.Units[2].Keep)
	assert.True(t, p.Units[2].Dup)
}

func TestEmbeddedTreesFit(t *testing.T) {
	require.NotNil(t, builtin())
	assert.Equal(t, Features, builtin().Inputs())
}
