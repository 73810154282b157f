// Command detect uses the language model and nothing else.
package main

import (
	"fmt"

	"github.com/tidings-go/tidings/lang"
)

func main() {
	fmt.Println(lang.Detect("Η κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα").Tag)
}
