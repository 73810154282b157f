// Package dates finds dates that are written in a text, in words or in
// numbers: "15. febrúar 2021 15:51", "14 лютого 2021 р.", "2021年2月15日",
// "February 13, 2021", "2021-02".
//
// Names of months and weekdays come from the Unicode CLDR, for about 110
// languages. Only dates that state their year are found. Years of the Buddhist
// era (Thai) and of the Solar Hijri calendar (Persian) become Gregorian ones.
//
// Every date with a year has a group of four digits, so the text is scanned
// for those and only a bounded window around each is parsed: time is linear
// and nothing is kept.
package dates

//go:generate go run -C ../gen ./dates -cldr /usr/share/unicode/cldr/common/main -out ../dates/names.txt
