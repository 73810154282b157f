// Embedder groups news pages into stories with the help of a neural model:
//
//	embedder -url URL -model NAME [-cache FOLDER] PAGE...
//	embedder -onnx FOLDER PAGE...
//
// The first asks any endpoint that speaks the embeddings API of OpenAI, with
// the key in OPENAI_API_KEY if there is one; the second runs a model in the
// ONNX format in this process. Both are a cluster.Embedder, and what matters
// of this program is in the folders openai and onnx.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/examples/embedder/onnx"
	"github.com/tidings-go/tidings/examples/embedder/openai"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "embedder:", err)
		}
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("embedder", flag.ContinueOnError)
	flags.SetOutput(stderr)
	url := flags.String("url", "", "endpoint, such as http://localhost:11434/v1/embeddings")
	model := flags.String("model", "", "name of the endpoint's model")
	cache := flags.String("cache", "", "folder in which to keep vectors")
	folder := flags.String("onnx", "", "folder with a model in the ONNX format")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var embedder cluster.Embedder
	var err error
	if *folder != "" {
		m, failed := onnx.Open(*folder)
		if failed != nil {
			return failed
		}
		defer m.Close()
		embedder = m
	} else if embedder, err = client(*url, *model, *cache); err != nil {
		return err
	}
	docs, err := read(flags.Args(), stderr)
	if err != nil {
		return err
	}
	if err := embedAll(ctx, embedder, docs); err != nil {
		return err
	}
	stories, err := cluster.Cluster(ctx, docs)
	if err != nil {
		return err
	}
	for _, s := range stories {
		fmt.Fprintf(stdout, "%s  %d articles, %d languages\n", s.ID, len(s.Docs), len(s.Langs()))
		for _, id := range s.Docs {
			fmt.Fprintf(stdout, "    %s\n", id)
		}
	}
	return nil
}

func client(url, model, cache string) (cluster.Embedder, error) {
	opts := openai.Options{URL: url, Model: model, Key: os.Getenv("OPENAI_API_KEY")}
	if cache != "" {
		var err error
		if opts.Cache, err = openai.NewCache(cache); err != nil {
			return nil, err
		}
	}
	return openai.New(opts)
}

// read extracts the articles; a page without one is reported.
func read(names []string, stderr io.Writer) ([]cluster.Doc, error) {
	var docs []cluster.Doc
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		a, err := extract.Extract(bytes.NewReader(page), &extract.Options{Detect: lang.Detect})
		if err != nil {
			fmt.Fprintf(stderr, "embedder: %s: %v\n", name, err)
			continue
		}
		d := cluster.Doc{ID: name, Title: a.Title, Text: a.Text, Lang: a.Lang}
		if a.Precision >= extract.Day {
			d.Published = a.Published
		}
		docs = append(docs, d)
	}
	if len(docs) == 0 {
		return nil, errors.New("no article found")
	}
	return docs, nil
}

// together is how many texts wait for their vectors at once, so that they
// share requests.
const together = 64

// embedAll fills in the vectors.
func embedAll(ctx context.Context, e cluster.Embedder, docs []cluster.Doc) error {
	var wg sync.WaitGroup
	errs := make([]error, len(docs))
	slots := make(chan struct{}, together)
	for i := range docs {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			docs[i].Vector, errs[i] = e.Embed(ctx, docs[i].Title+"\n\n"+docs[i].Text, docs[i].Lang)
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}
