package tidings_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/tidings-go/tidings"

// rooms says what each package may import of this module and of others, the
// standard library aside. A package that is not here may import nothing of
// either but internal/flat and internal/wire, which need nothing themselves.
var rooms = map[string][]string{
	"lang":    {"internal/lid"},
	"extract": {"lang", "internal/page", "internal/dump", "internal/dates", "golang.org/x/net/html", "golang.org/x/text/unicode/norm"},
	"entity": {
		"lang", "internal/words", "internal/ner", "internal/lemma", "internal/translit", "internal/names", "internal/gazetteer",
		"internal/mojibake",
	},
	"cluster": {"lang", "entity", "internal/evidence", "internal/concepts", "internal/join"},

	"internal/page":      {"internal/trees", "internal/mojibake", "golang.org/x/net/html", "golang.org/x/text"},
	"internal/dump":      {"internal/trees", "internal/dates"},
	"internal/dates":     {"golang.org/x/text/unicode/norm"},
	"internal/words":     {"github.com/blevesearch/segment"},
	"internal/stem":      {"internal/stem/snowball", "github.com/kljensen/snowball"},
	"internal/translit":  {"golang.org/x/text/unicode/norm"},
	"internal/gazetteer": {"internal/translit"},
	"internal/names":     {"internal/translit", "internal/trees"},
	"internal/ner":       {"internal/words"},
	"internal/concepts":  {"internal/translit"},
	"internal/evidence":  {"lang", "entity", "internal/words", "internal/stem", "internal/translit", "internal/concepts", "internal/dates"},
	"internal/join":      {"internal/evidence", "internal/trees"},
	"internal/scale":     {"cluster", "entity", "extract", "lang"},
}

// shared are the packages that any other may import.
var shared = []string{"internal/flat", "internal/wire"}

type goPackage struct {
	ImportPath string
	Standard   bool
	Imports    []string
}

// packages lists the packages that patterns name.
func packages(t *testing.T, patterns ...string) []goPackage {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list", "-json=ImportPath,Standard,Imports", "-e"}, patterns...)...).Output()
	require.NoError(t, err)
	var list []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return list
		}
		require.NoError(t, err)
		list = append(list, p)
	}
}

// allowed reports whether one of the entries covers path.
func allowed(entries []string, path string) bool {
	path = strings.TrimPrefix(path, module+"/")
	return slices.ContainsFunc(entries, func(e string) bool { return path == e || strings.HasPrefix(path, e+"/") })
}

func TestPackagesImportOnlyWhatTheyMay(t *testing.T) {
	for _, p := range packages(t, "./...") {
		room := strings.TrimPrefix(p.ImportPath, module+"/")
		if room == module || strings.HasPrefix(room, "examples/") || strings.HasPrefix(room, "internal/stem/snowball") {
			continue
		}
		for _, path := range p.Imports {
			if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
				continue // standard library
			}
			assert.True(t, allowed(shared, path) || allowed(rooms[room], path), "%s must not import %s", room, path)
		}
	}
}

func TestExamplesUseOnlyThePublicAPI(t *testing.T) {
	for _, p := range packages(t, "./examples/...") {
		for _, path := range p.Imports {
			assert.NotContains(t, path, module+"/internal/", p.ImportPath)
		}
	}
}

func TestHTMLStaysInExtract(t *testing.T) {
	for _, room := range []string{"lang", "entity", "cluster"} {
		for _, p := range packages(t, "-deps", "./"+room) {
			assert.False(t, strings.HasPrefix(p.ImportPath, "golang.org/x/net/"), "%s reaches %s", room, p.ImportPath)
			assert.NotEqual(t, module+"/extract", p.ImportPath, room)
		}
	}
}

func TestRootHasNoCode(t *testing.T) {
	list := packages(t, ".")
	require.Len(t, list, 1)
	assert.Empty(t, list[0].Imports)
}
