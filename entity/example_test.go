package entity_test

import (
	"fmt"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

func ExampleEntities() {
	text := "Президент Володимир Зеленський прибув до Варшави. Речник Зеленського подякував Польщі."
	for _, e := range entity.Entities(text, "uk") {
		fmt.Println(e.Kind, e.Name, len(e.Mentions))
	}
	// Output:
	// PER Володимир Зеленський 2
	// LOC Варшава 1
	// LOC Польща 1
}

// The same place has the same ID, whatever the language, script and case.
func ExampleEntities_identity() {
	for tag, text := range map[lang.Tag]string{
		"el": "Ο υπουργός έφτασε στην Αθήνα τη Δευτέρα.",
		"uk": "У понеділок міністр прибув до Афін.",
		"en": "The minister flew to Athens on Monday.",
	} {
		for _, e := range entity.Entities(text, tag) {
			fmt.Println(e.ID)
		}
	}
	// Unordered output:
	// geonames:264371
	// geonames:264371
	// geonames:264371
}

func ExampleRecognizer_Entities() {
	text := "Η Ελένη Παπαδάκη μίλησε στη Θεσσαλονίκη."
	for _, e := range entity.Default().Entities(text, "el") {
		for _, m := range e.Mentions {
			fmt.Println(text[m.Start:m.End], e.Kind)
		}
	}
	// Output:
	// Ελένη Παπαδάκη PER
	// Θεσσαλονίκη LOC
}

func ExampleDefault() {
	es := entity.Default().Entities("Halla Tómasdóttir fór til Danmerkur.", "is")
	for _, e := range es {
		fmt.Println(e.Kind, e.Name)
	}
	// Output:
	// PER Halla Tómasdóttir
	// LOC Danmörk
}

// New takes a gazetteer and a tagger of one's own, and the kinds wanted.
func ExampleNew() {
	r := entity.New(entity.Options{
		Gazetteer: entity.Builtin(),
		Tagger:    entity.Model(),
		Kinds:     []entity.Kind{entity.Person},
	})
	for _, e := range r.Entities("Il presidente Sergio Mattarella ha visitato Torino.", "it") {
		fmt.Println(e.Name)
	}
	// Output: Sergio Mattarella
}

func ExampleModel() {
	text := "Ministrul Andrei Ionescu a ajuns la Cluj."
	for _, p := range entity.Model().Tag(nil, text, "ro") {
		fmt.Println(text[p.Start:p.End], p.Kind)
	}
	// Output:
	// Andrei Ionescu PER
	// Cluj LOC
}

func ExampleKind_String() {
	fmt.Println(entity.Person, entity.Org, entity.Place, entity.Product, entity.Event, entity.Other)
	// Output: PER ORG LOC PRO EVT MISC
}

func ExampleID_Known() {
	fmt.Println(entity.ID("iso3166:RO").Known(), entity.ID("name:msk oln").Known())
	// Output: true false
}
