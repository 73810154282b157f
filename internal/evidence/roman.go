package evidence

import (
	"strings"
)

var preLatin = strings.NewReplacer(
	"č", "ch", "ć", "ch", "š", "sh", "ś", "sh", "ş", "sh", "ș", "sh", "ž", "zh", "ż", "zh", "ź", "zh", "ț", "ts", "ţ", "ts", "ç", "ch", "đ", "dj", "ð", "d", "þ", "th", "ß", "ss")

func roman(s, tag string) string {
	return preLatin.Replace(strings.ToLower(s))
}
