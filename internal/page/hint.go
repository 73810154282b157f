package page

import "strings"

// Hint is a set of roles that the class, id, role and itemprop attributes of an
// element suggest. Authors all over the world name these roles with a few
// hundred words, most of them English.
type Hint uint32

// The roles.
const (
	HintBody    Hint = 1 << iota // article, content, story …
	HintNav                      // menus, breadcrumbs, pagers
	HintComment                  // what readers write
	HintRelated                  // other articles
	HintShare                    // social networks, newsletters
	HintAd                       // advertisements
	HintCaption                  // pictures, videos and their texts
	HintMeta                     // byline, dates, tags, title
	HintFooter                   // footer, copyright
	HintLegal                    // cookie notices, dialogs, sign-in walls
	HintSide                     // sidebars, widgets
	HintHeader                   // page header, brand
	HintLead                     // standfirst, summary
	HintQuote                    // quotes set apart
	HintHidden                   // not shown on screens
	HintBox                      // fact boxes, insets, embeds
	HintAuthor                   // names of authors
	HintDate                     // dates
	HintSection                  // rubric above a title
	hints       = 19
)

// HintNames names the hints in the order of their bits.
const HintNames = "body nav comment related share ad caption meta footer legal side header lead quote hidden box author date section"

// wordHint returns the roles that one lower-case word of an attribute suggests.
func wordHint(w string) Hint {
	switch w {
	case "article", "articlebody", "articletext", "articlecontent", "body", "content", "contents", "story", "storybody", "entry", "post", "text",
		"txt", "prose", "paragraph", "maincontent", "bodytext", "bodycopy", "copy", "richtext", "wysiwyg", "blogpost", "posting", "newstext",
		"artikel", "articulo", "articolo", "artigo", "artykul", "texto", "testo", "texte", "tekst", "inhalt", "contenu", "conteudo", "contenido",
		"contenuto", "tresc", "cuerpo", "corpo", "corps", "noticia", "nota", "detail", "detay", "haber", "main", "fulltext", "hentry":
		return HintBody
	case "nav", "navi", "menu", "navigation", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "pagination", "pager", "paging", "toolbar", "navbar",
		"skip", "tabs", "tab", "submenu", "sitemap", "toc", "subnav", "topnav", "menuitem", "dropdown", "prevnext", "search", "rating", "ratings",
		"vote", "tools", "buttons", "button", "btn", "control", "controls":
		return HintNav
	case "comment", "comments", "commentlist", "disqus", "discussion", "reply", "replies", "respond", "kommentar", "kommentare", "comentario",
		"comentarios", "commentaire", "commentaires", "komentarz", "komentarze", "commento", "commenti", "reactions", "reacties", "forum",
		"livefyre", "commenting", "userreview":
		return HintComment
	case "related", "relateds", "recommend", "recommended", "recommendation", "recommendations", "more", "readmore", "popular", "trending",
		"mostread", "most", "teaser", "teasers", "latest", "outbrain", "taboola", "similar", "headlines", "suggestions", "suggested", "further",
		"also", "next", "previous", "prev", "list", "listing", "feed", "archive", "carousel", "slider", "ticker", "card", "cards", "promo",
		"linklist", "links", "hottopics", "topnews", "bestof", "morefrom", "seealso", "alsoread", "readalso", "verwandt", "relacionadas",
		"relacionados", "correlati", "correlate", "weitere", "series", "recirc", "readnext", "upnext", "zergnet", "collection", "river", "grid":
		return HintRelated
	case "share", "sharing", "shares", "social", "socials", "facebook", "twitter", "addthis", "newsletter", "subscribe", "subscription", "signup",
		"follow", "followus", "sharebar", "sharedaddy", "sociable", "bookmark", "bookmarks", "whatsapp", "email", "print", "mailing", "app",
		"teilen", "compartir", "condividi", "partager", "sns", "addtoany", "jp", "push", "donate", "donation", "support", "membership", "cta":
		return HintShare
	case "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertising", "sponsor", "sponsored", "sponsors", "banner", "banners", "dfp",
		"werbung", "anzeige", "anzeigen", "reklama", "reklam", "publicidad", "publicidade", "pubblicita", "publicite", "pub", "adsense", "adslot",
		"affiliate", "shopping", "product", "products", "commercial", "adunit", "adbox", "promotion", "deals", "partner", "partners":
		return HintAd
	case "caption", "captions", "figcaption", "photo", "photos", "image", "images", "img", "picture", "pictures", "gallery", "slideshow", "video",
		"videos", "media", "player", "bildunterschrift", "legende", "foto", "fotos", "imagen", "figure", "thumb", "thumbnail", "icon", "audio",
		"podcast", "lightbox", "mediatext", "bild", "didascalia", "illustration", "graphic":
		return HintCaption
	case "meta", "metadata", "info", "tag", "tags", "category", "categories", "label", "labels", "headline", "title", "titles", "heading",
		"keywords", "topics", "topic", "details", "postmeta", "tagcloud", "titulo", "titre", "titolo", "stats", "counter", "views", "readtime",
		"hed", "location", "source":
		return HintMeta
	case "author", "authors", "byline", "bylines", "autor", "auteur", "autore", "autoren", "bio", "vcard", "contributor", "contributors",
		"reporter", "writer", "journalist", "signature", "firma", "writtenby", "creator", "redaktor",
		"authorname", "authornames", "authorlink", "postauthor", "articleauthor", "entryauthor":
		return HintAuthor | HintMeta
	case "date", "time", "timestamp", "published", "pubdate", "dateline", "datetime", "datum", "fecha", "updated", "dates", "modified",
		"datepublished", "datemodified", "publishdate":
		return HintDate | HintMeta
	case "kicker", "rubric", "eyebrow", "overline", "sectionname", "rubrik", "channel", "dachzeile", "flag", "badge", "section":
		return HintSection
	case "footer", "foot", "copyright", "bottom", "footnote", "footnotes", "colophon", "imprint", "impressum", "contentinfo", "endnote", "credits",
		"credit", "about":
		return HintFooter
	case "cookie", "cookies", "consent", "gdpr", "privacy", "modal", "popup", "overlay", "dialog", "login", "paywall", "legal", "disclaimer",
		"terms", "policy", "register", "registration", "signin", "alert", "notice", "notification", "account", "user", "profile", "warning", "form",
		"message", "tooltip", "premium", "offer", "barrier", "error", "loading":
		return HintLegal
	case "sidebar", "side", "aside", "rail", "widget", "widgets", "complementary", "sidebars", "right", "rightcol", "leftcol", "secondary",
		"supplementary", "subcolumn", "margin":
		return HintSide
	case "header", "masthead", "top", "topbar", "logo", "brand", "head", "branding", "hero", "weather":
		return HintHeader
	case "lead", "lede", "intro", "dek", "standfirst", "summary", "subtitle", "subhead", "subheadline", "deck", "chapo", "vorspann", "sommario",
		"description", "excerpt", "abstract", "teasertext", "introduction", "ingress", "anlauf", "sapo", "bajada", "copete", "entradilla",
		"subtitulo", "occhiello", "perex", "spot", "leadtext", "strapline", "tagline", "annotation":
		return HintLead
	case "quote", "pullquote", "blockquote", "zitat", "cite", "citation", "pull":
		return HintQuote
	case "hidden", "hide", "sr", "visually", "screenreader", "noprint", "invisible", "offscreen", "visuallyhidden", "nodisplay", "none",
		"assistive", "collapsed", "a11y":
		return HintHidden
	case "box", "factbox", "infobox", "inset", "embed", "embedded", "tweet", "oembed", "instagram", "callout", "highlight", "faktabox", "aufmacher",
		"timeline", "table", "chart", "recipe", "widgetbox", "facts", "infographic", "map", "poll", "quiz":
		return HintBox
	}
	return 0
}

