package lemma

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// known are names that the tests take for known.
const known = " Володимир Олена Олександр Владимир Ольга Andrzej Donald Petr Marko Κώστας Ελένη Halla Guðmundur Київ Москва Warszawa Angela Κρεμλίνο Mario "

func base(tag, before, name string, person bool) string {
	n := Name{Words: strings.Fields(name), Person: person, Before: before, Known: func(w string) float64 {
		if strings.Contains(known, " "+w+" ") {
			return 3
		}
		return 0
	}}
	return strings.Join(Base(n, tag), " ")
}

func TestBaseOfPeople(t *testing.T) {
	for _, c := range []struct{ tag, before, name, want string }{
		{"uk", "", "Володимиру Путіну", "Володимир Путін"},
		{"uk", "", "Олександра Сирського", "Олександр Сирський"},
		{"uk", "", "Олену Коваленко", "Олена Коваленко"},
		{"uk", "з", "Володимиром Зеленським", "Володимир Зеленський"},
		{"uk", "", "Ілон Маск", "Ілон Маск"},
		{"ru", "", "Владимиром Путиным", "Владимир Путин"},
		{"ru", "", "Ольги Ивановой", "Ольга Иванова"},
		{"pl", "", "Andrzeja Dudy", "Andrzej Duda"},
		{"pl", "", "Donaldem Tuskiem", "Donald Tusk"},
		{"cs", "", "Petrem Pavlem", "Petr Pavel"},
		{"sl", "", "Marka Novaka", "Marko Novak"},
		{"el", "τον", "Κώστα Σημίτη", "Κώστας Σημίτης"},
		{"el", "η", "Ελένη Καραδήμα", "Ελένη Καραδήμα"},
		{"is", "", "Höllu Tómasdóttur", "Halla Tómasdóttir"},
		{"is", "frá", "Guðmundi Jónssyni", "Guðmundur Jónsson"},
		{"is", "", "Marios Ballarin", "Mario Ballarin"}, // a foreign surname stays as it is
		{"uk", "", "Томашем Вільком", "Томаш Вільк"},
		{"de", "", "Angela Merkels", "Angela Merkels"}, // without evidence an s stays
		{"it", "", "Giorgia Meloni", "Giorgia Meloni"},
		{"", "", "Angela Merkel", "Angela Merkel"},
	} {
		assert.Equal(t, c.want, base(c.tag, c.before, c.name, true), c.tag)
	}
}

func TestBaseOfThings(t *testing.T) {
	for _, c := range []struct{ tag, before, name, want string }{
		{"uk", "", "Верховної Ради", "Верховна Рада"},
		{"uk", "до", "Києва", "Київ"},
		{"uk", "", "Міністерства внутрішніх справ", "Міністерство внутрішніх справ"},
		{"ru", "в", "Москве", "Москва"},
		{"pl", "w", "Warszawie", "Warszawa"},
		{"el", "του", "Κρεμλίνου", "Κρεμλίνο"},
		{"el", "της", "Ευρωπαϊκής Κεντρικής Τράπεζας", "Ευρωπαϊκή Κεντρική Τράπεζα"},
		{"ro", "", "Kremlinului", "Kremlin"},
		{"ro", "", "României", "România"},
		{"is", "til", "Rússlands", "Rússland"},
		{"bg", "", "Европейската комисия", "Европейска комисия"},
		{"en", "", "European Commission", "European Commission"},
		{"tr", "", "Türkiye'de", "Türkiye"},
		{"pl", "", "Unii Europejskiej", "Unia Europejska"},
		{"ru", "", "США", "США"},
	} {
		assert.Equal(t, c.want, base(c.tag, c.before, c.name, false), c.tag)
	}
}

func TestBaseKeepsTheNumberOfWords(t *testing.T) {
	for _, tag := range strings.Fields("uk ru pl cs sl sr bg mk el is ro de lt lv fi hu xx") {
		for _, name := range []string{"", "а", "А Б В Г Д", "Ππππ", "í", "aa bb", "\u0301", "S-s"} {
			for _, person := range []bool{true, false} {
				n := Name{Words: strings.Fields(name), Person: person, Known: func(string) float64 { return 0 }}
				assert.Len(t, Base(n, tag), len(n.Words), tag+" "+name)
			}
		}
	}
}

func TestChanges(t *testing.T) {
	assert.Contains(t, Changes("Kremlinului", "ro"), "Kremlin")
	assert.Contains(t, Changes("ПУТІНА", "uk"), "ПУТІН")
	assert.Equal(t, []string{"Roma"}, Changes("Roma", "it"))
}
