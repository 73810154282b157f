package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/words"
)

// maxSentence bounds the tokens that are tagged at a time, and with it memory.
const maxSentence = 400

// sentenceEnd returns the end of the sentence of toks that starts at token
// from.
func sentenceEnd(text string, toks []words.Token, from int) int {
	for i := from; i+1 < len(toks); i++ {
		if i+1-from >= maxSentence {
			return i + 1
		}
		gap := text[toks[i].End:toks[i+1].Start]
		if strings.IndexByte(gap, '\n') >= 0 {
			return i + 1
		}
		if closes(text, toks, from, i, gap) {
			return i + 1
		}
	}
	return len(toks)
}

// closes reports whether token i ends the sentence that starts at token from.
func closes(text string, toks []words.Token, from, i int, gap string) bool {
	if toks[i].Kind != words.Other {
		return false
	}
	end := i
	for end > from && isClosing(text[toks[end].Start:toks[end].End]) && toks[end].Start == toks[end-1].End {
		end-- // the stop is before the quotation mark
	}
	switch text[toks[end].Start:toks[end].End] {
	case "。", "！", "？", "।", "؟":
		return true
	case "!", "?", "…":
		return gap != "" && startsSentence(text[toks[i+1].Start:])
	case ".":
		return gap != "" && startsSentence(text[toks[i+1].Start:]) && (end == from || !abbreviates(text, toks[end-1]))
	}
	return false
}

func isClosing(s string) bool {
	switch s {
	case "\"", "”", "“", "»", "’", "'", ")", "]":
		return true
	}
	return false
}

// startsSentence reports whether a sentence may start as s does.
func startsSentence(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(r), unicode.IsDigit(r), unicode.IsLetter(r) && !unicode.IsLower(r):
		return true
	case strings.ContainsRune("\"“„«‘'([—–-¿¡", r):
		r, _ = utf8.DecodeRuneInString(strings.TrimLeft(s[n:], " "))
		return !unicode.IsLower(r)
	}
	return false
}

// abbreviates reports whether a stop after w is part of it: after an initial,
// letters with stops, or one of the titles and short words before names.
func abbreviates(text string, w words.Token) bool {
	s := text[w.Start:w.End]
	if w.Kind == words.Letter && utf8.RuneCountInString(s) == 1 {
		return true
	}
	if len(s) > 10 {
		return false
	}
	if isDotted(s) {
		return true
	}
	switch strings.ToLower(s) {
	case "dr", "mr", "mrs", "ms", "st", "prof", "gen", "sen", "rep", "gov", "col", "sgt", "capt", "lt", "jr", "no", "vs",
		"hr", "frau", "hl", "nr", "bzw", "ca", "sr", "sra", "dra", "ing", "mgr", "mme", "dott", "on", "sig", "avv",
		"им", "ул", "гг", "гр", "тов", "акад", "проф", "вул", "просп", "ім", "кв", "д-р",
		"κ", "κα", "αγ", "δρ", "καθ", "βλ", "str", "jud", "mun", "al", "ul", "św", "ks":
		return true
	}
	return false
}
