package extract_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/tidings-go/tidings/extract"
)

// pages returns the real pages of the shared evaluation data, which stays
// outside the repository. It skips where that is not laid out beside it.
func pages(b *testing.B) []string {
	b.Helper()
	names, _ := filepath.Glob("../../shared/data/extract/dev/scrapinghub/html/*.gz")
	if len(names) == 0 {
		b.Skip("no real pages here")
	}
	var out []string
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		data, err := io.ReadAll(z)
		if err != nil {
			b.Fatal(err)
		}
		f.Close()
		out = append(out, string(data))
	}
	return out
}

func size(pages []string) (n int64) {
	for _, p := range pages {
		n += int64(len(p))
	}
	return n
}

// BenchmarkParse is the cost of html.Parse alone, to compare with.
func BenchmarkParse(b *testing.B) {
	ps := pages(b)
	b.SetBytes(size(ps))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range ps {
			if _, err := html.Parse(strings.NewReader(p)); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkFromString times the whole of the HTML path: reading, judging and
// metadata.
func BenchmarkFromString(b *testing.B) {
	ps := pages(b)
	b.SetBytes(size(ps))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range ps {
			if _, err := extract.FromString(p, &extract.Options{Format: extract.HTML}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
