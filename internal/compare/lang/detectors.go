package main

import (
	"log"
	"slices"
	"strings"

	"github.com/abadojack/whatlanggo"
	"github.com/pemistahl/lingua-go"

	"github.com/tidings-go/tidings/lang"
)

// eld holds the codes of the 60 languages of ELD 3, which is not written in Go.
const eld = "am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nb " +
	"nl or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh"

// detectors returns ours and the rivals; if restricted, ours once more for
// each rival, with the rival's languages alone.
func detectors(restricted bool) []detector {
	list := []detector{ours("tidings", nil), whatlang(), linguaDetector("lingua-low", true), linguaDetector("lingua-high", false)}
	if restricted {
		list = append(list, ours("tidings-as-whatlanggo", list[1].codes), ours("tidings-as-lingua", list[3].codes),
			ours("tidings-as-eld", strings.Fields(eld)))
	}
	return list
}

// ours is package lang, restricted to those of codes that it knows.
func ours(name string, codes []string) detector {
	d := detector{name: name}
	var allowed []lang.Tag
	for t := range lang.Supported() {
		code := canonical(string(t))
		switch t {
		case serbianLatin:
			code = serbianLatin
		case "sr":
			t = "sr-Cyrl"
		}
		if codes == nil || slices.Contains(codes, code) {
			d.codes = append(d.codes, code)
			allowed = append(allowed, t)
		}
	}
	d.load = func() func(string) string {
		det := lang.Default()
		if codes != nil {
			var err error
			if det, err = lang.New(lang.Options{Languages: allowed}); err != nil {
				log.Fatal(err)
			}
		}
		return func(text string) string { return canonical(string(det.Detect(text).Tag)) }
	}
	return d
}

func whatlang() detector {
	d := detector{name: "whatlanggo"}
	for l := range whatlanggo.Langs {
		d.codes = append(d.codes, canonical(l.Iso6391()))
	}
	d.load = func() func(string) string {
		return func(text string) string { return canonical(whatlanggo.DetectLang(text).Iso6391()) }
	}
	return d
}

func linguaDetector(name string, low bool) detector {
	d := detector{name: name}
	for _, l := range lingua.AllLanguages() {
		d.codes = append(d.codes, canonical(l.IsoCode639_1().String()))
	}
	d.load = func() func(string) string {
		b := lingua.NewLanguageDetectorBuilder().FromAllLanguages()
		if low {
			b = b.WithLowAccuracyMode()
		}
		det := b.WithPreloadedLanguageModels().Build()
		return func(text string) string {
			l, ok := det.DetectLanguageOf(text)
			if !ok {
				return ""
			}
			return canonical(l.IsoCode639_1().String())
		}
	}
	return d
}

// canonical gives the code of a tag without script, in one form for all.
func canonical(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if base == "no" {
		return "nb"
	}
	return base
}
