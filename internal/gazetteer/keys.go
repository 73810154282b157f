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
	var buf [64]byte
	return string(appendExact(buf[:0], name, tag))
}

func appendExact(dst []byte, name, tag string) []byte {
	start := len(dst)
	if key, ok := appendPlain(dst, name); ok {
		return key
	}
	for _, word := range translit.Words(name) {
		if len(dst) > start {
			dst = append(dst, ' ')
		}
		if first, _ := utf8.DecodeRuneInString(word); translit.ScriptOf(first) != translit.Han {
			word = translit.Latin(word, tag)
		}
		for _, r := range word {
			if !unicode.IsPunct(r) && !unicode.IsSymbol(r) && r != 'ʼ' {
				dst = utf8.AppendRune(dst, r)
			}
		}
	}
	return dst
}

// appendOwn makes of an exact key the one under which a language other than
// English keeps a name to itself, because it is as short as FN: the United
// Nations in Swedish, a party in French. ok is false for other names.
func appendOwn(exact []byte, tag string) (key []byte, ok bool) {
	language, _, _ := strings.Cut(tag, "-")
	if len(exact) > 3 || len(exact) == 0 || language == "" || language == "en" {
		return exact, false
	}
	return append(append(exact, 0), language...), true
}

// appendPlain appends the key of a name that is nothing but English letters,
// digits, spaces and hyphens, which most are.
func appendPlain(dst []byte, name string) (key []byte, ok bool) {
	start := len(dst)
	key = dst
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			key = append(key, c)
		case c >= 'A' && c <= 'Z':
			key = append(key, c+'a'-'A')
		case c != ' ' && c != '-':
			return dst, false
		case len(key) > start && key[len(key)-1] != ' ':
			key = append(key, ' ')
		}
	}
	if len(key) > start && key[len(key)-1] == ' ' {
		key = key[:len(key)-1]
	}
	return key, true
}

// isLoose reports whether a folded key may stand for a name. It joins
// spellings that no table foresees, and things that have nothing to do with
// each other (Brussels and Brazil in Russian are both brsl), so not if the name
// has one word.
func isLoose(folded []byte) bool { return bytes.IndexByte(folded, ' ') >= 0 }

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
		h = hash(h^fnv, []byte(ExactKey(n[0], n[1])+"\x00"+translit.Fold(n[0], n[1])))
	}
	return fmt.Sprintf("%016x", h)
}
