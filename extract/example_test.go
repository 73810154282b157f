package extract_test

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/tidings-go/tidings/extract"
)

const greekPage = `<!DOCTYPE html>
<html lang="el"><head><title>Νέα γέφυρα στον ποταμό | Τα Νέα της Πόλης</title>
<meta property="og:site_name" content="Τα Νέα της Πόλης"></head>
<body><nav><a href="/">Αρχική</a> <a href="/sport">Αθλητικά</a></nav>
<article><h1>Νέα γέφυρα στον ποταμό</h1>
<p class="byline">Της <a rel="author" href="/maria">Μαρίας Δημητρίου</a>, 3 Μαΐου 2024</p>
<p>Η νέα γέφυρα άνοιξε σήμερα το πρωί για τα αυτοκίνητα, δύο χρόνια μετά την έναρξη των έργων.</p>
<div class="related"><a href="/x">Διαβάστε επίσης: Κλειστοί δρόμοι το Σάββατο</a></div>
<p>Ο δήμαρχος είπε ότι το έργο κόστισε λιγότερο από όσο είχε προβλεφθεί, και ευχαρίστησε τους εργάτες.</p>
</article><footer>© Τα Νέα της Πόλης</footer></body></html>`

func ExampleExtract() {
	a, err := extract.Extract(strings.NewReader(greekPage), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Title)
	fmt.Println(a.Authors, a.Published.Format(time.DateOnly), a.Lang)
	for _, b := range a.Blocks {
		fmt.Println("-", b.Text)
	}
	// Output:
	// Νέα γέφυρα στον ποταμό
	// [Μαρίας Δημητρίου] 2024-05-03 el
	// - Η νέα γέφυρα άνοιξε σήμερα το πρωί για τα αυτοκίνητα, δύο χρόνια μετά την έναρξη των έργων.
	// - Ο δήμαρχος είπε ότι το έργο κόστισε λιγότερο από όσο είχε προβλεφθεί, και ευχαρίστησε τους εργάτες.
}

func ExampleFromString() {
	page := `<title>Снег в горах</title><h1>Снег в горах</h1>
<p>В горах ночью выпал первый снег, сообщили спасатели. Дорога к перевалу закрыта до утра, автобусы идут в объезд.</p>
<p>Синоптики ждут, что к выходным снова потеплеет, а в долине пройдут дожди.</p>`
	address, err := url.Parse("https://example.org/2023/10/17/sneg")
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := extract.FromString(page, &extract.Options{URL: address})
	fmt.Println(a.Title, a.Published.Format(time.DateOnly), len(a.Blocks), err)
	// Output: Снег в горах 2023-10-17 2 <nil>
}

// Only the menu is left of this page; what it says of itself is still there.
func ExampleErrNoArticle() {
	a, err := extract.FromString(`<title>Gazeta</title><ul><li><a href="/a">Sport</a><li><a href="/b">Kultura</a></ul>`, nil)
	fmt.Println(errors.Is(err, extract.ErrNoArticle), a.Title)
	// Output: true Gazeta
}

func ExampleArticle_Markdown() {
	a := extract.Article{Title: "Το νησί *", Blocks: []extract.Block{
		{Kind: extract.Paragraph, Text: "Δύο πράγματα άλλαξαν:"},
		{Kind: extract.ListItem, Text: "το λιμάνι"},
		{Kind: extract.ListItem, Text: "ο δρόμος"},
		{Kind: extract.Quote, Text: "«Επιτέλους», λένε όλοι."},
	}}
	fmt.Println(a.Markdown())
	// Output:
	// # Το νησί \*
	//
	// Δύο πράγματα άλλαξαν:
	//
	// - το λιμάνι
	// - ο δρόμος
	//
	// > «Επιτέλους», λένε όλοι.
}
