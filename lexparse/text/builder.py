"""Readers say what they found in the normalised source; here it becomes a ``Document``'s text.

A reader gives drafts in coordinates of its normalised source. Afterwards the text has the layout
that ``document.py`` promises, and every character leads back to the source as it was decoded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from lexparse.text.document import CELL_BREAK, Block, Cell, Line, Row, Table
from lexparse.text.offsets import OffsetMap, Run

# ``start, stop`` in the normalised source and what is shown for it; ``None`` shows it as it is.
Piece = tuple[int, int, str | None]
# Merged cells further right than any real table reaches are not followed downwards.
WIDEST = 256
_UNFOLDED = re.compile(r"\s\s+|[^\S ]")


@dataclass(slots=True)
class LineDraft:
    """A paragraph to be; ``pieces`` are shown one after another."""

    pieces: list[Piece]
    role: str = "body"
    level: int = 0
    indent: int = 0
    part: int = 0


@dataclass(slots=True)
class CellDraft:
    """A table cell to be: spans of the source that are its text, parted by one space."""

    fragments: list[tuple[int, int]] = field(default_factory=list)
    colspan: int = 1
    rowspan: int = 1


@dataclass(slots=True)
class RowDraft:
    """A table row to be."""

    cells: list[CellDraft]
    header: bool = False


@dataclass(slots=True)
class TableDraft:
    """A table to be."""

    rows: list[RowDraft]


Draft = LineDraft | TableDraft
Inline = Callable[[str, int, int], Sequence[Piece]]


def folded(source: str, start: int, stop: int) -> list[Piece]:
    """Return ``source[start:stop]`` with every run of white space shown as one space."""
    words = source[start:stop]
    if "  " not in words and "\n" not in words and "\t" not in words:
        return [(start, stop, None)]
    pieces: list[Piece] = []
    for found in _UNFOLDED.finditer(source, start, stop):
        if found.start() > start:
            pieces.append((start, found.start(), None))
        pieces.append((found.start(), found.end(), " "))
        start = found.end()
    if start < stop:
        pieces.append((start, stop, None))
    return pieces


class TextBuilder:
    """Appends drafts to one text; ``clean`` is the normalised source they speak of.

    ``inline`` gives a cell's pieces for a span: a reader drops its mark-up there.
    """

    def __init__(self, clean: str, inline: Inline = folded) -> None:
        self._clean = clean
        self._inline = inline
        self._chunks: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._at = 0

    def build(self, drafts: Iterable[Draft]) -> tuple[str, tuple[Block, ...], OffsetMap]:
        """Return the text of all drafts, their blocks, and the map to the normalised source."""
        for draft in drafts:
            if isinstance(draft, TableDraft):
                self._table(draft)
            else:
                self._line(draft)
        text = "".join(self._chunks)
        return text, tuple(self._blocks), OffsetMap.of_wide(self._runs, self._at, len(self._clean))

    def _line(self, draft: LineDraft) -> None:
        start = self._at
        self._put_all(draft.pieces)
        if self._at == start:
            return
        self._blocks.append(
            Line(start, self._at, draft.role, draft.level, draft.indent, draft.part)
        )
        self._break("\n")

    def _table(self, draft: TableDraft) -> None:
        start = self._at
        rows: list[Row] = []
        covered: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(draft.rows):
            rows.append(self._row(row, number, covered))
            self._break("\n")
        self._blocks.append(Table(start, self._at - 1, tuple(rows)))

    def _row(self, draft: RowDraft, number: int, covered: dict[int, tuple[int, int]]) -> Row:
        """``covered`` tells by column the last row a merged cell reaches, and where it ends."""
        start, column = self._at, 1
        cells: list[Cell] = []
        for cell in draft.cells:
            while (above := covered.get(column)) and above[0] >= number and column < WIDEST:
                column = above[1]
            if cells:
                self._break(CELL_BREAK)
            cell_start = self._at
            self._cell(cell)
            cells.append(Cell(cell_start, self._at, column, cell.colspan, cell.rowspan))
            after = column + cell.colspan
            if cell.rowspan > 1 and column < WIDEST:
                covered |= dict.fromkeys(range(column, after), (number + cell.rowspan - 1, after))
            column = after
        return Row(start, self._at, tuple(cells), draft.header)

    def _cell(self, draft: CellDraft) -> None:
        start = self._at
        for fragment_start, fragment_stop in draft.fragments:
            if self._at > start and not self._chunks[-1].endswith("-"):
                self._break(" ")
            self._put_all(self._inline(self._clean, fragment_start, fragment_stop))

    def _put_all(self, pieces: Iterable[Piece]) -> None:
        for start, stop, shown in pieces:
            words = self._clean[start:stop] if shown is None else shown
            if size := len(words):
                self._chunks.append(words)
                width = stop - start
                self._runs.append((self._at, start, min(size, width), stop))
                self._at += size

    def _break(self, shown: str) -> None:
        """Append what parts two units; where the source has the same there, it is its origin."""
        if self._runs:
            text, source, size, stop = self._runs[-1]
            same = text + size == self._at and self._clean.startswith(shown, stop)
            if same and source + size == stop:
                self._runs[-1] = (text, source, size + len(shown), stop + len(shown))
        self._chunks.append(shown)
        self._at += len(shown)
