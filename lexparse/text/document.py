r"""What every reader gives: one normalised text, its layout, and where each character came from.

The text is the only thing that later stages read, so the same act in two formats must give
the same text. What holds of it:

1. letters, spaces, dashes and number signs are normalised (``lexparse.text.normalise``);
2. a paragraph that page ends or hard wraps broke is one line again;
3. blocks follow one another in reading order, each block's text ends with ``\n``;
4. a table is one line a row, its cells parted by ``\t|\t``; white space inside a cell is
   folded to single spaces;
5. ``origin`` leads every character back to the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lexparse.records import Finding
from lexparse.text.offsets import OffsetMap

CELL_BREAK = "\t|\t"


@dataclass(frozen=True, slots=True)
class Line:
    """One logical paragraph of running text.

    ``role`` says how the source set it: ``body``, ``heading`` (a Markdown ``#`` or a heading
    style), ``quote`` (a Markdown ``>`` block: stamps and notes), ``code`` (a fenced block),
    ``bold`` or ``italic`` when the whole line is set so (signatures, mostly).
    ``indent`` counts columns of leading white space in the source, ``level`` a heading's depth.
    ``part`` joins lines that the source set as one block (one stamp, one fence): same number.
    """

    start: int
    stop: int
    role: str = "body"
    level: int = 0
    indent: int = 0
    part: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; ``column`` counts from 1 and heeds the spans to its left and above."""

    start: int
    stop: int
    column: int
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One table row; a cell merged from a row above appears only where it begins."""

    start: int
    stop: int
    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the source drew it; which rows are headers is decided by ``structure``."""

    start: int
    stop: int
    rows: tuple[Row, ...]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Document:
    """An act's text with the origin of every character.

    ``source`` is the decoded original; ``origin.source(i)`` gives the offset there of
    ``text[i]``. ``sha256`` is of the bytes as uploaded.
    """

    text: str
    blocks: tuple[Block, ...]
    source: str
    origin: OffsetMap
    name: str = ""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    sha256: str = ""
    language: str | None = "kk"
    findings: tuple[Finding, ...] = field(default=())

    def lines(self) -> Iterator[Line]:
        """Yield the lines of running text, tables left out."""
        return (block for block in self.blocks if isinstance(block, Line))

    def tables(self) -> Iterator[Table]:
        """Yield the tables in reading order."""
        return (block for block in self.blocks if isinstance(block, Table))

    def printed(self, start: int, stop: int) -> str:
        """Return the source's own characters behind ``text[start:stop]``, noise included."""
        first, behind = self.origin.extent(start, stop)
        return self.source[first:behind]
