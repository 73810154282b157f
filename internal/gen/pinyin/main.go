// Pinyin writes the table of Mandarin readings that internal/translit embeds,
// from the readings in github.com/mozillazg/go-pinyin (MIT).
//
//	go run ./pinyin ../translit/pinyin.bin
package main

import (
	"encoding/binary"
	"log"
	"os"
	"slices"

	"github.com/mozillazg/go-pinyin"

	"github.com/tidings-go/tidings/internal/flat"
)

const first, last = 0x4E00, 0x9FFF

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: pinyin FILE")
	}
	args := pinyin.NewArgs()
	syllables := []string{""}
	var readings []string
	for r := rune(first); r <= last; r++ {
		reading := ""
		if p := pinyin.SinglePinyin(r, args); len(p) > 0 {
			reading = p[0]
		}
		readings = append(readings, reading)
		syllables = append(syllables, reading)
	}
	slices.Sort(syllables)
	syllables = slices.Compact(syllables)
	var chars []byte
	for _, reading := range readings {
		at, _ := slices.BinarySearch(syllables, reading)
		chars = binary.LittleEndian.AppendUint16(chars, uint16(at))
	}
	b := flat.NewBuilder("pinyin", 1)
	b.Add("syllable", flat.AppendStrings(nil, syllables))
	b.Add("chars", chars)
	out, err := b.Bytes()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[1], out, 0o644); err != nil {
		log.Fatal(err)
	}
}
