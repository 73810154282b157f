package openai

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
)

// A Cache keeps vectors on disk, one file each, named by a hash of model and
// text. It is safe for concurrent use, by several processes too. A nil Cache
// keeps nothing.
type Cache struct{ dir string }

// NewCache returns a cache in a folder, which is made if need be.
func NewCache(dir string) (*Cache, error) {
	return &Cache{dir}, os.MkdirAll(dir, 0o755)
}

func (c *Cache) file(model, text string) string {
	h := sha256.New()
	io.WriteString(h, model)
	h.Write([]byte{0})
	io.WriteString(h, text)
	name := hex.EncodeToString(h.Sum(nil))
	return filepath.Join(c.dir, name[:2], name[2:])
}

// get returns what was kept. A file that is damaged counts as missing.
func (c *Cache) get(model, text string) ([]float32, bool) {
	if c == nil {
		return nil, false
	}
	data, err := os.ReadFile(c.file(model, text))
	if err != nil || len(data) == 0 || len(data)%4 != 0 {
		return nil, false
	}
	v := make([]float32, len(data)/4)
	return v, binary.Read(bytes.NewReader(data), binary.LittleEndian, v) == nil
}

// put writes a file under another name first, so that there is never half a
// vector.
func (c *Cache) put(model, text string, v []float32) error {
	if c == nil {
		return nil
	}
	name := c.file(model, text)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), "new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	err = binary.Write(f, binary.LittleEndian, v)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
