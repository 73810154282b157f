package lemma

var greek = []ending{
	{"οδού", "οδός", gen, feminine, 20}, {"λεωφόρου", "λεωφόρος", gen, feminine, 20}, {"Οδησσό", "Οδησσός", acc, feminine, 20}, {"Αιγύπτου", "Αίγυπτος", gen, feminine, 20},
	{"Τριμελούς", "Τριμελές", gen, modifierN, 20}, {"Ναυτικού", "Ναυτικό", gen, neuter, 20}, {"Κογκρέσου", "Κογκρέσο", gen, neuter, 20}, {"Λιμενικού", "Λιμενικό", gen, neuter, 20},
	{"Θεάτρου", "Θέατρο", gen, neuter, 20}, {"Πανεπιστημίου", "Πανεπιστήμιο", gen, neuter, 20}, {"Δικαστηρίου", "Δικαστήριο", gen, neuter, 20}, {"Σώματος", "Σώμα", gen, neuter, 20},
	{"Συμβουλίου", "Συμβούλιο", gen, neuter, 20}, {"Κόμματος", "Κόμμα", gen, neuter, 20}, {"Ιδρύματος", "Ίδρυμα", gen, neuter, 20}, {"Ινστιτούτου", "Ινστιτούτο", gen, neuter, 20},
	{"Κέντρου", "Κέντρο", gen, neuter, 20}, {"Κράτους", "Κράτος", gen, neuter, 20}, {"Επιμελητηρίου", "Επιμελητήριο", gen, neuter, 20}, {"Κοινοβουλίου", "Κοινοβούλιο", gen, neuter, 20},
	{"Πρακτορείου", "Πρακτορείο", gen, neuter, 20}, {"Ταμιευτηρίου", "Ταμιευτήριο", gen, neuter, 20}, {"Λιμένος", "Λιμένας", gen, neuter, 20},
	{"Συλλόγου", "Σύλλογος", gen, masculine, 20}, {"Συνδέσμου", "Σύνδεσμος", gen, masculine, 20}, {"Δήμου", "Δήμος", gen, masculine, 20}, {"Αγίου", "Άγιος", gen, modifier, 20},
	{"Αγίας", "Αγία", gen, modifierF, 20}, {"Πολέμου", "Πόλεμος", gen, masculine, 20}, {"οδό", "οδός", acc, feminine, 20}, {"λεωφόρο", "λεωφόρος", acc, feminine, 20},
	{"Διεθνούς", "Διεθνής", gen, modifierF, 20}, {"Διεθνούς", "Διεθνές", gen, modifierN, 20}, {"Διεθνή", "Διεθνής", acc, modifierF, 20}, {"Κυπριακής", "Κυπριακή", gen, modifierF, 20},
	{"ου", "ος", gen, man, 4}, {"όπουλου", "όπουλος", gen, man, 18}, {"όπουλο", "όπουλος", acc, man, 16}, {"ου", "ος", gen, masculine | modifier, 9},
	{"ου", "ος", gen, feminine, 7}, {"ο", "ος", acc, feminine, 11}, {"ο", "ος", acc, man | masculine | modifier, 8}, {"ού", "ός", gen, masculine | modifier, 9},
	{"ού", "ός", gen, man, 3}, {"ό", "ός", acc, man | masculine | modifier, 9}, {"ό", "ός", acc, feminine, 9},
	{"ε", "ος", voc, man, 3}, {"ου", "ο", gen, neuter | modifierN, 9}, {"ού", "ό", gen, neuter | modifierN, 8}, {"ίου", "ιο", gen, neuter, 11},
	{"ιού", "ι", gen, neuter, 8}, {"ίου", "ι", gen, neuter, 6}, {"ίου", "ίο", gen, neuter, 6}, {"είου", "είο", gen, neuter, 12},
	{"η", "ης", gen | acc, man, 5}, {"ή", "ής", gen | acc, man, 6}, {"α", "ας", gen | acc, man, 4}, {"ά", "άς", gen | acc, man | masculine, 5},
	{"η", "ης", gen | acc, masculine, 6}, {"α", "ας", gen | acc, masculine, 5},
	{"έα", "έας", gen | acc, man | masculine, 6}, {"ία", "ίας", gen | acc, man, 5},
	{"ας", "α", gen, woman | feminine | modifierF, 9}, {"άς", "ά", gen, woman | feminine | modifierF, 7}, {"ης", "η", gen, woman | feminine | modifierF, 8}, {"ής", "ή", gen, woman | feminine | modifierF, 9},
	{"ης", "α", gen, woman | feminine, 3}, {"εως", "η", gen, feminine, 11}, {"ους", "ος", gen, neuter, 2}, {"ώς", "ώ", gen, woman, 6},
	{"ους", "ης", gen, modifier, 4}, {"ους", "ες", gen, modifierN, 5},
	{"ων", "οι", gen, thing | modifierP, 6}, {"ων", "α", gen, thing | modifierP, 6}, {"ών", "ές", gen, thing | modifierP, 5}, {"ών", "ά", gen, thing | modifierP, 4},
	{"ους", "οι", acc, thing | modifierP, 7}, {"ούς", "οί", acc, thing | modifierP, 7}, {"ών", "ες", gen, thing | modifierP, 6}, {"ών", "α", gen, thing, 4},
	{"ων", "ες", gen, thing | modifierP, 4},
}

