package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// A progress line on a terminal, for work that takes more than a second. Its
// methods are safe for concurrent use.
type progress struct {
	w     io.Writer // nil when nobody watches
	mu    sync.Mutex
	n, of int
	start time.Time
	shown time.Time
}

func newProgress(w io.Writer, of int) *progress {
	p := &progress{of: of, start: time.Now()}
	if f, ok := w.(*os.File); ok && isTerminal(f) {
		p.w = w
	}
	return p
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n++
	now := time.Now()
	if p.w == nil || now.Sub(p.start) < time.Second || now.Sub(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = now
	fmt.Fprintf(p.w, "\r%d of %d pages, %.0f a second ", p.n, p.of, float64(p.n)/now.Sub(p.start).Seconds())
}

// done wipes the line.
func (p *progress) done() {
	if p.w != nil && !p.shown.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
