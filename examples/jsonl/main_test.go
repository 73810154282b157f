package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/extract"
)

// answers runs a call over the lines and returns what it answers, line by line.
func answers(t *testing.T, args []string, lines ...string) []map[string]any {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, strings.NewReader(strings.Join(lines, "\n")), &out))
	var all []map[string]any
	for line := range strings.Lines(out.String()) {
		var a map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &a), line)
		all = append(all, a)
	}
	return all
}

func TestAnswersComeInOrderAndBadLinesDoNotStopTheRun(t *testing.T) {
	for _, call := range []string{"extract", "detect", "entities", "compare", "names", "cluster"} {
		t.Run(call, func(t *testing.T) {
			var lines []string
			for i := range 50 {
				lines = append(lines, fmt.Sprintf(`{"id":"%d","text":"Ο δήμαρχος μίλησε","name":"Άννα","a":"x","b":"y"}`, i))
			}
			lines[7] = `{"id":"7","text":`
			lines[9] = "\xff\xfe\x00"
			got := answers(t, []string{call}, lines...)
			require.Len(t, got, len(lines))
			assert.Contains(t, got[7], "error")
			assert.Contains(t, got[9], "error")
			assert.NotContains(t, got[49], "error")
			if call != "detect" && call != "compare" {
				assert.Equal(t, "49", got[49]["id"])
			}
		})
	}
}

func TestExtractAnswersWithAnErrorWhereThereIsNothingToRead(t *testing.T) {
	got := answers(t, []string{"extract"}, `{"id":"a"}`, `{"id":"b","html":"<p>x","url":"http://[bad"}`)
	assert.Equal(t, "a", got[0]["id"])
	assert.Contains(t, got[0]["error"], "html")
	assert.Contains(t, got[1]["error"], "http://[bad")
}

func TestDetectGivesUndForNoEvidence(t *testing.T) {
	assert.Equal(t, "und", answers(t, []string{"detect"}, `{"text":"12:30"}`)[0]["lang"])
}

func TestEntitiesHaveByteOffsets(t *testing.T) {
	text := "Ο Κυριάκος Μητσοτάκης συναντήθηκε στο Βερολίνο με τον Όλαφ Σολτς."
	line, err := json.Marshal(map[string]string{"id": "1", "lang": "el", "text": text})
	require.NoError(t, err)
	var found []string
	for _, e := range answers(t, []string{"entities"}, string(line))[0]["entities"].([]any) {
		m := e.(map[string]any)
		found = append(found, text[int(m["start"].(float64)):int(m["end"].(float64))]+" "+m["type"].(string))
	}
	assert.Contains(t, found, "Κυριάκος Μητσοτάκης PER")
	assert.Contains(t, found, "Βερολίνο LOC")
}

func TestClusterStreamAndBatchAgreeOnPlainCases(t *testing.T) {
	lines := []string{
		`{"id":"a","date":"2024-03-04","title":"Lisbon tram strike enters second week","text":"Tram drivers in Lisbon have begun a second week of strikes over pay, the Fectrans union said. Carris offered talks."}`,
		`{"id":"b","date":"2024-03-04","title":"Greve dos elétricos em Lisboa entra na segunda semana","text":"Os guarda-freios da Carris em Lisboa iniciaram a segunda semana de greve por melhores salários, disse a Fectrans."}`,
		`{"id":"c","date":"2024-03-04","title":"New moon of Neptune found","text":"Astronomers using a telescope in Chile have found a small moon that orbits Neptune every nine years."}`,
	}
	for _, args := range [][]string{{"cluster"}, {"cluster", "-batch"}} {
		got := answers(t, args, lines...)
		require.Len(t, got, 3)
		assert.NotEmpty(t, got[0]["cluster"])
		assert.NotEqual(t, got[0]["cluster"], got[2]["cluster"])
		assert.Equal(t, got[0]["cluster"], got[1]["cluster"])
	}
}

func TestClusterReportsRepeatedIDsAndBadDates(t *testing.T) {
	for _, args := range [][]string{{"cluster"}, {"cluster", "-batch"}} {
		got := answers(t, args,
			`{"id":"a","title":"Παγετός στη Θεσσαλία"}`, `{"id":"a","title":"Παγετός στη Θεσσαλία"}`,
			`{"id":"b","date":"yesterday"}`, `{"title":"no id"}`, `{"id":"d","title":"Frost in Thessaly"}`)
		require.Len(t, got, 5)
		assert.NotContains(t, got[0], "error")
		for i := 1; i < 4; i++ {
			assert.Contains(t, got[i], "error", i)
		}
		assert.NotEmpty(t, got[4]["cluster"])
	}
}

func TestUnknownCallIsAnError(t *testing.T) {
	for _, args := range [][]string{nil, {"translate"}, {"detect", "-batch"}, {"cluster", "-fast"}} {
		assert.Error(t, run(args, strings.NewReader(""), &bytes.Buffer{}), args)
	}
}

func TestDateIsAsPreciseAsStated(t *testing.T) {
	at := time.Date(2021, time.February, 3, 15, 51, 0, 0, time.UTC)
	for precision, want := range map[extract.Precision]string{
		extract.NoDate: "", extract.Year: "2021", extract.Month: "2021-02", extract.Day: "2021-02-03", extract.Minute: "2021-02-03",
	} {
		assert.Equal(t, want, date(&extract.Article{Published: at, Precision: precision}))
	}
}