var icelandic = []ending{
	{"sson", "sson", acc, man, 10}, {"son", "son", acc, man, 9}, {"Noregs", "Noregur", gen, thing, 20}, {"Noregi", "Noregur", dat, thing, 20},
	{"sins", "ið", gen, thing, 14}, {"Alþingi", "Alþingi", dat, thing, 20}, {"Alþingis", "Alþingi", gen, thing, 20}, {"heiði", "heiði", dat | acc, thing, 15},
	{"eyri", "eyri", dat | acc, thing, 15}, {"stræti", "stræti", dat | acc, thing, 15}, {"gerði", "gerði", dat | acc, thing, 15}, {"veg", "vegur", acc, thing, 13},
	{"stíg", "stígur", acc, thing, 13}, {"garð", "garður", acc, thing, 13}, {"Glitni", "Glitnir", dat | acc, thing, 20}, {"Glitnis", "Glitnir", gen, thing, 20},
	{"merkur", "mörk", gen, thing, 15}, {"mörku", "mörk", dat, thing, 14}, {"borgar", "borg", gen, thing, 14}, {"hafnar", "höfn", gen, thing, 14},
	{"vatni", "vatn", dat, thing, 14}, {"felli", "fell", dat, thing, 14}, {"hrauni", "hraun", dat, thing, 14}, {"félagi", "félag", dat, thing, 14},
	{"félags", "félag", gen, thing, 14}, {"safni", "safn", dat, thing, 14}, {"safns", "safn", gen, thing, 14}, {"ráðs", "ráð", gen, thing, 13},
	{"ráði", "ráð", dat, thing, 13}, {"skóla", "skóli", gen | dat | acc, thing, 14}, {"skólans", "skólinn", gen, thing, 15}, {"fjörðum", "firðir", dat, thing, 15},
	{"fjarða", "firðir", gen, thing, 13}, {"ströndum", "strandir", dat, thing, 14}, {"Ströndum", "Strandir", dat, thing, 20}, {"Flokks", "Flokkur", gen, thing, 20},
	{"Samtaka", "Samtök", gen, thing, 20}, {"Samtökum", "Samtök", dat, thing, 20}, {"deildar", "deild", gen, thing, 13}, {"sambands", "samband", gen, thing, 14},
	{"sambandi", "samband", dat, thing, 14}, {"Háskóla", "Háskóli", gen | dat | acc, thing, 20}, {"vogi", "vogur", dat, thing, 13}, {"firðinum", "fjörður", dat, thing, 13},
	{"tindi", "tindur", dat, thing, 12}, {"hrepps", "hreppur", gen, thing, 13}, {"hreppi", "hreppur", dat, thing, 13}, {"kaupstaðar", "kaupstaður", gen, thing, 14},
	{"stað", "staður", acc | dat, thing, 10}, {"staðar", "staður", gen, thing, 12},
	{"s", "", gen, man | thing, 9}, {"s", "ur", gen, man | thing, 9}, {"i", "ur", dat, man, 7}, {"i", "ur", dat, thing, 4}, {"", "ur", acc, man, 3},
	{"i", "", dat, man | thing, 7}, {"ar", "ur", gen, man | thing, 4}, {"ar", "", gen, woman | man, 4}, {"ar", "", gen, thing, 9}, {"u", "", dat | acc, woman, 5},
	{"u", "a", gen | dat | acc, woman | thing, 9}, {"i", "", dat | acc, woman, 6}, {"ar", "i", gen, thing, 2}, {"a", "i", gen | dat | acc, man | thing, 7},
	{"ís", "ír", gen, man, 4}, {"í", "ír", dat | acc, man, 3}, {"is", "ir", gen, man, 7}, {"i", "ir", dat | acc, man, 4},
	{"ssonar", "sson", gen, man, 18}, {"syni", "son", dat, man, 18}, {"sonar", "son", gen, man, 17}, {"dóttur", "dóttir", gen | dat | acc, woman, 18},
	{"óns", "ón", gen, man, 10}, {"ns", "nn", gen, man, 7}, {"ni", "nn", dat, man, 6}, {"in", "inn", acc, man, 5},
	{"ls", "ll", gen, man | thing, 5}, {"li", "ll", dat, man | thing, 4}, {"l", "ll", acc, man, 3}, {"rs", "r", gen, man | thing, 6},
	{"ri", "r", dat, man, 6}, {"Hjartar", "Hjörtur", gen, man, 18}, {"Höllu", "Halla", gen | dat | acc, woman, 18}, {"Önnu", "Anna", gen | dat | acc, woman, 18},
	{"Birni", "Björn", dat, man, 18}, {"Bjarnar", "Björn", gen, man, 18}, {"Agli", "Egill", dat, man, 18}, {"Katli", "Ketill", dat, man, 18},
	{"ins", "ið", gen, thing, 11}, {"inu", "ið", dat, thing, 12}, {"ksins", "kurinn", gen, thing, 16}, {"knum", "kurinn", dat, thing, 13},
	{"kinn", "kurinn", acc, thing, 12}, {"ans", "inn", gen, thing, 11}, {"anum", "inn", dat, thing, 12}, {"ann", "inn", acc, thing, 10},
	{"nnar", "n", gen, thing, 12}, {"nni", "n", dat, thing, 12}, {"una", "an", acc, thing, 11}, {"unni", "an", dat, thing, 12},
	{"unnar", "an", gen, thing, 13}, {"ina", "in", acc, thing, 9}, {"réttar", "réttur", gen, thing, 14}, {"rétti", "réttur", dat, thing, 14},
	{"lands", "land", gen, thing, 14}, {"landi", "land", dat, thing, 14}, {"jum", "jar", dat, thing, 6}, {"um", "ar", dat, thing, 8},
	{"um", "ir", dat, thing, 7}, {"um", "", dat, thing, 5}, {"a", "ar", gen | acc, thing, 2}, {"nna", "n", gen, thing, 10},
	{"num", "n", dat, thing, 8}, {"unum", "in", dat, thing, 9}, {"kjanna", "kin", gen, thing, 14}, {"kjunum", "kin", dat, thing, 14},
	{"anna", "irnar", gen, thing, 5}, {"kur", "k", gen, thing, 7}, {"víkur", "vík", gen, thing, 15}, {"fjarðar", "fjörður", gen, thing, 15},
	{"firði", "fjörður", dat, thing, 15}, {"fjörð", "fjörður", acc, thing, 12}, {"vallar", "völlur", gen, thing, 14}, {"velli", "völlur", dat, thing, 14},
	{"völl", "völlur", acc, thing, 11}, {"bæjar", "bær", gen, thing, 14}, {"bæ", "bær", dat | acc, thing, 12}, {"dal", "dalur", dat | acc, thing, 12},
	{"dals", "dalur", gen, thing, 12}, {"ness", "nes", gen, thing, 12}, {"nesi", "nes", dat, thing, 13}, {"eyjar", "ey", gen, thing, 4},
	{"eyrar", "eyri", gen, thing, 13}, {"stöðum", "staðir", dat, thing, 14}, {"staða", "staðir", gen, thing, 13}, {"banka", "banki", gen | dat | acc, thing, 10},
	{"gi", "gur", dat, thing, 7},
}

