// Command tidings detects one language.
package main

import (
	"os"

	"github.com/tidings-go/tidings/lang"
)

func main() { os.Stdout.WriteString(string(lang.Detect(os.Args[0]).Tag) + "\n") }
