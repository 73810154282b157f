// Command whatlanggo detects one language.
package main

import (
	"os"

	"github.com/abadojack/whatlanggo"
)

func main() { os.Stdout.WriteString(whatlanggo.DetectLang(os.Args[0]).Iso6391() + "\n") }
