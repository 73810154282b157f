module github.com/tidings-go/tidings/internal/train

go 1.26.0

require (
	github.com/tidings-go/tidings v0.0.0
	golang.org/x/net v0.62.0
)

require (
	github.com/stretchr/testify v1.12.1
	github.com/tidings-go/tidings/internal/corpus v0.0.0-00010101000000-000000000000
	golang.org/x/text v0.43.0
)

require (
	github.com/blevesearch/segment v0.9.1 // indirect
	github.com/kljensen/snowball v0.10.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
)

replace (
	github.com/tidings-go/tidings => ../..
	github.com/tidings-go/tidings/internal/corpus => ../corpus
)
