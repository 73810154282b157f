package main

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/tidings-go/tidings/cluster"
	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

//go:embed web
var web embed.FS

// A site answers with pages of what is in a room. It works without scripts;
// with them, pages follow what happens.
type site struct {
	room  *room
	pages map[string]*template.Template
}

func newSite(r *room) http.Handler {
	s := &site{r, parse()}
	static, _ := fs.Sub(web, "web/static")
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.front)
	mux.HandleFunc("GET /story/{id}", s.story)
	mux.HandleFunc("GET /article", s.article)
	mux.HandleFunc("GET /entity", s.entity)
	mux.HandleFunc("GET /events", s.events)
	mux.Handle("GET /static/", http.StripPrefix("/static/", http.FileServerFS(static)))
	return secure(mux)
}

func parse() map[string]*template.Template {
	funcs := template.FuncMap{
		"dir": direction, "langName": langName, "plural": plural, "articleURL": articleURL, "entityURL": entityURL,
		"upper": func(t lang.Tag) string { return strings.ToUpper(string(t.Base())) },
		"span":  span, "sub": func(a, b int) int { return a - b },
	}
	pages := map[string]*template.Template{}
	for _, name := range []string{"front", "story", "article", "entity", "missing"} {
		pages[name] = template.Must(template.New("").Funcs(funcs).ParseFS(web, "web/layout.html", "web/"+name+".html"))
	}
	return pages
}

// secure allows pages nothing but what comes from here.
func secure(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		h.ServeHTTP(w, req)
	})
}

func articleURL(id string) string { return "/article?" + url.Values{"id": {id}}.Encode() }

func entityURL(id entity.ID) string { return "/entity?" + url.Values{"id": {string(id)}}.Encode() }

// span writes from when to when a story goes.
func span(first, last time.Time) string {
	switch {
	case first.IsZero():
		return ""
	case first.Format(time.DateOnly) == last.Format(time.DateOnly):
		return first.Format("2 January 2006")
	case first.Format("2006-01") == last.Format("2006-01"):
		return first.Format("2") + "–" + last.Format("2 January 2006")
	}
	return first.Format("2 January 2006") + " – " + last.Format("2 January 2006")
}

// A frame is what every page shows around its content.
type frame struct {
	Title    string
	Query    string
	Articles int
	Stories  int
	Content  any
}

func (s *site) show(w http.ResponseWriter, status int, page, title, query string, content any) {
	f := frame{Title: title, Query: query, Content: content}
	s.room.mu.RLock()
	f.Articles = len(s.room.articles)
	s.room.mu.RUnlock()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = s.pages[page].ExecuteTemplate(w, "layout", f) // the reader may have left
}

func (s *site) missing(w http.ResponseWriter, what string) {
	s.show(w, http.StatusNotFound, "missing", "Not here", "", what)
}

// frontView is all stories, or those that a query finds.
type frontView struct {
	Stories, Single []storyView
	Things          []thing // that the query names
}

func (s *site) front(w http.ResponseWriter, req *http.Request) {
	query := strings.TrimSpace(req.FormValue("q"))
	var v frontView
	want := func(string) bool { return true }
	title := "Stories"
	if query != "" {
		title = query
		v.Things, want = s.room.search(query)
	}
	v.Stories, v.Single = s.room.stories(readerLangs(req), want)
	s.show(w, http.StatusOK, "front", title, query, v)
}

// search finds what a query names, and tells which articles are about it or
// have it in their title.
func (r *room) search(query string) (named []thing, want func(id string) bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	in := map[string]bool{}
	for _, k := range r.names.find(query) {
		named = append(named, k.thing())
		for id := range k.Articles {
			in[id] = true
		}
	}
	lower := strings.ToLower(query)
	for id, a := range r.articles {
		if strings.Contains(strings.ToLower(a.Title), lower) {
			in[id] = true
		}
	}
	return named, func(id string) bool { return in[id] }
}

func (k *known) thing() thing {
	return thing{k.ID, kindName(k.Kind), k.name(), len(k.Articles), formsOf(k.Forms)}
}

func (s *site) story(w http.ResponseWriter, req *http.Request) {
	v, ok := s.room.story(cluster.StoryID(req.PathValue("id")), readerLangs(req))
	if !ok {
		s.missing(w, "This story is closed, or never was.")
		return
	}
	s.show(w, http.StatusOK, "story", v.Lead.Text, "", v)
}

// A readingView is an article with what its page may show besides.
type readingView struct {
	articleView
	ShowRejected bool
}

func (s *site) article(w http.ResponseWriter, req *http.Request) {
	rejected := req.FormValue("rejected") != ""
	v, ok := s.room.page(req.FormValue("id"), readerLangs(req), rejected)
	if !ok {
		s.missing(w, "This article is not here any more.")
		return
	}
	s.show(w, http.StatusOK, "article", title(v.Title), "", readingView{v, rejected})
}

func title(segments []segment) string {
	var b strings.Builder
	for _, s := range segments {
		b.WriteString(s.Text)
	}
	return b.String()
}

// An entityView is an entity and the stories that name it.
type entityView struct {
	thing
	Stories, Single []storyView
}

func (s *site) entity(w http.ResponseWriter, req *http.Request) {
	s.room.mu.RLock()
	k := s.room.names[entity.ID(req.FormValue("id"))]
	var v entityView
	in := map[string]bool{}
	if k != nil {
		v.thing = k.thing()
		for id := range k.Articles {
			in[id] = true
		}
	}
	s.room.mu.RUnlock()
	if k == nil {
		s.missing(w, "Nothing of that name is in the news.")
		return
	}
	v.Stories, v.Single = s.room.stories(readerLangs(req), func(id string) bool { return in[id] })
	s.show(w, http.StatusOK, "entity", v.Name, "", v)
}

// readerLangs are the languages that a reader's browser asks for, best first.
func readerLangs(req *http.Request) []lang.Tag {
	tags, _, _ := language.ParseAcceptLanguage(req.Header.Get("Accept-Language"))
	var out []lang.Tag
	for _, t := range tags {
		base, _ := t.Base()
		out = append(out, lang.Tag(base.String()))
	}
	return out
}

// often is how often at most a page is told of changes.
const often = 400 * time.Millisecond

// events tells, as server-sent events, that something has changed.
func (s *site) events(w http.ResponseWriter, req *http.Request) {
	changes, stop := s.room.listen()
	defer stop()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	send := http.NewResponseController(w)
	fmt.Fprint(w, "retry: 2000\n\n")
	for send.Flush() == nil {
		select {
		case <-req.Context().Done():
			return
		case <-changes:
			fmt.Fprint(w, "event: change\ndata:\n\n")
		case <-time.After(20 * time.Second):
			fmt.Fprint(w, ": still here\n\n")
		}
		if !pause(req.Context(), often) {
			return
		}
	}
}
