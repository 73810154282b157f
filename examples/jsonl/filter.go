package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
)

// maxLine bounds a line, so that a stream without line ends cannot fill memory.
const maxLine = 256 << 20

var errLine = errors.New("line is too long")

// readLines calls yield with every line of r that is not blank; err is set for
// a line over maxLine, which is skipped. The slice is the caller's to keep.
func readLines(r io.Reader, yield func(line []byte, err error)) error {
	br := bufio.NewReaderSize(r, 1<<20)
	var line []byte
	long := false
	for {
		part, err := br.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxLine; !long {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			yield(nil, fmt.Errorf("%w: over %d bytes", errLine, maxLine))
		} else if line = bytes.TrimSpace(line); len(line) > 0 {
			yield(line, nil)
		}
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return err
		}
		line, long = nil, false
	}
}

// failure is the answer to a line that could not be handled.
type failure struct {
	ID    string `json:"id"`
	Error string `json:"error"`
}

// parse reads one input line. The error says what is wrong with it.
func parse[In any](line []byte) (In, error) {
	var in In
	if err := json.Unmarshal(line, &in); err != nil {
		return in, fmt.Errorf("bad line: %w", err)
	}
	return in, nil
}

// failed answers line with err, under the line's own id if that can be read.
func failed(line []byte, err error) failure {
	var in struct{ ID string }
	_ = json.Unmarshal(line, &in) // whatever could be read of a bad line
	return failure{in.ID, err.Error()}
}

func newEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// filter answers every line of r by call, on all cores, in order.
func filter[In, Out any](r io.Reader, w io.Writer, call func(In) (Out, error)) error {
	answers := make(chan chan []byte, 2*runtime.GOMAXPROCS(0))
	written := make(chan error, 1)
	go func() { written <- writeAll(w, answers) }()
	err := readLines(r, func(line []byte, lineErr error) {
		answer := make(chan []byte, 1)
		answers <- answer
		go func() { answer <- answerLine(line, lineErr, call) }()
	})
	close(answers)
	return errors.Join(err, <-written)
}

// answerLine gives the output line for an input line.
func answerLine[In, Out any](line []byte, err error, call func(In) (Out, error)) []byte {
	var answer any
	if err == nil {
		var in In
		if in, err = parse[In](line); err == nil {
			answer, err = call(in)
		}
	}
	if err != nil {
		answer = failed(line, err)
	}
	var b bytes.Buffer
	if err := newEncoder(&b).Encode(answer); err != nil {
		b.Reset()
		_ = newEncoder(&b).Encode(failed(line, err)) // strings always encode
	}
	return b.Bytes()
}

// writeAll writes the answers as they come, and flushes whenever none waits, so
// that a program at the other end of a pipe gets each as soon as it is there.
func writeAll(w io.Writer, answers <-chan chan []byte) error {
	bw := bufio.NewWriterSize(w, 1<<20)
	var failed error
	for answer := range answers {
		if _, err := bw.Write(<-answer); err != nil && failed == nil {
			failed = err
		}
		if len(answers) == 0 {
			if err := bw.Flush(); err != nil && failed == nil {
				failed = err
			}
		}
	}
	return errors.Join(failed, bw.Flush())
}
