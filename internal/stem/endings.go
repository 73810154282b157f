package stem

// endings returns the inflectional endings that are taken off the words of a
// language without a Snowball stemmer, longest first. They are those of nouns
// and adjectives, since names and topics are what texts meet on, and the
// commonest of verbs. Vowels that alternate inside a stem are left alone.
func endings(base string) string {
	switch base {
	case "uk":
		return "ування ювання остями енями " +
			"ового овому овими евого ення ання ості істю ього ьому ними ного ному ними ими ого ому іми ями ами еві ові ією єю ьою ття " +
			"ать ять уть ють ити ати яти ість ій ої их іх ім им ам ям ах ях ом ем єм ою ею ів їв єв ьо ла ло ли ий ня " +
			"а я о е є и і ї у ю ь й"
	case "be":
		return "аваннямі аванне ённяў асцямі енне анне асці асцю ымі імі ага яга аму яму амі ямі ола ыцца аць яць уць юць " +
			"ай яй ой ей ае ую ых іх ым ім ам ям ах ях ом ем ою аю яю аў яў оў еў ла лі ло ы і а я о е у ю ь ў й"
	case "bg":
		return "ванията ването остите ностите ванията ските ският ската ското ията ието ните ният ната ното " +
			"ането ения ение ания ание ости остт иите овете ове еве ите ета ата ята ото ето ъта ски ска ско ния ият ове " +
			"ия ие ии ят ът ът та то те ен на но ни ва ла ло ли ха ше ам ям им еш аш иш а я о е и у ю ъ ь й"
	case "mk":
		return "увањето увања ување остите ностите ските скиот ската ското ијата ијата иите овите ањето ања ање " +
			"ната ното ните ниот ата ото ето ите иот јат ски ска ско ова ове еви ови ија ии та то те от на но ни ла ло ле ва а о е и у ј"
	case "pl":
		return "owaniami owania owanie owaniu nościami ności ność aniach eniach aniami eniami iejszy " +
			"owych owymi owego owemu owej ował owała skiego skiemu skich skimi ским ania anie aniu enia enie eniu " +
			"iego iemu iami iach iach ami ach ych ich ymi imi ego emu owi owie ość ości ów iej ej iom om em iem ym im ie ią ię ia io iu " +
			"ać eć ić yć ał ła ło ły li y i a ą e ę o u"
	case "cs", "sk":
		return "ováními ování ovania ovanie ostiach ostiami ostech ostmi ského skému ských skými ností nosti nost osti ostí ost " +
			"ateľ eniami eniach ového ovému ových ovými ovej ení aní ania anie enia enie " +
			"ého ému ých ími ými ího ímu ách ami ěmi emi ech ích iach iami ove ové ovi ovia ům ou ov " +
			"ém ím ým ej om em ům am ám at át et it ět al el il la lo li ý á é í ě y i a e o u ů ú ia ie iu"
	case "sl":
		return "ovanja ovanje ovanju ostmi ostih skega skemu skih skimi nosti nost osti ost anja anje anju enja enje enju " +
			"ega emu imi ami ema oma ovi ova ovo ove eva evi ah ih em om im am ov ev je ja ju ti al el il la lo li le a e i o u"
	case "is", "fo":
		return "arinnar unnar arnar irnar arnir urnar anna inum inni innar unum unni " +
			"arins anum ana nna ina ins inn una nir nar num ann ið in um ar ir ur an nu na ra ri rar " +
			"ði ðu ti tu a i u s t n r"
	case "lv":
		return "šanas šanai šanām šanās šanu šana šanā ības ībai ību ība ajiem ajām ajos ajās ajam ajai ākais iešu iem ām ēm īm os ās ēs īs us um am im ai ei ij " +
			"is as es us ais ie ā ē ī ū a e i o u s š"
	case "et":
		return "dele deta dest desse tele test tesse iga ile ilt ist isse iks ide ide sse st lt le ks ga ta na ni de te id ud da ma a e i u d t s"
	case "sq":
		return "imeve imet imin imit eve ave ëve ëve ve shëm shme ore esë esës ist uar uara it in et at ët ën ës së të ja je jë a e i u ë t n"
	case "fa", "ur", "ps":
		return "هایشان هایی های ها ان ات ی"
	case "he":
		return "ויות יות ים ות ה"
	case "bn":
		return "গুলোর গুলো গুলি দের েরা ের কে তে রা টি টা র ে"
	case "ka":
		return "ებისთვის ებში ებით ების ებს ები ისთვის მა ში ით ის ად ს ი"
	case "kk", "ky", "uz", "az", "tt", "tk":
		return "лардың лардан ларға лары лар лер дың дің дан ден ның нің ға ге ларının lərin ların lərin lardan lərdən larda lərdə ları ləri lar lər larni dan dən nın nin ning da də ga ni ı i"
	}
	return ""
}
