"""Two acts in one DOCX with tracked changes: all accepted the new act, all rejected the old one.

Runs are wrapped in ``w:ins`` and ``w:del``; a paragraph that came or is gone has its mark
tracked too, a row its ``w:trPr``. No date is written: the library has no clock.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from lexparse.compare import Comparison, compare
from lexparse.export.laid import Line, Piece, State, cells, columns, lines, mark, pieces
from lexparse.records import Parse

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

AUTHOR = "lexparse"
TRACKED = {"came": "w:ins", "gone": "w:del"}
# What XML 1.0 has no place for; acts taken from scans hold form feeds and worse.
UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAK = re.compile(r"([\t\n])")


def as_tracked(old: Parse, new: Parse, compared: Comparison | None = None) -> bytes:
    """Return the DOCX file of both acts with the changes of ``compared`` tracked."""
    from docx import Document

    compared = compared or compare(old, new)
    document = Document()
    properties = document.core_properties
    properties.author, properties.title = AUTHOR, UNWRITABLE.sub("", new.act.title or "")[:255]
    properties.comments = ""
    body = document.element.body
    for element in _Writer().blocks(lines(old, new, compared)):
        body.insert(len(body) - 1, element)  # the section's properties stay last
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Writer:
    """Makes the elements; tracked changes are counted, as each needs its own id."""

    def __init__(self) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.element, self.name = OxmlElement, qn
        self.ids = count(1)

    def blocks(self, shown: Iterable[Line]) -> Iterator[BaseOxmlElement]:
        for row, group in groupby(shown, key=attrgetter("is_row")):
            if row:
                rows = list(group)
                yield self._table(rows)
                # Word joins tables that nothing parts, and wants a paragraph behind the last.
                states = {one.state for one in rows}
                yield self._of_pieces((), states.pop() if len(states) == 1 else "stays")
            else:
                yield from map(self._paragraph, group)

    def _new(self, tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
        element: Any = self.element(tag)
        for name, value in attributes.items():
            element.set(self.name(f"w:{name}"), value)
        for child in children:
            element.append(child)
        made: BaseOxmlElement = element
        return made

    def _paragraph(self, one: Line) -> BaseOxmlElement:
        return self._of_pieces((*mark(one), *pieces(one)), one.state)

    def _of_pieces(self, parts: Iterable[Piece], state: State) -> BaseOxmlElement:
        paragraph = self._new("w:p")
        if state in TRACKED:
            paragraph.append(self._new("w:pPr", self._new("w:rPr", self._track(state))))
        for piece in parts:
            if piece.text:
                paragraph.append(self._piece(piece))
        return paragraph

    def _track(self, state: State) -> BaseOxmlElement:
        return self._new(TRACKED[state], id=str(next(self.ids)), author=AUTHOR)

    def _piece(self, piece: Piece) -> BaseOxmlElement:
        run = self._run(piece.text, "w:delText" if piece.state == "gone" else "w:t")
        if piece.state == "stays":
            return run
        tracked = self._track(piece.state)
        tracked.append(run)
        return tracked

    def _run(self, text: str, tag: str) -> BaseOxmlElement:
        run = self._new("w:r")
        for part in BREAK.split(UNWRITABLE.sub("\ufffd", text)):
            if part in {"\t", "\n"}:
                run.append(self._new("w:tab" if part == "\t" else "w:br"))
            elif part:
                words: Any = self._new(tag)
                words.text = part
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.append(words)
        return run

    def _table(self, rows: list[Line]) -> BaseOxmlElement:
        width = columns(rows)
        style = self._new("w:tblPr", self._new("w:tblStyle", val="TableGrid"))
        style.append(self._new("w:tblW", w="5000", type="pct"))
        grid = self._new("w:tblGrid", *(self._new("w:gridCol") for _ in range(width)))
        return self._new("w:tbl", style, grid, *(self._row(one, width) for one in rows))

    def _row(self, one: Line, width: int) -> BaseOxmlElement:
        row, state = self._new("w:tr"), one.state
        if state in TRACKED:
            row.append(self._new("w:trPr", self._track(state)))
        for parts in cells(one, width):
            row.append(self._new("w:tc", self._new("w:tcPr"), self._of_pieces(parts, state)))
        return row
