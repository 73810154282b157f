package extract_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"

	"github.com/tidings-go/tidings/extract"
)

const ukrainian = `<html><head><title>Міст відкрили після ремонту</title></head><body><a href="/">Головна</a> <a href="/n">Новини</a>
<h1>Міст відкрили після ремонту</h1><p>Після восьми місяців ремонту у суботу відкрили міст через річку Тиха, повідомила обласна адміністрація.</p>
<p>Раніше водії їхали в об'їзд через сусіднє село. Тепер дорога до лікарні займе десять хвилин, сказав голова громади Петро Ґудзь.</p></body></html>`

const greek = `<html><head><title>Νέο δημοτικό θέατρο στην πόλη</title></head><body><a href="/">Αρχική</a> <a href="/n">Νέα</a>
<h1>Νέο δημοτικό θέατρο στην πόλη</h1><p>Το νέο δημοτικό θέατρο άνοιξε χθες το βράδυ με μια παράσταση για τα παιδιά των σχολείων της περιοχής.</p>
<p>Ο δήμαρχος ευχαρίστησε όσους εργάστηκαν για την ανακαίνιση του παλιού κτιρίου, που κράτησε τέσσερα χρόνια.</p></body></html>`

// A page is the same article in every encoding, declared or not.
func TestEncodingsGiveTheSameArticle(t *testing.T) {
	for _, c := range []struct {
		page  string
		names []string
	}{
		{ukrainian, []string{"windows-1251", "koi8-u", "utf-16le", "utf-16be"}},
		{greek, []string{"windows-1253", "iso-8859-7", "utf-16le"}},
	} {
		want, err := extract.FromString(c.page, nil)
		require.NoError(t, err)
		require.Len(t, want.Blocks, 2)
		for _, name := range c.names {
			e, _ := charset.Lookup(name)
			require.NotNil(t, e, name)
			data, err := e.NewEncoder().String(c.page)
			require.NoError(t, err, name)
			for _, declared := range []string{"", name, "iso-8859-1"} {
				got, err := extract.FromString(data, &extract.Options{Charset: declared})
				require.NoError(t, err, name)
				assert.Equal(t, want, got, "%s declared as %q", name, declared)
			}
		}
		data, err := unicode.UTF8BOM.NewEncoder().String(c.page)
		require.NoError(t, err)
		got, err := extract.FromString(data, nil)
		require.NoError(t, err)
		assert.Equal(t, want, got, "with a byte order mark")
	}
}
