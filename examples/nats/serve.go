package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// maxPage bounds a page, in bytes.
const maxPage = 8 << 20

// serve runs a NATS server in this process until ctx ends.
func serve(ctx context.Context, s settings, _ []string) error {
	srv, err := server.NewServer(&server.Options{
		Host: "127.0.0.1", Port: s.port, JetStream: true, StoreDir: s.dir, MaxPayload: maxPage, NoSigs: true,
	})
	if err != nil {
		return err
	}
	go srv.Start()
	if !srv.ReadyForConnections(30 * time.Second) {
		return errors.New("the server does not start")
	}
	fmt.Fprintln(s.out, "serving at", srv.ClientURL())
	<-ctx.Done()
	srv.Shutdown()
	srv.WaitForShutdown()
	return nil
}
