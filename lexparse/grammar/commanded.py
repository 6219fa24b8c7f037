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
from lexparse.grammar.command import Command
from lexparse.grammar.content import Content
from lexparse.grammar.date import DATE
from lexparse.grammar.named import MASK, Quote
from lexparse.grammar.operation import (
    CLOCK,
    Draft,
    NotUnderstoodError,
    drafts,
    read_clause,
    repealed,
    suspended,
)
from lexparse.grammar.scope import Chain, Scope, Steps, chained
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
from lexparse.text.span import trimmed

DECLARED = re.compile(r"деген\s+(?=(?:жол|сөз|абзац|бөлім))", re.IGNORECASE)
COMPOSITION = re.compile(r"\bқұрам(?:ына|ынан)\b", re.IGNORECASE)
PARTIAL = re.compile(r"\A(?P<extent>[^:;]*?\sбөлігінде)\s", re.IGNORECASE)
MEMBERS_FOLLOW = re.compile(
    r"[\s:]*(?:мыналар|мына\s+адамдар|келесі\s+адамдар|мыналарды)?[\s:]*\Z", re.I
)


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
    if verb.kind in {"include", "exclude"}:
        return _composed(around, line, start, stop, verb), paths
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
        found = filled(line, start, stop, found, context=False)
    clause = read_clause(around.text, found, around.scope, paths)
    return drafts(clause, verb.kind), clause.targets or clause.paths


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
    step = Step(
        kind=bare_kind(head.group()) or "row",
        name=shown.text,
        text=around.text[start:behind],
        strength="medium",
        start=start,
        stop=behind,
    )
    return [Mention("step", start, behind, case, (step,))]


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
        return waited + repealed(around.text, found, around.scope)
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


def repeals(text: str, line: Line) -> list[Draft]:
    """Return the acts and units that a line names, all of which lose force."""
    found = mentions(line, line.start, line.stop)
    found = filled(line, line.start, line.stop, found, context=False)
    return repealed(text, found, Scope())


def _composed(around: Around, line: Line, start: int, stop: int, verb: Command) -> list[Draft]:
    """``комиссияның құрамына X енгізілсін``: who comes or goes is printed without marks."""
    near = COMPOSITION.search(line.blank, start - line.start, stop - line.start)
    paths, act = [around.scope.path], around.scope.act
    if near:
        behind = line.start + near.end()
        found = filled(line, start, behind, mentions(line, start, behind), context=True)
        for part in chained(around.text, found):
            if isinstance(part, Chain):
                paths = part.on(paths)
            elif part.kind == "act":
                act, paths = part.reference, [()]
            elif part.kind != "base":
                raise NotUnderstoodError("a composition that no rule reads")
        start = behind
    if len(paths) != 1 or not paths[0] or "құрам" not in (paths[0][-1].name or "").lower():
        raise NotUnderstoodError("nobody's composition is named")
    operation = "member_added" if verb.kind == "include" else "member_removed"
    if MEMBERS_FOLLOW.match(around.text[start:stop]):
        return [Draft(operation, paths[0], act=act, brings=True)]
    span = trimmed(around.text, start, stop)
    members = Quote(span.start, span.stop, span.start, span.stop)
    if verb.kind == "include":
        return [Draft(operation, paths[0], act=act, new=members)]
    return [Draft(operation, paths[0], act=act, old=members)]


def replace_blank(line: Line, spans: list[tuple[int, int]]) -> Line:
    """Return ``line`` with ``spans`` blanked besides."""
    blank = line.blank
    for start, stop in spans:
        a, b = start - line.start, stop - line.start
        blank = blank[:a] + MASK * (b - a) + blank[b:]
    return replace(line, blank=blank)
