package gazetteer

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidings-go/tidings/internal/translit"
)

// ExactKey returns a name of the language tag in small Latin letters as it
// sounds, without marks and punctuation. Chinese characters stay, for too many
// of them sound the same.
func ExactKey(name, tag string) string {
	if key, ok := plain(name); ok {
		return key
	}
	var b strings.Builder
	for _, word := range translit.Words(name) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if first, _ := utf8.DecodeRuneInString(word); translit.ScriptOf(first) != translit.Han {
			word = translit.Latin(word, tag)
		}
		for _, r := range word {
			if !unicode.IsPunct(r) && !unicode.IsSymbol(r) && r != 'ʼ' {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// ownKey returns the key under which a language other than English keeps a
// name to itself, because it is as short as FN: the United Nations in Swedish,
// a party in French. It is empty for other names.
func ownKey(exact, tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	if len(exact) > 3 || exact == "" || language == "" || language == "en" {
		return ""
	}
	return exact + "\x00" + language
}

// plain returns the key of a name that is nothing but English letters, digits,
// spaces and hyphens, which most are.
func plain(name string) (string, bool) {
	var buf [64]byte
	key := buf[:0]
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			key = append(key, c)
		case c >= 'A' && c <= 'Z':
			key = append(key, c+'a'-'A')
		case c != ' ' && c != '-':
			return "", false
		case len(key) > 0 && key[len(key)-1] != ' ':
			key = append(key, ' ')
		}
	}
	return string(bytes.TrimRight(key, " ")), true
}

// LooseKey returns the folded key of a name. It joins spellings that no table
// foresees, and things that have nothing to do with each other (Brussels and
// Brazil in Russian are both brsl), so it is empty for a name of one word.
func LooseKey(name, tag string) string {
	if key := translit.Fold(name, tag); strings.Contains(key, " ") {
		return key
	}
	return ""
}

// Digest describes the making of keys by what becomes of names in many
// scripts. A table keeps that of its making, to tell that it is out of date.
func Digest() string {
	h := uint64(0)
	for _, n := range [][2]string{
		{"Władimir Putin", "pl"},
		{"Þórhildur Sunna Ævarsdóttir", "is"},
		{"İlham Əliyev", "az"},
		{"Đorđe Đoković", "sr-Latn"},
		{"Nguyễn Phú Trọng", "vi"},
		{"Jürgen Groß", "de"},
		{"Εμανουέλ Μακρόν", "el"},
		{"Ντόναλντ Τραμπ", "el"},
		{"Γιάννης Μητσοτάκης", "el"},
		{"Юлия Тимошенко", "ru"},
		{"Юлія Тимошенко", "uk"},
		{"Аляксандр Лукашэнка", "be"},
		{"Ђорђе Ћирић", "sr"},
		{"Кръстьо Щерев", "bg"},
		{"Ѓорге Иванов", "mk"},
		{"ფრიდონ ინჯია", "ka"},
		{"Նիկոլ Փաշինյան", "hy"},
		{"فلاديمير بوتين", "ar"},
		{"محمود احمدی\u200cنژاد", "fa"},
		{"בנימין נתניהו", "he"},
		{"नरेन्द्र मोदी", "hi"},
		{"শেখ হাসিনা", "bn"},
		{"習近平", "zh-Hant"},
		{"习近平", "zh"},
		{"安倍晋三", "ja"},
		{"ウラジーミル・プーチン", "ja"},
		{"문재인", "ko"},
		{"ประยุทธ์ จันทร์โอชา", "th"},
	} {
		h = hash(fmt.Sprint(h, ExactKey(n[0], n[1]), LooseKey(n[0], n[1])))
	}
	return fmt.Sprintf("%016x", h)
}
