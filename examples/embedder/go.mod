module github.com/tidings-go/tidings/examples/embedder

go 1.26.0

require github.com/tidings-go/tidings v0.0.0

require (
	github.com/blevesearch/segment v0.9.1 // indirect
	github.com/kljensen/snowball v0.10.0 // indirect
	github.com/stretchr/testify v1.12.1
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/tidings-go/tidings => ../..
