package mojibake

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// latin1 and windows return s with its bytes read as characters.
func latin1(s string) string {
	var out []rune
	for i := range len(s) {
		out = append(out, rune(s[i]))
	}
	return string(out)
}

func windows(s string) string {
	table := []rune(high)
	var out []rune
	for i := range len(s) {
		if b := s[i]; 0x80 <= b && b <= 0x9f {
			out = append(out, table[b-0x80])
		} else {
			out = append(out, rune(b))
		}
	}
	return string(out)
}

var texts = []string{
	"La campaña de Núñez empezó en Mérida",
	"Η Αθήνα και ο Πειραιάς",
	"Володимир Зеленський у Києві",
	"“Così è”, disse l’arcivescovo",
	"日本の首相は東京で",
	"Þorgerður fór á Ísafjörð 😀",
}

func TestRepair(t *testing.T) {
	for _, s := range texts {
		for _, twice := range []string{latin1(s), windows(s)} {
			r, ok := Repair(twice)
			assert.True(t, ok, s)
			assert.Equal(t, s, r.Text)
		}
	}
}

func TestRepairFindsLostSpaces(t *testing.T) {
	r, ok := Repair("La cittÃ\u00a0Ã¨ giÃ alle prese, perchÃ© sarÃ.")
	assert.True(t, ok)
	assert.Equal(t, "La cittàè già alle prese, perché sarà.", r.Text)
}

// Where most is right, what was read as ISO-8859-1 tells itself by controls, and
// a "ß“" or "Ã." of the rest is left alone.
func TestRepairInPart(t *testing.T) {
	const good = "„Spaß“ á décidé à l’été, «JESÚS» NÃO, IRMÃ. "
	for _, s := range texts[1:] {
		r, ok := Repair(good + good + latin1(s))
		assert.True(t, ok, s)
		assert.Equal(t, good+good+s, r.Text)
		_, ok = Repair(good + good + good + windows("“è” é"))
		assert.False(t, ok, s)
	}
}

func TestRepairLeavesGoodTextAlone(t *testing.T) {
	const controls = "\u0084Spaß\u0093 und \u0084Maß\u0093 und \u0084Fuß\u0093 und \u0084Gruß\u0093 – schön für müde Männer"
	for _, s := range append(texts, "", "plain", "Ã±", "São Paulo é Ã", "naïve café", "\xff\xfe", "Ã", controls) {
		_, ok := Repair(s)
		assert.False(t, ok, s)
	}
}

func TestSource(t *testing.T) {
	s := "El señor Núñez habló"
	twice := latin1(s)
	r, ok := Repair(twice)
	assert.True(t, ok)
	for i := range s {
		assert.Equal(t, len(latin1(s[:i])), r.Source(i), s[:i])
	}
	assert.Equal(t, len(twice), r.Source(len(s)))
}

func FuzzRepair(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
		f.Add(latin1(s))
		f.Add(windows(s))
	}
	f.Add("\xc3\x83")
	f.Fuzz(func(t *testing.T, s string) {
		r, ok := Repair(s)
		if !ok {
			return
		}
		last := 0
		for i := 0; i <= len(r.Text); i++ {
			at := r.Source(i)
			if at < last || at > len(s) {
				t.Fatalf("byte %d of %q comes from %d of %q", i, r.Text, at, s)
			}
			if last = at; i < len(r.Text) && utf8.RuneStart(r.Text[i]) && utf8.ValidString(s) && !utf8.RuneStart(s[at]) {
				t.Fatalf("byte %d of %q comes from inside a rune", i, r.Text)
			}
		}
		if last != len(s) {
			t.Fatal("the end is not the end")
		}
	})
}
