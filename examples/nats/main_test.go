package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tidings-go/tidings/cluster"
)

// With this variable set, the test's executable is the program itself.
const asProgram = "TIDINGS_NATS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// A process is started again whenever it ends, until it is to stop or it has
// done its work.
type process struct {
	name string
	args []string
	mu   sync.Mutex
	cmd  *exec.Cmd
	stop bool
	done chan struct{}
}

func start(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{name: args[0], args: args, done: make(chan struct{})}
	var log bytes.Buffer
	go func() {
		defer close(p.done)
		for {
			p.mu.Lock()
			if p.stop {
				p.mu.Unlock()
				return
			}
			p.cmd = exec.Command(os.Args[0], p.args...)
			p.cmd.Env = append(os.Environ(), asProgram+"=1")
			p.cmd.Stderr = &log
			err := p.cmd.Start()
			p.mu.Unlock()
			if err == nil {
				err = p.cmd.Wait()
			}
			if err == nil {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
	}()
	t.Cleanup(func() {
		p.mu.Lock()
		p.stop = true
		p.mu.Unlock()
		p.kill()
		<-p.done
		if t.Failed() {
			t.Logf("%s: %s", p.name, log.String())
		}
	})
	return p
}

// kill ends the process at once, and reports whether it ran.
func (p *process) kill() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cmd != nil && p.cmd.Process != nil && p.cmd.Process.Signal(syscall.SIGKILL) == nil
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

const pages = "../desk/pages"

// A goldPage says which story a page tells; none if that is empty.
type goldPage struct{ File, Story string }

func gold(t *testing.T) []goldPage {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(pages, "gold.json"))
	require.NoError(t, err)
	var list []goldPage
	require.NoError(t, json.Unmarshal(data, &list))
	return list
}

// split puts the pages of some stories into a folder of their own.
func split(t *testing.T, list []goldPage, stories ...string) (folder string, files int) {
	t.Helper()
	folder = t.TempDir()
	for _, g := range list {
		if slices.Contains(stories, g.Story) {
			data, err := os.ReadFile(filepath.Join(pages, g.File))
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(folder, g.File), data, 0o600))
			files++
		}
	}
	return folder, files
}

const kills = 50

// Whatever is killed and whenever, no article is lost, none is counted twice,
// and the stories are those of an undisturbed run over the same stream.
func TestKilledAtAnyMoment(t *testing.T) {
	port := freePort(t)
	url := fmt.Sprintf("nats://127.0.0.1:%d", port)
	list := gold(t)
	desks := map[string]int{}
	processes := []*process{start(t, "serve", "-port", fmt.Sprint(port), "-dir", t.TempDir())}
	var publishers []*process
	for desk, names := range map[string][]string{"spring": {"bridge", "strike", "summit", ""}, "may": {"takeover", "derailment"}} {
		folder, n := split(t, list, names...)
		desks[desk] = n
		publishers = append(publishers, start(t, "publish", "-url", url, "-desk", desk, "-pace", "500ms", folder))
		processes = append(processes, start(t, "cluster", "-url", url, "-desk", desk, "-every", "3"))
	}
	for range 2 {
		processes = append(processes, start(t, "work", "-url", url, "-wait", "1s"))
	}
	processes = append(processes, publishers...)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 0))
	killed := map[string]int{}
	for n := 0; n < kills; {
		time.Sleep(time.Duration(rng.IntN(500)) * time.Millisecond)
		if p := processes[rng.IntN(len(processes))]; p.kill() {
			killed[p.name]++
			n++
		}
	}
	t.Logf("killed %v", killed)
	for _, p := range publishers {
		select {
		case <-p.done:
		case <-time.After(time.Minute):
			t.Fatal("a publisher does not end")
		}
	}
	h := connect(t, url)
	for desk, n := range desks {
		h.desk = desk
		events := eventsOf(t, h, n)
		stories := storiesOf(t, h)
		assert.Equal(t, undisturbed(t, h, n), stories, "%s: as if nothing had been killed", desk)
		assert.Equal(t, groups(stories), told(events), "%s: the events tell the same", desk)
		assertGold(t, list, stories)
	}
}

func connect(t *testing.T, url string) *hub {
	t.Helper()
	nc, err := nats.Connect(url, nats.RetryOnFailedConnect(true), nats.MaxReconnects(-1))
	require.NoError(t, err)
	t.Cleanup(nc.Close)
	for range 50 {
		h, err := openHub(context.Background(), nc, settings{log: t.Output()})
		if err == nil {
			return h
		}
		time.Sleep(200 * time.Millisecond)
	}
	t.Fatal("the server does not come back")
	return nil
}

