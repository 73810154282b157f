// Nats finds stories in a stream of pages on NATS JetStream, with as many
// processes on as many machines as one likes:
//
//	nats serve   [-port N] -dir DIR           a server, for those who have none
//	nats publish [-url URL] -desk DESK PATH…  put pages into the stream of a desk
//	nats work    [-url URL]                   enrich pages; start as many as there are cores
//	nats cluster [-url URL] -desk DESK        place the articles of a desk; one a desk
//	nats watch   [-url URL] -desk DESK        print the changes of a desk's stories as they come
//	nats stories [-url URL] -desk DESK        print a desk's stories, and stop
//
// Every process but the server keeps nothing that is not in a stream: if one
// fails or is killed, start it again. No article is lost, and none is counted
// twice.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"syscall"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, context.Canceled) {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "nats:", err)
		}
		os.Exit(1)
	}
}

// settings are what the command line says.
type settings struct {
	url, desk, dir string
	port           int
	pace           time.Duration
	ackWait        time.Duration
	every          int
	out, log       io.Writer
}

type command func(ctx context.Context, s settings, args []string) error

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	commands := map[string]command{
		"serve": serve, "publish": client(publish), "work": client(work), "cluster": client(place), "watch": client(watch), "stories": client(stories),
	}
	if len(args) == 0 || commands[args[0]] == nil {
		return errors.New("want one of serve, publish, work, cluster, watch, stories")
	}
	s := settings{out: stdout, log: stderr}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&s.url, "url", nats.DefaultURL, "address of the NATS server")
	flags.StringVar(&s.desk, "desk", "news", "which desk's news")
	flags.StringVar(&s.dir, "dir", "jetstream", "serve: folder for the streams")
	flags.IntVar(&s.port, "port", 4222, "serve: port to listen on")
	flags.DurationVar(&s.pace, "pace", 0, "publish: time between two pages")
	flags.DurationVar(&s.ackWait, "wait", 10*time.Second, "work: time after which a page goes to another worker")
	flags.IntVar(&s.every, "every", 1000, "cluster: articles between two snapshots")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	if !regexp.MustCompile(`^[A-Za-z0-9_-]+$`).MatchString(s.desk) {
		return fmt.Errorf("-desk %q: letters, digits, - and _ only", s.desk)
	}
	return commands[args[0]](ctx, s, flags.Args())
}

// A hub is a connection with the streams that all share.
type hub struct {
	settings
	js       jetstream.JetStream
	pages    jetstream.Stream // as published, by desk and key
	articles jetstream.Stream // as enriched, by desk and key
	stories  jetstream.Stream // changes, by desk
	shelf    jetstream.ObjectStore
}

// client makes a command of what needs a connection.
func client(do func(context.Context, *hub, []string) error) command {
	return func(ctx context.Context, s settings, args []string) error {
		nc, err := nats.Connect(s.url, nats.RetryOnFailedConnect(true), nats.MaxReconnects(-1), nats.ReconnectWait(200*time.Millisecond))
		if err != nil {
			return err
		}
		defer nc.Close()
		h, err := openHub(ctx, nc, s)
		if err != nil {
			return err
		}
		return do(ctx, h, args)
	}
}

// keep is how long streams keep what is in them. A page that is published
// again within that time is known for what it is.
const keep = 7 * 24 * time.Hour

func openHub(ctx context.Context, nc *nats.Conn, s settings) (*hub, error) {
	js, err := jetstream.New(nc)
	if err != nil {
		return nil, err
	}
	h := &hub{settings: s, js: js}
	for _, want := range []struct {
		name, subject string
		to            *jetstream.Stream
	}{{"PAGES", "pages.>", &h.pages}, {"ARTICLES", "articles.>", &h.articles}, {"STORIES", "stories.>", &h.stories}} {
		*want.to, err = js.CreateOrUpdateStream(ctx, jetstream.StreamConfig{
			Name: want.name, Subjects: []string{want.subject}, MaxAge: keep, Compression: jetstream.S2Compression,
		})
		if err != nil {
			return nil, fmt.Errorf("stream %s: %w", want.name, err)
		}
	}
	h.shelf, err = js.CreateOrUpdateObjectStore(ctx, jetstream.ObjectStoreConfig{Bucket: "SNAPSHOTS"})
	return h, err
}

// once publishes data under a subject that is used once only, and reports
// whether it was.
func (h *hub) once(ctx context.Context, subject string, data []byte) (fresh bool, err error) {
	_, err = h.js.Publish(ctx, subject, data, jetstream.WithExpectLastSequencePerSubject(0))
	var api *jetstream.APIError
	if errors.As(err, &api) && api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence {
		return false, nil
	}
	return err == nil, err
}
