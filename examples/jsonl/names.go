package main

import (
	"bufio"
	"errors"
	"io"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

type name struct{ ID, Name, Lang, Type string }

// linkNames reads all names and then says which are of one thing.
func linkNames(in io.Reader, out io.Writer) error {
	linker := entity.NewLinker(entity.LinkerOptions{Gazetteer: entity.Builtin()})
	var answers []any // a placed name, or a failure
	err := readLines(in, func(line []byte, err error) {
		var n name
		if err == nil {
			n, err = parse[name](line)
		}
		if err != nil {
			answers = append(answers, failed(line, err))
			return
		}
		id := linker.Link(entity.Name{Text: n.Name, Lang: lang.Tag(n.Lang), Kind: kind(n.Type)})
		answers = append(answers, placed{n.ID, string(id)})
	})
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	enc := newEncoder(w)
	for _, a := range answers {
		if p, ok := a.(placed); ok {
			p.Cluster = string(linker.Resolve(entity.ID(p.Cluster)))
			a = p
		}
		err = errors.Join(err, enc.Encode(a))
	}
	return errors.Join(err, w.Flush())
}
