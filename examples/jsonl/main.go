// Jsonl offers the library as a filter: it reads JSON Lines on standard input
// and writes JSON Lines on standard output, one line per line, in order.
//
//	jsonl extract   {"id","html" or "text","url"?}   → {"id","title","text","date","author","lang"}
//	jsonl detect    {"text"}                         → {"lang","confidence"}
//	jsonl entities  {"id","lang","text"}             → {"id","entities":[{"start","end","type","id","name"}]}
//	jsonl compare   {"a","b","lang_a","lang_b"}      → {"same","score"}
//	jsonl names     {"id","name","lang"}             → {"id","cluster"}
//	jsonl cluster   {"id","lang","date","title","text"} → {"id","cluster"}
//
// Offsets are bytes into the text. An empty or missing "lang" is detected. A
// line that cannot be handled gives {"id","error"}, and the run goes on.
//
// Articles are clustered one after the other as they come in, with no look at
// later ones; "jsonl cluster -batch" takes all of them together. Either way the
// answers come when the input ends, because a later article can show that two
// stories are one.
package main

import (
	"fmt"
	"io"
	"os"
)

const usage = `usage: jsonl extract|detect|entities|compare|names|cluster [-batch] <in.jsonl >out.jsonl`

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "jsonl:", err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	call := ""
	if len(args) > 0 {
		call, args = args[0], args[1:]
	}
	batch := call == "cluster" && len(args) == 1 && args[0] == "-batch"
	if len(args) > 0 && !batch {
		return fmt.Errorf("unknown argument %q\n%s", args[0], usage)
	}
	switch call {
	case "extract":
		return filter(in, out, extractPage)
	case "detect":
		return filter(in, out, detect)
	case "entities":
		return filter(in, out, entities)
	case "compare":
		return filter(in, out, compare)
	case "names":
		return linkNames(in, out)
	case "cluster":
		return clusterDocs(in, out, batch)
	}
	return fmt.Errorf("unknown call %q\n%s", call, usage)
}
