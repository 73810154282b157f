package extract

import "golang.org/x/net/html/atom"

// tableRows puts the cells of a row of a table of data into one block. Tables
// that only lay out a page have long texts, headings and lists in their cells,
// or one cell in a row.
func (h *htmlPage) tableRows(bs []block) []block {
	out := bs[:0]
	for i := 0; i < len(bs); {
		row, j := h.ancestor(&bs[i], atom.Tr), i+1
		if row >= 0 && h.isCell(&bs[i]) {
			for j < len(bs) && h.isCell(&bs[j]) && h.ancestor(&bs[j], atom.Tr) == row {
				j++
			}
		}
		if h.cell(&bs[i]) != h.cell(&bs[j-1]) {
			out = append(out, h.joinCells(bs[i:j]))
		} else {
			out = append(out, bs[i:j]...)
		}
		i = j
	}
	return out
}

// isCell reports whether a block can be what a cell of data holds.
func (h *htmlPage) isCell(b *block) bool {
	const most = 120
	return b.keep && len(b.text) <= most && (b.kind == Paragraph)
}

// joinCells makes one block of those of a row.
func (h *htmlPage) joinCells(cells []block) block {
	row := cells[0]
	row.kind = TableRow
	cell := h.cell(&row)
	for i := 1; i < len(cells); i++ {
		sep := "\t"
		next := h.cell(&cells[i])
		if next == cell {
			sep = " " // a line in the same cell
		}
		cell = next
		row.text += sep + cells[i].text
		row.end, row.linked, row.score = cells[i].end, row.linked+cells[i].linked, max(row.score, cells[i].score)
	}
	return row
}

// cell returns the cell of a table that a block lies in.
func (h *htmlPage) cell(b *block) int32 {
	return max(h.ancestor(b, atom.Td), h.ancestor(b, atom.Th))
}

// ancestor returns the innermost element with a tag that a block lies in, -1 if
// there is none near.
func (h *htmlPage) ancestor(b *block, tag atom.Atom) int32 {
	const levels = 6
	e := b.elem
	for range levels {
		if e < 0 || h.p.Elems[e].Tag == tag {
			return e
		}
		if h.p.Elems[e].Tag == atom.Table {
			return -1
		}
		e = h.p.Elems[e].Parent
	}
	return -1
}
