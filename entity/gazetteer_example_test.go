package entity_test

import (
	"fmt"
	"slices"

	"github.com/tidings-go/tidings/entity"
)

func ExampleBuiltin() {
	for c := range entity.Builtin().Lookup("Στοκχόλμη", "el") {
		fmt.Println(c.Kind, c.ID)
	}
	for c := range entity.Builtin().Lookup("Грузія", "uk") {
		fmt.Println(c.Kind, c.ID)
	}
	// Output:
	// LOC geonames:2673730
	// LOC iso3166:GE
}

func ExampleNewGazetteer() {
	mine, err := entity.NewGazetteer(slices.Values([]entity.Entry{
		{Name: "Τα Νέα του Βυθού", Lang: "el", Kind: entity.Org, ID: "desk:17"},
		{Name: "News of the Deep", Lang: "en", Kind: entity.Org, ID: "desk:17"},
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for c := range mine.Lookup("News of the deep", "en") {
		fmt.Println(c.Kind, c.ID)
	}
	// Output: ORG desk:17
}

func ExampleChain() {
	mine, err := entity.NewGazetteer(slices.Values([]entity.Entry{
		{Name: "Georgia", Kind: entity.Person, ID: "desk:georgia"},
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for c := range entity.Chain(mine, entity.Builtin()).Lookup("Georgia", "en") {
		fmt.Println(c.Kind, c.ID)
	}
	// Output:
	// PER desk:georgia
	// LOC iso3166:GE
	// LOC iso3166:US-GA
}