// eventsOf waits until all articles of a desk have been placed, and checks
// that each was once.
func eventsOf(t *testing.T, h *hub, articles int) []event {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	consumer, err := h.stories.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{FilterSubjects: []string{"stories." + h.desk}})
	require.NoError(t, err)
	var events []event
	seen := map[string]int{}
	for quiet := 0; quiet < 3; {
		require.NoError(t, ctx.Err(), "%s: %d articles of %d", h.desk, len(seen), articles)
		msg, err := consumer.Next(jetstream.FetchMaxWait(time.Second))
		if err != nil {
			if len(seen) == articles {
				quiet++
			}
			continue
		}
		var e event
		require.NoError(t, json.Unmarshal(msg.Data(), &e))
		events = append(events, e)
		seen[e.Doc]++
	}
	for doc, n := range seen {
		assert.Equal(t, 1, n, doc)
	}
	assert.Len(t, seen, articles)
	return events
}

func storiesOf(t *testing.T, h *hub) []cluster.Story {
	t.Helper()
	var out bytes.Buffer
	h.out = &out
	require.NoError(t, stories(context.Background(), h, nil))
	var list []cluster.Story
	for dec := json.NewDecoder(&out); dec.More(); {
		var s cluster.Story
		require.NoError(t, dec.Decode(&s))
		list = append(list, s)
	}
	return list
}

// undisturbed places the articles of the stream from its beginning.
func undisturbed(t *testing.T, h *hub, articles int) []cluster.Story {
	t.Helper()
	c, err := cluster.New(cluster.Defaults())
	require.NoError(t, err)
	d := &desk{hub: h, clusterer: c}
	consumer, err := d.follow(context.Background())
	require.NoError(t, err)
	for range articles {
		_, ok, err := d.next(context.Background(), consumer, 10*time.Second)
		require.NoError(t, err)
		require.True(t, ok)
	}
	var out bytes.Buffer
	require.NoError(t, json.NewEncoder(&out).Encode(slices.Collect(c.Stories())))
	var list []cluster.Story
	require.NoError(t, json.Unmarshal(out.Bytes(), &list))
	return list
}

// groups returns the documents of each story.
func groups(stories []cluster.Story) map[cluster.StoryID][]string {
	out := map[cluster.StoryID][]string{}
	for _, s := range stories {
		out[s.ID] = slices.Sorted(slices.Values(s.Docs))
	}
	return out
}

// told puts the stories together from the events alone.
func told(events []event) map[cluster.StoryID][]string {
	at := map[string]cluster.StoryID{}
	for _, e := range events {
		for _, c := range e.Changes {
			at[c.Doc] = c.To
		}
		at[e.Doc] = e.Story
	}
	out := map[cluster.StoryID][]string{}
	for doc, id := range at {
		out[id] = append(out[id], doc)
	}
	for _, docs := range out {
		slices.Sort(docs)
	}
	return out
}

// assertGold checks that the pages of nearly every story found are of one story.
func assertGold(t *testing.T, list []goldPage, stories []cluster.Story) {
	t.Helper()
	mixed := 0
	for _, s := range stories {
		var want []string
		for _, doc := range s.Docs {
			i := slices.IndexFunc(list, func(g goldPage) bool { return g.File == filepath.Base(doc) })
			require.GreaterOrEqual(t, i, 0, doc)
			want = append(want, list[i].Story)
		}
		if slices.Sort(want); len(slices.Compact(want)) > 1 {
			mixed++
		}
	}
	assert.LessOrEqual(t, mixed, 1)
}

// Processes that have nothing to do wait; they do not end.
func TestIdleProcessesStay(t *testing.T) {
	port := freePort(t)
	url := fmt.Sprintf("nats://127.0.0.1:%d", port)
	start(t, "serve", "-port", fmt.Sprint(port), "-dir", t.TempDir())
	connect(t, url)
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	var wg sync.WaitGroup
	for _, name := range []string{"work", "cluster", "watch"} {
		wg.Go(func() {
			err := run(ctx, []string{name, "-url", url}, t.Output(), t.Output())
			assert.ErrorIs(t, err, context.DeadlineExceeded, name)
		})
	}
	wg.Wait()
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"sing"}, {"publish", "-desk", "a.b"}, {"publish", "-nonsense"}} {
		assert.Error(t, run(context.Background(), args, &bytes.Buffer{}, &bytes.Buffer{}), args)
	}
}
