package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"os"
	"strconv"
	"time"

	"github.com/tidings-go/tidings/cluster"
)

// A desk shares articles out among clusterers and brings them together.
type desk struct {
	config
	all    *cluster.Clusterer   // all open stories, as of the last merge
	shards []*cluster.Clusterer // what was read since; empty if all reads itself
	taken  []int                // articles of each shard
	spent  []time.Duration      // by each shard

	stories partition // by article: a number for its story
	number  map[cluster.StoryID]int32
	waiting []int // articles whose story may still change
	now     time.Time
	due     time.Time

	added, merged   int // since the last line
	adding, merging time.Duration
	slowest         time.Duration // of the shards and merges, which is what one would wait for
}

func newDesk(c config) (*desk, error) {
	d := &desk{config: c, number: map[cluster.StoryID]int32{}, now: epoch, due: epoch.Add(c.every)}
	switch c.by {
	case "none":
		d.config.shards = 0
	case "time":
		d.config.shards = 1
	case "band", "random":
	default:
		return nil, fmt.Errorf("-by %s: want none, time, band or random", c.by)
	}
	var err error
	d.all, err = cluster.New(cluster.Options{})
	if err != nil {
		return nil, err
	}
	return d, d.share()
}

// share opens empty shards.
func (d *desk) share() error {
	d.shards = make([]*cluster.Clusterer, d.config.shards)
	d.taken = make([]int, d.config.shards)
	d.spent = make([]time.Duration, d.config.shards)
	for i := range d.shards {
		var err error
		if d.shards[i], err = cluster.New(cluster.Options{}); err != nil {
			return err
		}
	}
	return nil
}

func (d *desk) read(ctx context.Context, a article) error {
	d.now = a.Published
	if d.now.After(d.due) {
		if err := d.merge(ctx); err != nil {
			return err
		}
		d.assign()
		d.due = d.due.Add(d.every)
	}
	d.waiting = append(d.waiting, len(d.stories))
	d.stories = append(d.stories, -1)
	c := d.all
	shard := d.shardOf(&a)
	if shard >= 0 {
		c = d.shards[shard]
	}
	start := processor()
	if _, err := c.Add(ctx, a.Doc); err != nil {
		return err
	}
	took := processor() - start
	d.added++
	d.adding += took
	if shard >= 0 {
		d.taken[shard]++
		d.spent[shard] += took
	}
	return nil
}

// shardOf returns the shard that reads an article, or -1 if there are none.
func (d *desk) shardOf(a *article) int {
	switch {
	case len(d.shards) == 0:
		return -1
	case len(d.shards) == 1:
		return 0
	case d.by == "random":
		return int(hash(a.ID) % uint32(len(d.shards)))
	}
	least, ok := uint32(0), false
	for i := range a.Entities {
		if h := hash(string(a.Entities[i].ID)); !ok || h < least {
			least, ok = h, true
		}
	}
	if !ok {
		least = hash(a.ID)
	}
	return int(least * 2654435761 >> 16 % uint32(len(d.shards)))
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// merge takes what the shards have read into the whole, and closes what is
// over.
func (d *desk) merge(ctx context.Context) error {
	var longest time.Duration
	for i, shard := range d.shards {
		start := processor()
		if err := d.all.Merge(ctx, shard); err != nil {
			return err
		}
		took := processor() - start
		d.merging += took
		d.slowest += took
		d.merged += d.taken[i]
		longest = max(longest, d.spent[i])
	}
	d.slowest += longest
	return d.share()
}

// assign notes the stories of all articles that may have changed theirs.
func (d *desk) assign() {
	open := d.waiting[:0]
	for _, n := range d.waiting {
		if id, ok := d.all.StoryOf("a" + strconv.Itoa(n)); ok {
			d.stories[n] = d.numberOf(id)
			open = append(open, n)
		}
	}
	d.waiting = open
}

func (d *desk) numberOf(id cluster.StoryID) int32 {
	n, ok := d.number[id]
	if !ok {
		n = int32(len(d.number))
		d.number[id] = n
	}
	return n
}

func (d *desk) open() int { return len(d.waiting) }

func (p partition) save(name string) error {
	var b bytes.Buffer
	if err := binary.Write(&b, binary.LittleEndian, p); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o600)
}

func load(name string) (partition, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	p := make(partition, len(data)/4)
	return p, binary.Read(bytes.NewReader(data), binary.LittleEndian, p)
}
