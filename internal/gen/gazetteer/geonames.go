package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tidings-go/tidings/entity"
)

// A city is a row of GeoNames' cities over 15,000 inhabitants.
type city struct {
	number, name, region, country, zone string
	population                          float64
	capital                             bool
	labels                              int // how many languages have a name of its own for it
}

func (c city) id() string { return "geonames:" + c.number }

// weight is the city's inhabitants, times how known it is: Valencia in Spain
// is named more often than the larger one in Venezuela.
func (c city) weight() float64 {
	fame := float64(3+c.labels) / 100
	if c.capital {
		fame = max(fame, 0.6)
		return capitalWeight * fame * fame * max(c.population, 1e5)
	}
	return fame * fame * c.population
}

// readCities reads the array of cities that libgeonames keeps as a resource, a
// GVariant of type a(sssssssudd), the most populous first.
func readCities(library string) ([]city, error) {
	data, err := exec.Command("gresource", "extract", library, "/com/lomiri/geonames/cities.compiled").Output()
	if err != nil {
		return nil, fmt.Errorf("gresource: %w", err)
	}
	if len(data) < 4 {
		return nil, errors.New("no cities")
	}
	end := int(binary.LittleEndian.Uint32(data[len(data)-4:]))
	count := (len(data) - end) / 4
	ends := data[len(data)-4*count:]
	var (
		out   []city
		start int
	)
	for i := range count {
		start = (start + 7) &^ 7
		end := int(binary.LittleEndian.Uint32(ends[4*i:]))
		row, at := data[start:end], 0
		var fields [7]string
		for f := range fields {
			n := bytes.IndexByte(row[at:], 0)
			fields[f] = string(row[at : at+n])
			at += n + 1
		}
		at = (at + 3) &^ 3
		c := city{number: fields[0], name: fields[1], region: fields[3], country: fields[4], zone: fields[6]}
		c.population = float64(binary.LittleEndian.Uint32(row[at:]))
		out = append(out, c)
		start = end
	}
	slices.SortStableFunc(out, func(a, b city) int { return cmp.Compare(b.population, a.population) })
	return out, markCapitals(out)
}

// readLabels returns GeoNames' labels: of a country under its ISO code, of a
// region under that and GeoNames' own code of the region (US.CA), of a city
// under its number.
func readLabels(folder string) (map[string][]name, error) {
	names := map[string][]name{}
	paths, err := filepath.Glob(filepath.Join(folder, "*", "LC_MESSAGES", "geonames.mo"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("no GeoNames labels in %s", folder)
	}
	for _, path := range paths {
		tag := strings.ReplaceAll(filepath.Base(filepath.Dir(filepath.Dir(path))), "_", "-")
		messages, err := readMessages(path)
		if err != nil {
			return nil, err
		}
		for code, text := range messages {
			names[code] = append(names[code], name{tag, text})
		}
	}
	return names, nil
}

// cities adds the cities, under their own name and every label.
func (g *gathering) cities(cities []city, labels map[string][]name) {
	g.source("GeoNames cities")
	for _, c := range cities {
		g.add(c.id(), entity.Place, c.weight(), append([]name{{"", c.name}}, labels[c.number]...))
	}
}

// readMessages reads a catalogue in the format of GNU gettext's .mo files.
func readMessages(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	u := func(at uint32) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	if len(data) < 20 || u(0) != 0x950412de {
		return nil, fmt.Errorf("%s: no message catalogue", path)
	}
	out := map[string]string{}
	text := func(table, i uint32) string {
		n, at := u(table+8*i), u(table+8*i+4)
		return string(data[at : at+n])
	}
	for i := range u(8) {
		if id := text(u(12), i); id != "" {
			out[id] = text(u(16), i)
		}
	}
	return out, nil
}
