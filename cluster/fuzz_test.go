package cluster

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/lang"
)

func FuzzUnmarshalBinary(f *testing.F) {
	c := open(f, Options{})
	add(f, c, madeUp(4)...)
	data, err := c.MarshalBinary()
	require.NoError(f, err)
	f.Add(data)
	empty, err := open(f, Options{}).MarshalBinary()
	require.NoError(f, err)
	f.Add(empty)
	next := madeUp(8)[4:]
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) >= snapshotHead { // get past the checksum
			data = slices.Clone(data)
			binary.LittleEndian.PutUint32(data[snapshotHead-4:], crc32.Checksum(data[snapshotHead:], crc32.MakeTable(crc32.Castagnoli)))
		}
		c := open(t, Options{})
		if err := c.UnmarshalBinary(data); err != nil {
			require.ErrorIs(t, err, ErrSnapshot)
			for range c.Stories() {
				t.Fatal("a failed restore left something behind")
			}
			return
		}
		again, err := c.MarshalBinary()
		require.NoError(t, err)
		d := open(t, Options{})
		require.NoError(t, d.UnmarshalBinary(again))
		for _, doc := range next {
			_, _ = c.Add(bg, doc)
		}
		for s := range c.Stories() {
			for _, id := range s.Docs {
				c.Explain(id)
			}
		}
	})
}

func FuzzAdd(f *testing.F) {
	f.Add("Έλον και Πούτιν", "Ο Έλον κάλεσε τον Πούτιν στις 14 Φεβρουαρίου 2021.", "el", int64(0), "Elon and Putin", "Elon asked Putin on 14 February 2021.", "en")
	f.Add("", "東京で地震、M6.1", "ja", int64(1), "", "\xff\xfe", "")
	f.Fuzz(func(t *testing.T, title1, text1, tag1 string, when int64, title2, text2, tag2 string) {
		c := open(t, Options{lexicon: Defaults().lexicon})
		add(t, c, Doc{ID: "1", Title: title1, Text: text1, Lang: lang.Tag(tag1), Published: time.Unix(when, 0)},
			Doc{ID: "2", Title: title2, Text: text2, Lang: lang.Tag(tag2)})
		n := 0
		for s := range c.Stories() {
			n += len(s.Docs)
			require.Contains(t, s.Docs, s.Medoid)
		}
		require.Equal(t, 2, n)
		data, err := c.MarshalBinary()
		require.NoError(t, err)
		d := open(t, Options{})
		require.NoError(t, d.UnmarshalBinary(data))
		again, err := d.MarshalBinary()
		require.NoError(t, err)
		require.Equal(t, data, again)
		require.True(t, c.Remove("1"))
		require.True(t, c.Remove("2"))
		require.Zero(t, c.space.Len())
	})
}
