package main

import (
	"bufio"
	"context"
	"database/sql"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	_ "modernc.org/sqlite" // the driver

	"github.com/tidings-go/tidings/cluster"
)

//go:embed schema.sql
var schema string

// A base is the database. All that is written belongs to one transaction
// until it is committed.
type base struct {
	db *sql.DB
	tx *sql.Tx
}

func openBase(ctx context.Context, name string) (*base, error) {
	db, err := sql.Open("sqlite", "file:"+name+"?_pragma=journal_mode(wal)&_pragma=synchronous(normal)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	b := &base{db: db}
	b.tx, err = db.Begin()
	return b, err
}

// close throws away what was not committed.
func (b *base) close() error {
	return errors.Join(b.tx.Rollback(), b.db.Close())
}

func (b *base) commit(ctx context.Context, snapshot []byte) error {
	if err := b.exec(ctx, "INSERT OR REPLACE INTO state (id, snapshot) VALUES (1, ?)", snapshot); err != nil {
		return err
	}
	if err := b.tx.Commit(); err != nil {
		return err
	}
	var err error
	b.tx, err = b.db.Begin()
	return err
}

func (b *base) exec(ctx context.Context, query string, args ...any) error {
	_, err := b.tx.ExecContext(ctx, query, args...)
	return err
}

// snapshot returns the state of the clusterer as of the last commit; nil if
// there is none.
func (b *base) snapshot(ctx context.Context) (data []byte, err error) {
	err = b.tx.QueryRowContext(ctx, "SELECT snapshot FROM state").Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return data, err
}

// offset is how far a file was read.
func (b *base) offset(ctx context.Context, file string) (n int64, err error) {
	err = b.tx.QueryRowContext(ctx, "SELECT offset FROM files WHERE name = ?", file).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, err
}

func (b *base) moveTo(ctx context.Context, file string, offset int64) error {
	return b.exec(ctx, "INSERT OR REPLACE INTO files (name, offset) VALUES (?, ?)", file, offset)
}

func (b *base) noteBad(ctx context.Context, file string, r result) error {
	return b.exec(ctx, "INSERT INTO bad (file, offset, url, error) VALUES (?, ?, ?, ?)", file, r.offset, r.url, r.err.Error())
}

func (b *base) known(ctx context.Context, url string) (known bool, err error) {
	err = b.tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM articles WHERE url = ?)", url).Scan(&known)
	return known, err
}

func (b *base) insert(ctx context.Context, file string, r result, story cluster.StoryID) error {
	var article int64
	err := b.tx.QueryRowContext(ctx,
		"INSERT INTO articles (url, site, lang, published, title, text, story, file, offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
		r.url, r.site, string(r.doc.Lang), r.doc.Published.UTC().Format(time.RFC3339), r.doc.Title, r.doc.Text, string(story), file, r.offset).Scan(&article)
	if err != nil {
		return err
	}
	for _, e := range r.doc.Entities {
		err := b.exec(ctx, "INSERT INTO entities (article, entity, kind, name, mentions, salience) VALUES (?, ?, ?, ?, ?, ?)",
			article, string(e.ID), e.Kind.String(), e.Name, len(e.Mentions), e.Salience)
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *base) move(ctx context.Context, c cluster.Change) error {
	return b.exec(ctx, "UPDATE articles SET story = ? WHERE url = ?", string(c.To), c.Doc)
}

// total counts the rows of a table; -1 if it cannot.
func (b *base) total(ctx context.Context, table string) (n int) {
	if b.tx.QueryRowContext(ctx, "SELECT count(*) FROM "+table).Scan(&n) != nil {
		return -1
	}
	return n
}

// An exported story is a line of the JSON Lines.
type exported struct {
	ID       string            `json:"id"`
	Articles []exportedArticle `json:"articles"`
}

type exportedArticle struct {
	URL       string `json:"url"`
	Site      string `json:"site"`
	Lang      string `json:"lang"`
	Published string `json:"published"`
	Title     string `json:"title"`
}

// export writes the stories to a file, the oldest first.
func (b *base) export(ctx context.Context, name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	return errors.Join(b.writeStories(ctx, w), w.Flush(), f.Close())
}

func (b *base) writeStories(ctx context.Context, w *bufio.Writer) error {
	rows, err := b.tx.QueryContext(ctx, `SELECT s.id, a.url, a.site, a.lang, a.published, a.title
		FROM stories s JOIN articles a ON a.story = s.id ORDER BY s.first, s.id, a.published, a.id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	var s exported
	for rows.Next() {
		var id string
		var a exportedArticle
		if err := rows.Scan(&id, &a.URL, &a.Site, &a.Lang, &a.Published, &a.Title); err != nil {
			return err
		}
		if id != s.ID && s.ID != "" {
			if err := enc.Encode(s); err != nil {
				return err
			}
			s = exported{}
		}
		s.ID = id
		s.Articles = append(s.Articles, a)
	}
	if s.ID != "" {
		if err := enc.Encode(s); err != nil {
			return fmt.Errorf("write stories: %w", err)
		}
	}
	return rows.Err()
}
