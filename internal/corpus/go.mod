module github.com/tidings-go/tidings/internal/corpus

go 1.26.0
