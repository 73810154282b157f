package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/lang"
)

type placed struct {
	ID      string `json:"id"`
	Cluster string `json:"cluster"`
}

type doc struct{ ID, Lang, Date, Title, Text string }

// clusterDocs reads all articles and then says which story each is in.
func clusterDocs(in io.Reader, out io.Writer, batch bool) error {
	clusterer, err := cluster.New(cluster.Defaults())
	if err != nil {
		return err
	}
	var answers []any // a document's ID as a string, or a failure
	var docs []cluster.Doc
	stories := places{}
	err = readLines(in, func(line []byte, err error) {
		d, err := readDoc(line, err)
		if _, ok := stories[d.ID]; ok && err == nil {
			err = fmt.Errorf("%w: %q", cluster.ErrDuplicate, d.ID)
		}
		if err == nil && !batch {
			err = stories.add(clusterer, d)
		}
		if err != nil {
			answers = append(answers, failed(line, err))
			return
		}
		answers = append(answers, d.ID)
		if batch {
			stories[d.ID] = ""
			docs = append(docs, d)
		}
	})
	if err != nil {
		return err
	}
	if batch {
		if err := stories.addBatch(clusterer, docs); err != nil {
			return err
		}
	}
	return stories.write(out, answers, clusterer)
}

// places knows which story each document is in, those of closed stories too.
type places map[string]cluster.StoryID

func (p places) add(c *cluster.Clusterer, d cluster.Doc) error {
	at, err := c.Add(context.Background(), d)
	if err == nil {
		p.note(d.ID, at)
	}
	return err
}

func (p places) addBatch(c *cluster.Clusterer, docs []cluster.Doc) error {
	at, err := c.AddBatch(context.Background(), docs)
	for i := range at {
		p.note(docs[i].ID, at[i])
	}
	return err
}

func (p places) note(id string, at cluster.Placement) {
	p[id] = at.Story
	for _, change := range at.Changes {
		p[change.Doc] = change.To
	}
}

var errNoID = errors.New(`no "id" in the line`)

func readDoc(line []byte, err error) (cluster.Doc, error) {
	if err != nil {
		return cluster.Doc{}, err
	}
	d, err := parse[doc](line)
	if err != nil {
		return cluster.Doc{}, err
	}
	if d.ID == "" {
		return cluster.Doc{}, errNoID
	}
	published, err := parseDate(d.Date)
	if err != nil {
		return cluster.Doc{}, err
	}
	return cluster.Doc{ID: d.ID, Title: d.Title, Text: d.Text, Lang: lang.Tag(d.Lang), Published: published}, nil
}

// parseDate reads a date; none at all is no error. A month or a year is none
// to place an article by: stories are days long.
func parseDate(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	for _, layout := range []string{"2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return time.Time{}, nil
		}
	}
	return time.Time{}, fmt.Errorf("bad date %q", s)
}

func (p places) write(out io.Writer, answers []any, c *cluster.Clusterer) error {
	w := bufio.NewWriter(out)
	enc := newEncoder(w)
	for _, a := range answers {
		if id, ok := a.(string); ok {
			story, _ := c.Resolve(p[id])
			a = placed{id, string(story)}
		}
		if err := enc.Encode(a); err != nil {
			return err
		}
	}
	return w.Flush()
}
