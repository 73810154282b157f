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

// A long line is cut at its sentences and joins, too.
func TestCutLongLine(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"credit glued to a caption", "Люди на пероніФото: Олег Гай Вокзал ожив уночі.", []string{"Люди на пероні", "Фото: Олег Гай", "Вокзал ожив уночі."}},
		{"button with a colon", "La nave parte Condividi: Un porto vuoto.", []string{"La nave parte", "Condividi:", "Un porto vuoto."}},
		{"credit in brackets", "Il molo (foto Anna Berti).", []string{"Il molo (foto Anna Berti)."}},
		{"dateline of an agency", "Firms Follow OSLO, May 4 (Fjord News) - Ships sail.", []string{"Firms Follow", "OSLO, May 4 (Fjord News) - Ships sail."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := Parse(tt.text+strings.Repeat(" Und so geht es immer weiter.", 30), "")
			assert.Equal(t, tt.want, unitTexts(p)[:len(tt.want)])
		})
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
	require.NotNil(t, builtin().First)
	assert.Equal(t, Features, builtin().First.Inputs())
	assert.Equal(t, Features+Additional, builtin().Second.Inputs())
}

func TestIsCredit(t *testing.T) {
	for _, s := range []string{
		"Foto: Anna Berti", "Il molo di notte (foto Anna Berti)", "Ein Schiff im Hafen, Archivbild", "Лелека на вежі. Фото авторки",
		"Une rue, le 4 avril. © Jean Prat / Collectif Mer", "Formaður á sundi. Mynd: G.H.", "الوزير في القاعة (وكالات)", "The quay at dawn. Photograph: Ann Lee/The Ledger",
	} {
		assert.True(t, IsCredit(s), s)
	}
	for _, s := range []string{
		"", "The photo was taken in May.", "© 2024 The Ledger", "Er zeigte ein Foto (das letzte) und ging.", "Prices rose by 2/3", "He spoke to both sides, image or not",
	} {
		assert.False(t, IsCredit(s), s)
	}
}

func TestIsTeaser(t *testing.T) {
	for s, want := range map[string]bool{
		"Read also: Storm closes the pass":                    true,
		"CITEȘTE ȘI: Cutremur în Vrancea, resimțit slab":      true,
		"Le puede interesar: La anchoa ya tiene quien cuente": true,
		"Read also the report on the storm":                   false,
		"He said: read also the small print":                  false,
		"Read also:":                                          false,
		"":                                                    false,
	} {
		assert.Equal(t, want, IsTeaser(s), s)
	}
}

// A headline behind a label may end in a question mark.
func TestLabelledQuestionIsFurniture(t *testing.T) {
	const story = "The ferry between the islands ran again on Thursday, after two years of repairs that cost the owners nine million euros."
	for line, want := range map[string]bool{
		"Zobacz też: Schroniska podnoszą ceny. Ile zapłacimy za nocleg?": true,
		"Zobacz też, ile zapłacimy za nocleg?":                           false,
	} {
		p := Parse(story+"\n"+line+"\n"+story, "pl")
		p.Judge()
		assert.Equal(t, want, p.furniture(1), line)
	}
}

// Behind the date on a long line, the name ends where a word of the story begins.
func TestAuthorBehindTheDate(t *testing.T) {
	const story = "Maria Stan opened the ferry between the islands on Thursday, after two years of repairs. The ferry will sail four times a day, said Maria Stan to the islanders. " +
		"Tickets cost as much as they did before the repairs, and the islanders travel at half the price until the end of the year. "
	text := "Ferry between the islands runs again after two years. 18.04.2024, 19:26 Author: Rosa Lindqvist Maria Stan on board the ferry on Thursday. " + story + story[:len(story)-1]
	p := Parse(text, "en")
	p.Judge()
	assert.Equal(t, []string{"Rosa Lindqvist"}, p.ReadHeader().Authors)
}

func TestWithoutMenu(t *testing.T) {
	for text, want := range map[string]string{
		"Europe Business Opinion Sign in Subscribe Europe Poland opens a bridge": "Poland opens a bridge",
		"Poland opens a bridge to the north":                                     "Poland opens a bridge to the north",
		"World Bank lends to Business owners":                                    "World Bank lends to Business owners",
		"Home News":                                                              "Home News",
	} {
		p := Parse(text, "")
		first := p.withoutMenu(0, len(p.tokens))
		assert.Equal(t, want, text[p.tokens[first].start:])
	}
}
