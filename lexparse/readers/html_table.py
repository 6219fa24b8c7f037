"""An HTML table inside a Markdown file becomes a table draft, whatever state its tags are in.

Literal forms: ``<td colspan="2">``, ``<th rowspan=3>``, rows without ``</tr>``, text outside any
cell (it gets a cell of its own), a table inside a cell (its text belongs to the cell).
"""

from __future__ import annotations

import re

from lexparse.text.builder import CellDraft, RowDraft, TableDraft

# No act has so wide a table; what stands further right is kept in the last cell.
MAX_COLUMNS = 128
MAX_ROWS = 65_534
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>table|tr|td|th)(?=[\s/>])(?P<attributes>[^<>]*)>"
    r"(?P<whole>(?P<text>[^<]*+)</(?:td|th)>\s*+)?",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(col|row)span\s*=\s*[\"']?\s*(\d{1,9})", re.IGNORECASE)
_NO_TEXT = re.compile(r"(?:\s|</?[a-z][^<>]*>|<!--[^<>]*-->)*+\Z", re.IGNORECASE)
OPEN = re.compile(r"<table(?=[\s/>])", re.IGNORECASE)
# A passage of an act may begin inside a table.
BEGINS = re.compile(r"<(?:table|tr|td|th)(?=[\s/>])", re.IGNORECASE)
CLOSE = re.compile(r"</table\s*>", re.IGNORECASE)


def html_table(source: str, start: int, stop: int) -> TableDraft:
    """Return the table whose mark-up is ``source[start:stop]``; rows without cells are left out."""
    return _Rows(source).read(start, stop)


class _Rows:
    def __init__(self, source: str) -> None:
        self.source = source
        self.rows: list[RowDraft] = []
        self.cell: CellDraft | None = None
        self.cell_start = 0
        self.new_row = True
        self.depth = 0

    def read(self, start: int, stop: int) -> TableDraft:
        behind = start
        for found in _TAG.finditer(self.source, start, stop):
            self._outside(behind, found.start())
            self._tag(found)
            behind = found.end()
        self._outside(behind, stop)
        self._close(stop)
        return TableDraft(self.rows)

    def _tag(self, found: re.Match[str]) -> None:
        closing, name, attributes, whole, _ = found.groups()
        name = name.lower()
        if name == "table":
            self.depth += 1 if not closing else -1 if self.depth else 0
        if self.depth > 1 or (name == "table" and self.depth == 1 and closing):
            return
        self._close(found.start())
        if name in {"table", "tr"}:
            self.new_row = True
        elif not closing:
            self._open(name, attributes, found.end("attributes") + 1)
            if whole is not None:
                self._close(found.end("text"))

    def _open(self, name: str, attributes: str, start: int) -> None:
        if self.new_row:
            self.rows.append(RowDraft([], header=name == "th"))
            self.new_row = False
        row = self.rows[-1]
        row.header = row.header and name == "th"
        if len(row.cells) >= MAX_COLUMNS:
            self.cell = row.cells[-1]
        else:
            self.cell = CellDraft(*_spans(attributes))
            row.cells.append(self.cell)
        self.cell_start = start

    def _close(self, stop: int) -> None:
        if self.cell is not None and self.cell_start < stop:
            words = self.source[self.cell_start : stop]
            if bare := words.strip():
                start = self.cell_start + words.find(bare)
                self.cell.fragments.append((start, start + len(bare)))
        self.cell = None

    def _outside(self, start: int, stop: int) -> None:
        """Text that stands in no cell gets one, so that nothing is lost."""
        if self.cell is None and start < stop and not _NO_TEXT.match(self.source, start, stop):
            self._open("td", "", start)
            self._close(stop)


def _spans(attributes: str) -> tuple[list[tuple[int, int]], int, int]:
    spans = {"col": 1, "row": 1}
    if attributes:
        for kind, count in _SPAN.findall(attributes):
            spans[kind.lower()] = max(int(count), 1)
    return [], min(spans["col"], MAX_COLUMNS), min(spans["row"], MAX_ROWS)