var romanian = []ending{
	{"ului", "", gen | dat, thing | man, 13}, {"ului", "ul", gen | dat, thing, 1}, {"ul", "", nom | acc, thing, 16}, {"lui", "", gen | dat, thing, 7},
	{"iei", "ia", gen | dat, woman | thing, 15}, {"ei", "a", gen | dat, woman | thing, 8}, {"ei", "ă", gen | dat, thing, 4}, {"ții", "ția", gen | dat, thing, 14},
	{"ii", "ia", gen | dat, thing, 9}, {"ilor", "ii", gen | dat, thing, 9}, {"ilor", "i", gen | dat, thing, 5}, {"elor", "ele", gen | dat, thing, 9},
	{"elor", "e", gen | dat, thing, 4}, {"telui", "te", gen | dat, thing, 9}, {"elui", "e", gen | dat, thing, 7}, {"ăi", "a", gen | dat, woman | thing, 4},
}

// romanianLong are for names of several words, of which the first keeps its
// article and adjectives follow.
var romanianLong = []ending{
	{"ului", "ul", gen | dat, thing, 16}, {"iei", "ia", gen | dat, thing, 15}, {"ției", "ția", gen | dat, thing, 16}, {"ții", "ția", gen | dat, thing, 15},
	{"unii", "unea", gen | dat, thing, 16}, {"ărării", "ărarea", gen | dat, thing, 14}, {"ării", "area", gen | dat, thing, 13}, {"ei", "a", gen | dat, thing, 13},
	{"ilor", "ii", gen | dat, thing, 13}, {"elor", "ele", gen | dat, thing, 13}, {"lui", "l", gen | dat, thing, 8}, {"ene", "eană", gen | dat, modifierF, 12},
	{"ice", "ică", gen | dat, modifierF, 12}, {"ale", "ală", gen | dat, modifierF, 12}, {"are", "ară", gen | dat, modifierF, 10}, {"e", "ă", gen | dat, modifierF, 8},
}

