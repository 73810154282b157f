// Package sets has what the trainers that read sets of pages share.
package sets

import (
	"net/url"
	"strings"
)

// Site names the site of an address, so that its pages stay together when pages
// are split for cross-validation: the host without what stands before the
// domain. It is "" for what is no address.
func Site(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	parts := strings.Split(strings.TrimPrefix(u.Host, "www."), ".")
	if n := len(parts); n > 2 && len(parts[n-2]) > 3 {
		parts = parts[n-2:]
	} else if n > 3 {
		parts = parts[n-3:]
	}
	return strings.Join(parts, ".")
}

// Fold returns which of n folds the pages of a site are in.
func Fold(site string, n int) int {
	h := uint32(2166136261)
	for i := range len(site) {
		h = (h ^ uint32(site[i])) * 16777619
	}
	return int(h>>8) % n
}
