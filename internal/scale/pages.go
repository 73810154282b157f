package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

// rounds is how often the pages are gone through; the first round opens the
// models and does not count.
const rounds = 6

// measurePages prints what reading the pages of a folder costs before any
// article is placed, in milliseconds of processor time each.
func measurePages(folder string, w io.Writer) error {
	names, err := filepath.Glob(filepath.Join(folder, "*-*"))
	if err != nil {
		return err
	}
	var extracting, detecting, finding time.Duration
	size := 0
	for round := range rounds {
		for _, name := range names {
			page, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			start := processor()
			a, err := extract.FromString(string(page), nil)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			extracted := processor()
			g := lang.Detect(a.Text)
			detected := processor()
			entity.Entities(a.Title+"\n\n"+a.Text, g.Tag)
			if round > 0 {
				extracting += extracted - start
				detecting += detected - extracted
				finding += processor() - detected
				size += len(a.Text)
			}
		}
	}
	n := (rounds - 1) * len(names)
	if n == 0 {
		return fmt.Errorf("no pages in %s", folder)
	}
	each := func(t time.Duration) float64 { return float64(t.Microseconds()) / 1000 / float64(n) }
	_, err = fmt.Fprintf(w, "%d pages, %d bytes of text each: extract %.2f ms, detect %.3f ms, entities %.2f ms\n",
		len(names), size/n, each(extracting), each(detecting), each(finding))
	return err
}
