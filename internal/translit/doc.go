// Package translit writes names of any script in Latin letters, as they sound,
// and derives from that the keys under which names are found: [Fold], the
// script-independent key of a name, and [Skeleton], its consonant classes.
//
// The letters of a script are first turned into sounds, an alphabet of one
// byte for each sound that names distinguish (see [AppendSounds]); what
// language the text is in matters, because Ukrainian г is h and Russian г is
// g. [Latin] spells the sounds in plain letters.
//
// The tables follow the transforms of Unicode CLDR (common/transforms) where
// there is one, and the national standards named beside each table. They are
// simplified on purpose: the aim is not a reversible transliteration but that
// the same name comes out alike from different scripts.
package translit
