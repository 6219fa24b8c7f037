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

CAPITAL = r"[А-ЯӘІҢҒҮҰҚӨҺЁ]"
COMPOSITION = re.compile(r"\bқұрам(?:ына|ынан|ға|нан)\b", re.IGNORECASE)
# `Омаров Қанат Мұратұлы, Сейітқазин Тұрсын Болатұлы`: full names, parted by commas.
# `шығарылсын: А.Б. Есенқұлов, С.Е. Төлегенова`: who goes stands behind the verb.
BEHIND = re.compile(r"\s*:\s*(?=\S)")
AS_MEMBER = re.compile(
    r"(?:\w+\s+)?(?:мүше|төраға|хатшы|орынбасар)\w*\s+(?:ретінде|болып)\s+", re.I
)
ONE_NAME = rf"{CAPITAL}\w+\s+{CAPITAL}\w+(?:\s+{CAPITAL}\w+(?:ұлы|қызы|вич|вна|евна|ович)\b)?"
NAMES_FIRST = re.compile(rf"{ONE_NAME}(?:(?:,\s*|\s(?:және|мен|пен|бен)\s){ONE_NAME})*")
# The composition that a member comes into: the last words before `құрамына`.
HOLDER = re.compile(
    rf"(?<=\s)(?:(?:{CAPITAL}\w+|(?:көрсетілген|аталған)\s+\w+|\w+\s+тоб)\w*[нтд][ыі]ң|көрсетілген)"
    r"\s*\Z"
)
# `құрамына қосымша енгізілсін`, `да көрсетілген құрамнан`.
NOT_BEHIND = re.compile(r"\b(?:қосымша|да|де)\b")
SUPPLEMENTED = re.compile(r"\bқұрамы(?=\s+(?:мынадай\s+)?(?:жаңа\s+)?(?:мүше|адам)(?:лер|дар)?мен)")
ROLE_FIRST = re.compile(r"(?:\w+\s+){1,3}мүшесі\s+")
PARTICLE = re.compile(r"\s+(?:да|де)(?=\s)")
BECAUSE = re.compile(r"[^.;:]*\bбайланысты\b")
MORE_NAMES = re.compile(r",|\s(?:және|мен|пен|бен)\s")
INITIALS = rf"(?:{CAPITAL}\.\s?){{1,2}}"
FULL_NAME = re.compile(
    rf"{CAPITAL}[^\s.]+(?:\s+{CAPITAL}[^\s.]+){{1,2}}\Z"
    rf"|{INITIALS}{CAPITAL}\w+\Z|{CAPITAL}\w+\s+{INITIALS}\Z"
)
# `мыналар Кеңестің құрамына енгізілсін:` + a line for each.
MEMBERS_FIRST = re.compile(
    r"(?:мыналар|(?:мына|мынадай|келесі)\s+(?:адам|тұлға|мүше)\w*)\s+(?=\S)", re.IGNORECASE
)
MEMBERS_FOLLOW = re.compile(
    r"[\s:]*(?:(?:\w+\s+)?мүше\w*\s+(?:болып|ретінде)\s+)?(?:мыналар(?:ды)?|(?:мына|мынадай|келесі)\s+(?:адам|тұлға|мүше)\w*)?"
    r"(?:\s*қосымша)?[\s:]*\Z",
    re.IGNORECASE,
)
COMPOSITION_ABOVE = re.compile(r"құрам[ыі]?\Z", re.IGNORECASE)
ORDERS = re.compile(r"\w[лнйр]с[ыі]н\W*\Z", re.IGNORECASE)
PUT_OR_TAKEN = re.compile(r"\b(?:(?P<put>енгізілсін)|шығарылсын)(?!\w)", re.IGNORECASE)


def commands_on(scope: Scope, line: Line) -> list[Command]:
    """``Комиссия құрамына:`` above makes ``X енгізілсін`` a command on the composition."""
    if not _is_composition(scope):
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


def brings_members(line: Line, verb: Command) -> bool:
    """``құрамы мынадай мүшемен толықтырылсын``, ``құрамына X қосылсын`` put members in."""
    if verb.kind == "add":
        return bool(COMPOSITION.search(line.blank, 0, verb.start))
    return verb.kind == "supplement" and bool(SUPPLEMENTED.search(line.blank, 0, verb.start))


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


