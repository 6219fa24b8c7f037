"""One line of commands read with what stands around it: its context and the lines that waited.

Literal forms: ``деген жол мынадай редакцияда`` (of rows shown above), ``… күші жойылды`` with the
units of earlier lines, ``бөлігінде … қолданысы … дейін тоқтатыла тұрсын``, ``комиссияның құрамына X
енгізілсін``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lexparse.grammar.carrier import filled
from lexparse.grammar.cessation import CLOCK, repealed, suspended
from lexparse.grammar.command import Command
from lexparse.grammar.composition import brings_members, composed
from lexparse.grammar.content import Content
from lexparse.grammar.date import DATE
from lexparse.grammar.named import MASK, Quote
from lexparse.grammar.operation import Draft, NotUnderstoodError, drafts, read_clause
from lexparse.grammar.repeal_list import repeals
from lexparse.grammar.scope import Scope, Steps
from lexparse.grammar.target import (
    HEAD,
    WORD_HEAD,
    Line,
    Mention,
    bare_kind,
    case_of,
    mentions,
)
from lexparse.records import Step
from lexparse.text.span import Span

SEVERAL = re.compile(r"\w+(?:лар|лер|дар|дер|тар|тер)", re.IGNORECASE)
MANY_ROWS = re.compile(r"жолдар\w*\Z", re.IGNORECASE)
DECLARED = re.compile(r"деген\s+(?=(?:жол|сөз|абзац|бөлім))", re.IGNORECASE)
PARTIAL = re.compile(r"\A(?P<extent>[^:;]*?\sбөлігінде)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """What a line of commands depends on: context, rows shown above, lines that wait for a verb."""

    text: str
    scope: Scope
    shown: Content | None = None
    waiting: Sequence[Line] = ()


def read_line(around: Around, line: Line, verbs: Sequence[Command]) -> list[Draft]:
    """Return what the verbs of ``line`` do, one behind the other.

    Raises ``NotUnderstoodError`` where one of them is not read to the last word.
    """
    found: list[Draft] = []
    paths = [around.scope.path]
    start = line.start
    for verb in verbs:
        read, paths = _clause(around, line, start, verb, paths)
        found += read
        start = line.start + verb.stop
        if verb.final:
            paths = [around.scope.path]
    if not found:
        raise NotUnderstoodError("a command without a target")
    return found


def _clause(
    around: Around, line: Line, start: int, verb: Command, paths: list[Steps]
) -> tuple[list[Draft], list[Steps]]:
    stop = line.start + verb.stop - len(verb.text)
    if verb.kind in {"include", "exclude"} or brings_members(line, verb):
        return composed(around.text, around.scope, line, Span(start, stop), verb), paths
    if verb.kind in {"repeal", "suspend"}:
        return _ended(around, line, start, stop, verb), paths
    found = mentions(line, start, stop)
    if around.shown and (declared := DECLARED.match(around.text, start)):
        found = _called(around, line, declared.end(), stop)
        start = found[0].stop
        found += mentions(line, start, stop)
        rest = filled(line, start, stop, found[1:], context=False)
        found = [found[0], *rest]
    else:
        found = _with_shown(around, start, found)
        found = filled(line, start, stop, found, context=False)
    clause = read_clause(around.text, found, around.scope, paths)
    return drafts(clause, verb.kind), clause.targets or clause.paths


def _with_shown(around: Around, start: int, found: list[Mention]) -> list[Mention]:
    """``мына: «A», «B» деген жолдар``: the last row may stand on the command's own line."""
    if around.shown is None:
        return found
    first = found[0] if found else None
    head = around.text[first.steps[-1].stop - 12 : first.stop] if first and first.steps else ""
    if first is None or first.start > start or not first.quotes or not MANY_ROWS.search(head):
        raise NotUnderstoodError("rows are shown above that the command does not call")
    model = first.steps[0]
    shown = tuple(replace(model, name=name) for name in around.shown.text.split("\n"))
    return [replace(first, steps=(*shown, *first.steps)), *found[1:]]


def _called(around: Around, line: Line, start: int, stop: int) -> list[Mention]:
    """``деген жол``: the rows shown above by their wording."""
    shown = around.shown
    head = HEAD.match(line.blank, start - line.start, stop - line.start)
    if head is None or shown is None:
        raise NotUnderstoodError("nothing is called by «деген»")
    behind = line.start + head.end()
    quote = Quote(shown.start, shown.stop, shown.inner.start, shown.inner.stop, shown.sure)
    case = case_of(head.group().split()[-1])
    if WORD_HEAD.match(head.group()):
        return [Mention("words", start, behind, case, quotes=(quote,))]
    kind = bare_kind(head.group()) or "row"
    # `деген жолдар`: every line that is shown is a row of its own.
    many = kind == "row" and SEVERAL.match(head.group())
    steps = tuple(
        Step(
            kind=kind,
            name=name,
            text=around.text[start:behind],
            strength="medium",
            start=start,
            stop=behind,
        )
        for name in (shown.text.split("\n") if many else [shown.text])
    )
    return [Mention("step", start, behind, case, steps)]


def _ended(around: Around, line: Line, start: int, stop: int, verb: Command) -> list[Draft]:
    """Read what loses force or is suspended, with the lines that waited for this verb."""
    extent = PARTIAL.match(line.blank[start - line.start : stop - line.start])
    if extent and verb.kind == "suspend":
        start += extent.end("extent")
    found = mentions(line, start, stop)
    if verb.kind == "suspend":
        blanked = [(one.start, one.stop) for one in DATE.find(around.text, start, stop)]
        blanked += [one.span() for one in CLOCK.finditer(around.text, start, stop)]
        line = replace_blank(line, blanked)
    found = filled(line, start, stop, found, context=False)
    if verb.kind == "repeal":
        waited = [one for other in around.waiting for one in repeals(around.text, other)]
        named = next((one.act for one in waited[::-1] if one.act), None)
        scope = around.scope
        return waited + repealed(around.text, found, replace(scope, act=scope.act or named))
    said = around.text[start - len(extent["extent"]) : start] if extent else None
    narrowed = [one for one in found if one.kind == "odd" and _narrows(around, one)]
    if len(narrowed) == 1 and not said:
        said = around.text[narrowed[0].start : narrowed[0].stop]
        found = [one for one in found if one is not narrowed[0]]
    read = suspended(around.text, found, around.scope, (start, stop))
    if not read:
        raise NotUnderstoodError("nothing is named that is suspended")
    return [replace(one, extent=said) for one in read]


def _narrows(around: Around, odd: Mention) -> bool:
    """``… азаматтары үшін``: whom or what the suspension is limited to."""
    return around.text[odd.start : odd.stop].endswith(("үшін", "бөлігінде", "қатысты"))


def replace_blank(line: Line, spans: list[tuple[int, int]]) -> Line:
    """Return ``line`` with ``spans`` blanked besides."""
    blank = line.blank
    for start, stop in spans:
        a, b = start - line.start, stop - line.start
        blank = blank[:a] + MASK * (b - a) + blank[b:]
    return replace(line, blank=blank)
