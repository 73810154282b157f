package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"path/filepath"
)

// A page is a page with the text of its article as people found it.
type page struct {
	html    []byte
	address *url.URL
	gold    []string // words
}

// readSet reads the pages of a set that have such a text.
func readSet(dir string) ([]page, error) {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []page
	for r := bufio.NewReader(f); ; {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			p, err := readPage(dir, line)
			if err != nil {
				return nil, err
			}
			if len(p.gold) > 0 {
				out = append(out, p)
			}
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func readPage(dir string, line []byte) (p page, err error) {
	var g struct{ HTML, URL, Text string }
	if err := json.Unmarshal(line, &g); err != nil {
		return p, err
	}
	f, err := os.Open(filepath.Join(dir, g.HTML))
	if err != nil {
		return p, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return p, err
	}
	p.gold = words(g.Text)
	if p.address, err = url.Parse(g.URL); err != nil || p.address.Host == "" {
		p.address = &url.URL{Scheme: "http", Host: "example.org", Path: "/"}
	}
	p.html, err = io.ReadAll(z)
	return p, err
}
