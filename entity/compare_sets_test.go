package entity_test

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

// TestCompareIsSymmetricOnAllPairs reads the sets of name pairs of the shared
// evaluation data. It skips where that is not laid out beside the repository.
func TestCompareIsSymmetricOnAllPairs(t *testing.T) {
	files, _ := filepath.Glob("../../shared/data/names/pairs*.jsonl.gz")
	if len(files) == 0 || testing.Short() {
		t.Skip("no pairs beside the repository")
	}
	for _, file := range files {
		f, err := os.Open(file)
		require.NoError(t, err)
		defer f.Close()
		z, err := gzip.NewReader(f)
		require.NoError(t, err)
		for d := json.NewDecoder(z); ; {
			var p struct {
				A, B  string
				LangA string `json:"lang_a"`
				LangB string `json:"lang_b"`
			}
			if err := d.Decode(&p); errors.Is(err, io.EOF) {
				break
			}
			a, b := person(p.A, lang.Tag(p.LangA)), person(p.B, lang.Tag(p.LangB))
			score, why := entity.Compare(a, b)
			back, whyBack := entity.Compare(b, a)
			if score != back || why != whyBack || score < 0 || score > 1 {
				assert.Fail(t, "not symmetric", "%s, %s: %v %v", p.A, p.B, score, back)
			}
		}
	}
}
