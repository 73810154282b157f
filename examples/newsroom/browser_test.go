package main

import (
	"context"
	"flag"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var screenshots = flag.String("screenshots", "", "write the README's pictures to this folder")

// browser starts a headless Chromium that ends with the test.
func browser(t *testing.T) context.Context {
	t.Helper()
	var exe string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			exe = found
			break
		}
	}
	if exe == "" {
		t.Skip("no Chromium here")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(exe), chromedp.NoSandbox,
		chromedp.Flag("accept-lang", "en-GB,en"), chromedp.Flag("hide-scrollbars", true), chromedp.WSURLReadTimeout(2*time.Minute))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	ctx, leave := chromedp.NewContext(ctx)
	t.Cleanup(leave)
	require.NoError(t, chromedp.Do(ctx, chromedp.Sleep(0)))
	ctx, cancel := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// open serves the sample news, and what comes to a folder later.
func open(t *testing.T) (address, folder string) {
	t.Helper()
	r := filled(t)
	folder = t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- (&watcher{log: t.Output()}).watch(ctx, []string{folder}, r) }()
	t.Cleanup(func() { cancel(); <-done })
	s := httptest.NewUnstartedServer(newSite(r))
	s.Config.BaseContext = nil
	s.Start()
	t.Cleanup(func() { s.CloseClientConnections(); s.Close() })
	return s.URL, folder
}

func do(t *testing.T, ctx context.Context, steps ...step) {
	t.Helper()
	require.NoError(t, chromedp.Do(ctx, steps...))
}

type step = chromedp.Action[chromedp.Void]

// eval returns what a script says.
func eval[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	require.NoError(t, err)
	return v
}

const grainCard = `//article[contains(@class,"card")][.//*[contains(text(),"grain deal")]]//h2/a`

func TestInABrowser(t *testing.T) {
	ctx := browser(t)
	address, folder := open(t)
	do(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(address), chromedp.WaitVisible(".card"))

	t.Run("follow a story to an article", func(t *testing.T) {
		do(t, ctx, chromedp.Click(grainCard), chromedp.WaitVisible(".story"))
		assert.Contains(t, eval[string](t, ctx, `document.querySelector(".story .facts").textContent`), "1 copy not counted")
		do(t, ctx, chromedp.Click(`.heads a[lang="ar"]`), chromedp.WaitVisible(".article"))
		assert.Equal(t, "rtl", eval[string](t, ctx, `getComputedStyle(document.querySelector(".article p")).direction`))
		assert.Positive(t, eval[int](t, ctx, `document.querySelectorAll(".mention.person").length`))
		assert.Contains(t, eval[string](t, ctx, `document.querySelector(".why").textContent`), "probability")
	})

	t.Run("search for a name in another script", func(t *testing.T) {
		do(t, ctx, chromedp.Navigate(address), chromedp.WaitVisible("#q"),
			chromedp.SendKeys("#q", "Путін"+kb.Enter), chromedp.WaitVisible(".named"))
		named := eval[string](t, ctx, `document.querySelector(".named").textContent`)
		assert.Contains(t, named, "Πούτιν")
		assert.Contains(t, named, "بوتين")
		do(t, ctx, chromedp.Click(grainCard), chromedp.WaitVisible(".story"), chromedp.Click(`.heads a[lang="el"]`), chromedp.WaitVisible(".article"))
		assert.Contains(t, eval[string](t, ctx, `document.querySelector(".article").textContent`), "Πούτιν")
	})

	t.Run("what was left out, on request", func(t *testing.T) {
		do(t, ctx, chromedp.Navigate(address+"/article?id=..%2Fdesk%2Fpages%2Fro-gazeta-tisei.txt"), chromedp.WaitVisible(".article"))
		assert.Zero(t, eval[int](t, ctx, `document.querySelectorAll(".left-out").length`))
		do(t, ctx, chromedp.Click(`a[href*="rejected=1"]`), chromedp.WaitVisible(".left-out"))
		assert.Greater(t, eval[int](t, ctx, `document.querySelectorAll(".left-out").length`), 3)
	})

	t.Run("by keyboard", func(t *testing.T) {
		do(t, ctx, chromedp.Navigate(address), chromedp.WaitVisible(".card"), chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("k"))
		first := eval[string](t, ctx, `document.querySelector("a.stop").href`)
		assert.Equal(t, first, eval[string](t, ctx, `document.activeElement.href`))
		do(t, ctx, chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".story"), chromedp.KeyEvent("/"), chromedp.KeyEvent("Kowalska"+kb.Enter), chromedp.WaitVisible(".named"))
		assert.Contains(t, eval[string](t, ctx, `document.querySelector(".named").textContent`), "Kowalska")
	})

	t.Run("live", func(t *testing.T) {
		do(t, ctx, chromedp.Navigate(address), chromedp.WaitVisible(".live .card"))
		eval[bool](t, ctx, `window.stayed = true`)
		page := "Frost kills the apricot blossom in Gravendal\n\nGrowers in Gravendal lost most of this year's apricots in one night of frost, " +
			"the farmers' union said on Tuesday. It asked the ministry for help.\n\nThe last frost as hard as this one was in 2004, when half the harvest was lost.\n"
		require.NoError(t, os.WriteFile(filepath.Join(folder, "frost.txt"), []byte(page), 0o600))
		do(t, ctx, chromedp.WaitVisible(`//a[contains(text(),"apricot blossom")]`))
		assert.True(t, eval[bool](t, ctx, `window.stayed`), "without loading the page again")
	})

	t.Run("no page is wider than a phone", func(t *testing.T) {
		for _, path := range []string{"/", "/?q=Putin", "/article?id=..%2Fdesk%2Fpages%2Fro-gazeta-tisei.txt&rejected=1"} {
			do(t, ctx, chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile), chromedp.Navigate(address+path), chromedp.WaitVisible("main"))
			assert.LessOrEqual(t, eval[int](t, ctx, `document.documentElement.scrollWidth`), 360, path)
		}
	})

	t.Run("dark and light", func(t *testing.T) {
		ground := `getComputedStyle(document.documentElement).backgroundColor`
		do(t, ctx, scheme("light"), chromedp.Navigate(address), chromedp.WaitVisible(".card"))
		light := eval[string](t, ctx, ground)
		do(t, ctx, scheme("dark"))
		assert.NotEqual(t, light, eval[string](t, ctx, ground))
	})
}