// parts are found inside words that run together, as in "relatedarticles".
var parts = [...]struct {
	text string
	hint Hint
}{
	{"articlebody", HintBody},
	{"bodytext", HintBody},
	{"comment", HintComment},
	{"related", HintRelated},
	{"share", HintShare},
	{"social", HintShare},
	{"caption", HintCaption},
	{"sidebar", HintSide},
	{"footer", HintFooter},
	{"cookie", HintLegal},
	{"breadcrumb", HintNav},
	{"byline", HintAuthor | HintMeta},
	{"newsletter", HintShare},
	{"recommend", HintRelated},
	{"navig", HintNav},
	{"advert", HintAd},
	{"teaser", HintRelated},
	{"readmore", HintRelated},
	{"outbrain", HintRelated},
	{"taboola", HintRelated},
	{"popular", HintRelated},
	{"gallery", HintCaption},
	{"photo", HintCaption},
	{"subscri", HintShare},
}

// attrHint returns the roles that the words of an attribute value suggest.
// Words end at everything that is no letter or digit and where a capital
// follows a small letter.
func attrHint(value string) Hint {
	var h Hint
	var word [24]byte
	n := 0
	flush := func() {
		if n == 0 {
			return
		}
		w := string(word[:n])
		n = 0
		if x := wordHint(w); x != 0 {
			h |= x
			return
		}
		if len(w) < 7 {
			return
		}
		for _, p := range parts {
			if strings.Contains(w, p.text) {
				h |= p.hint
				return
			}
		}
	}
	small := false
	for i := range min(len(value), maxAttr) {
		c := value[i]
		switch {
		case c >= 'A' && c <= 'Z':
			if small {
				flush()
			}
			c, small = c|0x20, false
		case c >= 'a' && c <= 'z':
			small = true
		case c >= '0' && c <= '9':
			small = false
			if n == 0 {
				continue // a number alone names nothing
			}
		default:
			flush()
			small = false
			continue
		}
		if n == len(word) {
			flush()
		}
		word[n] = c
		n++
	}
	flush()
	return h
}

// maxAttr bounds how much of an attribute is read for hints.
const maxAttr = 256
