"""What each row of a table is: head, column numbers, section band or data.

After ``rows_of``: every row has exactly one role; a head that page ends repeat is a head each
time; the row ``1 2 3 4`` is never data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lexparse.text.document import Cell, Row, Table

RowRole = Literal["head", "numbers", "band", "data"]
# A cell that holds nothing but the row's number: `12.`, `8-1)`, `№ 5`.
NUMBER_CELL = re.compile(r"\s*№?\s*(\d{1,4}(?:[-.]\d{1,3})*)\s*[.)]*\s*$")
# A number before the measure in the same cell: `3. Автомобиль жолдары …`.
NUMBER_BEFORE = re.compile(r"\s*(\d{1,4}(?:-\d{1,3})?)\s*[.)]\s*(?=\S)(?!\d)")
HEAD_WORD = re.compile(
    r"мерзім|жауапты|орындаушы|атауы|іс-шара|шаралар|нысаны|нәтиже|^\W*[р№]?\s*/?\s*[сн№]\W*$"
    r"|р/с|№\s*$|реттік|көлемі|көрсеткіш|аббревиатура",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its role and, for data, its printed number."""

    row: Row
    role: RowRole
    num: str | None = None


def rows_of(text: str, table: Table) -> list[TableRow]:
    """Give every row of ``table`` its role."""
    heads = _head_count(text, table)
    width = max((_width(row) for row in table.rows), default=0)
    head_texts = {_folded(text, row) for row in table.rows[:heads]} - {""}
    return [
        _row(text, row, index < heads, width, head_texts) for index, row in enumerate(table.rows)
    ]


def head_texts(text: str, rows: list[TableRow]) -> dict[int, str]:
    """Return the heading of each column, 1-based, joined over all head rows."""
    heads: dict[int, list[str]] = {}
    for row in rows:
        if row.role == "head":
            for cell in row.row.cells:
                if words := text[cell.start : cell.stop].strip():
                    for column in range(cell.column, cell.column + cell.colspan):
                        heads.setdefault(column, [])
                        if words not in heads[column]:
                            heads[column].append(words)
    return {column: " ".join(words) for column, words in heads.items()}


def _row(text: str, row: Row, is_head: bool, width: int, head_texts: set[str]) -> TableRow:
    if _is_numbers(text, row):
        return TableRow(row, "numbers")
    if is_head or (row.cells and _folded(text, row) in head_texts):
        return TableRow(row, "head")
    number = _number(text, row)
    if number is None and _is_band(text, row, width):
        return TableRow(row, "band")
    return TableRow(row, "data", number)


def _head_count(text: str, table: Table) -> int:
    """Count the head rows: all above the number row, else those set or worded as a head."""
    for index, row in enumerate(table.rows[:6]):
        if _is_numbers(text, row):
            return index
        if index and _number(text, row):
            break
    count = 0
    for row in table.rows[:4]:
        if not row.header:
            break
        count += 1
    if not count and table.rows and len(table.rows) > 1:
        count = _worded_heads(text, table)
    return count


def _worded_heads(text: str, table: Table) -> int:
    first = table.rows[0]
    words = sum(bool(HEAD_WORD.search(text[c.start : c.stop])) for c in first.cells)
    if _number(text, first) or not (words >= 2 or (words and len(first.cells) <= 2)):
        return 0
    below = max((cell.rowspan for cell in first.cells), default=1)
    if below == 1 and len(table.rows) > 2 and _continues_head(text, first, table.rows[1]):
        below = 2
    return min(below, len(table.rows) - 1)


def _continues_head(text: str, first: Row, second: Row) -> bool:
    """Tell whether a second line of the head follows: no number, an empty or `№` first cell."""
    if _number(text, second) or not second.cells:
        return False
    opening = text[second.cells[0].start : second.cells[0].stop].strip()
    short = all(cell.stop - cell.start <= 60 for cell in second.cells)
    return opening in {"", "№", "N"} and short and len(second.cells) >= len(first.cells) - 1


def _is_numbers(text: str, row: Row) -> bool:
    figures = [text[c.start : c.stop].strip(" .)") for c in row.cells]
    figures = [figure for figure in figures if figure]
    wanted = [str(n) for n in range(1, len(figures) + 1)]
    return len(figures) >= 2 and figures == wanted and len(figures) >= len(row.cells) - 1


def _number(text: str, row: Row) -> str | None:
    if not row.cells:
        return None
    first = row.cells[0]
    if first.column != 1:
        return None
    found = NUMBER_CELL.match(text, first.start, first.stop)
    if found and found.end() >= first.stop:
        return found[1]
    found = NUMBER_BEFORE.match(text, first.start, first.stop)
    return found[1] if found else None


def _is_band(text: str, row: Row, width: int) -> bool:
    filled = [cell for cell in row.cells if text[cell.start : cell.stop].strip()]
    if len(filled) != 1 or width < 3:
        return False
    return filled[0].colspan >= width - 1 or len(row.cells) >= width - 1


def _width(row: Row) -> int:
    return max((cell.column + cell.colspan - 1 for cell in row.cells), default=0)


def _folded(text: str, row: Row) -> str:
    return " ".join(text[row.start : row.stop].split())


def cell_text(text: str, cell: Cell) -> str:
    """Return a cell's words with white space folded."""
    return " ".join(text[cell.start : cell.stop].split())
