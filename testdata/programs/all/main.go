// Command all takes a page through the whole library.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/extract"
	"github.com/tidings-go/tidings/lang"
)

func main() {
	a, err := extract.Extract(os.Stdin, &extract.Options{Detect: lang.Detect})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(entity.Entities(a.Text, a.Lang)))
	stories, err := cluster.Cluster(context.Background(), []cluster.Doc{{ID: "a", Title: a.Title, Text: a.Text, Lang: a.Lang}})
	fmt.Println(len(stories), err)
}
