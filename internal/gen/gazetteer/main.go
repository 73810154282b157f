// Command gazetteer writes entity's embedded gazetteer and its card.
//
//	go run -C internal/gen ./gazetteer
//
// It reads the tables of internal/corpus/gazetteer and, where Debian's
// packages unicode-cldr-core, libgeonames-common, libgeonames0 and
// libglib2.0-bin (for its gresource command) put them, CLDR and GeoNames.
// Run it again whenever the keys change, which internal/translit makes.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	own "github.com/tidings-go/tidings/internal/corpus/gazetteer"
)

func main() {
	log.SetFlags(0)
	cldr := flag.String("cldr", "/usr/share/unicode/cldr/common", "folder of CLDR's data")
	labels := flag.String("labels", "/usr/share/locale", "folder of GeoNames labels, LOCALE/LC_MESSAGES/geonames.mo")
	cities := flag.String("cities", "/usr/lib/x86_64-linux-gnu/libgeonames.so.0", "library with GeoNames cities")
	out := flag.String("out", "../../entity", "folder to write to")
	flag.Parse()
	if err := run(*cldr, *labels, *cities, *out); err != nil {
		log.Fatal(err)
	}
}

func run(cldr, labels, library, out string) error {
	cities, err := readCities(library)
	if err != nil {
		return err
	}
	known, err := readLabels(labels)
	if err != nil {
		return err
	}
	for i, c := range cities {
		cities[i].labels = len(known[c.number])
	}
	g := newGathering()
	if err := g.countries(cldr, known); err != nil {
		return err
	}
	g.cities(cities, known)
	if err := g.subdivisions(cldr, cities, known); err != nil {
		return err
	}
	if err := g.zones(cldr, cities); err != nil {
		return err
	}
	things, err := own.Read()
	if err != nil {
		return err
	}
	g.own(things)
	data, err := g.builder.Bytes()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "gazetteer.bin"), data, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "GAZETTEER.md"), g.card(data), 0o644)
}
