package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
)

// An event tells what an article changed in the stories of a desk.
type event struct {
	Seq uint64 // of the article in its stream
	Doc string
	cluster.Placement
}

// A desk places the articles of one stream, in its order. All that it knows
// follows from that order, so that one that is killed and started again, from
// its last snapshot, comes to the same stories.
type desk struct {
	*hub
	clusterer *cluster.Clusterer
	seq       uint64 // of the last article that was placed
	saved     uint64 // of the last that is in the snapshot
	told      uint64 // of the last that an event was published for
	at        uint64 // of that event in its stream
}

// openDesk restores a desk from its last snapshot.
func (h *hub) openDesk(ctx context.Context) (*desk, error) {
	opts := cluster.Defaults()
	c, err := cluster.New(opts)
	if err != nil {
		return nil, err
	}
	d := &desk{hub: h, clusterer: c}
	object, err := h.shelf.Get(ctx, h.desk)
	switch {
	case errors.Is(err, jetstream.ErrObjectNotFound):
		return d, nil
	case err != nil:
		return nil, err
	}
	defer object.Close()
	data, err := io.ReadAll(object)
	if err != nil {
		return nil, err
	}
	info, err := object.Info()
	if err != nil {
		return nil, err
	}
	if d.seq, err = strconv.ParseUint(info.Metadata["seq"], 10, 64); err != nil {
		return nil, err
	}
	d.saved = d.seq
	return d, c.UnmarshalBinary(data)
}

// save puts a snapshot on the shelf, in place of the last one.
func (d *desk) save(ctx context.Context) error {
	data, err := d.clusterer.MarshalBinary()
	if err != nil {
		return err
	}
	meta := jetstream.ObjectMeta{Name: d.desk, Metadata: map[string]string{"seq": strconv.FormatUint(d.seq, 10)}}
	if _, err := d.shelf.Put(ctx, meta, bytes.NewReader(data)); err != nil {
		return err
	}
	d.saved = d.seq
	return nil
}

// catchUp finds out what was told before.
func (d *desk) catchUp(ctx context.Context) error {
	msg, err := d.stories.GetLastMsgForSubject(ctx, "stories."+d.desk)
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	var e event
	if err := json.Unmarshal(msg.Data, &e); err != nil {
		return err
	}
	d.told, d.at = e.Seq, msg.Sequence
	return nil
}

// follow returns the articles that come after the last that was placed.
func (d *desk) follow(ctx context.Context) (jetstream.Consumer, error) {
	return d.articles.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{
		FilterSubjects: []string{"articles." + d.desk + ".>"}, DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: d.seq + 1,
	})
}

// next places the next article and says what that changed; ok is false if
// none came in time.
func (d *desk) next(ctx context.Context, consumer jetstream.Consumer, wait time.Duration) (e event, ok bool, err error) {
	msg, err := consumer.Next(jetstream.FetchMaxWait(wait))
	if isTimeout(err) {
		return event{}, false, nil
	}
	if err != nil {
		return event{}, false, err
	}
	meta, err := msg.Metadata()
	if err != nil {
		return event{}, false, err
	}
	var doc cluster.Doc
	if err := json.Unmarshal(msg.Data(), &doc); err != nil {
		return event{}, false, err
	}
	if doc.Entities == nil {
		doc.Entities = []entity.Entity{} // looked for and not found
	}
	placement, err := d.clusterer.Add(ctx, doc)
	if err != nil && !errors.Is(err, cluster.ErrDuplicate) { // of one published again after keep
		return event{}, false, err
	}
	d.seq = meta.Sequence.Stream
	return event{d.seq, doc.ID, placement}, err == nil, nil
}

// tell publishes an event, unless that was done before. A second process that
// places the articles of the same desk is told apart here, and one of the two
// ends.
func (d *desk) tell(ctx context.Context, e event) error {
	if e.Seq <= d.told {
		return nil
	}
	data, err := json.Marshal(e)
	if err != nil {
		return err
	}
	ack, err := d.js.Publish(ctx, "stories."+d.desk, data, jetstream.WithExpectLastSequencePerSubject(d.at))
	if err != nil {
		return fmt.Errorf("publish a change: %w", err)
	}
	d.told, d.at = e.Seq, ack.Sequence
	return nil
}

// idle is how long no article comes before a snapshot is made.
const idle = time.Second

// place places the articles of a desk as they come.
func place(ctx context.Context, h *hub, _ []string) error {
	d, err := h.openDesk(ctx)
	if err != nil {
		return err
	}
	if err := d.catchUp(ctx); err != nil {
		return err
	}
	consumer, err := d.follow(ctx)
	if err != nil {
		return err
	}
	for ctx.Err() == nil {
		e, ok, err := d.next(ctx, consumer, idle)
		if err != nil {
			return err
		}
		if ok {
			if err := d.tell(ctx, e); err != nil {
				return err
			}
		}
		if d.seq > d.saved && (!ok || d.seq-d.saved >= uint64(d.every)) {
			if err := d.save(ctx); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}
