//go:build !unix

package main

import "time"

var begin = time.Now()

// processor is the time since the start: elsewhere, that must do.
func processor() time.Duration { return time.Since(begin) }
