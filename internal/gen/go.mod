module github.com/tidings-go/tidings/internal/gen

go 1.26.0

require github.com/tidings-go/tidings v0.0.0

require github.com/mozillazg/go-pinyin v0.21.0

replace github.com/tidings-go/tidings => ../..
