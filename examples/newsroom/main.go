// Newsroom shows on a local web page the stories that news pages tell, as they
// form:
//
//	newsroom [-addr HOST:PORT] [-every TIME] [SOURCE...]
//
// A source is a folder of pages (.html, .txt), a page, a feed (RSS, Atom or
// JSON) as a file or URL, or a WARC file. Folders are looked at every two
// seconds, feeds by URL as often as -every says; articles that a feed gives
// only the beginning of are fetched. Without sources it plays the sample news.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "newsroom:", err)
		}
		os.Exit(1)
	}
}

// sample is what is played when no source is named, an article at a time.
var sample = []string{"news.json", "../desk/pages"}

const samplePace = 150 * time.Millisecond

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("newsroom", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "127.0.0.1:8080", "address to serve the page on")
	every := flags.Duration("every", 5*time.Minute, "time between two looks at a feed")
	if err := flags.Parse(args); err != nil {
		return err
	}
	w := watcher{every: *every, client: &http.Client{Timeout: fetchTime}, log: stderr}
	sources := flags.Args()
	if len(sources) == 0 {
		sources, w.pace = sample, samplePace
	}
	r, err := newRoom()
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "The newsroom is open at http://%s\n", listener.Addr())
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	failed := make(chan error, 1)
	go func() {
		if err := w.watch(ctx, sources, r); err != nil {
			failed <- err
			cancel()
		}
	}()
	if err := serve(ctx, listener, r); err != nil {
		return err
	}
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

// serve answers until ctx ends.
func serve(ctx context.Context, listener net.Listener, r *room) error {
	s := &http.Server{
		Handler: newSite(r), ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	go func() {
		<-ctx.Done()
		patience, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = s.Shutdown(patience)
	}()
	if err := s.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
