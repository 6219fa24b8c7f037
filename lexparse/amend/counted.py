"""Units that bear no number and are only counted: indents (абзац), alineas (бөлік), sentences.

An indent is a line of its unit, the unit's own first line being the first; numbered items are
none. An alinea is an unnumbered part: the unit's own words with their list are the first.
(Law № 480-V of 6 April 2016, art. 23: парts are set off by a capital and a full stop.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexparse.records import Provision
from lexparse.text.span import Span

ABBREVIATED = re.compile(
    r"(?:(?<!\w)(?:\w|ж|т\.б|т\.с\.с|б|ст|см|мың|млн|млрд|тг|№)|\d)\.\Z", re.IGNORECASE
)
END = re.compile(r"[.!?][»”\"]?(?=\s+[«“\"]?[А-ЯӘІҢҒҮҰҚӨҺЁA-Z])")


def indents(unit: Provision) -> list[Span]:
    """Return the lines of ``unit`` that count as its indents, its own first."""
    return [Span(unit.text_start, unit.text_stop), *_lines(unit)]


def _lines(unit: Provision) -> Iterator[Span]:
    for child in unit.children:
        if child.kind in {"indent", "alinea"}:
            yield Span(child.start, child.text_stop)
            yield from _lines(child)


def alineas(unit: Provision) -> list[Span]:
    """Return the parts of ``unit``: its own words with their list, then each alinea with its."""
    parts = [child for child in unit.children if child.kind == "alinea"]
    first = parts[0].start if parts else unit.stop
    own = max([unit.text_stop, *(one.stop for one in unit.children if one.stop <= first)])
    return [Span(unit.text_start, own), *(Span(one.start, one.stop) for one in parts)]


def sentences(text: str, span: Span) -> list[Span]:
    """Return the sentences of ``span``; initials and abbreviations end none."""
    found: list[Span] = []
    start = span.start
    for end in END.finditer(text, *span):
        if ABBREVIATED.search(text, start, end.start() + 1):
            continue
        found.append(Span(start, end.end()))
        start = end.end()
        while start < span.stop and text[start].isspace():
            start += 1
    if start < span.stop:
        found.append(Span(start, span.stop))
    return found
