// Command lingua detects one language.
package main

import (
	"os"

	"github.com/pemistahl/lingua-go"
)

func main() {
	l, _ := lingua.NewLanguageDetectorBuilder().FromAllLanguages().Build().DetectLanguageOf(os.Args[0])
	os.Stdout.WriteString(l.String() + "\n")
}
