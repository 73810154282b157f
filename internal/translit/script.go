package translit

// A Script is a writing system, or a group of them that is read by one table.
type Script uint8

// The scripts that have a table. Other is everything else: digits, marks and
// letters that are left as they are.
const (
	Other Script = iota
	LatinScript
	Cyrillic
	Greek
	Arabic
	Hebrew
	Georgian
	Armenian
	Indic
	Thai
	Kana
	Hangul
	Han
)

// ScriptOf returns the script of a rune, by its Unicode block.
func ScriptOf(r rune) Script {
	switch {
	case r < 0x41:
		return Other
	case r < 0x250:
		return latinOrOther(r)
	case r < 0x370:
		return Other
	case r < 0x400:
		return Greek
	case r < 0x530:
		return Cyrillic
	case r < 0x590:
		return Armenian
	case r < 0x600:
		return Hebrew
	case r < 0x780:
		return Arabic
	case r >= 0x900 && r < 0xD80:
		return Indic
	case r >= 0xE00 && r < 0xE80:
		return Thai
	case r >= 0x10A0 && r < 0x1100 || r >= 0x1C90 && r < 0x1CC0 || r >= 0x2D00 && r < 0x2D30:
		return Georgian
	case r >= 0x1E00 && r < 0x1F00:
		return LatinScript
	case r >= 0x1F00 && r < 0x2000:
		return Greek
	}
	return eastern(r)
}

func latinOrOther(r rune) Script {
	switch {
	case r <= 'Z', r >= 'a' && r <= 'z', r >= 0xC0 && r != '×' && r != '÷', r == 'ª', r == 'º':
		return LatinScript
	}
	return Other
}

func eastern(r rune) Script {
	switch {
	case r == '々', r == '〇', r >= 0x3400 && r < 0xA000, r >= 0xF900 && r < 0xFB00, r >= 0x20000 && r < 0x32000:
		return Han
	case r >= 0x3041 && r <= 0x30FA, r == 'ー', r >= 0x31F0 && r < 0x3200:
		return Kana
	case r >= 0xAC00 && r < 0xD7A4:
		return Hangul
	case r >= 0xFB50 && r < 0xFE00, r >= 0xFE70 && r < 0xFEFF:
		return Arabic
	case r >= 0xFB1D && r < 0xFB50:
		return Hebrew
	}
	return Other
}

// lookAlike returns the Latin letter that looks like r, a small Greek or
// Cyrillic letter, or 0. The pairs are those of Unicode's confusables.txt that
// people really type.
func lookAlike(r rune) rune {
	const from, to = "асеорхуіјѕвкмнтгѵԁԛԝһ" + "ονκιρυτχαγ", "aceopxyijsbkmhtrvdqwh" + "ovkipytxay"
	i := 0
	for _, f := range from {
		if f == r {
			return rune(to[i])
		}
		i++
	}
	return 0
}

// dominant returns the script of a word, and the word in one script when
// letters of Latin, Greek or Cyrillic stand in for look-alikes of another.
func dominant(word []rune) (Script, []rune) {
	if s, ok := onlyScript(word); ok {
		return s, word
	}
	var count [Han + 1]int
	for _, r := range word {
		count[ScriptOf(r)]++
	}
	best := Other
	for s := LatinScript; s <= Han; s++ {
		if count[s] > count[best] || best == Other && count[s] > 0 {
			best = s
		}
	}
	if count[LatinScript] > 0 && count[Cyrillic]+count[Greek] > 0 {
		return unmix(word, best)
	}
	return best, word
}

// onlyScript returns the script of a word that is all in one.
func onlyScript(word []rune) (Script, bool) {
	if len(word) == 0 {
		return Other, true
	}
	s := ScriptOf(word[0])
	for _, r := range word[1:] {
		if ScriptOf(r) != s {
			return s, false
		}
	}
	return s, true
}

// unmix writes a word of mixed scripts in Latin if all its foreign letters
// have a Latin look-alike.
func unmix(word []rune, best Script) (Script, []rune) {
	out := make([]rune, len(word))
	for i, r := range word {
		out[i] = r
		if s := ScriptOf(r); s != Cyrillic && s != Greek {
			continue
		}
		if out[i] = lookAlike(r); out[i] == 0 {
			return best, word
		}
	}
	return LatinScript, out
}
