"""Who comes into a commission and who leaves it: members are printed without marks.

Literal forms: ``комиссияның құрамына X енгізілсін``, ``құрамына мыналар енгізілсін:`` + a line for
each, ``көрсетілген құрамнан X, Y шығарылсын``, ``X басқа жұмысқа ауысуына байланысты Комиссияның
құрамынан шығарылсын``, ``құрамына мүше ретінде «X» енгізілсін``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lexparse.grammar.carrier import filled
from lexparse.grammar.command import Command
from lexparse.grammar.content import Content, content_of, is_own
from lexparse.grammar.named import CLOSERS, OPENERS, Quote
from lexparse.grammar.operation import Draft, NotUnderstoodError
from lexparse.grammar.scope import Chain, Scope, Steps, chained
from lexparse.grammar.target import Line, mentions
from lexparse.records import Reference
from lexparse.text.span import Span, trimmed

COMPOSITION = re.compile(r"\bқұрам(?:ына|ынан|ға|нан)\b", re.IGNORECASE)
# `Омаров Қанат Мұратұлы, Сейітқазин Тұрсын Болатұлы`: full names, parted by commas.
AS_MEMBER = re.compile(
    r"(?:\w+\s+)?(?:мүше|төраға|хатшы|орынбасар)\w*\s+(?:ретінде|болып)\s+", re.I
)
CAPITAL = r"[А-ЯӘІҢҒҮҰҚӨҺЁ]"
ONE_NAME = rf"{CAPITAL}\w+\s+{CAPITAL}\w+(?:\s+{CAPITAL}\w+(?:ұлы|қызы|вич|вна|евна|ович)\b)?"
NAMES_FIRST = re.compile(rf"{ONE_NAME}(?:(?:,\s*|\s(?:және|мен|пен|бен)\s){ONE_NAME})*")
BECAUSE = re.compile(r"[^.;:]*\bбайланысты\b")
MORE_NAMES = re.compile(r",|\s(?:және|мен|пен|бен)\s")
FULL_NAME = re.compile(r"[А-ЯӘІҢҒҮҰҚӨҺЁ]\S+(?:\s+[А-ЯӘІҢҒҮҰҚӨҺЁ]\S+){1,2}\Z")
MEMBERS_FOLLOW = re.compile(
    r"[\s:]*(?:мыналар(?:ды)?|(?:мына|мынадай|келесі)\s+(?:адам|тұлға|мүше)\w*)?"
    r"(?:\s*қосымша)?[\s:]*\Z",
    re.IGNORECASE,
)
COMPOSITION_ABOVE = re.compile(r"құрам[ыі]?\Z", re.IGNORECASE)
PUT_OR_TAKEN = re.compile(r"\b(?:(?P<put>енгізілсін)|шығарылсын)(?!\w)", re.IGNORECASE)


def commands_on(scope: Scope, line: Line) -> list[Command]:
    """``Комиссия құрамына:`` above makes ``X енгізілсін`` a command on the composition."""
    last = scope.path[-1].name if scope.path else None
    if not last or not COMPOSITION_ABOVE.search(last):
        return []
    return [
        Command(
            start=verb.start(),
            stop=verb.end(),
            text=verb.group(),
            kind="include" if verb["put"] else "exclude",
        )
        for verb in PUT_OR_TAKEN.finditer(line.blank)
    ]


def members_below(text: str, spans: Sequence[Span], first: int) -> tuple[Content | None, int]:
    """Return the persons listed line by line below ``құрамына мыналар енгізілсін:``.

    ``spans`` are the act's lines; with the wording comes the index of the line behind it.
    """
    stop = first
    while stop < len(spans) and not _speaks(text, spans[stop]):
        stop += 1
    if stop == first:
        return None, first
    span = Span(spans[first].start, spans[stop - 1].stop)
    if text[span.start] in OPENERS + '"':
        return content_of(text, *span), stop
    inner = trimmed(text, *span)
    # The mark behind each member is the command's: a composition is a list of plain lines.
    lines = [line.strip().rstrip(".;,") for line in text[slice(*inner)].split("\n")]
    return Content(*span, "\n".join(filter(None, lines)), inner, sure=True), stop


def _speaks(text: str, span: Span) -> bool:
    """Tell whether the act itself speaks again in a line below a list of members."""
    return is_own(text, *span) or bool(
        PUT_OR_TAKEN.search(text, max(span.start, span.stop - 60), span.stop)
    )


def composed(text: str, scope: Scope, line: Line, span: Span, kind: str) -> list[Draft]:
    """Return who comes (``include``) or goes (``exclude``) by the command in ``span``.

    Raises ``NotUnderstoodError``.
    """
    near = COMPOSITION.search(line.blank, span.start - line.start, span.stop - line.start)
    operation = "member_added" if kind == "include" else "member_removed"
    if near is None:
        over, act = _holder([scope.path]), scope.act
        return [_draft(operation, over, act, one) for one in _members(text, span, kind)]
    behind = line.start + near.end()
    first: list[Quote] = []
    start = span.start
    if kind == "exclude" and not text[behind : span.stop].strip():
        first, start = _leading(text, span.start, line.start + near.start())
    over, act = _named(text, scope, line, Span(start, behind))
    if not first and MEMBERS_FOLLOW.match(text[behind : span.stop]):
        return [Draft(operation, over, act=act, brings=True)]
    members = first or _members(text, Span(behind, span.stop), kind)
    return [_draft(operation, over, act, one) for one in members]


def _draft(operation: str, over: Steps, act: Reference | None, member: Quote) -> Draft:
    if operation == "member_added":
        return Draft(operation, over, act=act, new=member)
    return Draft(operation, over, act=act, old=member)


def _named(text: str, scope: Scope, line: Line, span: Span) -> tuple[Steps, Reference | None]:
    """Return the composition that is named in ``span``, and its act."""
    paths, act = [scope.path], scope.act
    found = filled(line, *span, mentions(line, *span), context=True)
    for part in chained(text, found):
        if isinstance(part, Chain):
            paths = part.on(paths)
        elif part.kind == "act":
            act, paths = part.reference, [()]
        elif part.kind != "base":
            raise NotUnderstoodError("a composition that no rule reads")
    return _holder(paths), act


def _holder(paths: list[Steps]) -> Steps:
    if len(paths) != 1 or not paths[0] or "құрам" not in (paths[0][-1].name or "").lower():
        raise NotUnderstoodError("nobody's composition is named")
    return paths[0]


def _members(text: str, span: Span, kind: str) -> list[Quote]:
    span = trimmed(text, *span)
    if kind == "exclude":
        return [Quote(*one, *one) for one in _names(text, span)]
    if role := AS_MEMBER.match(text, *span):
        span = trimmed(text, role.end(), span.stop)
    return [_unquoted(text, span)]


def _unquoted(text: str, span: Span) -> Quote:
    """Return a member's words without the marks around them."""
    if span.start < span.stop and text[span.start] in OPENERS + '"':
        held = content_of(text, *span) if text[span.stop - 1] in CLOSERS + '"' else None
        if held and held.sure and held.inner.stop == span.stop - 1:
            return Quote(*span, *held.inner)
    return Quote(*span, *span)


def _leading(text: str, start: int, stop: int) -> tuple[list[Quote], int]:
    """``X басқа жұмысқа ауысуына байланысты Комиссияның құрамынан``: who goes stands first."""
    found = NAMES_FIRST.match(text, start, stop)
    if found is None:
        raise NotUnderstoodError("who leaves the composition is not read")
    because = BECAUSE.match(text, found.end(), stop)
    behind = because.end() if because else found.end()
    return [
        Quote(*one, *one) for one in _names(text, trimmed(text, found.start(), found.end()))
    ], behind


def _names(text: str, span: Span) -> list[Span]:
    """Return each full name of an enumeration; what is no such enumeration is one member."""
    found: list[Span] = []
    at = span.start
    for part in MORE_NAMES.split(text[span.start : span.stop]):
        start = text.index(part, at)
        found.append(trimmed(text, start, start + len(part)))
        at = start + len(part)
    full = all(FULL_NAME.match(text, *one) for one in found)
    return found if full else [span]
