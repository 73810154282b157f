package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/tidings-go/tidings/internal/join"
)

// Bulletins are articles that tell of different events in the same words, as
// weather offices, exchanges and sports desks do, or of the same people and
// places in different events. The labelled sets have few of them, and a model
// that never saw any takes them for one story.

var syllables = [][3]string{
	{"be", "бе", "μπε"},
	{"ro", "ро", "ρο"},
	{"mu", "му", "μου"},
	{"ta", "та", "τα"},
	{"ni", "ні", "νι"},
	{"lo", "ло", "λο"},
	{"se", "се", "σε"},
	{"va", "ва", "βα"},
	{"di", "ди", "ντι"},
	{"ku", "ку", "κου"},
	{"ra", "ра", "ρα"},
	{"pi", "пі", "πι"},
	{"gar", "гар", "γκαρ"},
	{"len", "лен", "λεν"},
	{"mos", "мос", "μος"},
	{"tur", "тур", "τουρ"},
}

// In a form, $1 and $2 are people or teams, $3 is a place, $4 and $5 are
// numbers.
var forms = [][]struct {
	lang   string
	script int
	title  string
	text   string
}{
	{
		{"en", 0, "Earthquake of magnitude 4.$5 near $3", "An earthquake of magnitude 4.$5 was felt near $3 on Tuesday morning, the institute said. The epicentre was $4 metres below the sea. No damage was reported. Residents of $1 and $2 left their houses."},
		{"it", 0, "Terremoto di magnitudo 4,$5 vicino a $3", "Un terremoto di magnitudo 4,$5 è stato avvertito martedì mattina vicino a $3, ha detto l'istituto. L'epicentro era $4 metri sotto il mare. Nessun danno. Gli abitanti di $1 e $2 sono usciti di casa."},
		{"uk", 1, "Землетрус магнітудою 4,$5 поблизу міста $3", "Землетрус магнітудою 4,$5 відчули у вівторок уранці поблизу міста $3, повідомив інститут. Епіцентр був за $4 метрів під морем. Руйнувань немає. Мешканці $1 і $2 вийшли з будинків."},
		{"el", 2, "Σεισμός 4,$5 Ρίχτερ κοντά στην πόλη $3", "Σεισμός μεγέθους 4,$5 έγινε αισθητός το πρωί της Τρίτης κοντά στην πόλη $3, ανακοίνωσε το ινστιτούτο. Το επίκεντρο ήταν $4 μέτρα κάτω από τη θάλασσα. Δεν υπάρχουν ζημιές. Οι κάτοικοι σε $1 και $2 βγήκαν από τα σπίτια."},
	},
	{
		{"en", 0, "$1 beats $2 in $3", "$1 beat $2 with $5 goals on Saturday evening in front of $4 spectators at the stadium of $3. The coach said his team had deserved the victory. $2 missed a penalty in the second half."},
		{"it", 0, "$1 batte $2 a $3", "$1 ha battuto $2 con $5 gol sabato sera davanti a $4 spettatori nello stadio di $3. L'allenatore ha detto che la sua squadra ha meritato la vittoria. $2 ha sbagliato un rigore nella ripresa."},
		{"uk", 1, "$1 перемагає $2 у місті $3", "$1 здобув перемогу над $2 у суботу ввечері, забивши $5 голів перед $4 глядачами на стадіоні у місті $3. Тренер сказав, що його команда заслужила перемогу. $2 не забив пенальті у другому таймі."},
		{"el", 2, "Ο $1 νίκησε τον $2 στην πόλη $3", "Ο $1 νίκησε τον $2 με $5 γκολ το βράδυ του Σαββάτου μπροστά σε $4 θεατές στο στάδιο της πόλης $3. Ο προπονητής είπε ότι η ομάδα του άξιζε τη νίκη. Ο $2 έχασε πέναλτι στο δεύτερο ημίχρονο."},
	},
	{
		{"en", 0, "Shares of $1 fall after results", "Shares of $1 fell by $5 per cent at the opening of the stock exchange after the company reported a loss of $4 million. Analyst $2 of the bank of $3 had expected a profit. The board will meet on Thursday."},
		{"it", 0, "Le azioni di $1 calano dopo i risultati", "Le azioni di $1 sono scese del $5 per cento all'apertura della borsa dopo che la società ha annunciato una perdita di $4 milioni. L'analista $2 della banca di $3 si aspettava un utile. Il consiglio si riunirà giovedì."},
		{"uk", 1, "Акції $1 падають після звіту", "Акції $1 впали на $5 відсотків на відкритті біржі, бо компанія повідомила про збиток у $4 мільйонів. Аналітик $2 з банку $3 очікував прибутку. Рада збереться у четвер."},
		{"el", 2, "Πέφτουν οι μετοχές της $1", "Οι μετοχές της $1 έπεσαν κατά $5 τοις εκατό στο άνοιγμα του χρηματιστηρίου, αφού η εταιρεία ανακοίνωσε ζημιά $4 εκατομμυρίων. Ο αναλυτής $2 της τράπεζας $3 περίμενε κέρδος. Το συμβούλιο συνεδριάζει την Πέμπτη."},
	},
	{
		{"en", 0, "Court sentences $1 to $5 years", "A court in $3 on Monday sentenced the businesswoman $1 to $5 years in prison for tax fraud. She must also repay $4 thousand. Her lawyer said she would appeal. The witness $2 had told the judges about false invoices and a hidden account."},
		{"it", 0, "$1 condannata a $5 anni", "Il tribunale di $3 ha condannato lunedì l'imprenditrice $1 a $5 anni di carcere per frode fiscale. Dovrà anche restituire $4 mila. L'avvocato ha annunciato ricorso. Il testimone $2 aveva parlato ai giudici di fatture false e di un conto nascosto."},
		{"uk", 1, "Суд засудив $1 до $5 років", "Суд у місті $3 у понеділок засудив підприємицю $1 до $5 років ув'язнення за податкове шахрайство. Вона має також повернути $4 тисяч. Її адвокат подасть апеляцію. Свідок $2 розповів суддям про фальшиві рахунки і таємний рахунок."},
		{"el", 2, "Καταδικάστηκε η $1 σε $5 χρόνια", "Δικαστήριο στην πόλη $3 καταδίκασε τη Δευτέρα την επιχειρηματία $1 σε $5 χρόνια φυλάκιση για φοροδιαφυγή. Πρέπει να επιστρέψει και $4 χιλιάδες. Ο δικηγόρος της θα ασκήσει έφεση. Ο μάρτυρας $2 μίλησε στους δικαστές για πλαστά τιμολόγια και έναν κρυφό λογαριασμό."},
	},
	{
		{"en", 0, "$1 plays in $3 for flood victims", "The violinist $1 will play in $3 on Friday for the victims of the flood. All $4 tickets were sold within $5 hours. The orchestra is conducted by $2. The money will go to a school whose roof was torn off by the storm."},
		{"it", 0, "$1 suona a $3 per gli alluvionati", "La violinista $1 suonerà venerdì a $3 per le vittime dell'alluvione. Tutti i $4 biglietti sono stati venduti in $5 ore. Dirige l'orchestra $2. Il denaro andrà a una scuola a cui la tempesta ha portato via il tetto."},
		{"uk", 1, "$1 грає у місті $3 для постраждалих від повені", "Скрипалька $1 гратиме в п'ятницю у місті $3 для постраждалих від повені. Усі $4 квитків продали за $5 годин. Оркестром диригує $2. Гроші отримає школа, дах якої зірвала буря."},
		{"el", 2, "Η $1 παίζει στην πόλη $3 για τους πλημμυροπαθείς", "Η βιολονίστρια $1 θα παίξει την Παρασκευή στην πόλη $3 για τα θύματα της πλημμύρας. Και τα $4 εισιτήρια πουλήθηκαν σε $5 ώρες. Την ορχήστρα διευθύνει ο $2. Τα χρήματα θα πάνε σε ένα σχολείο που του πήρε τη στέγη η καταιγίδα."},
	},
}