def members_above(
    text: str, scope: Scope, spans: Sequence[Span], at: int
) -> tuple[list[Draft], Content, int] | None:
    """Read ``құрамына:`` + a line for each member, the verb behind the last of them.

    Returns what is done, the lines as wording, and the index of the line behind them.
    """
    if not _is_composition(scope):
        return None
    stop = at
    while stop < len(spans) and not _speaks(text, spans[stop]) and not _leads(text, spans[stop]):
        stop += 1
    verb = PUT_OR_TAKEN.search(text, *spans[stop]) if stop < len(spans) else None
    if verb is None or COMPOSITION.search(text, *spans[stop]):
        return None
    lines = [*spans[at:stop], Span(spans[stop].start, verb.start())]
    members = [_bare(text, line) for line in lines if text[slice(*line)].strip()]
    content = Content(
        spans[at].start,
        spans[stop].stop,
        "\n".join(text[slice(*one)] for one in members),
        Span(members[0].start, members[-1].stop),
        sure=True,
    )
    over = _holder([scope.path])
    if verb["put"]:
        return [Draft("member_added", over, act=scope.act, brings=True)], content, stop + 1
    gone = [Draft("member_removed", over, act=scope.act, old=Quote(*one, *one)) for one in members]
    return gone, content, stop + 1


def _bare(text: str, line: Span) -> Span:
    span = trimmed(text, *line)
    while span.stop > span.start and text[span.stop - 1] in ".;, ":
        span = Span(span.start, span.stop - 1)
    return span


def _leads(text: str, span: Span) -> bool:
    return text[slice(*span)].rstrip().endswith(":")


def _is_composition(scope: Scope) -> bool:
    last = scope.path[-1].name if scope.path else None
    return bool(last and COMPOSITION_ABOVE.search(last))


def _speaks(text: str, span: Span) -> bool:
    """Tell whether the act itself speaks again in a line below a list of members."""
    return is_own(text, *span) or bool(
        ORDERS.search(text, max(span.start, span.stop - 60), span.stop)
    )


def composed(text: str, scope: Scope, line: Line, span: Span, verb: Command) -> list[Draft]:
    """Return who comes (``include``) or goes (``exclude``) by the command in ``span``.

    Raises ``NotUnderstoodError``.
    """
    kind = verb.kind
    behind_verb = Span(line.start + verb.stop, line.stop)
    near = COMPOSITION.search(line.blank, span.start - line.start, span.stop - line.start)
    near = near if kind != "supplement" else SUPPLEMENTED.search(line.blank)
    operation = "member_removed" if kind == "exclude" else "member_added"
    if near is None:
        over, act = _holder([scope.path]), scope.act
        return [_draft(operation, over, act, one) for one in _members(text, span, kind)]
    behind = line.start + near.end()
    first: list[Quote] = []
    listed = MEMBERS_FIRST.match(text, *span)
    start = listed.end() if listed else span.start
    if listed:
        over, act = _named(text, scope, line, Span(start, behind))
        return [Draft(operation, over, act=act, brings=True)]
    if kind != "supplement" and not NOT_BEHIND.sub("", text[behind : span.stop]).strip():
        leading = _leading if kind == "exclude" else _leading_in
        first, start = leading(text, span.start, line.start + near.start())
    over, act = _named(text, scope, line, Span(start, behind))
    if kind == "supplement":
        return [Draft(operation, over, act=act, brings=True)]
    if not first and MEMBERS_FOLLOW.match(text[behind : span.stop]):
        if tail := BEHIND.match(text, *behind_verb):
            rest = _bare(text, Span(tail.end(), behind_verb.stop))
            return [_draft(operation, over, act, one) for one in _members(text, rest, kind)]
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


def _leading_in(text: str, start: int, stop: int) -> tuple[list[Quote], int]:
    """``X - министрдің орынбасары Кеңестің құрамына енгізілсін``: who comes stands first."""
    holder = HOLDER.search(text, start, stop)
    member = trimmed(text, start, holder.start()) if holder else Span(start, start)
    if holder is None or not NAMES_FIRST.match(text, *member):
        return [], start
    return [_unquoted(text, member)], holder.start()


def _leading(text: str, start: int, stop: int) -> tuple[list[Quote], int]:
    """``X басқа жұмысқа ауысуына байланысты Комиссияның құрамынан``: who goes stands first."""
    role = ROLE_FIRST.match(text, start, stop)
    found = NAMES_FIRST.match(text, role.end() if role else start, stop)
    if found is None:
        raise NotUnderstoodError("who leaves the composition is not read")
    because = BECAUSE.match(text, found.end(), stop) or PARTICLE.match(text, found.end(), stop)
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
