r"""Tables drawn with characters: cells parted by ``\t|\t``, by tabs, or by ``|`` columns.

Rows that a page end broke are joined cell by cell: a fragment with an empty first cell that blank
lines part from its numbered rest (``⇥Қызмет … алқалы ¶¶ 6⇥органдардың …``) or from its beginning.
In a table drawn with rules (``|____|____``) the lines between two rules are one row where they
read on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from lexparse.readers.joining import MARKER
from lexparse.text.builder import CellDraft, RowDraft, TableDraft
from lexparse.text.document import CELL_BREAK

Span = tuple[int, int]
TAB_PIPE = re.compile(r"(?:\A|\t) *\| *(?:\t|\Z)")
_SEPARATORS = {"tab-pipe": CELL_BREAK, "pipe": "|", "tab": "\t"}
_RULE = re.compile(r"[\s|_+=\-─━═:*]+\Z")
_DRAWN = re.compile(r"[_=─━═*]{5}|-{3}|-\+|\|_|\|:?-")
_NUMBER_CELL = re.compile(r"\d{1,4}(?:[-.]\d{1,3})*[.)]?\Z")
_SMALL = re.compile(r"[\"«„(]?[а-яёәғқңөұүһіa-z]|\(")
_STOPPED = re.compile(r"[.;:!?]['\"»”]*\Z")


class DrawnLine(Protocol):
    """What is asked of a source line: ``gap`` counts the blank lines above it."""

    @property
    def start(self) -> int:
        """Where the line stands in the source."""

    @property
    def text(self) -> str:
        """Its characters, outer white space included."""

    @property
    def gap(self) -> int:
        """Blank lines above it."""

    @property
    def rule(self) -> bool:
        """Whether it is drawn, not written."""


@dataclass(slots=True)
class _Line:
    cells: list[Span]
    gap: int
    rule: bool = False


def is_rule(text: str) -> bool:
    """Tell a rule drawn across the page or between rows from text."""
    return bool(_RULE.match(text) and _DRAWN.search(text))


def kind_of(text: str) -> str:
    """Return how the cells of a line are parted: ``tab-pipe``, ``pipe``, ``tab`` or nothing."""
    if "|" in text:
        return "tab-pipe" if "\t" in text and TAB_PIPE.search(text) else "pipe"
    return "tab" if "\t" in text.lstrip() or text.startswith("\t") else ""


def tables(source: str, lines: Sequence[DrawnLine], kind: str) -> list[TableDraft] | None:
    """Return the tables that ``lines`` of one ``kind`` and the rules among them draw.

    ``None`` says that they are running text: a list set with tabs, a sentence with a stroke.
    """
    if kind == "pipe":
        return _drawn(source, lines)
    rows = [_Line(_cells(kind, line.text, line.start), line.gap) for line in lines if not line.rule]
    if kind == "tab" and not _is_tab_table(source, rows):
        return None
    return [TableDraft(_rows(source, group)) for group in _parted(rows)]


def _cells(kind: str, text: str, offset: int) -> list[Span]:
    """Return the trimmed spans of a line's cells; an empty cell is an empty span."""
    separator = _SEPARATORS[kind]
    if kind == "tab-pipe" and text.count(separator) != text.count("|"):
        return _ragged(text, offset)
    spans: list[Span] = []
    for part in text.split(separator):
        words = part.strip()
        start = offset + part.find(words)
        spans.append((start, start + len(words)))
        offset += len(part) + len(separator)
    return spans


def _ragged(text: str, offset: int) -> list[Span]:
    """A line that lost the tabs at its ends, or has a stroke inside a cell."""
    spans: list[Span] = []
    behind = 0
    for found in TAB_PIPE.finditer(text):
        spans.append(_trimmed(text, offset, behind, found.start()))
        behind = found.end()
    spans.append(_trimmed(text, offset, behind, len(text)))
    return spans


def _trimmed(text: str, offset: int, start: int, stop: int) -> Span:
    part = text[start:stop]
    lead = len(part) - len(part.lstrip())
    return (offset + start + lead, offset + start + lead + len(part.strip()))


def _is_tab_table(source: str, lines: Sequence[_Line]) -> bool:
    """``1.⇥Осы бұйрық`` is a list item; a table has three columns, or two without list numbers."""
    widths = [len(line.cells) for line in lines]
    if _most_common(widths) >= 3:
        return len(lines) > 1 or sum(start < stop for start, stop in lines[0].cells) > 1
    firsts = [source[slice(*line.cells[0])] + " " for line in lines]
    listed = sum(1 for first in firsts if not first.strip() or MARKER.match(first))
    return len(lines) > 1 and listed * 2 < len(lines)


