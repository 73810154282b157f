// Desk reads news pages and prints the stories they tell, across languages.
//
//	desk [-why] [-json] FILE|FOLDER...
//
// A file is an HTML page or a plain-text dump of one; of a folder, all files
// ending in .html, .htm, .xhtml, .txt or .text are read, in sub-folders too.
// With -why each article comes with the evidence that put it into its story,
// with -json the output is one JSON object for machines. A file that cannot be
// read or holds no article is reported, and the rest goes on; the exit status
// is 1 if there is nothing to print.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/extract"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "desk:", err)
		}
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("desk", flag.ContinueOnError)
	flags.SetOutput(stderr)
	why := flags.Bool("why", false, "say why each article is in its story")
	asJSON := flags.Bool("json", false, "print one JSON object")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: desk [-why] [-json] FILE|FOLDER...")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return errors.New("no file or folder named")
	}
	r, err := read(ctx, flags.Args(), stderr)
	if err != nil {
		return err
	}
	if len(r.articles) == 0 {
		return errors.New("no article found")
	}
	d, err := group(ctx, r, *why)
	if err != nil {
		return err
	}
	if *asJSON {
		return d.writeJSON(stdout)
	}
	return d.writeText(stdout)
}

// group places the articles and describes the stories that come out.
func group(ctx context.Context, r reading, why bool) (desk, error) {
	c, err := cluster.New(cluster.Defaults())
	if err != nil {
		return desk{}, err
	}
	docs := make([]cluster.Doc, len(r.articles))
	for i, a := range r.articles {
		docs[i] = cluster.Doc{ID: a.File, Title: a.page.Title, Text: a.page.Text, Lang: a.page.Lang, Published: day(a.page)}
	}
	if _, err := c.AddBatch(ctx, docs); err != nil {
		return desk{}, err
	}
	return describe(c, r, why), nil
}

// day returns when a page was published, if it states the day: stories are
// days long.
func day(a *extract.Article) time.Time {
	if a.Precision < extract.Day {
		return time.Time{}
	}
	return a.Published
}
