package entity_test

import (
	"fmt"
	"slices"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

// news is three articles about one event.
var news = map[lang.Tag]string{
	"el": "Ο Βλαντίμιρ Πούτιν τηλεφώνησε στον Ταγίπ Ερντογάν. Ο Ερντογάν είπε ότι ο διάδρομος θα μείνει ανοιχτός.",
	"en": "Vladimir Putin telephoned Recep Tayyip Erdoğan. Erdoğan said that the corridor would stay open.",
	"uk": "Володимир Путін зателефонував Реджепу Таїпу Ердогану. Ердоган сказав, що коридор залишиться відкритим.",
}

// A whole program: it says who is in the news of all languages.
func Example() {
	articles := map[entity.ID]int{}
	names := map[entity.ID]string{}
	for tag, text := range news {
		for _, e := range entity.Entities(text, tag) {
			if e.Kind != entity.Person {
				continue
			}
			articles[e.ID]++
			if tag == "en" {
				names[e.ID] = e.Name
			}
		}
	}
	var everywhere []string
	for id, n := range articles {
		if n == len(news) {
			everywhere = append(everywhere, names[id])
		}
	}
	slices.Sort(everywhere)
	fmt.Println(everywhere)
	// Output: [Recep Tayyip Erdoğan Vladimir Putin]
}
