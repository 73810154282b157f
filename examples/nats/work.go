package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

// work enriches pages on all cores: it finds the article in each, its language
// and its entities, and publishes that. A page that is not acknowledged in
// time goes to another worker; what a worker had published before it was
// killed is not published again.
func work(ctx context.Context, h *hub, _ []string) error {
	consumer, err := h.pages.CreateOrUpdateConsumer(ctx, jetstream.ConsumerConfig{
		Durable: "workers", AckPolicy: jetstream.AckExplicitPolicy, AckWait: h.ackWait,
	})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for ctx.Err() == nil {
				if err := h.workOnce(ctx, consumer); err != nil {
					cancel(err)
				}
			}
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}

// workOnce enriches the next page, if one comes soon.
func (h *hub) workOnce(ctx context.Context, consumer jetstream.Consumer) error {
	msg, err := consumer.Next(jetstream.FetchMaxWait(time.Second))
	if isTimeout(err) {
		return nil
	}
	if err != nil {
		return err
	}
	desk, key, _ := strings.Cut(strings.TrimPrefix(msg.Subject(), "pages."), ".")
	data, err := enrich(msg.Data())
	if err != nil { // it will not get better
		fmt.Fprintf(h.log, "nats: a page of %s: %v\n", desk, err)
		return msg.Term()
	}
	if _, err := h.once(ctx, "articles."+desk+"."+key, data); err != nil {
		return err
	}
	return msg.DoubleAck(ctx)
}

// enrich turns a page into an article that is ready to be placed.
func enrich(data []byte) ([]byte, error) {
	var p page
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, err
	}
	opts := &extract.Options{Charset: p.Charset, Detect: lang.Detect}
	if u, err := url.Parse(p.ID); err == nil && u.IsAbs() {
		opts.URL = u
	}
	a, err := extract.Extract(bytes.NewReader(p.Body), opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.ID, err)
	}
	d := cluster.Doc{ID: p.ID, Title: a.Title, Text: a.Text, Lang: a.Lang}
	if a.Precision >= extract.Day {
		d.Published = a.Published
	}
	d.Entities = entity.Entities(a.Title+"\n\n"+a.Text, a.Lang)
	return json.Marshal(d)
}

// isTimeout reports whether no message came in time.
func isTimeout(err error) bool {
	return errors.Is(err, nats.ErrTimeout) || errors.Is(err, jetstream.ErrNoMessages) || errors.Is(err, context.DeadlineExceeded)
}
