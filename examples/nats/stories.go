package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// stories prints the stories of a desk as of now, oldest first, one JSON
// object a line. It reads the last snapshot and what came since.
func stories(ctx context.Context, h *hub, _ []string) error {
	d, err := h.openDesk(ctx)
	if err != nil {
		return err
	}
	last, err := h.articles.GetLastMsgForSubject(ctx, "articles."+h.desk+".>")
	if err != nil {
		return fmt.Errorf("desk %s: %w", h.desk, err)
	}
	consumer, err := d.follow(ctx)
	if err != nil {
		return err
	}
	for d.seq < last.Sequence {
		if _, ok, err := d.next(ctx, consumer, 5*time.Second); err != nil {
			return err
		} else if !ok {
			return fmt.Errorf("article %d does not come", d.seq+1)
		}
	}
	enc := json.NewEncoder(h.out)
	enc.SetEscapeHTML(false)
	for s := range d.clusterer.Stories() {
		if err := enc.Encode(s); err != nil {
			return err
		}
	}
	return nil
}

// watch prints the changes of a desk's stories, one JSON object a line.
func watch(ctx context.Context, h *hub, _ []string) error {
	consumer, err := h.stories.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{FilterSubjects: []string{"stories." + h.desk}})
	if err != nil {
		return err
	}
	for ctx.Err() == nil {
		msg, err := consumer.Next(jetstream.FetchMaxWait(time.Second))
		if isTimeout(err) {
			continue
		}
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(h.out, "%s\n", msg.Data()); err != nil {
			return err
		}
	}
	return ctx.Err()
}
