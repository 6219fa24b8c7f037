"""Both acts laid into one, in pieces that stayed, are gone or came: what redlines are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lexparse.compare.changes import Change, Comparison, Place, WordChange
from lexparse.compare.units import ROWS, Units, laid
from lexparse.records import Parse
from lexparse.text.document import CELL_BREAK

MARKS = {"paragraph": "{}. ", "subparagraph": "{} ", "point": "{} "}
State = Literal["stays", "gone", "came"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand in both acts (``stays``), the old one (``gone``) or the new one."""

    text: str
    state: State = "stays"


@dataclass(frozen=True, slots=True)
class Line:
    """One unit of both acts, or of the one that has it; ``columns`` are those of a row's cells."""

    old: Place | None
    new: Place | None
    change: Change | None = None
    columns: tuple[int, ...] = ()

    @property
    def place(self) -> Place:
        """The new place, or the old one of a unit that is gone."""
        place = self.new or self.old
        assert place  # noqa: S101 (a line shows a unit)
        return place

    @property
    def state(self) -> State:
        """Tell which of the acts have the unit."""
        if self.old and self.new:
            return "stays"
        return "came" if self.new else "gone"

    @property
    def is_row(self) -> bool:
        """Tell whether the unit is a row of a table."""
        return self.place.kind in ROWS


def lines(old: Parse, new: Parse, compared: Comparison) -> Iterator[Line]:
    """Yield the units of both acts in one order.

    A row that lost or won a cell is two rows, the old one and the new one.
    """
    olds, news = Units.of(old), Units.of(new)
    for one in laid(olds, news, compared.changes):
        here, there = _columns(olds, one.old), _columns(news, one.new)
        if one.old and one.new and len(here) != len(there):
            yield Line(one.old, None, one.change, here)
            yield Line(None, one.new, one.change, there)
        else:
            yield Line(one.old, one.new, one.change, there or here)


def mark(one: Line) -> tuple[Piece, ...]:
    """Return the printed number in pieces: ``3. `` gone and ``4. `` come where it changed."""
    old, new = _mark(one.old), _mark(one.new)
    if old == new:
        return (Piece(old),) if old else ()
    return _pieces("", old, new)


def pieces(one: Line) -> tuple[Piece, ...]:
    """Return the wording in pieces."""
    if one.old and one.new:
        words = one.change.words if one.change else ()
        return tuple(_parted(one.old.text, one.old.start, words))
    return (Piece(one.place.text, one.state),)


def cells(one: Line, width: int) -> list[tuple[Piece, ...]]:
    """Return ``width`` cells in pieces; a column that a cell above or beside covers is empty."""
    shown: list[tuple[Piece, ...]] = [()] * width
    for column, cell in zip(one.columns, _cells(one), strict=True):
        shown[column - 1] = cell
    return shown


def columns(rows: Iterable[Line]) -> int:
    """Return how many columns the rows need."""
    return max(max(row.columns, default=1) for row in rows)


def _columns(units: Units, place: Place | None) -> tuple[int, ...]:
    if not place or place.kind not in ROWS:
        return ()
    cells = units.items[place.position or 0].children
    if not cells:
        return (1,)
    printed = tuple(int(cell.num or 0) if (cell.num or "0").isdecimal() else 0 for cell in cells)
    counted = tuple(range(1, len(cells) + 1))
    return printed if all(one < two for one, two in pairwise((0, *printed))) else counted


def _cells(one: Line) -> Iterator[tuple[Piece, ...]]:
    if len(one.columns) == 1:
        yield pieces(one)
    elif one.old and one.new:
        yield from _cells_of_both(one.old, one.change.words if one.change else ())
    else:
        yield from ((Piece(text, one.state),) for text in one.place.text.split(CELL_BREAK))


def _cells_of_both(old: Place, words: tuple[WordChange, ...]) -> Iterator[tuple[Piece, ...]]:
    start = old.start
    for text in old.text.split(CELL_BREAK):
        stop = start + len(text)
        inside = tuple(word for word in words if start <= word.old_start and word.old_stop <= stop)
        yield tuple(_parted(text, start, inside))
        start = stop + len(CELL_BREAK)


def _parted(text: str, start: int, words: tuple[WordChange, ...]) -> Iterator[Piece]:
    at = 0
    for one in words:
        yield from _pieces(text[at : one.old_start - start], one.old, one.new)
        at = one.old_stop - start
    yield from _pieces(text[at:], "", "")


def _pieces(stays: str, gone: str, came: str) -> tuple[Piece, ...]:
    made = Piece(stays), Piece(gone, "gone"), Piece(came, "came")
    return tuple(piece for piece in made if piece.text)


def _mark(place: Place | None) -> str:
    if not place or not place.num:
        return ""
    return MARKS.get(place.kind or "", "").format(place.num)
