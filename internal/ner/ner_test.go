package ner

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/internal/flat"
	"github.com/tidings-go/tidings/internal/words"
)

func TestFormOf(t *testing.T) {
	for s, want := range map[string]form{
		"Rada": capital, "рада": lower, "NATO": upper, "A": initial, "SpaceX": camel, "McDonald": camel,
		"2021": number, "B52": mixed, "7th": number, ",": punct, "東京": caseless, "بوتين": caseless, "П'ять": capital,
	} {
		got, _ := formOf(s)
		assert.Equal(t, want, got, s)
	}
	_, a := formOf("Kyiv")
	_, b := formOf("Αθήνα")
	assert.Equal(t, a, b, "shapes see through script")
}

func TestRomanise(t *testing.T) {
	for s, want := range map[string]string{
		"Путін": "putin", "Αθήνα": "athina", "Șofia": "sofia", "Ştefan": "stefan", "Łódź": "lodz", "東京": "東京", "п’ять": "pyat",
	} {
		var r reader
		r.romanise(s)
		assert.Equal(t, want, string(r.roman))
	}
}

func TestSentenceEnd(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Він пішов. Вона лишилась.", []string{"Він пішов.", "Вона лишилась."}},
		{"J. Smith met Dr. Who. They left", []string{"J. Smith met Dr. Who.", "They left"}},
		{"Title\nBody text", []string{"Title", "Body text"}},
		{"„Ja!“ Dann nein.", []string{"„Ja!“", "Dann nein."}},
		{"他来了。他走了。", []string{"他来了。", "他走了。"}},
		{"at 10.30 it rose 3.5 % more", []string{"at 10.30 it rose 3.5 % more"}},
	} {
		toks := words.Append(nil, c.text)
		var got []string
		for from := 0; from < len(toks); {
			end := sentenceEnd(c.text, toks, from)
			got = append(got, c.text[toks[from].Start:toks[end-1].End])
			from = end
		}
		assert.Equal(t, c.want, got)
	}
}

func TestSentencesAreBounded(t *testing.T) {
	text := strings.Repeat("a ", 10*maxSentence)
	toks := words.Append(nil, text)
	assert.Equal(t, maxSentence, sentenceEnd(text, toks, 0))
}

func TestRowsGiveWhatWasPut(t *testing.T) {
	var list []Row
	for i := range uint64(5000) {
		r := Row{Hash: mix(i, 1, 2, 3)}
		r.Weights[i%Labels] = float32(i%40)/4 - 5
		list = append(list, r)
	}
	data, lost := AppendRows(nil, list)
	assert.Less(t, lost, 5)
	table := openRows(string(data))
	for _, r := range list {
		got := table.find(r.Hash)
		if got == nil {
			lost--
			continue
		}
		for k, w := range r.Weights {
			assert.InDelta(t, w, float32(int32(got[3+k])<<uint(got[2]))*unit, 0.07)
		}
	}
	assert.Zero(t, lost)
	missed := 0
	for i := range uint64(5000) {
		if table.find(mix(i, 9, 9, 9)) == nil {
			missed++
		}
	}
	assert.Greater(t, missed, 4900, "features that were not learned are told apart")
}

func TestLists(t *testing.T) {
	table := map[uint64]Lists{ListKey("Київ", ""): Single, ListKey("день", "uk"): Common}
	for _, k := range StemKeys("Варшава") {
		table[k] |= Single
	}
	m := WithLists(string(AppendLists(nil, table)), "")
	all, own := m.Lists("КИЇВ", "uk")
	assert.Equal(t, Single, all)
	assert.Zero(t, own)
	all, own = m.Lists("день", "uk")
	assert.Zero(t, all)
	assert.Equal(t, Common, own)
	var tok token
	var r reader
	for _, c := range []struct {
		word, tag string
		want      Lists
	}{{"день", "uk", Common}, {"день", "ru", 0}, {"Варшаві", "uk", Single}, {"Київ", "", Single}} {
		r.fill(&tok, c.word, words.Token{End: len(c.word), Kind: words.Letter})
		m.fillLists(&tok, &r, tagHash(c.tag))
		assert.Equal(t, c.want, tok.lists, c.word+c.tag)
	}
}

// toy returns a model that takes words with a capital for people, and those
// after them for the rest of the name.
func toy(t *testing.T) *Model {
	t.Helper()
	s := &sentence{toks: make([]token, 1)}
	s.toks[0].form = capital
	s.toks[0].glued = false
	var row Row
	row.Weights[First(Person)] = 4
	var rows []Row
	for _, text := range []string{"Ilon", "Маск"} {
		for _, e := range WithLists("", "").Examples("ok "+text, "") {
			row.Hash = e.Features[1][1] // the word
			rows = append(rows, row)
		}
	}
	table, _ := AppendRows(nil, rows)
	b := flat.NewBuilder(Kind, Version)
	b.Add(RowSection, table)
	b.Add(TransitionSection, make([]byte, 4*Labels*Labels))
	data, err := b.Bytes()
	require.NoError(t, err)
	m, err := Open(string(data))
	require.NoError(t, err)
	return m
}

func TestSpans(t *testing.T) {
	m := toy(t)
	text := "a Ilon b Маск c"
	spans := m.Spans(text, words.Append(nil, text), "")
	require.Len(t, spans, 2)
	for i, want := range []string{"Ilon", "Маск"} {
		assert.Equal(t, want, text[spans[i].Start:spans[i].End])
		assert.Equal(t, Person, spans[i].Type)
		assert.InDelta(t, 0.85, spans[i].Score, 0.15)
	}
	assert.Empty(t, m.Spans("", nil, ""))
}

func TestOpenRejects(t *testing.T) {
	for _, s := range []string{"", "x", strings.Repeat("\x00", 100)} {
		_, err := Open(s)
		assert.ErrorIs(t, err, flat.ErrFormat)
	}
}

func TestFollows(t *testing.T) {
	assert.True(t, Outside.Follows(Inside(Org)))
	assert.True(t, Inside(Org).Follows(First(Org)))
	assert.True(t, Inside(Org).Follows(Inside(Org)))
	assert.False(t, Inside(Org).Follows(First(Place)))
	assert.False(t, Inside(Org).Follows(Outside))
	assert.Equal(t, Org, Inside(Org).Type())
}
