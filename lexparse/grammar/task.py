"""Tasks in running text: instructions with their lists, control clauses, standing duties.

Literal forms: ``X … қамтамасыз етсін.``; ``X: 1) …ды; 2) …ды қамтамасыз етсін`` (the shared
predicate stands only at the end of the last item); ``X-ке … ұсынылсын``; ``орындалуын бақылау
X-ке жүктелсін``; ``Уәкілетті орган жыл сайын … жібереді``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lexparse.grammar import deadline as deadlines
from lexparse.grammar.predicate import Predicate, closing_predicate, sentences
from lexparse.grammar.subject import find_subjects
from lexparse.organs.resolver import Resolver
from lexparse.records import Deadline, Milestone, Provision, Responsible, Task
from lexparse.structure.walk import ITEM_KINDS, last_words, lead_ins
from lexparse.text.span import Span

ORDERS = {"order", "assignment", "passive_order"}
DUTIES = {"present", "passive_present", "necessity"}
# A unit under one of these is the amending act's command, not work for anybody.
COMMANDS = {"amendment", "repeal"}


# A note that stands where the unit stood: `2) алып тасталды - ҚР Үкіметінің …`.
GONE = re.compile(
    r"\W*(?:алып|алынып)\s+тасталды|\W*күші(?:н)?\s+жой(?:ыл)?ды|\W*алынып тасталған", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one unit says: the span that a predicate accounts for and the task, if it is one."""

    start: int
    stop: int
    kind: str
    rule: str
    eid: str
    task: Task | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a lead-in hands down to its items."""

    resolver: Resolver
    year: int | None
    duties: bool
    issuer: str | None = None
    responsible: tuple[Responsible, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    predicate: Predicate | None = None


def read_unit(text: str, unit: Provision, scope: Scope) -> Iterator[Statement]:
    """Yield what ``unit`` and the units below it say, in document order."""
    if command := _command(text, unit):
        yield Statement(unit.start, unit.stop, command.kind, command.rule, unit.eid)
        return
    for lead, items in lead_ins(unit):
        if items:
            yield from _read_list(text, lead, items, scope)
        elif lead.text_stop > lead.text_start:
            yield from _read_sentences(text, lead, lead.text_start, lead.text_stop, scope)


def _command(text: str, unit: Provision) -> Predicate | None:
    """Return the predicate that makes the whole unit a command to amend or repeal.

    The lead-in says so (``мынадай өзгеріс енгізілсін:``), or it only names the place
    (``№ 310 қаулысында:``) and a command follows below it.
    """
    own = closing_predicate(text, unit.text_start, unit.text_stop)
    if own and own.kind in COMMANDS:
        return own
    leads = text[unit.text_start : unit.text_stop].rstrip().endswith((":", ";"))
    if own or not leads:
        return None
    below = (c for c in unit.children if c.kind in ITEM_KINDS)
    return next((found for child in below if (found := _command(text, child))), None)


def _read_list(
    text: str, unit: Provision, items: list[Provision], scope: Scope
) -> Iterator[Statement]:
    heads = sentences(text, unit.text_start, unit.text_stop)
    for start, stop in heads[:-1]:
        yield from _read_sentence(text, unit, start, stop, scope)
    start, stop = heads[-1]
    own = closing_predicate(text, start, stop)
    shared = closing_predicate(text, *last_words(text, items[-1])) or scope.predicate
    if own and own.kind in {"performed", "force", "statement", "permission"}:
        yield Statement(unit.start, items[-1].stop, own.kind, own.rule, unit.eid)
        return
    predicate = own or shared
    inner = replace(
        scope,
        predicate=predicate,
        responsible=_subjects(text, start, stop, scope, predicate) or scope.responsible,
        deadlines=tuple(deadlines.find(text, start, stop, year=scope.year)) or scope.deadlines,
    )
    if predicate and predicate.kind in DUTIES:
        yield from _read_duty(text, unit, start, items[-1].stop, inner, predicate, stop)
        return
    kind, rule = (predicate.kind, predicate.rule) if predicate else ("list", "a list under a lead-in")
    yield Statement(unit.start, stop, kind, rule, unit.eid)
    for item in items:
        yield from _read_item(text, item, inner)


def _read_item(text: str, item: Provision, scope: Scope) -> Iterator[Statement]:
    """An item is one task, its nested list included; its own predicate goes before the shared."""
    if GONE.match(text, item.text_start, item.stop):
        yield Statement(item.start, item.stop, "note", "a note in place of a unit", item.eid)
        return
    own = closing_predicate(text, *last_words(text, item)) or closing_predicate(
        text, item.text_start, item.text_stop
    )
    predicate = own or scope.predicate
    if predicate is None:
        yield Statement(item.start, item.stop, "list", "an item of a list", item.eid)
        return
    if predicate.kind not in ORDERS | {"control"}:
        yield Statement(item.start, item.stop, predicate.kind, predicate.rule, item.eid)
        return
    inner = replace(
        scope,
        responsible=_own_subjects(text, item, scope, own) or scope.responsible,
    )
    yield _statement(text, item, item.text_start, item.stop, inner, predicate)


def _own_subjects(
    text: str, item: Provision, scope: Scope, own: Predicate | None
) -> tuple[Responsible, ...]:
    """Only an item with a predicate of its own can have a subject of its own."""
    if own is None or own.kind != "order":
        return ()
    return _subjects(text, item.text_start, item.text_stop, scope, own)


def _read_sentences(
    text: str, unit: Provision, start: int, stop: int, scope: Scope
) -> Iterator[Statement]:
    said = scope
    told = False
    for first, behind in sentences(text, start, stop):
        for statement in _read_sentence(text, unit, first, behind, said):
            if statement.task and told:
                # The number is that of the unit's first task; the second shares its eId.
                statement = replace(statement, task=replace(statement.task, num=None))
            told = told or statement.task is not None
            # `… дайындасын. Белгіленген тәртіппен … бекітсін.`: the subject is not said again.
            if statement.task and statement.task.responsible and not said.responsible:
                said = replace(said, responsible=statement.task.responsible)
            yield statement


def _read_sentence(
    text: str, unit: Provision, start: int, stop: int, scope: Scope
) -> Iterator[Statement]:
    if GONE.match(text, start, stop):
        yield Statement(unit.start, stop, "note", "a note in place of a unit", unit.eid)
        return
    predicate = closing_predicate(text, start, stop) or scope.predicate
    if predicate is None:
        return
    if predicate.kind in DUTIES:
        yield from _read_duty(text, unit, start, stop, scope, predicate, stop)
        return
    if predicate.kind not in ORDERS | {"control"}:
        yield Statement(start, stop, predicate.kind, predicate.rule, unit.eid)
        return
    inner = replace(
        scope, responsible=_subjects(text, start, stop, scope, predicate) or scope.responsible
    )
    yield _statement(text, unit, start, stop, inner, predicate)


def _read_duty(
    text: str,
    unit: Provision,
    start: int,
    stop: int,
    scope: Scope,
    predicate: Predicate,
    head_stop: int,
) -> Iterator[Statement]:
    """A duty needs a body that acts or, in the passive, a deadline."""
    who = _subjects(text, start, head_stop, scope, predicate)
    if predicate.kind == "passive_present":
        who = ()
    due = deadlines.find(text, start, stop, year=scope.year)
    is_duty = scope.duties and (who or (predicate.kind == "passive_present" and due))
    if not is_duty:
        yield Statement(start, stop, predicate.kind, predicate.rule, unit.eid)
        return
    inner = replace(scope, responsible=who, deadlines=tuple(due))
    yield _statement(text, unit, start, stop, inner, predicate)


def _subjects(
    text: str, start: int, stop: int, scope: Scope, predicate: Predicate | None
) -> tuple[Responsible, ...]:
    kind = predicate.kind if predicate else "order"
    found = find_subjects(
        text, start, stop, scope.resolver, predicate=kind, issuer=scope.issuer
    )
    return tuple(found)


def _statement(
    text: str, unit: Provision, start: int, stop: int, scope: Scope, predicate: Predicate
) -> Statement:
    due = tuple(deadlines.find(text, start, stop, year=scope.year)) or scope.deadlines
    task = Task(
        start=start,
        stop=stop,
        rule=predicate.rule,
        eid=unit.eid,
        num=unit.num if unit.kind in {"paragraph", "subparagraph", "point", "article"} else None,
        kind=_task_kind(predicate.kind),
        text=text[start:stop].strip(),
        milestones=tuple(Milestone(deadline=replace(d, eid=unit.eid)) for d in due),
        responsible=tuple(replace(who, eid=unit.eid) for who in scope.responsible),
    )
    span = Span(unit.start if start == unit.text_start else start, stop)
    return Statement(span.start, span.stop, predicate.kind, predicate.rule, unit.eid, task)


def _task_kind(predicate: str) -> str:
    if predicate == "control":
        return "control"
    return "duty" if predicate in DUTIES else "instruction"
