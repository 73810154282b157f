package lemma

import "strings"

// endingsOf returns the endings of a language, or nil if its names do not
// change or are not known to.
func endingsOf(tag string) []ending {
	switch base, _, _ := strings.Cut(tag, "-"); base {
	case "uk":
		return ukrainian
	case "ru":
		return russian
	case "pl":
		return polish
	case "cs", "sk":
		return czech
	case "sl":
		return slovene
	case "hr", "bs", "sr":
		return serbian
	case "bg":
		return bulgarian
	case "mk":
		return macedonian
	case "el":
		return greek
	case "is":
		return icelandic
	case "ro":
		return romanian
	case "de", "sv", "da", "nb", "no", "nn", "fo":
		return genitive
	case "lt":
		return lithuanian
	case "lv":
		return latvian
	case "fi", "et":
		return finnish
	case "hu":
		return hungarian
	}
	return nil
}

// A hint is what the word before a name says of it; zero means nothing.
type hint struct {
	cases cases
	class class
	noun  bool // it may be a noun that the name belongs to
}

// allows reports whether a word may be of class c.
func (h hint) allows(c class) bool {
	return h.class&gendered == 0 || c&gendered == 0 || c&h.class != 0
}

// hintOf returns what the word before a name says of its case.
func hintOf(tag, before string) hint {
	if before == "" {
		return hint{}
	}
	switch base, _, _ := strings.Cut(tag, "-"); {
	case base == "el":
		return greekHint(before)
	case strings.Contains(prepositions(base), " "+before+" "):
		return hint{cases: ^nom}
	default:
		return hint{noun: len(before) > 6}
	}
}

// prepositions returns those of a language after which no nominative stands.
func prepositions(tag string) string {
	switch tag {
	case "uk":
		return " в у на з із зі до від од для без після проти біля за над під перед між про при через по крім щодо серед навколо поблизу замість завдяки "
	case "ru":
		return " в во на с со к ко от до для без после против около у за над под перед между о об при через по кроме из из-за среди вокруг вместо благодаря "
	case "pl":
		return " w we na z ze do od dla bez po przeciw przeciwko koło u za nad pod przed między o przy przez oprócz wśród wobec dzięki "
	case "cs", "sk":
		return " v ve vo na s se so k ke ku z ze zo do od pro pre bez po proti u za nad pod před pred mezi medzi o při pri přes cez kromě okrem vůči díky "
	case "sl":
		return " v na z s k h iz do od za brez po proti pri nad pod pred med o ob razen zaradi glede "
	case "hr", "bs", "sr":
		return " u na s sa k ka iz do od za bez po protiv kod nad pod pred među o oko pri osim zbog "
	case "is":
		return " í á til frá við með um af að úr hjá vegna án gegn fyrir eftir undir yfir milli handa "
	case "lt":
		return " į iš su be apie prie nuo per prieš už pas dėl po "
	case "lv":
		return " no ar par uz pie līdz pret pēc pirms bez starp "
	}
	return ""
}

// greekHint reads the article.
func greekHint(before string) hint {
	switch before {
	case "ο":
		return hint{cases: nom, class: man | masculine}
	case "η":
		return hint{cases: nom, class: woman | feminine}
	case "του":
		return hint{cases: gen, class: man | masculine | neuter}
	case "της":
		return hint{cases: gen, class: woman | feminine}
	case "τον", "στον":
		return hint{cases: acc, class: man | masculine}
	case "την", "τη", "στην", "στη":
		return hint{cases: nom | acc, class: woman | feminine} // most feminine names have one form for both
	case "των":
		return hint{cases: gen}
	case "τους", "στους", "τις", "στις":
		return hint{cases: nom | acc}
	case "το", "στο":
		return hint{cases: nom | acc, class: neuter}
	}
	return hint{}
}
