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
// either but internal/flat.
var rooms = map[string][]string{
	"lang":    {"internal/flat", "internal/lid", "golang.org/x/text/unicode/norm"},
	"extract": {"lang", "internal/flat", "internal/dates", "internal/dump", "internal/page", "golang.org/x/net/html", "golang.org/x/text"},
	"entity": {
		"lang", "internal/flat", "internal/words", "internal/stem", "internal/translit", "internal/names", "internal/ner", "internal/lemma", "internal/gazetteer",
		"golang.org/x/text/unicode/norm",
	},
	"cluster": {
		"lang", "entity", "internal/flat", "internal/words", "internal/stem", "internal/translit", "internal/concepts", "internal/join",
		"golang.org/x/text/unicode/norm",
	},
	"internal/page":      {"internal/flat", "internal/trees", "golang.org/x/net/html", "golang.org/x/text"},
	"internal/dump":      {"internal/flat", "internal/trees", "internal/dates"},
	"internal/trees":     {"internal/flat"},
	"internal/lid":       {"internal/flat", "golang.org/x/text/unicode/norm"},
	"internal/dates":     {"internal/flat", "golang.org/x/text/unicode/norm"},
	"internal/words":     {"github.com/blevesearch/segment"},
	"internal/stem":      {"internal/stem/snowball", "github.com/kljensen/snowball"},
	"internal/translit":  {"internal/flat", "golang.org/x/text/unicode/norm"},
	"internal/gazetteer": {"internal/flat", "internal/translit"},
	"internal/names":     {"internal/flat", "internal/translit", "golang.org/x/text/unicode/norm"},
	"internal/ner":       {"internal/flat", "internal/words", "internal/translit", "golang.org/x/text/unicode/norm"},
	"internal/concepts":  {"internal/flat", "internal/words", "internal/stem", "internal/translit"},
	"internal/join":      {"internal/flat"},
}

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
			assert.True(t, path == module+"/internal/flat" || allowed(rooms[room], path), "%s must not import %s", room, path)
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
