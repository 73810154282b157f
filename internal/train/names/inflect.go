package main

import (
	"strings"
	"unicode/utf8"
)

// endings holds, for each language, how the last letters of names change in
// the cases: what is taken off, "" for a consonant or nothing, and what may
// stand there instead. The longest that fits counts. They are what any grammar
// of the language gives for foreign and native names.
var endings = map[string]string{
	"ru": "ский:ского,скому,ским,ском ий:ия,ию,ием,ии ый:ого,ому,ым ой:ого,ому,ым,ом й:я,ю,ем,е ь:я,ю,ем,е,и ая:ой,ую ова:овой,ову ева:евой,еву ина:иной,ину а:ы,е,у,ой я:и,е,ю,ей ия:ии,ию,ией ов:ова,ову,овым,ове ев:ева,еву,евым ин:ина,ину,иным ы:,ам,ами,ах :а,у,ом,е",
	"uk": "ський:ського,ському,ським ий:ого,ому,им ій:ія,ію,ієм,ієві й:я,ю,єм,єві ь:я,ю,ем,еві а:и,і,у,ою ка:ки,ці,ку,кою га:ги,зі,гу,гою я:і,ю,ею ія:ії,ію,ією о:а,у,ові,ом ова:ової,ову,овою :а,у,ові,ом,і,ем",
	"be": "скі:скага,скаму,скім ы:ага,аму,ым а:ы,е,у,ай я:і,ю,яй й:я,ю,ем ь:я,ю,ем :а,у,ам,е",
	"bg": "ски:ския,ският й:я,я а:ата я:ята о:ото е:ето :а,ът,ови",
	"mk": "а:ата о:ото :от,от",
	"sr": "а:е,и,у,ом,о о:а,у,ом е:а,у,ом ски:ског,ском,ским :а,у,ом,ем,ов",
	"hr": "a:e,i,u,om o:a,u,om e:a,u,om ski:skog,skom,skim ić:ića,iću,ićem :a,u,om,em,ov,ovim",
	"bs": "a:e,i,u,om o:a,u,om ski:skog,skom,skim :a,u,om,em",
	"sl": "a:e,i,o ja:je,ji,jo o:a,u,om e:a,u,em ski:skega,skemu,skim,skem ka:ke,ki,ko ec:ca,cu,cem ov:ovega,ovem,ovim :a,u,om,em,ov,ja,ju,jem",
	"pl": "ski:skiego,skiemu,skim cki:ckiego,ckiemu,ckim ska:skiej,ską cka:ckiej,cką a:y,ie,ę,ą,i ka:ki,ce,kę,ką ia:ii,ię,ią o:a,u,em,ie y:ego,emu,ym ek:ka,kowi,kiem i:iego,iemu,im :a,owi,em,ie,u,iem,ów",
	"cs": "ový:ového,ovému,ovým ová:ové,ovou ský:ského,skému,ským ská:ské,skou ý:ého,ému,ým á:é,ou a:y,ovi,u,ou,e,ě ka:ky,ce,ku,kou o:a,u,ovi,em e:e,i,í,em ie:ie,ii,ií í:ího,ímu,ím ek:ka,kovi,kem ec:ce,ci,cem :a,ovi,em,u,e,i,ě",
	"sk": "ová:ovej,ovú ský:ského,skému,ským ská:skej,skú ý:ého,ému,ým á:ej,ú a:y,e,u,ou ka:ky,ke,ku,kou o:a,u,ovi,om ie:ia,iu,ím ec:ca,covi,com :a,ovi,om,u,e,i,och",
	"lt": "as:o,ui,ą,u,e is:io,iui,į,iu us:aus,ui,ų,umi ys:io,iui,į,iu ė:ės,ei,ę,e a:os,ai,ą :o,ui,u",
	"lv": "ss:sa,sam,su ns:na,nam,nu s:a,am,u,ā is:a,im,i,ī a:as,ai,u,ā e:es,ei,i,ē š:ša,šam,šu",
	"el": "ος:ου,ο ός:ού,ό ης:η ής:ή ας:α άς:ά α:ας ά:άς η:ης ή:ής ο:ου :ς",
	"hu": "a:át,ának,ával,ában e:ét,ének,ével,ében o:ót,ónak :t,nak,nek,ot,et,val,vel,nal,ról,tól,ban,ben,hoz",
	"fi": "nen:sen,sella,selle,sta a:an,aa,alla,asta,ssa i:in,ia,ille,ista,issa :in,ia,ille,n,a,ssa,lle,sta",
	"et": "a:a,at,ale,as :i,it,ile,is,ist,iga,e",
	"tr": "a:a'nın,a'ya,a'yı,ada e:e'nin,e'ye,e'yi :'ın,'in,'un,'e,'a,'de,'da,ın,in,un,e,a,i,den,dan",
	"az": "a:anın,aya,anı,ada ə:ənin,əyə,əni :ın,in,un,ə,a,i,dan,dən",
	"de": "s: :s,es", "nl": "s: :s,'s", "en": "s: :'s,s", "sv": "s: :s", "no": "s: :s", "da": "s: :s",
	"is": "ur:s,i,ar a:u i:a ir:is ín:íns,íni :s,i,ar",
	"ro": "a:ei,ul u:ului,ul :ul,ului,u,ei", "sq": "a:ën,ës i:in,it :i,in,it,un",
	"eu": "a:aren,ari,an,ko :en,i,ren,k,n,ko", "hy": "ա:այի,ային :ի,ին,ից,ով", "ka": "ი:ის,მა,ს,ით ა:ას,ამ,ის ე:ეს :ს,მა,ის",
}

