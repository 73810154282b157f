// Command libraries is the empty program with the libraries of others linked
// in, some of which weigh something for being imported.
package main

import (
	"os"

	_ "github.com/blevesearch/segment"
	_ "github.com/kljensen/snowball/english"
	_ "github.com/kljensen/snowball/french"
	_ "github.com/kljensen/snowball/hungarian"
	_ "github.com/kljensen/snowball/norwegian"
	_ "github.com/kljensen/snowball/russian"
	_ "github.com/kljensen/snowball/spanish"
	_ "github.com/kljensen/snowball/swedish"
	_ "golang.org/x/text/unicode/norm"
)

func main() { os.Stdout.WriteString("und\n") }
