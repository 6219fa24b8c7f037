"""Which attachments are blank forms: they are to be filled in, so nothing in them is a task.

Literal signs: ``_____``, ``20 _ жылғы " _ "``, ``иә/жоқ``, numbers with nothing behind them
(``- 1.``), tables whose cells behind the first words are all empty, ``нысан`` in the title.
"""

from __future__ import annotations

import re

from lexparse.structure.tree import Node

BLANK = re.compile(
    r"_{3,}|\.{6,}|\b20\s?_+|\"\s*_+\s*\"|«\s*_*\s*»|иә/жоқ|алып тастау/|^[-\s]*\d+\.\s*$",
    re.IGNORECASE | re.MULTILINE,
)
FORM_TITLE = re.compile(r"\bнысан(?:ы|да)?\b|\bбланк|\bүлгі(?:сі)?\b|сауалнама", re.IGNORECASE)
# A page of rules may hold one blank (a date to fill in); a form holds one every few lines.
BLANKS_PER_CHARACTER = 1 / 250


def is_form(text: str, attachment: Node) -> bool:
    """Tell whether the attachment is a blank to be filled in."""
    inner = text[attachment.start : attachment.stop]
    stamp_stop = max(
        (c.stop for c in attachment.children if c.kind in {"stamp", "title"}),
        default=attachment.start,
    )
    blanks = len(BLANK.findall(text, stamp_stop, attachment.stop))
    rows = [row for row in _rows(attachment) if row.kind == "row"]
    if rows and _empty_share(text, rows) >= 0.5:
        return True
    titled = bool(FORM_TITLE.search(attachment.heading or ""))
    return blanks >= (1 if titled else 3) and blanks >= len(inner) * BLANKS_PER_CHARACTER / 2


def _rows(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.children:
        if child.kind in {"table", "row", "paragraph", "alinea"}:
            found.extend([child] if child.kind == "row" else _rows(child))
    return found


def _empty_share(text: str, rows: list[Node]) -> float:
    """Return the share of rows whose cells behind the number and the first words are empty."""
    return sum(_is_empty(text, row) for row in rows) / len(rows)


def _is_empty(text: str, row: Node) -> bool:
    filled = [c for c in row.children if text[c.start : c.stop].strip(" -_.")]
    return len(row.children) >= 3 and len(filled) <= 2 and _only_first(filled)


def _only_first(filled: list[Node]) -> bool:
    return all(int(cell.num or 1) <= 2 for cell in filled)
