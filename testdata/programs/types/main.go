// Command types imports packages that have models for a type only.
package main

import (
	"os"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

type record struct {
	tag      lang.Tag
	entities []entity.ID
	story    cluster.StoryID
}

func main() {
	r := record{tag: "und"}
	os.Stdout.WriteString(string(r.tag) + "\n")
}