// bulletins returns articles about n made-up events.
func bulletins(n int) []article {
	rnd := rand.New(rand.NewPCG(7, 11))
	name := func() [3]string {
		var out [3]string
		for range 2 + rnd.IntN(2) {
			s := syllables[rnd.IntN(len(syllables))]
			for i := range out {
				out[i] += s[i]
			}
		}
		for i := range out {
			r := []rune(out[i])
			out[i] = strings.ToUpper(string(r[0])) + string(r[1:])
		}
		return out
	}
	var list []article
	var casts [][3][3]string
	cast := func() [3][3]string {
		c := [3][3]string{name(), name(), name()}
		if len(casts) > 0 {
			for i, known := range casts[rnd.IntN(len(casts))] {
				if rnd.IntN(4) == 0 {
					c[i] = known
				}
			}
		}
		casts = append(casts, c)
		return c
	}
	for event := range n {
		c := cast()
		a, b, place := c[0], c[1], c[2]
		number, digit := fmt.Sprint(100+rnd.IntN(9000)), fmt.Sprint(2+rnd.IntN(7))
		for _, f := range forms[event%len(forms)] {
			if rnd.IntN(4) == 0 {
				continue
			}
			r := strings.NewReplacer("$1", a[f.script], "$2", b[f.script], "$3", place[f.script], "$4", number, "$5", digit)
			list = append(list, article{
				ID: fmt.Sprintf("bulletin:%d:%s", event, f.lang), Lang: f.lang, Title: r.Replace(f.title), Text: r.Replace(f.text),
				Story: fmt.Sprint(event), set: "bulletins", time: join.NoTime,
			})
		}
	}
	return list
}
