package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

// A reading is what came out of the files.
type reading struct {
	articles []article // in the order of the files
	failed   []failure
}

// An article is a file and the article found in it.
type article struct {
	File string
	page *extract.Article
}

// A failure is a file that gave no article.
type failure struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

// read extracts the articles of all files that paths name, on all cores.
func read(ctx context.Context, paths []string, stderr io.Writer) (reading, error) {
	files, err := list(paths)
	if err != nil {
		return reading{}, err
	}
	pages := make([]*extract.Article, len(files))
	errs := make([]error, len(files))
	bar := newProgress(stderr, len(files))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				pages[i], errs[i] = readFile(files[i])
				bar.step()
			}
		})
	}
	for i := 0; i < len(files) && ctx.Err() == nil; i++ {
		next <- i
	}
	close(next)
	wg.Wait()
	bar.done()
	return collect(files, pages, errs, stderr), ctx.Err()
}

func collect(files []string, pages []*extract.Article, errs []error, stderr io.Writer) reading {
	var r reading
	for i, name := range files {
		if errs[i] != nil {
			fmt.Fprintf(stderr, "desk: %s: %v\n", name, errs[i])
			r.failed = append(r.failed, failure{name, errs[i].Error()})
			continue
		}
		if pages[i] != nil {
			r.articles = append(r.articles, article{name, pages[i]})
		}
	}
	return r
}

func readFile(name string) (*extract.Article, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return extract.Extract(f, &extract.Options{Detect: lang.Detect})
}

// list returns the files that paths name, each once, folders walked.
func list(paths []string) ([]string, error) {
	var files []string
	for _, root := range paths {
		err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case !e.IsDir() && (name == root || isPage(name)):
				files = append(files, name)
			case e.IsDir() && name != root && strings.HasPrefix(e.Name(), "."):
				return fs.SkipDir
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

func isPage(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".txt", ".text":
		return true
	}
	return false
}
