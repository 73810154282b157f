module github.com/tidings-go/tidings/internal/gen

go 1.26.0

require github.com/tidings-go/tidings v0.0.0

require (
	github.com/mozillazg/go-pinyin v0.21.0
	github.com/tidings-go/tidings/internal/corpus v0.0.0
)

require golang.org/x/text v0.43.0 // indirect

require (
	github.com/blevesearch/segment v0.9.1 // indirect
	github.com/kljensen/snowball v0.10.0 // indirect
)

replace github.com/tidings-go/tidings => ../..

replace github.com/tidings-go/tidings/internal/corpus => ../corpus
