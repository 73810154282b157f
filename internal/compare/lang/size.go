package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// printSizes prints what each library adds to a program, by building one
// without and one with it. It is to be run in the folder of the module.
func printSizes() error {
	dir, err := os.MkdirTemp("", "sizes")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	empty := int64(0)
	for _, name := range []string{"empty", "tidings", "whatlanggo", "lingua"} {
		exe := filepath.Join(dir, name)
		if out, err := exec.Command("go", "build", "-o", exe, "./lang/programs/"+name).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", name, err, out)
		}
		info, err := os.Stat(exe)
		if err != nil {
			return err
		}
		if name == "empty" {
			empty = info.Size()
			continue
		}
		fmt.Printf("%s adds %.1f MB to a program\n", name, float64(info.Size()-empty)/1e6)
	}
	return nil
}
