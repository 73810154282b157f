// Command empty is what the sizes of the others are measured from.
package main

import "os"

func main() { os.Stdout.WriteString(os.Args[0] + "\n") }
