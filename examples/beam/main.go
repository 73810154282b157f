// Beam finds stories with Apache Beam, on this machine or on Flink, Spark or
// Dataflow:
//
//	beam -pages 'PAGES/*' -stories stories.jsonl [-window 168h] [-runner …]
//
// Pages are files, here or in a bucket. Each is read, its article extracted,
// its language detected and its entities found; articles fall into windows by
// the time of their publication; in each window they are clustered on as many
// workers as the runner likes, and what these have found is merged.
package main

import (
	"context"
	"flag"
	"log"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/window"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	pages := flag.String("pages", "", "pattern of the files with pages")
	stories := flag.String("stories", "stories.jsonl", "file to write the stories to")
	width := flag.Duration("window", 7*24*time.Hour, "width of a window in time")
	flag.Parse()
	beam.Init()
	if *pages == "" {
		log.Fatal("beam: no -pages")
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, *pages, *stories, *width)
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal("beam: ", err)
	}
}

// build lays out the pipeline.
func build(s beam.Scope, pages, stories string, width time.Duration) {
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, pages))
	found := beam.ParDo(s.Scope("Extract"), &extractFn{}, files)
	named := beam.ParDo(s.Scope("Detect"), &detectFn{}, found)
	articles := beam.ParDo(s.Scope("Entities"), &entitiesFn{}, named)
	windowed := beam.WindowInto(s, window.NewFixedWindows(width), articles)
	desks := beam.Combine(s.Scope("Cluster"), &clusterFn{}, windowed)
	lines := beam.ParDo(s.Scope("Print"), &printFn{}, desks)
	textio.Write(s, stories, beam.WindowInto(s, window.NewGlobalWindows(), lines))
}