// A rule changes an ending.
type rule struct {
	end   string
	forms []string
}

// rulesOf returns the rules of a language, the longest ending first.
func rulesOf(lang string) (rules []rule) {
	for _, f := range strings.Fields(strings.ReplaceAll(endings[lang], ": :", ":- :")) {
		end, forms, _ := strings.Cut(f, ":")
		rules = append(rules, rule{end, strings.Split(strings.ReplaceAll(forms, "-", ""), ",")})
	}
	return rules
}

// inflect returns a form of one word, and false if it has none. pick chooses
// one of n.
func inflect(word string, rules []rule, pick func(n int) int) (string, bool) {
	best := rule{}
	for _, r := range rules {
		if strings.HasSuffix(word, r.end) && (best.forms == nil || len(r.end) > len(best.end)) {
			best = r
		}
	}
	stem := strings.TrimSuffix(word, best.end)
	if best.forms == nil || utf8.RuneCountInString(stem) < 2 {
		return word, false
	}
	if last, _ := utf8.DecodeLastRuneInString(word); best.end == "" && vowel(latinVowel(last)) {
		return word, false
	}
	return stem + best.forms[pick(len(best.forms))], true
}

// latinVowel returns a for a vowel of any alphabet, and b for other letters.
func latinVowel(r rune) byte {
	if strings.ContainsRune("aeiouyáéíóúýàèòäöüõåæøāēīūąęėįųəıаеиоуыэюяіїєёαεηιουωάέήίόύώ", r) {
		return 'a'
	}
	return 'b'
}

// inflected returns a name with the words of it that can be in a case: of a
// person all, of others all or only the first or last.
func inflected(name, lang string, person bool, pick func(n int) int) (string, bool) {
	rules := rulesOf(lang)
	if len(rules) == 0 {
		return name, false
	}
	words := strings.Fields(name)
	which := 0
	if !person {
		which = pick(3)
	} else if pick(5) == 0 {
		which = 2
	}
	changed := false
	for i, w := range words {
		if which == 1 && i > 0 || which == 2 && i+1 < len(words) {
			continue
		}
		f, ok := inflect(w, rules, pick)
		words[i] = f
		changed = changed || ok
	}
	return strings.Join(words, " "), changed
}