func TestWithoutScripts(t *testing.T) {
	ctx := browser(t)
	address, _ := open(t)
	do(t, ctx, call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}), chromedp.Navigate(address), chromedp.WaitVisible(".card"),
		chromedp.SendKeys("#q", "Путін"+kb.Enter), chromedp.WaitVisible(".named"),
		chromedp.Click(grainCard), chromedp.WaitVisible(".story"), chromedp.Click(`.heads a[lang="el"]`), chromedp.WaitVisible(`.article[lang="el"]`))
}

func scheme(name string) step {
	return call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
	})
}

// call is the step of a protocol command whose answer does not matter.
func call[P, R any](cmd cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cmd, params)
		return err
	})
}

// TestScreenshots makes the README's pictures:
//
//	go test -run Screenshots -screenshots screenshots
func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Skip("no -screenshots")
	}
	ctx := browser(t)
	address, _ := open(t)
	for _, p := range []struct {
		name, path, scheme string
		wide, high         int64
		then               step
	}{
		{"stories-light", "/", "light", 1280, 900, nil},
		{"story-dark", "/", "dark", 1280, 900, chromedp.Click(grainCard)},
		{"article-arabic-light", articleURL("https://sahifat-almina.example/ar-grain"), "light", 1280, 800, nil},
		{"left-out-dark", articleURL("../desk/pages/ro-gazeta-tisei.txt") + "&rejected=1", "dark", 1280, 900, nil},
		{"search-phone-light", "/?q=Путін", "light", 390, 844, nil},
		{"article-phone-dark", articleURL("https://hanamal.example/he-grain"), "dark", 390, 844, nil},
	} {
		steps := []step{
			chromedp.EmulateViewport(p.wide, p.high, chromedp.EmulateScale(1.5)), scheme(p.scheme),
			chromedp.Navigate(address + p.path), chromedp.WaitVisible(".facts"),
		}
		if p.then != nil {
			steps = append(steps, p.then, chromedp.WaitVisible(".story"))
		}
		do(t, ctx, append(steps, chromedp.Sleep(time.Second))...)
		quality := int64(70)
		picture, err := chromedp.Call(ctx, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{
			Format: cdppage.CaptureScreenshotFormatWebp, Quality: &quality,
		})
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(*screenshots, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(*screenshots, p.name+".webp"), picture.Data, 0o644))
	}
}
