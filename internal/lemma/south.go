package lemma

var slovene = []ending{
	{"skem", "ska", loc, thing, 14}, {"škem", "ška", loc, thing, 14}, {"ske", "ska", gen, thing, 12}, {"ško", "ška", acc, thing, 12}, {"morja", "morje", gen, neuter, 16},
	{"morju", "morje", dat | loc, neuter, 16}, {"Bruslju", "Bruselj", dat | loc, thing, 20}, {"slju", "selj", loc, thing, 10}, {"rju", "r", dat | loc, man | thing, 13},
	{"rja", "r", gen | acc, man | thing, 8}, {"rjem", "r", ins, man | thing, 13},
	{"a", "o", gen | acc, man, 3}, {"u", "o", dat | loc, man, 4}, {"om", "o", ins, man, 5},
	{"a", "", gen | acc, man, 5}, {"a", "", gen, thing, 5}, {"u", "", dat | loc, thing, 13}, {"u", "", dat | loc, man, 10}, {"om", "", ins, man | thing, 12},
	{"em", "", ins, man | thing, 8}, {"ja", "", gen | acc, man, 4}, {"ju", "", dat | loc, man, 5}, {"jem", "", ins, man, 7},
	{"ca", "ec", gen | acc, man | thing, 5}, {"cu", "ec", dat | loc, man | thing, 8}, {"cem", "ec", ins, man | thing, 9}, {"ka", "ek", gen | acc, man, 4},
	{"ku", "ek", dat | loc, man, 4}, {"kom", "ek", ins, man, 6}, {"na", "en", gen | acc, man, 3}, {"ra", "er", gen | acc, man, 6},
	{"ru", "er", dat | loc, man, 7}, {"rom", "er", ins, man, 7}, {"tra", "ter", gen | acc, man, 8}, {"ma", "em", gen, thing, 2},
	{"ega", "i", gen | acc, man | modifier, 13}, {"emu", "i", dat, man | modifier, 13}, {"em", "i", loc, man | modifier, 9}, {"im", "i", ins, man | modifier, 10},
	{"ega", "", gen | acc, modifier, 5}, {"ega", "o", gen, modifierN, 8}, {"em", "o", loc, modifierN, 7}, {"im", "o", ins, modifierN, 6},
	{"emu", "o", dat, modifierN, 7},
	{"e", "a", gen, woman | thing, 8}, {"i", "a", dat | loc, woman | thing, 8}, {"o", "a", acc | ins, woman | thing, 9}, {"e", "a", gen, man, 5},
	{"o", "a", acc, man, 5}, {"e", "a", gen, modifierF, 9}, {"i", "a", dat | loc, modifierF, 9}, {"o", "a", acc | ins, modifierF, 9},
	{"ije", "ija", gen, woman | thing, 12}, {"iji", "ija", dat | loc, woman | thing, 12}, {"ijo", "ija", acc | ins, woman | thing, 12},
	{"va", "vo", gen, neuter, 6}, {"vu", "vo", dat | loc, neuter, 7}, {"vom", "vo", ins, neuter, 8}, {"a", "o", gen, neuter, 3},
	{"u", "o", dat | loc, neuter, 3}, {"a", "e", gen, neuter, 3}, {"u", "e", dat | loc, neuter, 4}, {"em", "e", ins, neuter, 4},
	{"ih", "i", gen | loc, thing, 5}, {"ih", "e", gen | loc, modifierP, 8}, {"im", "i", dat, modifierP, 4}, {"ah", "e", loc, thing, 8},
	{"ami", "e", ins, thing, 8}, {"am", "e", dat, thing, 6}, {"ih", "i", gen | loc, modifierP, 6}, {"ov", "i", gen, thing, 3},
	{"e", "i", acc, thing, 2},
}

var serbian = []ending{
	{"a", "o", gen | acc, man, 3}, {"u", "o", dat | loc, man, 4}, {"om", "o", ins, man, 5},
	{"a", "", gen | acc, man, 5}, {"a", "", gen, thing, 5}, {"u", "", dat | loc, thing, 13}, {"u", "", dat | loc, man, 10}, {"om", "", ins, man | thing, 12},
	{"em", "", ins, man | thing, 8}, {"ca", "ac", gen | acc, man | thing, 6}, {"cu", "ac", dat | loc, man | thing, 8}, {"cem", "ac", ins, man | thing, 9},
	{"ra", "ar", gen | acc, man, 4}, {"og", "i", gen | acc, man | modifier, 13}, {"oga", "i", gen | acc, man | modifier, 13}, {"om", "i", dat | loc, man | modifier, 9},
	{"ome", "i", dat | loc, man | modifier, 11}, {"im", "i", ins, man | modifier, 10}, {"og", "o", gen, modifierN, 8}, {"om", "o", dat | loc, modifierN, 7},
	{"im", "o", ins, modifierN, 6},
	{"e", "a", gen, woman | thing, 8}, {"i", "a", dat | loc, woman | thing, 8}, {"u", "a", acc, woman | thing, 8}, {"om", "a", ins, woman | thing, 8},
	{"e", "a", gen, man, 5}, {"i", "a", dat | loc, man, 4}, {"u", "a", acc, man, 4}, {"ci", "ka", dat | loc, woman | thing, 7},
	{"ke", "ka", gen, thing, 7}, {"oj", "a", dat | loc, woman | modifierF, 12}, {"e", "a", gen, modifierF, 9}, {"u", "a", acc, modifierF, 9},
	{"om", "a", ins, modifierF, 9}, {"ije", "ija", gen, woman | thing, 12}, {"iji", "ija", dat | loc, woman | thing, 12}, {"iju", "ija", acc, woman | thing, 12},
	{"ijom", "ija", ins, woman | thing, 12},
	{"a", "o", gen, neuter, 4}, {"u", "o", dat | loc, neuter, 4}, {"om", "o", ins, neuter, 4}, {"a", "e", gen, neuter, 3},
	{"u", "e", dat | loc, neuter, 4}, {"em", "e", ins, neuter, 4}, {"ih", "i", gen, modifierP, 8}, {"ima", "i", dat | ins | loc, thing | modifierP, 8},
	{"ama", "e", dat | ins | loc, thing, 8},
}

// Bulgarian and Macedonian names have no cases, but an article may follow a
// thing.
var bulgarian = []ending{
	{"ът", "", nom, thing, 14}, {"ят", "", nom, thing, 4}, {"ия", "и", nom | acc, modifier, 9}, {"ият", "и", nom, modifier, 13},
	{"ата", "а", nom | acc, thing | modifierF, 14}, {"ята", "я", nom | acc, thing | modifierF, 14}, {"ото", "о", nom | acc, thing | modifierN, 12}, {"ето", "е", nom | acc, thing, 10},
	{"тта", "т", nom | acc, thing, 12}, {"стта", "ст", nom | acc, thing, 14}, {"ите", "и", nom | acc, thing | modifierP, 14},
}

var macedonian = []ending{
	{"от", "", nom | acc, thing, 12}, {"иот", "и", nom | acc, thing | modifier, 13}, {"ата", "а", nom | acc, thing | modifierF, 13}, {"ото", "о", nom | acc, thing | modifierN, 12},
	{"ето", "е", nom | acc, thing, 10}, {"ите", "и", nom | acc, thing | modifierP, 13},
}
