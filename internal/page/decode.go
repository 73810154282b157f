package page

import "strings"

// Decode returns data as UTF-8.
func Decode(data []byte, charset string) string { return strings.ToValidUTF8(string(data), "\uFFFD") }

// DecodeString is [Decode] for a string.
func DecodeString(s, charset string) string { return strings.ToValidUTF8(s, "\uFFFD") }
