package main

import (
	"bytes"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	distiller "github.com/markusmobius/go-domdistiller"
	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/tidings-go/tidings/extract"
)

// An extractor is a library under test: it finds the text of the article in a
// page.
type extractor struct {
	name     string
	extracts bool // it does more than parse
	run      func(page []byte, address *url.URL) (string, error)
}

// extractors returns all libraries, and parsing alone, which each of the others
// does first.
func extractors() []extractor {
	return []extractor{
		{"tidings", true, func(page []byte, address *url.URL) (string, error) {
			a, err := extract.Extract(bytes.NewReader(page), &extract.Options{Format: extract.HTML, URL: address})
			return a.Text, err
		}},
		{"go-readability", true, func(page []byte, address *url.URL) (string, error) {
			p := readability.NewParser()
			a, err := p.Parse(bytes.NewReader(page), address)
			if err != nil || a.Node == nil {
				return "", err
			}
			var b strings.Builder
			err = a.RenderText(&b)
			return b.String(), err
		}},
		{"go-trafilatura", true, trafilaturaWith(true)},
		{"go-trafilatura, fast", true, trafilaturaWith(false)},
		{"go-domdistiller", true, func(page []byte, address *url.URL) (string, error) {
			r, err := distiller.ApplyForReader(bytes.NewReader(page), &distiller.Options{OriginalURL: address, SkipPagination: true})
			if err != nil {
				return "", err
			}
			return r.Text, nil
		}},
		{"html.Parse alone", false, func(page []byte, _ *url.URL) (string, error) {
			_, err := html.Parse(bytes.NewReader(page))
			return "", err
		}},
	}
}

func trafilaturaWith(fallback bool) func([]byte, *url.URL) (string, error) {
	return func(page []byte, address *url.URL) (string, error) {
		r, err := trafilatura.Extract(bytes.NewReader(page), trafilatura.Options{
			OriginalURL: address, EnableFallback: fallback, Focus: trafilatura.Balanced, ExcludeComments: true,
		})
		if err != nil {
			return "", err
		}
		return r.ContentText, nil
	}
}