def _parted(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Two columns over blank lines are two tables (a signature, a stamp), more are one."""
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and not (line.gap and _begins_anew(groups[-1], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins_anew(group: list[_Line], line: _Line) -> bool:
    count, before = len(line.cells), len(group[-1].cells)
    if before + count - 1 == _most_common([len(above.cells) for above in group]) > before:
        # A row cut inside a cell: both parts together have the table's columns.
        return False
    if max(count, before) > 2:
        return abs(count - before) > max(count, before) // 2
    return len(group) < 2 or _empty(line.cells[0])


def _rows(source: str, lines: Sequence[_Line]) -> list[RowDraft]:
    rows = [([[cell] for cell in line.cells], line.gap) for line in lines]
    columns = _most_common([len(cells) for cells, _ in rows])
    out: list[list[list[Span]]] = []
    at = 0
    while at < len(rows):
        cells, gap = rows[at]
        following = rows[at + 1] if at + 1 < len(rows) else None
        if _is_beginning(source, cells, gap, following) and following:
            cells = _merged(cells, following[0])
            at += 1
        elif (cut := _cut_row(source, out, cells, gap)) is not None:
            out[cut] = _merged(out[cut], cells)
            at += 1
            continue
        if out and _is_tail(source, out[-1], cells, columns):
            out[-1] = [*out[-1][:-1], out[-1][-1] + cells[0], *cells[1:]]
        else:
            out.append(cells)
        at += 1
    return [_row(cells) for cells in out]


def _cut_row(
    source: str, out: list[list[list[Span]]], cells: list[list[Span]], gap: int
) -> int | None:
    """Return which row above ``cells`` goes on: a head repeated at a page end lies between."""
    if out and gap and _is_rest(source, out[-1], cells):
        return len(out) - 1
    if len(out) > 2 and _is_column_numbers(source, out[-1]) and _is_rest(source, out[-2], cells):
        return len(out) - 2
    return None


def _is_column_numbers(source: str, cells: list[list[Span]]) -> bool:
    figures = [_text(source, cell).strip(" .") for cell in cells]
    return len(figures) > 2 and figures == [str(at + 1) for at in range(len(figures))]


def _most_common(widths: list[int]) -> int:
    return Counter(widths).most_common(1)[0][0]


def _is_beginning(
    source: str,
    cells: list[list[Span]],
    gap: int,
    following: tuple[list[list[Span]], int] | None,
) -> bool:
    """A row's first lines, cut off by a page end from the row's number below."""
    if following is None or gap or not following[1] or len(cells) != len(following[0]):
        return False
    rest = following[0]
    numbered = _NUMBER_CELL.match(_text(source, rest[0]))
    filled = [at for at, cell in enumerate(cells) if not _empty(cell[0])]
    if _filled(cells[0]) or not numbered or not filled:
        return False
    return all(
        _SMALL.match(_text(source, rest[at])) and not _STOPPED.search(_text(source, cells[at]))
        for at in filled
        if _filled(rest[at])
    ) and any(_filled(rest[at]) for at in filled)


def _is_rest(source: str, above: list[list[Span]], cells: list[list[Span]]) -> bool:
    """A row's last lines, cut off by a page end from the row above."""
    filled = [at for at, cell in enumerate(cells) if _filled(cell)]
    if len(above) != len(cells) or not filled or 0 in filled:
        return False
    if not all(_filled(above[at]) for at in filled):
        return False
    return any(
        _text(source, above[at]).endswith(",")
        or (
            _SMALL.match(_text(source, cells[at])) and not _STOPPED.search(_text(source, above[at]))
        )
        for at in filled
    )


def _is_tail(source: str, above: list[list[Span]], cells: list[list[Span]], columns: int) -> bool:
    """A row cut inside a cell: both parts together have the table's columns."""
    short = len(above) < columns and len(above) + len(cells) - 1 == columns
    return short and bool(_SMALL.match(_text(source, cells[0])))


def _merged(above: list[list[Span]], below: list[list[Span]]) -> list[list[Span]]:
    pairs = zip(above, below, strict=True)
    return [[part for part in one + other if not _empty(part)] for one, other in pairs]


def _drawn(source: str, lines: Sequence[DrawnLine]) -> list[TableDraft] | None:
    """A table of ``|`` columns; one such line alone is a sentence with a stroke in it."""
    ruled = any(line.rule for line in lines)
    rows = [line.text.strip() for line in lines if not line.rule]
    if len(rows) < 2 and not any("|" in line.text for line in lines if line.rule):
        return None
    # A frame around the rows parts no cells; it shows where all rows have it.
    left = all(row.startswith("|") for row in rows)
    right = all(row.endswith("|") for row in rows)
    out: list[list[list[Span]]] = []
    fresh = True
    for line in lines:
        cells = [] if line.rule else _framed(line, left, right)
        if not any(map(_filled, cells)):
            fresh = fresh or line.rule
            continue
        if out and ruled and not fresh and _reads_on(source, out[-1], cells):
            cells += [[] for _ in range(len(out[-1]) - len(cells))]
            out[-1] = _merged(out[-1], cells)
        else:
            out.append(cells)
        fresh = False
    return [TableDraft([_row(cells) for cells in out])] if out else []


def _framed(line: DrawnLine, left: bool, right: bool) -> list[list[Span]]:
    cells = [[cell] for cell in _cells("pipe", line.text, line.start)]
    return cells[1 if left else 0 : len(cells) - 1 if right and len(cells) > 2 else None]


def _reads_on(source: str, above: list[list[Span]], cells: list[list[Span]]) -> bool:
    if len(cells) > len(above):
        return False
    first = _text(source, cells[0])
    return not first or bool(_SMALL.match(first)) or _text(source, above[0]).endswith(("-", ","))


def _row(cells: list[list[Span]]) -> RowDraft:
    return RowDraft([CellDraft([part for part in cell if not _empty(part)]) for cell in cells])


def _text(source: str, cell: list[Span]) -> str:
    """The words at a cell's seam: of several fragments the last one."""
    return source[slice(*cell[-1])] if cell else ""


def _filled(cell: list[Span]) -> bool:
    return any(not _empty(part) for part in cell)


def _empty(span: Span) -> bool:
    return span[0] >= span[1]
