module github.com/tidings-go/tidings/internal/train

go 1.26.0

require github.com/tidings-go/tidings v0.0.0

require golang.org/x/text v0.43.0

replace github.com/tidings-go/tidings => ../..
