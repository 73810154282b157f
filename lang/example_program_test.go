package lang_test

import (
	"fmt"

	"github.com/tidings-go/tidings/lang"
)

// headlines are what has come in today.
var headlines = []string{
	"Прем'єр-міністр подав у відставку",
	"Премьер-министр подал в отставку",
	"Ο πρωθυπουργός παραιτήθηκε",
	"Forsætisráðherrann sagði af sér í morgun",
	"12:30",
}

// A whole program: it sorts headlines by language.
func Example() {
	byLang := map[lang.Tag]int{}
	for _, h := range headlines {
		g := lang.Detect(h)
		if g.Tag == lang.Und {
			fmt.Printf("%q is in no language\n", h)
			continue
		}
		byLang[g.Tag]++
	}
	fmt.Println(byLang["uk"], byLang["ru"], byLang["el"], byLang["is"])
	// Output:
	// "12:30" is in no language
	// 1 1 1 1
}
