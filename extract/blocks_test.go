package extract_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

// kindOf returns the texts of the blocks of a kind.
func kindOf(a *extract.Article, k extract.Kind) (texts []string) {
	for _, b := range a.Blocks {
		if b.Kind == k {
			texts = append(texts, b.Text)
		}
	}
	return texts
}

func TestTableRows(t *testing.T) {
	a, err := extract.FromString("<!DOCTYPE html><html><body><article><h1>Ferry runs again</h1>"+body+
		"<p>These are the new times of the ferry on working days, as the harbour office gave them:</p><table>"+
		"<tr><td>From the harbour of the north island, on working days,</td><td><p>the ferry leaves at seven in the morning and at noon.</p></td></tr>"+
		"<tr><td>From the harbour of the south island, on working days,</td><td>the ferry leaves at nine and <b>at two in the afternoon</b>.</td></tr></table>"+
		"<p>On Sundays there is one journey less, the office said, because the crew has to rest after the long week at sea.</p></article></body></html>", nil)
	require.NoError(t, err)
	assert.Contains(t, kindOf(a, extract.TableRow),
		"From the harbour of the north island, on working days,\tthe ferry leaves at seven in the morning and at noon.")
	assert.Contains(t, a.Markdown(), "| From the harbour of the north island, on working days, | the ferry leaves")
}

// A table that lays out the page has no rows of data.
func TestLayoutTableHasNoRows(t *testing.T) {
	a, err := extract.FromString("<html><body><table><tr><td><h1>Ferry runs again</h1>"+body+"</td></tr><tr><td>"+body[3:]+"</td></tr></table></body></html>", nil)
	require.NoError(t, err)
	assert.Empty(t, kindOf(a, extract.TableRow))
}

func TestCodeKeepsLineBreaks(t *testing.T) {
	a, err := extract.FromString("<!DOCTYPE html><html><body><article><h1>How to count the ferries</h1>"+body+
		"<p>This is the program with which the office counts the ferries that leave the harbour in a day:</p>"+
		"<pre><code>\nfor _, ferry := range ferries {\n\n\tif ferry.Left {\n\t\tcount++ <i>// one more</i>\n\t}<br>}\n</code></pre>"+
		"<p>It prints the number of ferries at the end of the day, the office said, and a list of those that came late.</p></article></body></html>", nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"for _, ferry := range ferries {\n\tif ferry.Left {\n\t\tcount++ // one more\n\t}\n}"}, kindOf(a, extract.Code))
}
