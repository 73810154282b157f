package gazetteer

import "fmt"

// Digest describes a folding by what it makes of names in many scripts, for
// [Builder.SetFolding].
func Digest(fold func(name, tag string) string) string {
	h := uint64(0)
	for _, n := range [][2]string{
		{"Władimir Putin", "pl"}, {"Þórhildur Sunna Ævarsdóttir", "is"}, {"İlham Əliyev", "az"}, {"Đorđe Đoković", "sr-Latn"},
		{"Nguyễn Phú Trọng", "vi"}, {"Jürgen Groß", "de"}, {"Εμανουέλ Μακρόν", "el"}, {"Ντόναλντ Τραμπ", "el"}, {"Γιάννης Μητσοτάκης", "el"},
		{"Юлия Тимошенко", "ru"}, {"Юлія Тимошенко", "uk"}, {"Аляксандр Лукашэнка", "be"}, {"Ђорђе Ћирић", "sr"}, {"Кръстьо Щерев", "bg"}, {"Ѓорге Иванов", "mk"},
		{"ფრიდონ ინჯია", "ka"}, {"Նիկոլ Փաշինյան", "hy"}, {"فلاديمير بوتين", "ar"}, {"محمود احمدی‌نژاد", "fa"}, {"בנימין נתניהו", "he"},
		{"नरेन्द्र मोदी", "hi"}, {"শেখ হাসিনা", "bn"}, {"習近平", "zh-Hant"}, {"习近平", "zh"}, {"安倍晋三", "ja"}, {"ウラジーミル・プーチン", "ja"}, {"문재인", "ko"}, {"ประยุทธ์", "th"},
	} {
		h = h*31 + hash(fold(n[0], n[1]))
	}
	return fmt.Sprintf("%016x", h)
}
