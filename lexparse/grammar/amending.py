"""The printed lines of an amending unit, and the formulas that lead its commands in.

Literal forms: ``мынадай өзгерістер мен толықтырулар енгізілсін:``, ``енгізілетін өзгерістер …
бекітілсін``, ``осы қаулыға 2-қосымшаға сәйкес``, ``2-тармақта: 1) тармақша …`` (two lines in one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lexparse.grammar.content import OWN_TAIL
from lexparse.grammar.named import MASK, masked
from lexparse.records import Modification, Provision
from lexparse.structure.markers import LEVELS, marker
from lexparse.text.document import CELL_BREAK
from lexparse.text.span import Span, trimmed

LEAD = re.compile(
    r"(?:өзгер(?:іс|ту)|толықтыру)\w*(?:[\s,]+(?:мен|пен|және)?\s*\w+){0,8}?\s+енгіз(?:ілсін|іледі)"
    r"[\s.:;,]*\Z",
    re.IGNORECASE,
)
APPROVAL = re.compile(
    r"(?:енгізілетін|енгізілген)\s+(?:\w+\s+){0,3}?(?:өзгер(?:іс|ту)|толықтыру)\w*"
    rf"[\w\s,{MASK}-]*(?:бекітілсін|қабылдансын)[\s.]*\Z",
    re.IGNORECASE,
)
BY_ATTACHMENT = re.compile(
    r"(?:№\s*)?(?P<num>\d{1,3})?\s?-?\s?қосымша(?:сы)?(?:ға|на)\s+(?:сәйкес|сай)", re.IGNORECASE
)
# `Осы қаулының 1-тармағында көрсетілген қаулының`: the act that paragraph 1 amended.
POINTED = re.compile(
    r"осы\s+(?:бірлескен\s+)?(?:[қк]аулы|бұйры|жарлы|шешім|өкім)\w*\s+\d+(?:-\d+)?\s?-\s?тармағында\s+"
    r"(?=(?:көрсетілген|аталған)\s)",
    re.IGNORECASE,
)
COLON = re.compile(r":(?=\s+[^\s«\"“„])")
STRIPPED_MARKS = frozenset({"paragraph", "subparagraph", "point", "indent", "alinea"})


@dataclass(frozen=True, slots=True)
class Leftover:
    """A line of an amending unit that is neither a command nor the context of one."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an amending unit holds, every line of it in one of the first three.

    ``attachments`` are the eIds of those that gather its commands and were read with it.
    """

    modifications: tuple[Modification, ...] = ()
    contexts: tuple[Span, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """One printed line: where its number begins, where its words do, and its number's level."""

    span: Span
    words: int
    level: int


def opened_lines(text: str, unit: Provision) -> list[Opened]:
    """Return the printed lines of ``unit`` with their numbers, notes and stamps left out."""
    aside = [
        Span(one.start, one.stop)
        for one in unit.walk()
        if one.kind in {"note", "stamp", "title", "signature"}
    ]
    return [
        _opened(text, part)
        for line in _printed(text, unit.start, unit.stop)
        if not any(one.overlaps(line) for one in aside)
        for part in _parted(text, line)
    ]


def _parted(text: str, line: Span) -> Iterator[Span]:
    """Cut a line behind a lead or a context that goes on in the same line."""
    start = line.start
    if CELL_BREAK not in text[line.start : line.stop] and ": " in text[line.start : line.stop]:
        blank = masked(text, line.start, line.stop, [])
        for colon in COLON.finditer(blank):
            head = blank[start - line.start : colon.end()]
            if LEAD.search(head) or OWN_TAIL.search(head):
                yield Span(start, line.start + colon.end())
                start = line.start + colon.end() + 1
    yield trimmed(text, start, line.stop)


def _printed(text: str, start: int, stop: int) -> Iterator[Span]:
    while start < stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        span = trimmed(text, start, end)
        if span.start < span.stop:
            yield span
        start = end + 1


def _opened(text: str, span: Span) -> Opened:
    found = None if CELL_BREAK in text[span.start : span.stop] else marker(text, *span)
    if found is None or found.kind not in STRIPPED_MARKS:
        return Opened(span, _words(text, span.start, span.stop), 0)
    level = LEVELS[found.kind] if found.num else 0
    return Opened(span, _words(text, found.stop, span.stop), level)


def _words(text: str, start: int, stop: int) -> int:
    """Return where a line's words begin, behind a pointer to the act's own paragraph."""
    pointed = POINTED.match(text, start, stop)
    return pointed.end() if pointed else start


def in_context(found: Sequence[Modification], contexts: Sequence[Span]) -> list[Modification]:
    """Give each modification the lines that named its act, its rules or its unit.

    A line that names nothing leads to the first modification below it.
    """
    held: dict[int, list[Span]] = {at: [] for at in range(len(found))}
    for line in sorted(set(contexts)):
        mine = [at for at, one in enumerate(found) if any(map(line.covers, _named(one)))]
        if not mine:
            mine = [at for at, one in enumerate(found) if one.start >= line.start][:1]
        for at in mine:
            held[at].append(line)
    return [
        replace(
            one,
            context=tuple((line.start, line.stop) for line in held[at] if not _holds(one, line)),
        )
        for at, one in enumerate(found)
    ]


def _named(one: Modification) -> Iterator[Span]:
    if one.act:
        yield Span(one.act.start, one.act.stop)
    for step in one.target.steps if one.target else ():
        yield Span(step.start, step.stop)


def _holds(one: Modification, line: Span) -> bool:
    return one.start <= line.start and line.stop <= one.stop
