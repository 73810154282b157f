// Warc reads web archives, such as those of Common Crawl's news crawl, and
// writes the stories in them to an SQLite database and as JSON Lines:
//
//	warc [-o news.db] [-jsonl stories.jsonl] FILE.warc.gz...
//
// Pages are read on all cores. What was read is committed every -every; after
// an interruption of any kind the same command goes on from there. A record
// that cannot be read is reported, noted in the database, and skipped.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/schollz/progressbar/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "warc:", err)
		}
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stderr io.Writer) (err error) {
	flags := flag.NewFlagSet("warc", flag.ContinueOnError)
	flags.SetOutput(stderr)
	name := flags.String("o", "news.db", "database to write, or to go on with")
	jsonl := flags.String("jsonl", "", "also write the stories to this file as JSON Lines")
	every := flags.Duration("every", 30*time.Second, "time between two commits")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("no WARC file named")
	}
	base, err := openBase(ctx, *name)
	if err != nil {
		return fmt.Errorf("%s: %w", *name, err)
	}
	defer func() { err = errors.Join(err, base.close()) }()
	d, err := newDesk(ctx, base, *every, stderr)
	if err != nil {
		return err
	}
	for _, file := range flags.Args() {
		if err := d.readFile(ctx, file); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	if err := d.commit(ctx); err != nil {
		return err
	}
	fmt.Fprintf(stderr, "%d articles in %d stories; %d records were bad\n", d.total(ctx, "articles"), d.total(ctx, "stories"), d.total(ctx, "bad"))
	if *jsonl == "" {
		return nil
	}
	return base.export(ctx, *jsonl)
}

// newBar shows on a terminal how far a file is read, in bytes.
func newBar(w io.Writer, name string, size int64) *progressbar.ProgressBar {
	f, ok := w.(*os.File)
	visible := false
	if ok {
		info, err := f.Stat()
		visible = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return progressbar.NewOptions64(size, progressbar.OptionSetWriter(w), progressbar.OptionSetVisibility(visible),
		progressbar.OptionSetDescription(name), progressbar.OptionShowBytes(true), progressbar.OptionThrottle(200*time.Millisecond),
		progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(30))
}
