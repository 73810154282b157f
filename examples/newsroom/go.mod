module github.com/tidings-go/tidings/examples/newsroom

go 1.26.0

require (
	github.com/chromedp/cdproto v0.160.2
	github.com/chromedp/chromedp v0.23.1
	github.com/mmcdole/gofeed v1.4.2
	github.com/stretchr/testify v1.12.1
	github.com/tidings-go/tidings v0.0.0
	golang.org/x/text v0.43.0
)

require (
	github.com/blevesearch/segment v0.9.1 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/kljensen/snowball v0.10.0 // indirect
	github.com/mmcdole/goxpp/v2 v2.0.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/net v0.62.0 // indirect
)

replace github.com/tidings-go/tidings => ../..
