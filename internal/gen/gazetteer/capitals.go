package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// capitals are the seats of government, by their name in GeoNames,
// which lacks Nouakchott, and Singapore as a city.
const capitals = `AF Kabul;AL Tirana;DZ Algiers;AD Andorra la Vella;AO Luanda;AR Buenos Aires;AM Yerevan;AU Canberra;AT Vienna;AZ Baku;BS Nassau;BH Manama;BD Dhaka;BB Bridgetown;BY Minsk;BE Brussels;BJ Porto-Novo;BT Thimphu;BO La Paz;BO Sucre;BA Sarajevo;BW Gaborone;BR Brasília;BN Bandar Seri Begawan;BG Sofia;BF Ouagadougou;BI Bujumbura;KH Phnom Penh;CM Yaoundé;CA Ottawa;CV Praia;CF Bangui;TD N'Djamena;CL Santiago;CN Beijing;CO Bogotá;KM Moroni;CG Brazzaville;CD Kinshasa;CR San José;CI Yamoussoukro;HR Zagreb;CU Havana;CY Nicosia;CZ Prague;DK Copenhagen;DJ Djibouti;DM Roseau;DO Santo Domingo;EC Quito;EG Cairo;SV San Salvador;GQ Malabo;ER Asmara;EE Tallinn;SZ Mbabane;ET Addis Ababa;FJ Suva;FI Helsinki;FR Paris;GA Libreville;GM Banjul;GE Tbilisi;DE Berlin;GH Accra;GR Athens;GT Guatemala City;GN Conakry;GW Bissau;GY Georgetown;HT Port-au-Prince;HN Tegucigalpa;HK Hong Kong;HU Budapest;IS Reykjavik;IN New Delhi;ID Jakarta;IR Tehran;IQ Baghdad;IE Dublin;IL Jerusalem;IT Rome;JM Kingston;JP Tokyo;JO Amman;KZ Nur-Sultan;KE Nairobi;XK Pristina;KP Pyongyang;KR Seoul;KW Kuwait City;KG Bishkek;LA Vientiane;LV Riga;LB Beirut;LS Maseru;LR Monrovia;LY Tripoli;LI Vaduz;LT Vilnius;LU Luxembourg;MG Antananarivo;MW Lilongwe;MY Kuala Lumpur;MV Malé;ML Bamako;MT Valletta;MU Port Louis;MX Mexico City;MD Chișinău;MC Monaco;MN Ulaanbaatar;ME Podgorica;MA Rabat;MZ Maputo;MM Nay Pyi Taw;NA Windhoek;NP Kathmandu;NL Amsterdam;NL The Hague;NZ Wellington;NI Managua;NE Niamey;NG Abuja;MK Skopje;NO Oslo;OM Muscat;PK Islamabad;PA Panama City;PG Port Moresby;PY Asunción;PE Lima;PH Manila;PL Warsaw;PT Lisbon;QA Doha;RO Bucharest;RU Moscow;RW Kigali;SM San Marino;SA Riyadh;SN Dakar;RS Belgrade;SC Victoria;SL Freetown;SK Bratislava;SI Ljubljana;SB Honiara;SO Mogadishu;ZA Pretoria;ZA Cape Town;SS Juba;ES Madrid;LK Colombo;SD Khartoum;SR Paramaribo;SE Stockholm;CH Bern;SY Damascus;TW Taipei;TJ Dushanbe;TZ Dodoma;TH Bangkok;TL Dili;TG Lomé;TO Nuku'alofa;TT Port of Spain;TN Tunis;TR Ankara;TM Ashgabat;UG Kampala;UA Kyiv;AE Abu Dhabi Island and Internal Islands City;GB London;US Washington D.C.;UY Montevideo;UZ Tashkent;VU Port Vila;VE Caracas;VN Hanoi;YE Sanaa;ZM Lusaka;ZW Harare`

// markCapitals marks the most populous city of each name.
func markCapitals(cities []city) error {
	seats := map[string]bool{}
	for _, c := range strings.Split(capitals, ";") {
		seats[c] = true
	}
	for i, c := range cities {
		if at := c.country + " " + c.name; seats[at] {
			cities[i].capital = true
			delete(seats, at)
		}
	}
	if len(seats) > 0 {
		return fmt.Errorf("no such capitals: %q", slices.Sorted(maps.Keys(seats)))
	}
	return nil
}
