package entity_test

import (
	"fmt"

	"github.com/tidings-go/tidings/entity"
)

func ExampleLinker_Link() {
	l := entity.NewLinker(entity.LinkerOptions{Gazetteer: entity.Builtin()})
	fmt.Println(l.Link(entity.Name{Text: "Βλαντίμιρ Πούτιν", Lang: "el", Kind: entity.Person}) ==
		l.Link(entity.Name{Text: "Vladimír Pútín", Lang: "is", Kind: entity.Person}))
	// Output: true
}

func ExampleLinker_Resolve() {
	l := entity.NewLinker(entity.LinkerOptions{})
	id := l.Link(entity.Name{Text: "Кая Каллас", Lang: "uk", Kind: entity.Person})
	l.Link(entity.Name{Text: "Kaja Kallas", Lang: "et", Kind: entity.Person})
	fmt.Println(l.Resolve(id) == l.Link(entity.Name{Text: "Κάγια Κάλλας", Lang: "el", Kind: entity.Person}))
	// Output: true
}

func ExampleLinker_Len() {
	l := entity.NewLinker(entity.LinkerOptions{})
	for _, name := range []string{"Kaja Kallas", "Kaja Kallas", "Gerhard Schröder"} {
		l.Link(entity.Name{Text: name, Kind: entity.Person})
	}
	fmt.Println(l.Len())
	// Output: 2
}

func ExampleLinker_MarshalBinary() {
	l := entity.NewLinker(entity.LinkerOptions{})
	l.Link(entity.Name{Text: "Kaja Kallas", Lang: "et", Kind: entity.Person})
	snapshot, err := l.MarshalBinary()
	if err != nil {
		fmt.Println(err)
		return
	}
	again := entity.NewLinker(entity.LinkerOptions{})
	fmt.Println(again.UnmarshalBinary(snapshot), again.Len())
	// Output: <nil> 1
}

func ExampleLinker_AppendBinary() {
	l := entity.NewLinker(entity.LinkerOptions{})
	l.Link(entity.Name{Text: "Kaja Kallas", Lang: "et", Kind: entity.Person})
	buffer := make([]byte, 0, 1<<16) // used again for every snapshot
	snapshot, err := l.AppendBinary(buffer[:0])
	fmt.Println(len(snapshot) > 0, err)
	// Output: true <nil>
}

func ExampleLinker_UnmarshalBinary() {
	l := entity.NewLinker(entity.LinkerOptions{})
	err := l.UnmarshalBinary([]byte("no snapshot"))
	fmt.Println(err != nil, l.Len())
	// Output: true 0
}
