// Command tag uses no more of the library than a type.
package main

import (
	"os"

	"github.com/tidings-go/tidings/lang"
)

func main() {
	tag := lang.Tag("und")
	os.Stdout.WriteString(string(tag.Base()) + "\n")
}
