package extract_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

// textOf returns the texts of the blocks that are kept of a page.
func textOf(t *testing.T, page string) (out []string) {
	t.Helper()
	a, err := extract.FromString("<!doctype html><title>Ferry runs again</title><h1>Ferry runs again</h1>"+page, nil)
	require.NoError(t, err)
	for _, b := range a.Blocks {
		out = append(out, b.Text)
	}
	return out
}

func TestListsStayWhole(t *testing.T) {
	const rest = "<p>The harbour office will publish the timetable on Friday, and tickets bought in March stay valid until the end of May.</p>"
	got := textOf(t, body+"<p>The new times, in short:</p><ul><li>first boat at six in the morning</li><li>last boat at ten</li><li>none on Good Friday</li></ul>"+rest)
	assert.Subset(t, got, []string{"first boat at six in the morning", "last boat at ten", "none on Good Friday"})
}

func TestNoticesAndCommentsGo(t *testing.T) {
	got := textOf(t, `<div role="dialog"><p>We and our partners store information on your device to show you content that fits, and to learn how our pages are read.</p></div>`+
		body+`<div class="comments"><p>The ferry between the islands was late again on Monday, and the harbour office did not answer the telephone all morning.</p></div>`)
	assert.Len(t, got, 2, "%q", got)
}

func TestAddressOfTheReporterGoes(t *testing.T) {
	got := textOf(t, body+"<p>Ann Oakes ann@quay.example</p>")
	assert.Len(t, got, 2, "%q", got)
}
