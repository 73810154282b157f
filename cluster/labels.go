package cluster

import (
	"encoding/binary"
	"strings"

	"github.com/tidings-go/tidings/internal/evidence"
)

// maxLabels is how many of a document's keys can be named.
const maxLabels = 16

// labels is what the keys of a document are called, packed, because there are
// many: of each the key in four bytes, and the ID of the entity, if it is one,
// and the text, each behind its length in a byte.
type labels string

// maxLabel bounds the bytes of a label. Longer ones are left out.
const maxLabel = 120

// appendLabel appends what a key is called to the bytes of labels.
func appendLabel(b []byte, key evidence.Key, entity, text string) []byte {
	if len(entity) > maxLabel || len(text) > maxLabel {
		return b
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(key))
	b = append(append(b, byte(len(entity))), entity...)
	return append(append(b, byte(len(text))), text...)
}

// find returns what a key is called.
func (l labels) find(key evidence.Key) (entity, text string, ok bool) {
	for len(l) > 4 {
		k := evidence.Key(l[0]) | evidence.Key(l[1])<<8 | evidence.Key(l[2])<<16 | evidence.Key(l[3])<<24
		rest := string(l[4:])
		entity, rest = cutCounted(rest)
		text, rest = cutCounted(rest)
		if k == key {
			return strings.Clone(entity), strings.Clone(text), true
		}
		l = labels(rest)
	}
	return "", "", false
}

// cutCounted cuts off a string behind its length. Of a damaged one it takes
// what there is.
func cutCounted(s string) (head, rest string) {
	if s == "" {
		return "", ""
	}
	n := min(int(s[0]), len(s)-1)
	return s[1 : 1+n], s[1+n:]
}
