package dump

import (
	"fmt"
	"os"
	"testing"
)

func TestShow(t *testing.T) {
	f := os.Getenv("SHOW")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	p := Parse(string(b), "")
	p.Judge()
	h := p.ReadHeader()
	p.DropHeader(h)
	fmt.Println(h.Title, "|", h.Date, "|", h.Authors)
	for _, u := range p.Units {
		s := p.Text[u.Start:u.End]
		if len(s) > 110 {
			s = s[:110]
		}
		fmt.Printf("%v %.2f L%d b%d %v %.0f cue%x %s\n", u.Keep, u.Prob, u.LineNo, u.Break, u.long, u.words, u.trait.cueStart, s)
	}
}
