package extract_test

import (
	"fmt"
	"strings"

	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

const page = `<!doctype html><html lang="ro"><head><title>Podul s-a deschis | Gazeta</title>
<meta property="article:published_time" content="2024-03-16T17:48:00+02:00"></head><body>
<nav><a href="/">Acasă</a> <a href="/sport">Sport</a> <a href="/meteo">Meteo</a></nav>
<article><h1>Podul s-a deschis</h1><p class="byline">de <a rel="author" href="/autor/1">Mihnea Pascu</a></p>
<p>Premierul a tăiat sâmbătă panglica noului pod rutier peste Tisa, după douăzeci de ani de promisiuni și trei guverne.</p>
<ul class="related"><li><a href="/horoscop">Horoscop pentru luni</a></li><li><a href="/meteo">Vremea de mâine</a></li></ul>
<p>Lucrările au durat 26 de luni. Camioanele vor fi primite abia de la 1 octombrie, a spus ministrul transporturilor.</p></article>
<footer>© Gazeta. Toate drepturile rezervate. Politica de cookies</footer></body></html>`

// A whole program: it prints the article of a page, and what is not of it.
func Example() {
	a, err := extract.Extract(strings.NewReader(page), &extract.Options{Detect: lang.Detect, KeepRejected: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Title, a.Authors, a.Published.Format("2006-01-02"), a.Lang)
	for _, b := range a.Blocks {
		fmt.Printf("+ %.24s…\n", b.Text)
	}
	for _, b := range a.Rejected {
		if b.Reason == extract.Related || b.Reason == extract.Legal {
			fmt.Println("-", b.Reason, b.Text)
		}
	}
	// Output:
	// Podul s-a deschis [Mihnea Pascu] 2024-03-16 ro
	// + Premierul a tăiat sâmbăt…
	// + Lucrările au durat 26 de…
	// - related Horoscop pentru luni
	// - related Vremea de mâine
	// - legal © Gazeta. Toate drepturile rezervate. Politica de cookies
}
