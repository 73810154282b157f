package main

import (
	"archive/zip"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"path/filepath"
)

// readTables reads the tables of one language, by length of n-gram.
func readTables(dir string) (tables [order + 1]map[string]float64, err error) {
	for n, name := range []string{"", "unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"} {
		if n == 0 {
			continue
		}
		tables[n] = map[string]float64{}
		if err = readTable(filepath.Join(dir, name+".pb.bin.zip"), tables[n]); err != nil {
			return tables, err
		}
	}
	return tables, nil
}

// readTable reads a zipped protocol buffer: in field 4, for each probability a
// message with the probability in field 1 and its n-grams in fields 2.
func readTable(file string, table map[string]float64) error {
	z, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	defer z.Close()
	f, err := z.File[0].Open()
	if err != nil {
		return err
	}
	data, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	return fields(data, func(number uint64, _ uint64, message []byte) error {
		if number != 4 {
			return nil
		}
		p := 0.0
		return fields(message, func(number uint64, value uint64, gram []byte) error {
			switch number {
			case 1:
				p = math.Float64frombits(value)
			case 2:
				table[string(gram)] = p
			}
			return nil
		})
	})
}

// fields calls yield for each field of a protocol buffer, with its number or
// its bytes.
func fields(b []byte, yield func(number, value uint64, data []byte) error) error {
	for len(b) > 0 {
		tag, n := binary.Uvarint(b)
		b = b[max(n, 0):]
		var value uint64
		var data []byte
		switch tag & 7 {
		case 0:
			value, n = binary.Uvarint(b)
		case 1:
			if n = 8; len(b) >= 8 {
				value = binary.LittleEndian.Uint64(b)
			}
		case 2:
			size, head := binary.Uvarint(b)
			n = head + int(size)
			if head <= 0 || n > len(b) {
				return fmt.Errorf("field of %d bytes in %d", size, len(b))
			}
			data = b[head:n]
		default:
			n = 0
		}
		if n <= 0 || n > len(b) {
			return fmt.Errorf("bad field %d", tag)
		}
		b = b[n:]
		if err := yield(tag>>3, value, data); err != nil {
			return err
		}
	}
	return nil
}
