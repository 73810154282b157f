package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

type placed struct {
	ID      string `json:"id"`
	Cluster string `json:"cluster"`
}

type name struct{ ID, Name, Lang string }

func linkNames(in io.Reader, out io.Writer) error {
	return filter(in, out, func(n name) (placed, error) {
		return placed{n.ID, entity.Fold(n.Name, lang.Tag(n.Lang))}, nil
	})
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
	err = readLines(in, func(line []byte, err error) {
		d, err := readDoc(line, err)
		if err == nil && !batch {
			_, err = clusterer.Add(context.Background(), d)
		}
		if err != nil {
			answers = append(answers, failed(line, err))
			return
		}
		answers = append(answers, d.ID)
		docs = append(docs, d)
	})
	if err != nil {
		return err
	}
	if batch {
		if _, err := clusterer.AddBatch(context.Background(), docs); err != nil {
			return err
		}
	}
	return writePlaces(out, answers, clusterer)
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

// parseDate reads a date as precise as it is given; none at all is no error.
func parseDate(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("bad date %q", s)
}

func writePlaces(out io.Writer, answers []any, c *cluster.Clusterer) error {
	in := map[string]cluster.StoryID{}
	for s := range c.Stories() {
		for _, id := range s.Docs {
			in[id] = s.ID
		}
	}
	w := bufio.NewWriter(out)
	enc := newEncoder(w)
	for _, a := range answers {
		if id, ok := a.(string); ok {
			a = placed{id, string(in[id])}
		}
		if err := enc.Encode(a); err != nil {
			return err
		}
	}
	return w.Flush()
}