// The Germanic languages and English have a genitive alone.
var genitive = []ending{
	{"s", "", gen, man | woman | thing, 3},
}

var lithuanian = []ending{
	{"o", "as", gen, man | thing, 10}, {"ui", "as", dat, man | thing, 10}, {"ą", "as", acc, man | thing, 9}, {"u", "as", ins, man | thing, 7},
	{"e", "as", loc, thing, 6}, {"io", "is", gen, man | thing, 10}, {"iui", "is", dat, man | thing, 10}, {"į", "is", acc, man | thing, 10},
	{"iu", "is", ins, man | thing, 8}, {"aus", "us", gen, man | thing, 10}, {"ui", "us", dat, man, 5}, {"ų", "us", acc, man, 5},
	{"io", "ys", gen, man, 5}, {"os", "a", gen, woman | thing, 10}, {"ai", "a", dat, woman | thing, 9}, {"ą", "a", acc, woman | thing, 8},
	{"oje", "a", loc, thing, 12}, {"ės", "ė", gen, woman | thing, 12}, {"ei", "ė", dat, woman | thing, 9}, {"ę", "ė", acc, woman | thing, 12},
	{"ėje", "ė", loc, thing, 13}, {"uje", "us", loc, thing, 12}, {"yje", "is", loc, thing, 12},
}

