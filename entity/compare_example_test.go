package entity_test

import (
	"fmt"

	"github.com/tidings-go/tidings/entity"
)

func ExampleFold() {
	fmt.Println(entity.Fold("Elon Musk", "en"))
	fmt.Println(entity.Fold("Έλον Μασκ", "el"))
	fmt.Println(entity.Fold("Маск, Ілон", "uk"))
	fmt.Println(entity.Fold("Elons Masks", "lv"))
	// Output:
	// msk oln
	// msk oln
	// msk oln
	// msk oln
}

func ExampleCompare() {
	for _, pair := range [][2]entity.Name{
		{{Text: "Володимиру Зеленському", Lang: "uk", Kind: entity.Person}, {Text: "Βολοντίμιρ Ζελένσκι", Lang: "el", Kind: entity.Person}},
		{{Text: "Ian Campbell", Lang: "en", Kind: entity.Person}, {Text: "Menzies Campbell", Lang: "en", Kind: entity.Person}},
		{{Text: "Putin", Lang: "en", Kind: entity.Person}, {Text: "Людмила Путина", Lang: "ru", Kind: entity.Person}},
	} {
		score, why := entity.Compare(pair[0], pair[1])
		fmt.Println(score > 0.6, why)
	}
	// Output:
	// true translit
	// false different
	// false lone
}

func ExampleLinker() {
	l := entity.NewLinker(entity.LinkerOptions{})
	for _, n := range []entity.Name{
		{Text: "Luiz Inácio Lula da Silva", Lang: "pt", Kind: entity.Person},
		{Text: "Λουίς Ινάσιο Λούλα ντα Σίλβα", Lang: "el", Kind: entity.Person},
		{Text: "Gerhard Schröder", Lang: "de", Kind: entity.Person},
		{Text: "Герхард Шрёдер", Lang: "ru", Kind: entity.Person},
		{Text: "Gerhards Šrēders", Lang: "lv", Kind: entity.Person},
	} {
		fmt.Println(l.Link(n))
	}
	// Output:
	// name:l ls ons slv
	// name:l ls ons slv
	// name:grgrd srdr
	// name:grgrd srdr
	// name:grgrd srdr
}

// What a linker has learned outlives the program.
func ExampleNewLinker() {
	before := entity.NewLinker(entity.LinkerOptions{})
	id := before.Link(entity.Name{Text: "Κάγια Κάλλας", Lang: "el", Kind: entity.Person})
	snapshot, err := before.MarshalBinary()
	if err != nil {
		fmt.Println(err)
		return
	}
	after := entity.NewLinker(entity.LinkerOptions{})
	if err := after.UnmarshalBinary(snapshot); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(after.Len(), after.Resolve(id) == after.Link(entity.Name{Text: "Kaja Kallas", Lang: "et", Kind: entity.Person}))
	// Output: 1 true
}
