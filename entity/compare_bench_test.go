package entity_test

import (
	"testing"

	"github.com/tidings-go/tidings/entity"
)

func BenchmarkFold(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		entity.Fold("Владимир Путин", "ru")
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := person("Владимир Путин", "ru"), person("Βλαντίμιρ Πούτιν", "el")
	b.ReportAllocs()
	for b.Loop() {
		entity.Compare(x, y)
	}
}

func BenchmarkLinker(b *testing.B) {
	l := entity.NewLinker(entity.LinkerOptions{})
	given := []string{"Anna", "Ivan", "Maria", "Georgios", "Hans", "Pedro", "Olga", "Viktor"}
	family := []string{"Petrov", "Papadopoulos", "Schmidt", "García", "Kovács", "Rossi", "Novák", "Ivanova", "Jensen"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		l.Link(person(given[i%len(given)]+" "+family[i%len(family)]+string(rune('a'+i%26)), ""))
	}
}
