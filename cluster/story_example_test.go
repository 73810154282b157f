package cluster_test

import (
	"context"
	"fmt"

	"github.com/tidings-go/tidings/cluster"
)

func ExampleStory_Entities() {
	stories, err := cluster.Cluster(context.Background(), incoming[:2])
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range stories[0].Entities()[:2] {
		fmt.Println(t.Label)
	}
	// Output:
	// Dmitry Peskov
	// António Guterres
}