var latvian = []ending{
	{"a", "s", gen, man | thing, 8}, {"am", "s", dat, man | thing, 9}, {"u", "s", acc | ins, man | thing, 8}, {"ā", "s", loc, thing, 6},
	{"a", "is", gen, man | thing, 3}, {"im", "is", dat, man | thing, 9}, {"i", "is", acc, man | thing, 6}, {"ī", "is", loc, thing, 9},
	{"as", "a", gen, woman | thing, 9}, {"ai", "a", dat, woman | thing, 9}, {"u", "a", acc | ins, woman | thing, 7}, {"ā", "a", loc, thing, 10},
	{"es", "e", gen, woman | thing, 8}, {"ei", "e", dat, woman | thing, 8}, {"i", "e", acc, woman | thing, 4}, {"ē", "e", loc, thing, 11},
}

var finnish = []ending{
	{"n", "", gen, man | woman | thing, 7}, {"in", "", gen, man | woman | thing, 8}, {"ssa", "", loc, thing, 12}, {"ssä", "", loc, thing, 12},
	{"issa", "", loc, thing, 8}, {"sta", "", loc, thing, 10}, {"stä", "", loc, thing, 10}, {"ista", "", loc, thing, 7},
	{"lla", "", loc, man | woman | thing, 10}, {"llä", "", loc, man | woman | thing, 10}, {"lta", "", loc, man | woman | thing, 9}, {"ltä", "", loc, man | woman | thing, 9},
	{"lle", "", dat, man | woman | thing, 11}, {"ille", "", dat, man | woman | thing, 9}, {"a", "", acc, man | woman, 2},
	{"sen", "nen", gen, man | woman | thing, 13}, {"sella", "nen", loc, man | woman, 13}, {"selle", "nen", dat, man | woman, 13}, {"sta", "nen", acc, man | woman, 6},
	{"aan", "a", dat, thing, 8}, {"ään", "ä", dat, thing, 8}, {"iin", "i", dat, thing, 8}, {"oon", "o", dat, thing, 8},
}

var hungarian = []ending{
	{"ban", "", loc, thing, 11}, {"ben", "", loc, thing, 11}, {"ba", "", dat, thing, 8}, {"be", "", dat, thing, 8},
	{"ból", "", loc, thing, 12}, {"ből", "", loc, thing, 12}, {"nak", "", dat | gen, man | woman | thing, 11}, {"nek", "", dat | gen, man | woman | thing, 11},
	{"val", "", ins, man | woman | thing, 9}, {"vel", "", ins, man | woman | thing, 9}, {"t", "", acc, man | woman | thing, 4}, {"ot", "", acc, man | woman | thing, 7},
	{"et", "", acc, man | woman | thing, 6}, {"on", "", loc, thing, 5}, {"en", "", loc, thing, 5}, {"ról", "", loc, man | woman | thing, 10},
	{"ről", "", loc, man | woman | thing, 10}, {"tól", "", loc, man | woman | thing, 10}, {"től", "", loc, man | woman | thing, 10}, {"hoz", "", loc, man | woman | thing, 9},
	{"hez", "", loc, man | woman | thing, 9}, {"ra", "", loc, thing, 6}, {"re", "", loc, thing, 6}, {"ában", "a", loc, thing, 12},
	{"ából", "a", loc, thing, 12}, {"ába", "a", loc, thing, 10}, {"ának", "a", dat, man | woman | thing, 12}, {"át", "a", acc, man | woman | thing, 8},
	{"ét", "e", acc, man | woman | thing, 7},
}
