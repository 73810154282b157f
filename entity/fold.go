package entity

import (
	"github.com/tidings-go/tidings/internal/translit"
	"github.com/tidings-go/tidings/lang"
)

// Fold returns the key of a name, which is equal as often as can be for the
// same name in any script, language and order: "msk oln" for Elon Musk, Έλον
// Μασκ and Ілон Маск. It holds the consonants of the words that matter; what
// scripts confuse is made one. A name of one short word keeps its vowels. Case
// endings are not taken off: fold base forms. tag is the language of the text
// that holds the name, and may be [lang.Und].
//
// Fold(Fold(name, tag), lang.Und) is Fold(name, tag), and the form of
// normalisation of name does not matter. Keys may change with a release until
// version 1.0; a key does not depend on any gazetteer, so that two programs of
// one release agree.
func Fold(name string, tag lang.Tag) string { return translit.Fold(name, string(tag)) }
