package lang_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/tidings-go/tidings/lang"
)

func ExampleDetect() {
	for _, text := range []string{
		"Прем'єр-міністр подав у відставку після голосування в парламенті.",
		"Ο πρωθυπουργός παραιτήθηκε μετά την ψηφοφορία στη Βουλή.",
		"Forsætisráðherrann sagði af sér eftir atkvæðagreiðslu á þinginu.",
		"首相は国会での採決の後に辞任した。",
		"12:30",
	} {
		fmt.Printf("%q\n", lang.Detect(text).Tag)
	}
	// Output:
	// "uk"
	// "el"
	// "is"
	// "ja"
	// ""
}

func ExampleTag_Base() {
	fmt.Println(lang.Tag("sr-Latn").Base(), lang.Tag("uk").Base())
	// Output: sr uk
}

func ExampleDefault() {
	g := lang.Default().Detect("Parlamentul a votat legea cu o majoritate largă.")
	fmt.Println(g.Tag, g.Confidence > 0.5)
	// Output: ro true
}

func ExampleNew() {
	d, err := lang.New(lang.Options{Languages: []lang.Tag{"ru", "uk"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Detect("сегодня").Tag, d.Detect("сьогодні").Tag)

	_, err = lang.New(lang.Options{Languages: []lang.Tag{"tlh"}})
	fmt.Println(err, errors.Is(err, lang.ErrUnsupported))
	// Output:
	// ru uk
	// lang: unsupported language: "tlh" true
}

func ExampleDetector_Detect() {
	d, err := lang.New(lang.Options{Languages: []lang.Tag{"es", "pt"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Detect("O presidente falou ontem à noite.").Tag)
	// Output: pt
}

func ExampleDetector_Rank() {
	for g := range lang.Default().Rank("Regjeringen la fram statsbudsjettet på tirsdag.") {
		fmt.Println(g.Tag)
		break // the best is enough
	}
	// Output: nb
}

func ExampleDetector_Spans() {
	text := "Home News Weather Sport Business Contact us\n" +
		"Η κυβέρνηση ανακοίνωσε νέα μέτρα για την ενέργεια.\n"
	for s := range lang.Default().Spans(text) {
		fmt.Printf("%s %q\n", s.Guess.Tag, text[s.Start:s.End])
	}
	// Output:
	// en "Home News Weather Sport Business Contact us\n"
	// el "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την ενέργεια.\n"
}

func ExampleSupported() {
	tags := slices.Collect(lang.Supported())
	fmt.Println(len(tags) > 180, slices.Contains(tags, "zh-Hant"))
	// Output: true true
}
