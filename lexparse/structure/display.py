"""Display text: stamps, signatures, agreements and requisites set in short lines.

Literal forms: ``Қазақстан Республикасы ¶ Үкіметінің ¶ 2001 жылғы 24 сәуірдегі ¶ № 545 қаулысына ¶
қосымша``; ``| | … қаулысымен бекітілген``; ``Премьер-Министрі | Ә. Смайылов``; ``КЕЛІСІЛДІ``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lexparse.structure import formulas
from lexparse.structure.markers import marker
from lexparse.text.document import Block, Cell, Line, Table

DISPLAY_LENGTH = 300
STAMP_LENGTH = 700
# Lines looked at before a run of display text is taken for running text.
RUN_LINES = 24
# Blocks that the source itself set apart: a quote block, a frame of one row.
FRAMED = {"quote", "framed"}
FRAME_CELLS = 3
# What only running text holds: notes, the enacting formula, orders.
RUNNING = (formulas.NOTE_LINE, formulas.ENACTING, formulas.ORDER)
DIVISION_KINDS = {"chapter", "part", "section", "article"}


def unframed(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Give the cells of a one-row table as lines where it only sets a stamp or a signature."""
    for block in blocks:
        cells = _framed_cells(text, block) if isinstance(block, Table) else []
        if cells:
            yield from (Line(cell.start, cell.stop, "framed") for cell in cells)
        else:
            yield block


def _framed_cells(text: str, table: Table) -> list[Cell]:
    cells = table.rows[0].cells if len(table.rows) == 1 else ()
    filled = [cell for cell in cells if text[cell.start : cell.stop].strip()]
    if not filled or len(cells) > FRAME_CELLS or len(filled) > FRAME_CELLS - 1:
        return []
    at_margin = len(filled) == 1 and filled[0].column > 1
    signed = formulas.PERSON_LINE.match(text[filled[-1].start : filled[-1].stop])
    return filled if at_margin or signed else []


def run_from(text: str, blocks: Sequence[Block], at: int) -> list[Line]:
    """Return the lines from ``at`` that may belong to a stamp or a signature."""
    run: list[Line] = []
    for block in blocks[at : at + RUN_LINES]:
        if not isinstance(block, Line) or not _is_display(text, block):
            break
        run.append(block)
    return run


def _is_display(text: str, line: Line) -> bool:
    words = text[line.start : line.stop].strip()
    if not words or len(words) > DISPLAY_LENGTH or (line.role == "heading" and line.level):
        return False
    if any(form.search(words) for form in RUNNING) or formulas.ORNAMENT.match(words):
        return False
    opening = marker(text, line.start, line.stop)
    framed = line.role in FRAMED
    if opening and opening.kind not in DIVISION_KINDS:
        return framed
    if formulas.STAMP_END.search(words):
        return True
    if words.endswith((";", ":")):
        return False
    return opening is None and (framed or not re.search(r"[а-яі]{4,}\.$", words))


def kind_of(
    text: str,
    pending: list[Line],
    following: Line | None,
    *,
    preface: bool,
    titled: bool,
    after_signature: bool,
) -> str | None:
    """Return what ``pending`` is once it is whole, ``None`` while it may go on.

    ``stamp``, ``signature``, ``agreement``, or in the preface ``requisite``, ``publication``.
    """
    words = joined(text, pending)
    if formulas.AGREED.match(words):
        same = following and following.part == pending[0].part and following.part
        return None if same else "agreement"
    if len(words) > STAMP_LENGTH:
        return None
    last = text[pending[-1].start : pending[-1].stop]
    if formulas.STAMP_END.search(last) and _is_stamp(words, last):
        return "stamp"
    if preface:
        return None if titled else _heading_kind(pending, following, words)
    signed = _is_signature(text, words, last, following, after_signature=after_signature)
    return "signature" if signed else None


def _heading_kind(pending: list[Line], following: Line | None, words: str) -> str | None:
    """A quote block above the title is the act's requisite or says where it is published."""
    first = pending[0]
    whole = following is None or following.part != first.part
    if first.role != "quote" or not whole:
        return None
    return "requisite" if formulas.REQUISITE.search(words) else "publication"


def _is_stamp(words: str, last: str) -> bool:
    if "бекіт" not in last.lower():
        return True
    return bool(formulas.APPROVED.search(words) or formulas.APPROVED.search(last))


def _is_signature(
    text: str, words: str, last: str, following: Line | None, *, after_signature: bool
) -> bool:
    if formulas.PERSON_LINE.match(last):
        above = words[: len(words) - len(last.strip())].strip()
        return bool(formulas.POST_LINE.match(above)) or after_signature or not above
    if " - " in words or not words[0].isupper():
        return False
    if named := formulas.PERSON_AT_END.search(words):
        return bool(formulas.POST_LINE.match(words[: named.start()].strip()))
    if not formulas.POST_LINE.match(words):
        return False
    if following is None:
        return True
    ahead = text[following.start : following.stop].strip()
    return not (formulas.PERSON_LINE.match(ahead) or formulas.RANK_LINE.match(ahead))


def stamp_start(text: str, lines: list[Line]) -> int:
    """Return the index of the stamp's first line: what stands above it is not of the stamp."""
    first = len(lines) - 1
    while first and _in_stamp(text, lines[first - 1], lines[first:]):
        first -= 1
    return first


def _in_stamp(text: str, line: Line, below: list[Line]) -> bool:
    """A stamp's upper lines name the act or open its quoted title, or are of one block."""
    words = joined(text, below)
    same = bool(line.part) and line.part == below[0].part
    unopened = words.count('"') % 2 == 1 or words.count("»") > words.count("«")
    # A list of posts (`… министрі, хатшы`) may stand right above a stamp that is whole.
    if formulas.WHOLE_STAMP.match(words) and not (same or unopened):
        return False
    return same or unopened or bool(formulas.STAMP_WORD.search(text, line.start, line.stop))


def joined(text: str, lines: list[Line]) -> str:
    """Return the lines' words as one line."""
    return " ".join(text[line.start : line.stop].strip() for line in lines)
