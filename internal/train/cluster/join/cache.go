package main

import (
	"encoding/gob"
	"log"
	"os"

	"github.com/tidings-go/tidings/entity"
	"github.com/tidings-go/tidings/lang"
)

// A finding is what the models of lang and entity say of a text. It is kept
// from run to run because it takes longer than all else.
type finding struct {
	Tag      lang.Tag
	Entities []entity.Entity
}

func loadCache(path string) map[string]finding {
	known := map[string]finding{}
	f, err := os.Open(path)
	if err != nil {
		return known
	}
	defer f.Close()
	if err := gob.NewDecoder(f).Decode(&known); err != nil {
		log.Fatal(path, ": ", err)
	}
	return known
}

func saveCache(path string, known map[string]finding) {
	if path == "" {
		return
	}
	f, err := os.Create(path)
	if err == nil {
		err = gob.NewEncoder(f).Encode(known)
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		log.Fatal(err)
	}
}
