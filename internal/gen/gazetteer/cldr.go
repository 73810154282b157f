package main

import (
	"bufio"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/tidings-go/tidings/entity"
)

var (
	territory   = regexp.MustCompile(`<territory type="(\w+)"[^>]*>([^<]+)<`)
	population  = regexp.MustCompile(`<territory type="(\w+)" [^>]*population="(\d+)"`)
	subdivision = regexp.MustCompile(`<subdivision type="(\w+)"[^>]*>([^<]+)<`)
	zone        = regexp.MustCompile(`<zone type="([^"]+)"`)
	exemplar    = regexp.MustCompile(`<exemplarCity[^>]*>([^<]+)<`)
)

// countries adds countries, continents and the other territories of CLDR.
func (g *gathering) countries(cldr string, labels map[string][]name) error {
	inhabitants, err := populations(cldr)
	if err != nil {
		return err
	}
	names, err := scan(filepath.Join(cldr, "main"), func(code *string, line string) (string, string) {
		if m := territory.FindStringSubmatch(line); m != nil {
			return m[1], m[2]
		}
		return "", ""
	})
	if err != nil {
		return err
	}
	g.source("CLDR territories, GeoNames countries")
	for _, code := range sortedKeys(names) {
		switch code {
		case "EU":
			g.european["European Union"] = names[code]
		case "UN":
			g.european["United Nations"] = names[code]
		case "EZ":
			g.european["Eurozone"] = names[code]
		case "ZZ", "XA", "XB", "QO":
		default:
			register := "iso3166:"
			if code[0] <= '9' {
				register = "m49:"
			}
			g.add(register+code, entity.Place, max(leastCountry, countryWeight*inhabitants[code]), append(names[code], labels[code]...))
		}
	}
	return nil
}

func populations(cldr string) (map[string]float64, error) {
	data, err := os.ReadFile(filepath.Join(cldr, "supplemental", "supplementalData.xml"))
	if err != nil {
		return nil, err
	}
	out := map[string]float64{}
	for _, m := range population.FindAllStringSubmatch(string(data), -1) {
		out[m[1]], _ = strconv.ParseFloat(m[2], 64)
	}
	return out, nil
}

// subdivisions adds the parts of countries. One that bears the English name of
// a city in it is that city: their names are mixed up everywhere. Not so in
// the United States and Canada.
func (g *gathering) subdivisions(cldr string, cities []city, labels map[string][]name) error {
	names, err := scan(filepath.Join(cldr, "subdivisions"), func(_ *string, line string) (string, string) {
		if m := subdivision.FindStringSubmatch(line); m != nil {
			return m[1], m[2]
		}
		return "", ""
	})
	if err != nil {
		return err
	}
	inhabitants, byName := map[string]float64{}, map[string]city{}
	for _, c := range cities {
		inhabitants[c.country+" "+entity.Fold(c.region, "en")] += c.population
		if at := c.country + " " + entity.Fold(c.name, "en"); c.population > byName[at].population {
			byName[at] = c
		}
	}
	regions := map[string][]name{}
	for _, code := range sortedKeys(labels) {
		if len(code) > 2 && code[2] == '.' {
			regions[code[:2]+" "+entity.Fold(english(labels[code]), "en")] = labels[code]
		}
	}
	g.source("CLDR subdivisions, GeoNames regions")
	for _, code := range sortedKeys(names) {
		country, part := strings.ToUpper(code[:2]), strings.ToUpper(code[2:])
		id := "iso3166:" + country + "-" + part
		at := country + " " + entity.Fold(english(names[code]), "en")
		if c, ok := byName[at]; ok && country != "US" && country != "CA" {
			g.add(c.id(), entity.Place, c.weight(), names[code])
			continue
		}
		all := append(names[code], regions[at]...)
		g.add(id, entity.Place, max(leastRegion, regionWeight*inhabitants[at]), all)
	}
	return nil
}

func english(names []name) string {
	for _, n := range names {
		if n.lang == "en" {
			return n.text
		}
	}
	return ""
}

// zones adds the names of the cities that stand for time zones.
func (g *gathering) zones(cldr string, cities []city) error {
	names, err := scan(filepath.Join(cldr, "main"), func(code *string, line string) (string, string) {
		if m := zone.FindStringSubmatch(line); m != nil {
			*code = m[1]
		}
		if m := exemplar.FindStringSubmatch(line); m != nil {
			return *code, m[1]
		}
		return "", ""
	})
	if err != nil {
		return err
	}
	g.source("CLDR exemplar cities")
	for _, code := range sortedKeys(names) {
		short := strings.ReplaceAll(code[strings.LastIndexByte(code, '/')+1:], "_", " ")
		keys := []string{entity.Fold(short, "en"), entity.Fold(english(names[code]), "en")}
		for _, c := range cities { // the most populous first
			if key := entity.Fold(c.name, "en"); key != "" && c.zone == code && (key == keys[0] || key == keys[1]) {
				g.add(c.id(), entity.Place, c.weight(), names[code])
				break
			}
		}
	}
	return nil
}

// scan reads the files of a CLDR folder line by line and collects the names
// that pick finds, by code. code keeps what pick saw last.
func scan(folder string, pick func(code *string, line string) (string, string)) (map[string][]name, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.xml"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("no CLDR files in %s", folder)
	}
	out := map[string][]name{}
	for _, path := range paths {
		tag := strings.ReplaceAll(strings.TrimSuffix(filepath.Base(path), ".xml"), "_", "-")
		if tag == "root" || strings.HasPrefix(tag, "en-") {
			continue
		}
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		var code string
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if at, text := pick(&code, lines.Text()); at != "" && text != "↑↑↑" {
				out[at] = append(out[at], name{tag, html.UnescapeString(text)})
			}
		}
		f.Close()
		if err := lines.Err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
