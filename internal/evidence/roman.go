package evidence

import "github.com/tidings-go/tidings/internal/translit"

func roman(s, tag string) string { return translit.Latin(s, tag) }
