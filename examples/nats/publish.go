package main

import (
	"context"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A page is a page as it was fetched.
type page struct {
	ID      string // its address, or the name of its file
	Charset string `json:",omitempty"`
	Body    []byte
}

// publish puts pages into the stream of a desk. Pages that are there already
// are left out.
func publish(ctx context.Context, h *hub, paths []string) error {
	if len(paths) == 0 {
		return errors.New("no file or folder named")
	}
	fresh, known := 0, 0
	for _, root := range paths {
		err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !isPage(name) {
				return err
			}
			added, err := h.publishFile(ctx, name)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if !added {
				known++
				return nil
			}
			fresh++
			return pause(ctx, h.pace)
		})
		if err != nil {
			return err
		}
	}
	fmt.Fprintf(h.log, "published %d pages, %d were there\n", fresh, known)
	return nil
}

func (h *hub) publishFile(ctx context.Context, name string) (fresh bool, err error) {
	body, err := os.ReadFile(name)
	if err != nil {
		return false, err
	}
	data, err := json.Marshal(page{ID: name, Body: body})
	if err != nil {
		return false, err
	}
	return h.once(ctx, "pages."+h.desk+"."+key(name), data)
}

// key names a document in a subject.
func key(id string) string {
	sum := sha256.Sum256([]byte(id))
	return base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:15])
}

func isPage(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".txt", ".text":
		return true
	}
	return false
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
