module github.com/tidings-go/tidings

go 1.26.0

require (
	github.com/blevesearch/segment v0.9.1
	github.com/kljensen/snowball v0.10.0
	github.com/stretchr/testify v1.12.1
	golang.org/x/net v0.62.0
	golang.org/x/text v0.43.0
)

require go.yaml.in/yaml/v3 v3.0.5 // indirect
