r"""Plain text, as copied from a legal database or a PDF file.

Literal forms: cells parted by ``\t|\t``, tabs or ``|``; stamps and signatures as blocks of short
lines (``*Қазақстан Республикасының ¶ … министрі*``) or as one row of two cells; paragraphs and
rows cut by page ends (blank lines).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lexparse.readers.joining import WIDE
from lexparse.readers.lines import SourceLine, drafts, indent_of
from lexparse.text.builder import Piece, TextBuilder
from lexparse.text.document import Block
from lexparse.text.offsets import OffsetMap

MEDIA_TYPE = "text/plain"
_LINE = re.compile(r"[^\n]+")
# The longest signature set in italics, in lines.
_SIGNATURE = 8


def read_clean(clean: str) -> tuple[str, tuple[Block, ...], OffsetMap]:
    """Return text, blocks and map of a normalised plain text."""
    return TextBuilder(clean).build(drafts(clean, source_lines(clean), _inline))


def source_lines(clean: str) -> list[SourceLine]:
    """Return the lines that are not blank, each with what stands around it."""
    lines = list(_numbered(clean))
    at = 0
    while at < len(lines):
        at = _italic(lines, at) if lines[at].words.startswith("*") else at + 1
    return lines


def _numbered(clean: str) -> Iterator[SourceLine]:
    block = part = behind = size = 0
    for found in _LINE.finditer(clean):
        text = found.group()
        if text.isspace():
            continue
        words = text.strip()
        gap = clean.count("\n", behind, found.start()) - (1 if behind else 0)
        block += 1 if gap > 0 or not behind else 0
        part += 1 if gap > 0 or max(size, len(words)) >= WIDE or not behind else 0
        indent = indent_of(text[: text.index(words[0])])
        line = SourceLine(
            found.start(), found.end(), text, max(gap, 0), indent=indent, block=block, part=part
        )
        line.classify()
        yield line
        behind, size = found.end(), len(words)


def _italic(lines: Sequence[SourceLine], at: int) -> int:
    """Take the asterisks off a block that they enclose; a lone asterisk is a footnote's."""
    first = lines[at]
    if first.words[1:2] in {"", " ", "*", "|"}:
        return at + 1
    for stop in range(at, min(at + _SIGNATURE, len(lines))):
        line = lines[stop]
        if line.block != first.block or line.kind:
            break
        rest = line.words[1:] if stop == at else line.words
        if "*" in rest:
            if rest.endswith("*") and rest.count("*") == 1 and len(rest) > 1:
                _strip(lines[at : stop + 1])
                return stop + 1
            break
    return at + 1


def _strip(lines: Sequence[SourceLine]) -> None:
    lines[0].cut(lines[0].text.index("*") + 1, len(lines[0].text))
    lines[-1].cut(0, lines[-1].text.rindex("*"))
    for line in lines:
        line.role = "italic"
        line.part = lines[0].part


def _inline(source: str, start: int, stop: int) -> list[Piece]:
    shown = source[start:stop]
    return [(start, stop, shown.replace("\t", " ") if "\t" in shown else None)]
