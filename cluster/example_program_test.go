package cluster_test

import (
	"context"
	"fmt"
	"time"

	"github.com/tidings-go/tidings/cluster"
)

var monday = time.Date(2023, time.July, 17, 12, 0, 0, 0, time.UTC)

// incoming is articles in order of arrival.
var incoming = []cluster.Doc{
	{
		ID: "ledger/1", Published: monday, Title: "Russia pulls out of Black Sea grain deal",
		Text: "Kremlin spokesman Dmitry Peskov said that the agreement on exports from Odesa was no longer in effect. António Guterres, who had written to Vladimir Putin, regretted it.",
	},
	{
		ID: "vima/9", Published: monday.Add(time.Hour), Title: "Η Μόσχα αποχωρεί από τη συμφωνία για τα σιτηρά",
		Text: "Ο Ντμίτρι Πεσκόφ δήλωσε ότι η συμφωνία για τις εξαγωγές από την Οδησσό δεν ισχύει πια. Ο Αντόνιο Γκουτέρες είχε γράψει στον Βλαντίμιρ Πούτιν.",
	},
	{
		ID: "ledger/2", Published: monday.Add(2 * time.Hour), Title: "A dry June costs Saskatchewan its lentils",
		Text: "Farmers in Saskatchewan expect to harvest a third fewer lentils after the driest June since 2002, the growers' association said in Regina.",
	},
}

// A whole program: it follows a stream and says how stories grow.
func Example() {
	c, err := cluster.New(cluster.Defaults())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range incoming {
		p, err := c.Add(context.Background(), d)
		if err != nil {
			fmt.Println(err)
			continue
		}
		s, _ := c.Story(p.Story)
		fmt.Printf("%s: new %v, %d articles in %d languages\n", d.ID, p.New, len(s.Docs), len(s.Langs()))
	}
	// Output:
	// ledger/1: new true, 1 articles in 1 languages
	// vima/9: new false, 2 articles in 2 languages
	// ledger/2: new true, 1 articles in 1 languages
}
