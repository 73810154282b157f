package extract

import "golang.org/x/net/html/atom"

// dropColumns drops what the model kept in the cells beside the one that holds
// the article, on pages laid out by a table: bits of text that are no sentences.
func (h *htmlPage) dropColumns() {
	kept, sentences := h.sums()
	total := kept[len(kept)-1]
	main := make(map[int32]int32) // row: its cell with more than half of the text
	for i := range h.p.Elems {
		if e := &h.p.Elems[i]; e.Tag == atom.Td && 2*(kept[e.Last]-kept[e.First]) > total {
			main[e.Parent] = int32(i)
		}
	}
	for i := range h.p.Elems {
		e := &h.p.Elems[i]
		if cell, ok := main[e.Parent]; !ok || e.Tag != atom.Td || cell == int32(i) || sentences[e.Last] > sentences[e.First] {
			continue
		}
		for j := e.First; j < e.Last; j++ {
			if h.keep[j] {
				h.drop(int(j), Outside)
			}
		}
	}
}

// sums returns how many bytes of text and how many sentences at the end of a
// block are kept before each block.
func (h *htmlPage) sums() (kept, sentences []int) {
	kept, sentences = make([]int, len(h.keep)+1), make([]int, len(h.keep)+1)
	for i, keep := range h.keep {
		kept[i+1], sentences[i+1] = kept[i], sentences[i]
		if !keep {
			continue
		}
		text := h.p.Blocks[i].Text
		kept[i+1] += len(text)
		if endsSentence(text) {
			sentences[i+1]++
		}
	}
	return kept, sentences
}
