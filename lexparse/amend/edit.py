"""Edits: what is put in the place of some characters of a document, and how to take it back.

What holds afterwards: the text outside the edits is the same to the character; lines and table
rows that no edit touches keep their layout; the edits given back restore the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lexparse.text.document import CELL_BREAK, Block, Cell, Document, Line, Row, Table
from lexparse.text.offsets import OffsetMap

# A line of text or a table row, each one line of the document's text; rows know their table.
Strip = tuple[Line | Row, int | None]
# Rows that an edit puts beside a table belong to it.
BESIDE = -1


@dataclass(frozen=True, slots=True)
class Wording:
    """New text, and the lines and table rows in it where it has a layout of its own.

    Offsets count from the start of ``text``. Text without ``strips`` takes the layout of the line
    or row that it is put into.
    """

    text: str
    strips: tuple[Strip, ...] = ()


NOTHING = Wording("")


@dataclass(frozen=True, slots=True)
class Edit:
    """``text[start:stop]`` becomes ``new``; an insertion is empty before, a deletion after."""

    start: int
    stop: int
    new: Wording = NOTHING

    @property
    def growth(self) -> int:
        """How many characters the text grows by."""
        return len(self.new.text) - (self.stop - self.start)


def wording_at(document: Document, start: int, stop: int) -> Wording:
    """Return ``text[start:stop]`` with the whole lines and rows in it."""
    first = max(bisect_right(document.blocks, start, key=lambda block: block.start) - 1, 0)
    last = bisect_left(document.blocks, stop, lo=first, key=lambda block: block.start)
    strips = tuple(
        (_moved(strip, -start), table)
        for strip, table in strips_of(document.blocks[first:last])
        if start <= strip.start and strip.stop <= stop
    )
    return Wording(document.text[start:stop], strips)


def splice(document: Document, edits: Sequence[Edit]) -> tuple[Document, tuple[Edit, ...]]:
    """Return ``document`` with ``edits`` carried out, and the edits that take them back.

    ``edits`` are in order and do not overlap. Raises ``ValueError`` where they do.
    """
    behind = by = 0
    pieces: list[str] = []
    back: list[Edit] = []
    for edit in edits:
        if edit.start < behind or edit.stop < edit.start or edit.stop > len(document.text):
            raise ValueError("edits overlap or lie outside the text")
        pieces += (document.text[behind : edit.start], edit.new.text)
        start = edit.start + by
        old = wording_at(document, edit.start, edit.stop)
        back.append(Edit(start, start + len(edit.new.text), old))
        by += edit.growth
        behind = edit.stop
    pieces.append(document.text[behind:])
    text = "".join(pieces)
    strips = list(_relaid(text, list(strips_of(document.blocks)), edits))
    blocks = tuple(_blocks(_joined(strips)))
    changed = replace(
        document, text=text, blocks=blocks, source=text, origin=OffsetMap.identity(len(text))
    )
    return changed, tuple(back)


def strips_of(blocks: Sequence[Block]) -> Iterator[Strip]:
    """Yield the lines and rows of ``blocks`` in order; rows of one table share its number."""
    for number, block in enumerate(blocks):
        if isinstance(block, Line):
            yield block, None
        else:
            for row in block.rows:
                yield row, number


def _blocks(strips: Iterator[Strip]) -> Iterator[Block]:
    for table, group in groupby(strips, key=lambda strip: strip[1]):
        members = [strip for strip, _ in group]
        if table is None:
            yield from (one for one in members if isinstance(one, Line))
        else:
            rows = tuple(one for one in members if isinstance(one, Row))
            yield Table(rows[0].start, rows[-1].stop, rows)


def _joined(strips: list[Strip]) -> Iterator[Strip]:
    """Give rows that were put beside a table its number: the one above, else the one below."""
    above: int | None = None
    for at, (strip, table) in enumerate(strips):
        number = table
        if number == BESIDE:
            number = above
        if table == BESIDE and number is None:
            below = (one for _, one in strips[at + 1 :] if one != BESIDE)
            number = next(below, None) or BESIDE
        yield strip, number
        above = number


def shifted(new: Wording, by: int) -> tuple[Strip, ...]:
    """Return the strips of ``new`` as they stand ``by`` characters further on."""
    return tuple((_moved(strip, by), table) for strip, table in new.strips)


def _moved(strip: Line | Row, by: int) -> Line | Row:
    if isinstance(strip, Line):
        return replace(strip, start=strip.start + by, stop=strip.stop + by)
    cells = tuple(replace(cell, start=cell.start + by, stop=cell.stop + by) for cell in strip.cells)
    return Row(strip.start + by, strip.stop + by, cells, strip.header)


def _relaid(text: str, old: list[Strip], edits: Sequence[Edit]) -> Iterator[Strip]:
    """Yield the strips of ``text``: those that no edit touches moved, the others laid anew."""
    starts = [strip.start for strip, _ in old]
    at = by = first = 0
    while first < len(edits):
        last, begin, end = _run(starts, edits, first)
        for strip, table in old[at:begin]:
            yield _moved(strip, by), table
        start = old[begin][0].start if begin < len(old) else edits[first].start
        lower = start + by
        grown = sum(edit.growth for edit in edits[first:last])
        stop = old[end][0].start if end < len(old) else len(text) - by - grown
        upper = stop + by + grown
        yield from _region(text, (lower, upper), old[begin:end], edits[first:last], by)
        by += grown
        at, first = end, last
    for strip, table in old[at:]:
        yield _moved(strip, by), table


def _run(starts: list[int], edits: Sequence[Edit], first: int) -> tuple[int, int, int]:
    """Return where the edits end that touch the same strips as the first, and those strips."""
    begin = max(bisect_right(starts, edits[first].start) - 1, 0)
    end = begin
    last = first
    while last < len(edits) and (last == first or bisect_right(starts, edits[last].start) <= end):
        reached = max(edits[last].stop, edits[last].start + 1)
        end = max(end, bisect_left(starts, reached))
        last += 1
    return last, begin, end


def _region(
    text: str, span: tuple[int, int], old: list[Strip], edits: Sequence[Edit], by: int
) -> Iterator[Strip]:
    """Lay out ``text[span]`` line by line, after what stood or was put there."""
    known: dict[int, Strip] = {}
    touched = _table_of(old)
    for edit in edits:
        alone = all(isinstance(strip, Row) for strip, _ in edit.new.strips)
        for strip, table in edit.new.strips:
            shown = _moved(strip, edit.start + by)
            number = BESIDE if alone else -2 - (table or 0)
            number = number if touched is None else touched
            known[shown.start] = (shown, None if isinstance(strip, Line) else number)
        by += edit.growth
    origin = _Origin(edits, by - sum(edit.growth for edit in edits))
    kept = {strip.start: (strip, table) for strip, table in old}
    above = old[0] if old else None
    at, stop = span
    while at < stop:
        end = text.find("\n", at, stop)
        end = stop if end < 0 else end
        laid = known.get(at)
        if laid is None or laid[0].stop != end:
            laid = _laid(text, at, end, kept.get(origin.of(at)), above)
        if text[at:end].strip() or isinstance(laid[0], Row):
            yield laid
            above = laid
        at = end + 1


def _table_of(strips: list[Strip]) -> int | None:
    tables = {table for _, table in strips}
    return next(iter(tables)) if len(tables) == 1 else None


def _laid(text: str, start: int, stop: int, own: Strip | None, above: Strip | None) -> Strip:
    """Lay out one line as the strip that it replaces, or as a row of the table that it is in."""
    model, table = own or above or (None, None)
    if isinstance(model, Row) and CELL_BREAK in text[start:stop]:
        return _row(text, start, stop, model), table
    if own and isinstance(model, Row):
        return _row(text, start, stop, model), table
    if own and isinstance(model, Line):
        return replace(model, start=start, stop=stop), None
    return Line(start, stop), None


def _row(text: str, start: int, stop: int, model: Row) -> Row:
    """Cut a line into the cells of a row that has the columns of ``model``."""
    cells: list[Cell] = []
    at = start
    parts = text[start:stop].split(CELL_BREAK)
    same = len(parts) == len(model.cells)
    for index, part in enumerate(parts):
        cell = Cell(at, at + len(part), index + 1)
        if same:
            like = model.cells[index]
            cell = replace(cell, column=like.column, colspan=like.colspan)
        cells.append(cell)
        at += len(part) + len(CELL_BREAK)
    return Row(start, stop, tuple(cells), model.header and same)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a line of the new text stood in the old one."""

    edits: Sequence[Edit]
    by: int

    def of(self, at: int) -> int:
        """Return the old offset of the line at ``at``; -1 where an edit put a further line."""
        by = self.by
        for edit in self.edits:
            start = edit.start + by
            if at < start:
                break
            if at < start + len(edit.new.text):
                return edit.start if at == start and edit.stop > edit.start else -1
            by += edit.growth
        return at - by
