package tidings_test

import (
	"archive/zip"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// build compiles a program of testdata/programs and returns the executable.
func build(t testing.TB, name string) string {
	t.Helper()
	exe := filepath.Join(t.TempDir(), name)
	out, err := exec.Command("go", "build", "-o", exe, "./testdata/programs/"+name).CombinedOutput()
	require.NoError(t, err, string(out))
	return exe
}

func size(t *testing.T, exe string) int64 {
	t.Helper()
	info, err := os.Stat(exe)
	require.NoError(t, err)
	return info.Size()
}

const (
	kilobyte = 1 << 10
	megabyte = 1 << 20
)

// The linker must drop every model that a program does not ask for.
func TestSizeOfPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("links six programs")
	}
	for _, c := range []struct {
		name, over string
		most       int64 // bytes above the program called over
	}{
		{"tag", "empty", 16 * kilobyte},
		{"types", "libraries", 64 * kilobyte},
		{"detect", "empty", 12 * megabyte},
		{"all", "empty", 40 * megabyte},
	} {
		more := size(t, build(t, c.name)) - size(t, build(t, c.over))
		t.Logf("%s: %d kB above %s", c.name, more/kilobyte, c.over)
		assert.LessOrEqual(t, more, c.most, c.name)
	}
	assert.LessOrEqual(t, size(t, build(t, "detect")), int64(12*megabyte))
	assert.LessOrEqual(t, size(t, build(t, "all")), int64(40*megabyte))
}

// Nothing of ours may run before main: a program pays only for what it calls.
func TestNothingRunsBeforeMain(t *testing.T) {
	if testing.Short() {
		t.Skip("links a program")
	}
	cmd := exec.Command(build(t, "all"))
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	cmd.Stdin = strings.NewReader("")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	require.Contains(t, string(out), "init runtime", "no trace to read")
	assert.NotContains(t, string(out), "init "+module)
}

func BenchmarkStart(b *testing.B) {
	for _, name := range []string{"empty", "types", "detect", "all"} {
		b.Run(name, func(b *testing.B) {
			exe := build(b, name)
			for b.Loop() {
				if err := exec.Command(exe).Run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Whoever requires the module gets these modules and no more, tests included.
func TestNumberOfModules(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "all").Output()
	require.NoError(t, err)
	assert.LessOrEqual(t, strings.Count(string(out), "\n"), 16, string(out))
}

// What users download is the module without those nested in it, as a zip.
func TestSizeOfModule(t *testing.T) {
	if testing.Short() {
		t.Skip("packs the module")
	}
	var packed counter
	z := zip.NewWriter(&packed)
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != "." && (e.Name() == ".git" || exists(filepath.Join(name, "go.mod"))):
			return fs.SkipDir
		case !e.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		w, err := z.Create(filepath.ToSlash(name))
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	})
	require.NoError(t, err)
	require.NoError(t, z.Close())
	t.Logf("%d kB", packed/kilobyte)
	assert.LessOrEqual(t, int64(packed), int64(30*megabyte))
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
